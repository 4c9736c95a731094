import { describe, it } from 'mocha';
import { findSwappedWords } from '../../../server/checks/sentences/swappedWords.js';
import { expectHints } from './hints.js';

describe('the rule of swapped words', () => {
  it('hints at words whose tags seldom follow each other', () => {
    expectHints(findSwappedWords, 'The keeper fed the seals at the [|zoo the|] whole winter.');
  });

  it('sees nothing in a sentence in order', () => {
    expectHints(findSwappedWords, 'The keeper fed the seals at the zoo.');
  });
});
