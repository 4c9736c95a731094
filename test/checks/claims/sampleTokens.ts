import { readProse, sentencesOf } from '../../../server/prose/prose.js';
import type { Token } from '../../../server/prose/tokens.js';

/** The tokens of a text, its sentences in a row. */
export function tokensOf(text: string): readonly Token[] {
  return sentencesOf(readProse(text, 'plain')).flatMap(({ sentence }) => sentence.tokens);
}
