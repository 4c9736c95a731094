import { infinitiveOf } from './irregularVerbs.js';
import { hashOf, hashKeyOf } from './hashing.js';
import type { NumberTable } from './numberTable.js';

/** The parts of speech of a dictionary form. */
export const NOUN = 1;
export const VERB = 2;
export const ADJECTIVE = 4;
export const ADVERB = 8;
/** The name of a person, place or thing. */
export const NAME = 16;
/** Three bits for the most frequent part of speech: 1 to 4 in the order above, 0 if unknown. */
const MAIN_SHIFT = 5;
/** Six bits each for the semantic field (WordNet's lexicographer file) as a noun and as a verb. */
const NOUN_FIELD_SHIFT = 8;
const VERB_FIELD_SHIFT = 14;

/** Inflected forms, in addition to the dictionary forms. */
const PLURAL = 1 << 8;
const THIRD_PERSON = 1 << 9;
const PAST = 1 << 10;
const GERUND = 1 << 11;
const COMPARATIVE = 1 << 12;
const SUPERLATIVE = 1 << 13;
const FROM_ADJECTIVE = 1 << 14;

/** Packs a dictionary entry. */
export function entryOf(kinds: number, main: number, nounField: number, verbField: number): number {
  return (
    kinds | (main << MAIN_SHIFT) | (nounField << NOUN_FIELD_SHIFT) | (verbField << VERB_FIELD_SHIFT)
  );
}

/** The parts of speech of a word in the dictionary, regardless of its sentence. */
export interface Potential {
  /** Bit flags of the possible parts of speech and inflected forms; 0 for an unknown word. */
  readonly forms: number;
  /** The packed semantic fields; 0 if none is known. */
  readonly field: number;
}

/** True if the flags include anything besides a name. */
export function isMoreThanName(forms: number): boolean {
  return (forms & (NOUN | VERB | ADJECTIVE | ADVERB | ~255)) !== 0;
}

/**
 * True if the flags of a lower-case word allow only a verb in the present or infinitive: “teach”,
 * “refuses”.
 */
export function isOnlyVerb(forms: number): boolean {
  const kinds = forms & (NOUN | VERB | ADJECTIVE | ADVERB | ~255);
  return kinds === VERB || kinds === THIRD_PERSON || kinds === (VERB | THIRD_PERSON);
}

/** True if a word can be a third-person or past verb form. */
export function canBeThirdOrPast(forms: number): boolean {
  return (forms & (THIRD_PERSON | PAST)) !== 0;
}

/** WordNet's fields of nouns, plus one. */
const FIELDS = { group: 15, location: 16, person: 19 } as const;
const ALL_FIELDS = 63;

/** True if the semantic fields of a word have this one for its most frequent sense as a noun. */
export function isOfField(fields: number, field: keyof typeof FIELDS): boolean {
  return (fields & ALL_FIELDS) === FIELDS[field];
}

/** True if a word can be the base form of a verb. */
export function canBeVerb(forms: number): boolean {
  return (forms & VERB) !== 0;
}

/**
 * Ways to undo an ending: the ending, its replacement, the part of speech required of the result,
 * and the form of the inflected word.
 */
const ENDINGS: readonly (readonly [string, string, number, number])[] = [
  ['ies', 'y', NOUN, PLURAL],
  ['ies', 'y', VERB, THIRD_PERSON],
  ['es', '', NOUN, PLURAL],
  ['es', '', VERB, THIRD_PERSON],
  ['s', '', NOUN, PLURAL],
  ['s', '', VERB, THIRD_PERSON],
  ['men', 'man', NOUN, PLURAL],
  ['ied', 'y', VERB, PAST],
  ['ed', '', VERB, PAST],
  ['ed', 'e', VERB, PAST],
  ['ing', '', VERB, GERUND],
  ['ing', 'e', VERB, GERUND],
  ['ying', 'ie', VERB, GERUND],
  ['er', '', ADJECTIVE, COMPARATIVE],
  ['er', 'e', ADJECTIVE, COMPARATIVE],
  ['ier', 'y', ADJECTIVE, COMPARATIVE],
  ['est', '', ADJECTIVE, SUPERLATIVE],
  ['est', 'e', ADJECTIVE, SUPERLATIVE],
  ['iest', 'y', ADJECTIVE, SUPERLATIVE],
  ['ly', '', ADJECTIVE, FROM_ADJECTIVE],
  ['ily', 'y', ADJECTIVE, FROM_ADJECTIVE],
  ['ally', '', ADJECTIVE, FROM_ADJECTIVE],
  ['ly', 'le', ADJECTIVE, FROM_ADJECTIVE],
];

/** Looks up a lower-case word, unchanged and without its endings. */
export function potentialOf(lower: string, lexicon: NumberTable): Potential {
  const own = lexicon.get(hashKeyOf(hashOf(lower)));
  let forms = own & 255;
  let field = own >>> NOUN_FIELD_SHIFT;
  const found = (stem: string, needed: number, form: number): boolean => {
    if (stem.length < 2) return false;
    const entry = lexicon.get(hashKeyOf(hashOf(stem)));
    if ((entry & needed) === 0) return false;
    forms |= form;
    if (field === 0) field = entry >>> NOUN_FIELD_SHIFT;
    return true;
  };
  if (infinitiveOf(lower) !== undefined) forms |= PAST;
  for (const [ending, instead, needed, form] of ENDINGS) {
    if (lower.length < ending.length + 2 || !lower.endsWith(ending)) continue;
    const stem = lower.slice(0, lower.length - ending.length);
    const doubled =
      instead === '' && ending.length > 1 && stem.at(-1) === stem.at(-2) && ending !== 'ly';
    if (!found(stem + instead, needed, form) && doubled) found(stem.slice(0, -1), needed, form);
  }
  return { forms, field };
}
