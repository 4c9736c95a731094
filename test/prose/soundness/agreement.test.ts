import { describe, it } from 'mocha';
import { expectBreaks, expectMend, expectSound } from './breaks.js';

describe('soundness: agreement', () => {
  for (const source of [
    'The rail lines [|is|] to close next year.',
    'The cost of the repairs [|were|] too high.',
    'The trees in the park [|has|] been felled.',
    'He [|have|] left the club.',
    'They [|was|] late for the hearing.',
    'More than 80 percent of the waste [|come|] from hotels.',
    'Mr. Osei [|teach|] physics at the school.',
    'The women who [|has|] signed the letter will meet.',
  ]) {
    it(`tells ${source}`, () => {
      expectBreaks('agreement', source);
    });
  }

  for (const [source, right] of [
    ['The rail lines [|is|] to close next year.', 'The rail lines are to close next year.'],
    ['Mr. Osei [|teach|] physics at the school.', 'Mr. Osei teaches physics at the school.'],
  ] as const) {
    it(`mends ${source}`, () => {
      expectMend(source, right);
    });
  }

  for (const draft of [
    'The team are in good form.',
    'South Africa are almost through to the final.',
    'Five years is a long time in prison.',
    'If he were mayor, the pool would be open.',
    'The judge insisted that he have a lawyer.',
    'A number of shops have closed.',
    'The council have met twice.',
    'Tom and his father are to travel.',
    'More than half of the voters are women.',
    'Neither the judge nor the lawyers were there.',
    'The news is good.',
    'One of the judges who have read it agrees.',
    'The United States is to send a team.',
    'What matters is the result.',
    'The selection of meats, cheeses and wines is small.',
  ]) {
    it(`leaves alone ${draft}`, () => {
      expectSound(draft);
    });
  }
});
