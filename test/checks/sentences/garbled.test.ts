import { describe, it } from 'mocha';
import { expectBreaks, expectMend, expectSound } from './errors.js';

describe('soundness: garbled', () => {
  for (const source of [
    'The keeper held ball [|the of|] the match.',
    'The thieves got into house [|the with|] a key.',
    'The school [|can builded|] a new hall.',
    'The referee [|has went|] home.',
    'The club was [|able send|] a scout.',
    'They tried [|to caused|] the delay.',
    'The trees have [|felled been|] for safety.',
    'Fans were [|encouraged submit|] their designs.',
  ]) {
    it(`tells ${source}`, () => {
      expectBreaks('garbled', source);
    });
  }

  for (const [source, right] of [
    ['The school [|can builded|] a new hall.', 'The school can build a new hall.'],
    ['The club was [|able send|] a scout.', 'The club was able to send a scout.'],
    ['The referee [|has went|] home.', 'The referee has gone home.'],
  ] as const) {
    it(`mends ${source}`, () => {
      expectMend(source, right);
    });
  }

  for (const draft of [
    'The man I spoke of is here.',
    'The in form striker scored.',
    'The to-do list is long.',
    '“The in crowd” is a song.',
    'Vitamin A is good for the eyes.',
    'Prices rose due to limited supplies.',
    'The problem to be solved was the roof.',
    'He did what he could.',
    'We want peace.',
    'The board made the club sell its ground.',
    'The council may need work on the roof.',
    'The people working there are kind.',
    'Take the 7.15 to be on time.',
  ]) {
    it(`leaves alone ${draft}`, () => {
      expectSound(draft);
    });
  }
});
