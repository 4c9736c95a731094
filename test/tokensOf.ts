import { readProse, sentencesOf } from '../server/prose/prose.js';
import type { Token } from '../server/prose/tokens.js';

/** The tokens of all sentences of a text. */
export function tokensOf(text: string): readonly Token[] {
  return sentencesOf(readProse(text, 'plain')).flatMap(({ sentence }) => sentence.tokens);
}
