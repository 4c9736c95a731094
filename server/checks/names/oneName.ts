import { isKnownName, isEnglishWordOrPlural as isEnglish } from '../../prose/dictionary.js';
import { isGivenName } from '../../lexicon/givenNames.js';
import { differInEnding, differInLastVowel } from '../../reference/names/endings.js';
import { isKnownPlace } from '../../reference/names/knownPlace.js';
import { misspelling } from '../../reference/names/misspelling.js';
import { spellingKeyOf } from '../../reference/names/spelling.js';
import type { Spelling } from './spellings.js';

/** The weight up to which a slip is one of the hand: two letters swapped, one doubled. */
const SLIP_OF_THE_HAND = 0.6;
/** The weight beyond which two words are two words whatever stands beside them. */
const MOST = 2.2;

/**
 * True where two spellings in one draft are most likely one name, misspelled once.
 */
export function isOneName(a: Spelling, b: Spelling): boolean {
  const weight = Math.min(misspelling(a.key, b.key, MOST), misspelling(b.key, a.key, MOST));
  if (weight > MOST || spellingKeyOf(a.key) === spellingKeyOf(b.key) || (isPlace(a) && isPlace(b)))
    return false;
  const english = [a, b].filter(({ key }) => isEnglish(key)).length;
  // Two that are both known: “Mail” is no slip for “Mali”.
  if (english === 2 || (english === 1 && [a, b].some(({ key }) => isKnownName(key)))) return false;
  // One sentence has two people in it, not one twice.
  const light = weight <= SLIP_OF_THE_HAND && !(a.isListed && b.isListed);
  if (!light && meet(a.sentences, b.sentences)) return false;
  const length = Math.min(a.key.length, b.key.length);
  const company = companyOf(a, b);
  if (differInEnding(a.key, b.key) && !(company === 'title' && isLastVowel(a.key, b.key)))
    return false;
  switch (company) {
    case 'same':
      return weight <= Math.min(MOST, 0.3 * length);
    case 'title':
      if (english > 0 && ![a, b].every(isSomeone)) return false;
      return weight <= (length < 6 ? 0.9 : length < 10 ? 1.2 : 2);
    case 'other':
      return isSwap(a.key, b.key, weight) && length > 5 && [a, b].every(isNoOther);
    case 'none':
      return isOneAlone(a, b, weight, english > 0);
  }
}

/** The same where nothing stands beside either that tells. */
function isOneAlone(a: Spelling, b: Spelling, weight: number, english: boolean): boolean {
  const length = Math.min(a.key.length, b.key.length);
  if (isGivenName(a.key) && isGivenName(b.key)) return false;
  if (weight <= SLIP_OF_THE_HAND)
    return [a, b].every(({ key, isSure }) => isSure || !isEnglish(key));
  if (english || !b.key.startsWith(a.key.charAt(0))) return false;
  // With one letter in another's place, a short word is another name as often as a slip.
  if (a.key.length === b.key.length && (length < 8 || a.isListed || b.isListed)) return false;
  return weight <= (length < 6 ? SLIP_OF_THE_HAND : length < 8 ? 0.86 : length < 10 ? 1.1 : 1.4);
}

/** True where an English word is somebody's name by what stands before it. */
function isSomeone({ key, before, isTitled }: Spelling): boolean {
  return isTitled || before.size > 0 || !isEnglish(key);
}

/** True where surnames of some length have another vowel at their end. */
function isLastVowel(a: string, b: string): boolean {
  return a.length > 6 && a.length === b.length && differInLastVowel(a, b);
}

/** True for what is by itself neither a place nor a given name. */
function isNoOther(spelling: Spelling): boolean {
  return !isPlace(spelling) && !isGivenName(spelling.key);
}

/** True where two neighbouring letters have changed places. */
function isSwap(a: string, b: string, weight: number): boolean {
  return weight === SLIP_OF_THE_HAND && a.length === b.length;
}

/**
 * What the company that two spellings keep tells: the `same` word stands beside both, some `other`
 * beside each, one has an honorific (`title`) where the other may be the full name, or nothing.
 */
function companyOf(a: Spelling, b: Spelling): 'same' | 'other' | 'title' | 'none' {
  if (agree(a.before, b.before) || agree(a.after, b.after)) return 'same';
  if (a.before.size > 0 && b.before.size > 0) return 'other';
  if (a.after.size > 0 && b.after.size > 0) return 'other';
  if ((a.isPart || isPlace(a)) && (b.isPart || isPlace(b))) return 'other';
  return a.isTitled === b.isTitled ? 'none' : 'title';
}

/** True where two sets of words have one in common, or a name and its initial. */
function agree(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return meet(a, b) || meet(initials(a), firstLetters(b)) || meet(initials(b), firstLetters(a));
}

function initials(words: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...words].filter((word) => word.length === 1));
}

function firstLetters(words: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...words].map((word) => word.charAt(0)));
}

function meet<Value>(a: ReadonlySet<Value>, b: ReadonlySet<Value>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const value of few) if (many.has(value)) return true;
  return false;
}

/** True for a place that every desk knows, or its people. */
export function isPlace({ places }: Spelling): boolean {
  return isKnownPlace(places[0]?.text ?? '');
}
