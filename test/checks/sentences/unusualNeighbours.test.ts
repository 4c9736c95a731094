import { describe, it } from 'mocha';
import { findUnusualNeighbours } from '../../../server/checks/sentences/unusualNeighbours.js';
import { expectHints } from './hints.js';

describe('the rule of unusual neighbours', () => {
  it('hints at words whose tags seldom follow each other', () => {
    expectHints(findUnusualNeighbours, 'The keeper fed the seals at the [|zoo the|] whole winter.');
    expectHints(
      findUnusualNeighbours,
      'The keeper stayed at the zoo until the [|end the|] winter.',
    );
  });

  it('hints at an auxiliary behind its verb', () => {
    expectHints(findUnusualNeighbours, 'The clinic [|closed was|] for lack of nurses.');
  });

  it('sees nothing in a sentence in order', () => {
    expectHints(findUnusualNeighbours, 'The keeper fed the seals at the zoo.');
    expectHints(findUnusualNeighbours, 'The keeper had a seal the size of a calf.');
  });
});
