import { wordSet } from '../../lexicon/wordSet.js';
import type { Token } from '../../prose/tokens.js';
import { startsWithVowelSound } from './vowelSound.js';

/**
 * The article that should replace the one at a token: “an” in “a apple”, “a” in “an university”.
 * `undefined` if it is right, is no article, or the sound of the next word is uncertain.
 */
export function rightArticle(tokens: readonly Token[], at: number): 'a' | 'an' | undefined {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token === undefined || (token.lower !== 'a' && token.lower !== 'an')) return undefined;
  if (next?.start !== token.end + 1) return undefined;
  if (next.kind !== 'word' && next.kind !== 'number') return undefined;
  if (token.text === 'A' && tokens[at - 1]?.kind === 'word') return undefined;
  // “a and b” is about letters, “a is” too.
  if (!/^(?:NOUN|ADJ|PROPN|ADV|VERB|NUM)$/u.test(next.tag) || NOT_AFTER_ARTICLE.has(next.text))
    return undefined;
  // “a f---ing”: a masked word is spoken in full.
  const [mark, rest] = [tokens[at + 2], tokens[at + 3]];
  const isMasked = mark?.text !== '-' || (rest?.text.length ?? 0) < 2;
  if (next.text.length === 1 && mark?.start === next.end && isMasked && !isClauseEnd(mark)) {
    return undefined;
  }
  const isVowel = startsWithVowelSound(next.text);
  if (isVowel === undefined || isVowel === (token.lower === 'an')) return undefined;
  return isVowel ? 'an' : 'a';
}

const NOT_AFTER_ARTICLE = wordSet(
  'a an and are as at if in into is it of off on or other our out over up us la un una',
);

function isClauseEnd({ text }: Token): boolean {
  return /^[.,;:!?”"’)]$/u.test(text);
}
