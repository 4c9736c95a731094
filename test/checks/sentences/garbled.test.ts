import { describe, it } from 'mocha';
import { expectErrors, expectFix, expectNoErrors } from './errors.js';

describe('garbled sentences', () => {
  for (const source of [
    'The keeper held ball [|the of|] the match.',
    'The thieves got into house [|the with|] a key.',
  ]) {
    it(`are reported in ${source}`, () => {
      expectErrors('garbled', source);
    });
  }

  it('are fixed if a noun and its article changed places', () => {
    expectFix(
      'The thieves got into house [|the with|] a key.',
      'The thieves got into the house with a key.',
    );
  });

  for (const draft of [
    'The in form striker scored.',
    'The to-do list is long.',
    '“The in crowd” is a song.',
    'Vitamin A is good for the eyes.',
    'Prices rose due to limited supplies.',
    'The problem to be solved was the roof.',
    'He did what he could.',
    'We want peace.',
    'Seats can be had at the door.',
    'The board made the club sell its ground.',
    'The council may need work on the roof.',
    'The people working there are kind.',
    'Take the 7.15 to be on time.',
  ]) {
    it(`are not reported in ${draft}`, () => {
      expectNoErrors(draft);
    });
  }
});
