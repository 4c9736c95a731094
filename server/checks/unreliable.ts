import type { Fact } from '../reference/model.js';
import { memoizePerSentence } from '../reference/indexedFacts.js';
import { hasGrammarError } from './sentences/grammarCheck.js';

const isDamaged = memoizePerSentence(({ block, sentence }) => hasGrammarError(block, sentence));

/**
 * True for a damaged source sentence: it may help to find a name, but a finding must not rest on it.
 * This parses the sentence, which costs three times as much as all other analysis, so call it last.
 */
export function isUnreliable(fact: Fact): boolean {
  return fact.unreliable || isDamaged(fact) === true;
}
