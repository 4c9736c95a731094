import { describe, it } from 'mocha';
import { expectErrors, expectFix, expectNoErrors } from './errors.js';

describe('missing prepositions', () => {
  for (const source of [
    'The [|cost the|] new bridge has doubled since May.',
    'The fire marked the [|end the|] old mill and of the jobs in it.',
    'The court heard the [|story the|] young nurse.',
  ]) {
    it(`are reported in ${source}`, () => {
      expectErrors('missing-preposition', source);
    });
  }

  it('are inserted by the fix', () => {
    expectFix(
      'The fire marked the [|end the|] old mill and of the jobs in it.',
      'The fire marked the end of the old mill and of the jobs in it.',
    );
  });

  for (const draft of [
    'The nurse told officers her name and left the ward.',
    'The win earned the club its first cup in a decade.',
    'The man the police sought has left the town.',
    'The orchestra the mayor founded played on.',
    'The barge the brothers mended sank in May.',
    'A badger the size of a pig bit the postman.',
    'The court rejected the claim the day after the hearing.',
    'In the second half the champion smiled and won.',
    'The council sold the land the same year.',
    'The mayor called the vote a triumph for the town.',
  ]) {
    it(`are not reported in ${draft}`, () => {
      expectNoErrors(draft);
    });
  }

  for (const source of [
    'The plan [|relies the|] goodwill of the town.',
    'The clerk was [|suspected stealing|] from the till.',
    'The crew [|consists the|] skipper and four hands.',
    '[|Hundreds fans|] slept outside the ground.',
  ]) {
    it(`are reported in ${source}`, () => {
      expectErrors('missing-preposition', source);
    });
  }

  for (const draft of [
    'The boat arrived the next day.',
    'The tax is a penny an ounce, as it was in 2009.',
    'A penny an ounce, same as the tax that failed.',
    'The hall was a wreck and the garden a jungle.',
    'Hundreds more fans slept outside.',
    'In May died the last of the line.',
    'The striker scores goals for fun in the lower leagues.',
    'He was convicted following a two-week trial in Leeds.',
    'The driver was accused following a long inquiry.',
    'Three men were suspected pending a test of the paint.',
    'The clerk was convicted using records from the till.',
    'He died a hero in the eyes of the town.',
    'The old king died a slow death in exile.',
    'She emerged the winner after a long count.',
    'The favourite arrived the fitter of the two horses.',
    'The shop prospered a good deal under her.',
    'The plan depends a lot on the weather.',
    'He relies a great deal on his deputy.',
  ]) {
    it(`are not reported in ${draft}`, () => {
      expectNoErrors(draft);
    });
  }
});
