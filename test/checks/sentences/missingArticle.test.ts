import { describe, it } from 'mocha';
import { expectBreaks, expectMend, expectSound } from './errors.js';

describe('soundness: a lost article', () => {
  for (const source of [
    'The port is one [|of busiest|] in the Baltic.',
    'The nurse [|is member|] of the union.',
    'The trip took more [|than week|] by barge.',
    'The shop closed [|as result|] of the fire.',
    'The goal [|was beginning|] of a long run.',
  ]) {
    it(`tells ${source}`, () => {
      expectBreaks('garbled', source);
    });
  }

  it('puts it in', () => {
    expectMend(
      'The port is one [|of busiest|] in the Baltic.',
      'The port is one of the busiest in the Baltic.',
    );
    expectMend(
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
    it(`leaves alone ${draft}`, () => {
      expectSound(draft);
    });
  }
});
