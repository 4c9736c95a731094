import type { Fact } from '../reference/model.js';
import { perSentence } from '../reference/sourceIndex.js';
import { hasGrammarError } from './sentences/grammarCheck.js';

const isDamaged = perSentence(({ block, sentence }) => hasGrammarError(block, sentence));

/**
 * True where a source sentence is damaged: it may help to find a name, but never to accuse a draft. To judge it takes
 * the sentence's tree, which costs three times what the rest of reading it does, so ask last.
 */
export function isUnreliable(fact: Fact): boolean {
  return fact.unreliable || isDamaged(fact) === true;
}
