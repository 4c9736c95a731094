import { isGivenName } from '../../lexicon/givenNames.js';
import { isEnglishWordOrPlural as isEnglish, isKnownName } from '../../prose/dictionary.js';
import { editDistance } from './editDistance.js';
import { differInEnding, isDerivedForm } from './endings.js';
import { isKnownPlace } from './knownPlace.js';
import { nameDistance } from './nameDistance.js';
import { soundOf } from './sound.js';
import { transcriptionOf } from './transcription.js';

/** The greatest distance of one word to its misspelling, in any context. */
const MOST_DISTANT = 2.6;

const DOUBLED = /(.)\1/gu;

/** The length from which on a word counts as long, in letters. */
const LONG = 12;

/**
 * The differences between two words, and the properties of each, as numbers of about 0 to 1, which
 * a learned score of likeness weighs (models/names). `written` may be a misspelling of `right`;
 * both are folded.
 */
export interface LikenessSigns {
  /** The edit distance, see `editDistance.ts`. */
  readonly distance: number;
  /** The edit distance per letter of the shorter word, times four. */
  readonly share: number;
  /** The length of the shorter word. */
  readonly length: number;
  /** The words have the same length: a letter is replaced, none missing. */
  readonly sameLength: number;
  /** A letter is doubled in one of them only. */
  readonly doubled: number;
  /** The same letters in another order. */
  readonly anagram: number;
  readonly soundsAlike: number;
  /** Equal when both are transcribed in the same way: “Karadzhova”, “Karadjova”. */
  readonly transcription: number;
  readonly otherFirstLetter: number;
  /** They differ in their last letters only. */
  readonly end: number;
  /** They differ in endings that make other correct words: plurals, demonyms, the name of the other gender. */
  readonly ending: number;
  /** One follows from the other by such an ending. */
  readonly derived: number;
  readonly writtenEnglish: number;
  readonly rightEnglish: number;
  readonly writtenKnown: number;
  readonly rightKnown: number;
  readonly writtenGiven: number;
  readonly rightGiven: number;
  readonly writtenPlace: number;
  readonly rightPlace: number;
  /** Each is an English word, a known name or place by itself. */
  readonly bothWords: number;
  /** Only the right one is. */
  readonly wordFromNone: number;
  readonly bothGiven: number;
}

/** The signs of two folded words; `undefined` if they are too different, or codes. */
export function likenessOf(written: string, right: string): LikenessSigns | undefined {
  // Codes, versions and flight numbers that differ are different.
  if (/\p{N}/u.test(right)) return undefined;
  const distance = Math.min(
    editDistance(written, right, MOST_DISTANT),
    editDistance(right, written, MOST_DISTANT),
    nameDistance(written, right),
  );
  if (distance > MOST_DISTANT) return undefined;
  const length = Math.min(written.length, right.length);
  let shared = 0;
  while (shared < length && written[shared] === right[shared]) shared++;
  const [a, b] = [kindsOf(written), kindsOf(right)];
  return {
    distance,
    share: (4 * distance) / length,
    length: Math.min(length, LONG) / LONG,
    sameLength: Number(written.length === right.length),
    doubled: Number(written.replace(DOUBLED, '$1') === right.replace(DOUBLED, '$1')),
    anagram: Number(sortedLetters(written) === sortedLetters(right)),
    soundsAlike: Number(soundOf(written) === soundOf(right)),
    transcription: Number(transcriptionOf(written) === transcriptionOf(right)),
    otherFirstLetter: Number(shared === 0),
    end: Number(shared >= Math.max(written.length, right.length) - 2),
    ending: Number(differInEnding(written, right)),
    derived: Number(isDerivedForm(written, right) || isDerivedForm(right, written)),
    writtenEnglish: a.english,
    rightEnglish: b.english,
    writtenKnown: a.known,
    rightKnown: b.known,
    writtenGiven: a.given,
    rightGiven: b.given,
    writtenPlace: a.place,
    rightPlace: b.place,
    bothWords: Number(a.any && b.any),
    wordFromNone: Number(!a.any && b.any),
    bothGiven: a.given * b.given,
  };
}

function kindsOf(word: string): {
  readonly english: number;
  readonly known: number;
  readonly given: number;
  readonly place: number;
  readonly any: boolean;
} {
  const [english, known, given, place] = [
    isEnglish(word),
    isKnownName(word),
    isGivenName(word),
    isKnownPlace(word.charAt(0).toUpperCase() + word.slice(1)),
  ];
  return {
    english: Number(english),
    known: Number(known),
    given: Number(given),
    place: Number(place),
    any: english || known || given || place,
  };
}

function sortedLetters(word: string): string {
  return Array.from(word).sort().join('');
}
