import { grammar } from './grammar/grammar.js';
import { canBeThirdOrPast, canBeVerb } from './grammar/lexicon.js';
import { boundedMemo } from './boundedMemo.js';

/**
 * True for a word of the language in any of its forms, written with a capital or without: “fallen”,
 * “counsel”, and “Rose”, which is a name too.
 */
export const isEnglishWord: (word: string) => boolean = boundedMemo((word) =>
  grammar().isWord(word),
);

/** The same for a plural in -s too: “commons”. */
export function isEnglishWordOrPlural(word: string): boolean {
  return isEnglishWord(word) || isEnglishWord(word.replace(/(?<=[^sS])[sS]$/u, ''));
}

/** True for a name that the dictionary or the treebanks know, and that is no word besides. */
export function isKnownName(word: string): boolean {
  return grammar().isName(word);
}

/** True for what can be a verb's third person or past form, whatever else it can be: “spreads”, “cut”. */
export function isThirdOrPastForm(word: string): boolean {
  return canBeThirdOrPast(grammar().formsOf(word));
}

/** True for what can be a verb's dictionary form, whatever else it can be: “flock”. */
export function isVerbForm(word: string): boolean {
  return canBeVerb(grammar().formsOf(word));
}
