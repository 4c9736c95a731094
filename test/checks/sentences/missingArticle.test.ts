import { describe, it } from 'mocha';
import { expectErrors, expectFix, expectNoErrors } from './errors.js';

describe('missing articles', () => {
  for (const source of [
    'The port is one [|of busiest|] in the Baltic.',
    'The nurse [|is member|] of the union.',
    'The trip took more [|than week|] by barge.',
    'The shop closed [|as result|] of the fire.',
    'The goal [|was beginning|] of a long run.',
  ]) {
    it(`are reported in ${source}`, () => {
      expectErrors('missing-article', source);
    });
  }

  it('are inserted by the fix', () => {
    expectFix(
      'The port is one [|of busiest|] in the Baltic.',
      'The port is one of the busiest in the Baltic.',
    );
    expectFix(
      'The trip took more [|than hour|] by barge.',
      'The trip took more than an hour by barge.',
    );
  });

  for (const draft of [
    'The port is one of Europe’s busiest.',
    'She is head of the union and chair of its board.',
    'The strike lasted for more than week-long talks could mend.',
    'It is part of the plan.',
    'It was end of story for the old pier.',
    'By July it is end of term for every school.',
    'The fire is as old as time.',
    'Whoever is fan of the month wins a scarf.',
  ]) {
    it(`are not reported in ${draft}`, () => {
      expectNoErrors(draft);
    });
  }
});
