import type { Token } from '../../../prose/tokens.js';
import { isBe, isDo, isHave, isModal } from '../../../lexicon/functionWords.js';
import { isAdverb, isPunctuation, lower } from './words.js';

/** The auxiliary, modal or “to” that governs the verb at `index`, ignoring adverbs, if any. */
export function governorOf(words: readonly Token[], index: number): Token | undefined {
  let at = index - 1;
  while (isAdverb(words[at]) || /^(?:all|both|each)$/u.test(lower(words[at]))) at--;
  const before = words[at];
  if (before === undefined || isPunctuation(before)) return undefined;
  const governs =
    lower(before) === 'to' ||
    [isModal, isBe, isHave, isDo].some((is) => is(before)) ||
    (/^['’]s$/u.test(before.text) && before.tag === 'AUX');
  return governs ? before : undefined;
}
