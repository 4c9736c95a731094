import { grammar } from './grammar/grammar.js';
import { canBeThirdOrPast, canBeVerb, isOfField } from './grammar/lexicon.js';
import { boundedMemo } from './boundedMemo.js';

/**
 * True for an English word in any inflected form, capitalised or not: “fallen”, “counsel”, and
 * “Rose”, which is also a name.
 */
export const isEnglishWord: (word: string) => boolean = boundedMemo((word) =>
  grammar().isWord(word),
);

/** Like `isEnglishWord`, but also true for a plural in -s: “commons”. */
export function isEnglishWordOrPlural(word: string): boolean {
  return isEnglishWord(word) || isEnglishWord(word.replace(/(?<=[^sS])[sS]$/u, ''));
}

/** True for a name that the dictionary or the treebanks know and that is not also a word. */
export function isKnownName(word: string): boolean {
  return grammar().isName(word);
}

/**
 * True for a word that can be a third-person or past verb form, whatever else it can be: “spreads”,
 * “cut”.
 */
export function isThirdOrPastForm(word: string): boolean {
  return canBeThirdOrPast(grammar().formsOf(word));
}

/**
 * True for a noun in the singular that is mostly said of people: “weaver”, “pathologist”; of an unknown word its ending
 * decides (“scaffolder”).
 */
export const isPersonNoun: (word: string) => boolean = boundedMemo((word) => {
  if (/[^s]s$/u.test(word)) return false;
  const lower = word.toLowerCase();
  if (isOfField(grammar().fieldOf(lower), 'person')) return true;
  const stem = /^(\p{Ll}{4,})(?:er|or|ist)$/u.exec(lower)?.[1];
  return stem !== undefined && !isEnglishWord(lower) && isEnglishWord(stem);
});

/** True for a noun that is mostly said of people who belong together: “party”, “council”. */
export const isGroupNoun: (word: string) => boolean = boundedMemo((word) =>
  isOfField(grammar().fieldOf(word.toLowerCase()), 'group'),
);

/** True for a noun that is mostly said of a place: “site”, “ward”. */
export const isPlaceNoun: (word: string) => boolean = boundedMemo((word) =>
  isOfField(grammar().fieldOf(word.toLowerCase()), 'location'),
);

/** True for a word that can be the base form of a verb, whatever else it can be: “flock”. */
export function isVerbForm(word: string): boolean {
  return canBeVerb(grammar().formsOf(word));
}
