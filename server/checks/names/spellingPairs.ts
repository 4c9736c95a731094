import { isGivenName } from '../../lexicon/givenNames.js';
import { isEnglishWordOrPlural as isEnglish, isKnownName } from '../../prose/dictionary.js';
import { editDistance } from '../../reference/names/editDistance.js';
import { differInEnding, differInLastVowel } from '../../reference/names/endings.js';
import { isKnownPlace } from '../../reference/names/knownPlace.js';
import { spellingKeyOf } from '../../reference/names/spelling.js';
import type { Spelling } from './spellings.js';

/** The greatest distance of a typing error: two letters swapped, one doubled. */
const TYPING_ERROR = 0.6;
/** The greatest distance of one word to its misspelling, in any context. */
const MOST_DISTANT = 2.2;

/** True if two spellings in a draft are most likely the same name, misspelled once. */
export function isMisspelledPair(a: Spelling, b: Spelling): boolean {
  const distance = Math.min(
    editDistance(a.key, b.key, MOST_DISTANT),
    editDistance(b.key, a.key, MOST_DISTANT),
  );
  if (
    distance > MOST_DISTANT ||
    spellingKeyOf(a.key) === spellingKeyOf(b.key) ||
    (isPlaceSpelling(a) && isPlaceSpelling(b))
  )
    return false;
  const english = [a, b].filter(({ key }) => isEnglish(key)).length;
  // Both are known words: “Mail” is not a misspelling of “Mali”.
  if (english === 2 || (english === 1 && [a, b].some(({ key }) => isKnownName(key)))) return false;
  // Two spellings in one sentence are usually two people.
  const isTypingError = distance <= TYPING_ERROR && !(a.isListed && b.isListed);
  if (!isTypingError && intersect(a.sentences, b.sentences)) return false;
  const length = Math.min(a.key.length, b.key.length);
  const context = contextOf(a, b);
  if (differInEnding(a.key, b.key) && !(context === 'title' && isLastVowel(a.key, b.key)))
    return false;
  switch (context) {
    case 'same':
      return distance <= Math.min(MOST_DISTANT, 0.3 * length);
    case 'title':
      if (english > 0 && ![a, b].every(isPersonName)) return false;
      return distance <= (length < 6 ? 0.9 : length < 10 ? 1.2 : 2);
    case 'other':
      return (
        isSwap(a.key, b.key, distance) && length > 5 && [a, b].every(isNeitherPlaceNorGivenName)
      );
    case 'none':
      return isMisspelledAlone(a, b, distance, english > 0);
  }
}

/** The same for spellings without a telling context. */
function isMisspelledAlone(a: Spelling, b: Spelling, distance: number, english: boolean): boolean {
  const length = Math.min(a.key.length, b.key.length);
  if (isGivenName(a.key) && isGivenName(b.key)) return false;
  if (distance <= TYPING_ERROR)
    return [a, b].every(({ key, hasCertainCapital }) => hasCertainCapital || !isEnglish(key));
  if (english || !b.key.startsWith(a.key.charAt(0))) return false;
  // A short word that differs in one letter is as often another name as a misspelling.
  if (a.key.length === b.key.length && (length < 8 || a.isListed || b.isListed)) return false;
  return distance <= (length < 6 ? TYPING_ERROR : length < 8 ? 0.86 : length < 10 ? 1.1 : 1.4);
}

/** True for a person's name: an honorific or given name before it, or not an English word. */
function isPersonName({ key, before, isTitled }: Spelling): boolean {
  return isTitled || before.size > 0 || !isEnglish(key);
}

/** True for long words that differ in the last vowel. */
function isLastVowel(a: string, b: string): boolean {
  return a.length > 6 && a.length === b.length && differInLastVowel(a, b);
}

/** True for words that are neither places nor given names. */
function isNeitherPlaceNorGivenName(spelling: Spelling): boolean {
  return !isPlaceSpelling(spelling) && !isGivenName(spelling.key);
}

/** True for words that differ by two swapped letters. */
function isSwap(a: string, b: string, distance: number): boolean {
  return distance === TYPING_ERROR && a.length === b.length;
}

/**
 * The neighbours of two spellings: both have the `same` neighbour, both have `other` ones, only one
 * has an honorific (`title`) so that the other may be the full name, or `none` of these.
 */
function contextOf(a: Spelling, b: Spelling): 'same' | 'other' | 'title' | 'none' {
  if (shareName(a.before, b.before) || shareName(a.after, b.after)) return 'same';
  if (a.before.size > 0 && b.before.size > 0) return 'other';
  if (a.after.size > 0 && b.after.size > 0) return 'other';
  if ((a.isNamePart || isPlaceSpelling(a)) && (b.isNamePart || isPlaceSpelling(b))) return 'other';
  if (a.isTitled !== b.isTitled) return 'title';
  return isIntroduced(a, b) || isIntroduced(b, a) ? 'title' : 'none';
}

/**
 * True for a surname that the draft has with a given name, compared with a word that it only has
 * alone, without ever saying who that is.
 */
function isIntroduced(one: Spelling, other: Spelling): boolean {
  return (
    one.before.size > 0 &&
    other.before.size === 0 &&
    other.after.size === 0 &&
    !other.isListed &&
    // A short word that differs in one letter is as often another name.
    (one.key.length !== other.key.length || one.key.length >= 8) &&
    !isEnglish(one.key) &&
    !isEnglish(other.key)
  );
}

/** True if two sets share a word, or a name and its initial. */
function shareName(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return (
    intersect(a, b) ||
    intersect(initials(a), firstLetters(b)) ||
    intersect(initials(b), firstLetters(a))
  );
}

function initials(words: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...words].filter((word) => word.length === 1));
}

function firstLetters(words: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...words].map((word) => word.charAt(0)));
}

function intersect<Value>(a: ReadonlySet<Value>, b: ReadonlySet<Value>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const value of few) if (many.has(value)) return true;
  return false;
}

/** True for a well-known place or demonym. */
export function isPlaceSpelling({ text }: Spelling): boolean {
  return isKnownPlace(text);
}
