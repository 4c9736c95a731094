import { describe, it } from 'mocha';
import { expectErrors, expectFix, expectNoErrors } from './errors.js';

describe('swapped words', () => {
  for (const [source, right] of [
    [
      'The new stadium [|built was|] in two years by the club.',
      'The new stadium was built in two years by the club.',
    ],
    ['They found [|box the|] in the cellar.', 'They found the box in the cellar.'],
    ['The trees have [|felled been|] for safety.', 'The trees have been felled for safety.'],
    ['Ministers [|the met|] president on Friday.', 'Ministers met the president on Friday.'],
    ['Officials met [|the in|] hall on Monday.', 'Officials met in the hall on Monday.'],
  ] as const) {
    it(`are reported and exchanged in ${source}`, () => {
      expectErrors('swapped-words', source);
      expectFix(source, right);
    });
  }

  for (const draft of [
    'Is this the best way for the club to raise money?',
    'About a third were to be sold, and all of the others kept.',
    'That week the court heard of the agreed terms.',
    'Officials ordered a controlled burn of the gas on Sunday.',
    'Never had the court heard such a plea.',
    'What the jury saw was enough.',
    'The pizza giant has shops in forty towns.',
  ]) {
    it(`are not reported in ${draft}`, () => {
      expectNoErrors(draft);
    });
  }

  for (const draft of [
    'She warned of storms and in particular the risk of floods.',
    'They clicked with nary a thought of the cost.',
    'It is an old custom. But is this the best way for them to earn money?',
    'The guards elected were all from the north of the county.',
    'It showed for the first time the true cost of the war.',
  ]) {
    it(`are not reported in ${draft}`, () => {
      expectNoErrors(draft);
    });
  }
});
