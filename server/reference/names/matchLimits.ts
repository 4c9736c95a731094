import { isEnglishWordOrPlural as isEnglish } from '../../prose/dictionary.js';
import { isGivenName } from '../../lexicon/givenNames.js';
import { isCalendarWord } from '../../lexicon/calendar.js';
import { isBodyHead } from '../../lexicon/nameWords.js';
import type { Entity } from '../model.js';
import type { Alignment } from './alignment.js';
import { usualLimit } from './nameDistance.js';
import { differInEnding, differInLastVowel, isDerivedForm } from './endings.js';
import { isFamilyName, splitName } from './forms.js';
import { isKnownPlace } from './knownPlace.js';
import type { Misspelling } from './misspellings.js';
import { soundOf } from './sound.js';
import { fold, isAllCapitals } from './spelling.js';
import { isPersonTitle } from '../../lexicon/roleWords.js';

/** The largest distance of a simple typing error: two letters swapped, one doubled. */
const TYPING_ERROR = 0.6;

/**
 * The largest distance at which a single-word name, possibly with an honorific (`titled`), is matched without further
 * support. Both words are folded.
 */
export function maxDistanceAlone(written: string, right: string, titled: boolean): number {
  if (right.length <= 3) return titled && soundOf(written) === soundOf(right) ? 1.8 : 0;
  if (right.length === 4) return titled ? 0.86 : 0;
  if (right.length === 5) return titled ? 0.86 : 0.6;
  return right.length < 8 || !right.startsWith(written.charAt(0)) ? 0.86 : 1.2;
}

/** The same limit if the rest of the draft has to support it. */
function maxDistanceIfSupported(written: string, right: string, titled: boolean): number {
  if (right.length < 3) return 0;
  if (!right.startsWith(written.charAt(0))) return right.length > 5 ? 1.4 : 0;
  if (right.length <= 4) return written.length === right.length ? TYPING_ERROR : 0.5;
  if (right.length === 5) return titled ? 1 : 0.86;
  return right.length < 8 ? 1.7 : 2.2;
}

/** False if a single-word name is too different to match, whatever else supports it. Both words are folded. */
export function mayMatchAlone(written: string, right: string, distance: number): boolean {
  return (
    distance <= maxDistanceAlone(written, right, true) ||
    distance <= maxDistanceIfSupported(written, right, true)
  );
}

/** True for a word that is correct by itself: an English word or its plural, a title, or a well-known place. */
function isOtherWord(written: string): boolean {
  return isEnglish(written) || isPersonTitle(written) || isKnownPlace(written);
}

/** Whether something is a misspelled name: `likely`, `possible` only if the rest of the draft supports it, or not. */
export type Likelihood = 'likely' | 'possible' | 'no';

/** Whether the words of an alignment are a misspelled form, of several words, of the entity's name. */
export function matchSeveral(alignment: Alignment, entity: Entity): Likelihood {
  if (isFuzzyMatch(alignment, entity)) return 'likely';
  const { misspellings, correctWords } = alignment;
  const wrong = misspellings.filter(({ kind }) => kind === 'spelling');
  const isPossible =
    wrong.length > 0 &&
    wrong.length === misspellings.length &&
    wrong.length <= correctWords.length &&
    wrong.every(
      ({ written, right }) =>
        right.length > 3 && !isLinkWord(fold(written)) && !isOtherWord(written),
    );
  return isPossible ? 'possible' : 'no';
}

function isFuzzyMatch(
  { misspellings, correctWords }: Alignment,
  { kind: entityKind, name }: Entity,
): boolean {
  const person = entityKind === 'person';
  const wrong = misspellings.filter(({ kind }) => kind === 'spelling');
  const distinctive = correctWords.some((word) => !isEnglish(word));
  if (
    wrong.some(({ written, right, distance }) => distance > usualLimit(fold(written), fold(right)))
  )
    return false;
  if (misspellings.some(({ kind }) => kind === 'initial') && !(person && distinctive)) return false;
  if (correctWords.length === 0) {
    const letters = wrong.reduce((sum, { right }) => sum + right.length, 0);
    return letters >= 11 && wrong.every((each) => !isOtherWord(each.written) && isClose(each));
  }
  if (wrong.length > correctWords.length) return false;
  if (
    person &&
    correctWords.length === 1 &&
    correctWords.every(isFamilyName) &&
    wrong.some(isOtherShortName)
  )
    return false;
  // “Institute of Coastal Ecology” for “… for …”; with fewer correct words it may be another body.
  if (wrong.some(({ written }) => isLinkWord(fold(written))))
    return !person && wrong.length === 1 && correctWords.length > 2;
  const identified = person || distinctive || correctWords.length > 1 || isKnownPlace(name);
  const surname = person && distinctive ? splitName(name).at(-1) : undefined;
  return wrong.every(
    (each) =>
      isMisspelledWord(each, person, identified) ||
      (each.right === surname && isMisspelledSurname(each)),
  );
}

const LINK_WORDS = new Set(['of', 'for', 'on', 'in', 'at', 'and']);
/** The distance between two different link words. */
export const LINK_WORD_DISTANCE = 0.6;

/** True for a preposition or conjunction that links the parts of a body's name: “for”. */
export function isLinkWord(word: string): boolean {
  return LINK_WORDS.has(word);
}

/** True if one word of a name is misspelled; `identified` if the other words identify the name. */
function isMisspelledWord(
  { written, right, distance }: Misspelling,
  person: boolean,
  identified: boolean,
): boolean {
  if (isDerivedForm(fold(written), fold(right)) || isKnownPlace(written)) return false;
  if (isPersonTitle(written) && !isBodyHead(right)) return false;
  if (!isEnglish(written)) return identified || distance <= (right.length < 8 ? 0.86 : 1.2);
  const soundsAlike = soundOf(fold(written)) === soundOf(fold(right));
  return person ? distance <= 1 || soundsAlike : soundsAlike && isEnglish(right);
}

/** True for a different short name next to a very common family name: “Wang Lei” is not Wang Li. */
function isOtherShortName({ written, right, distance }: Misspelling): boolean {
  return Math.min(written.length, right.length) <= 3 && distance > TYPING_ERROR;
}

/** True if a surname after a correct given name has become an English word by misspelling: “Amadou Dialog”. */
function isMisspelledSurname({ written, right }: Misspelling): boolean {
  return (
    ![isKnownPlace, isPersonTitle].some((is) => is(written)) &&
    !isDerivedForm(fold(written), fold(right))
  );
}

function isClose({ distance, written, right }: Misspelling): boolean {
  return distance <= 0.18 * Math.max(written.length, right.length);
}

/** The context of a single-word name. */
export interface SingleWordContext {
  /** True if an honorific precedes it. */
  readonly titled: boolean;
  /** True if it is the subject of a speech verb. */
  readonly speaks: boolean;
  /** True if the name compared with it is a person's. */
  readonly person: boolean;
}

/** True for a word that is correct by itself and therefore not a misspelling of a similar name. */
export function isCorrectAlone(
  written: string,
  { titled, person, speaks }: SingleWordContext,
): boolean {
  if (titled) return false;
  if (isGivenName(written)) return true;
  if (!isOtherWord(written)) return false;
  return (
    !(person && speaks) || [isPersonTitle, isKnownPlace, isCalendarWord].some((is) => is(written))
  );
}

/**
 * Whether a single word is a misspelled name: `likely` without further support, `possible` only if the draft names the
 * entity elsewhere.
 */
export function matchAlone(
  misspelling: Misspelling,
  { titled, person, speaks }: SingleWordContext,
): Likelihood {
  const written = fold(misspelling.written);
  const right = fold(misspelling.right);
  const lastVowel = !titled && differInLastVowel(written, right);
  if (isCorrectAlone(misspelling.written, { titled, person, speaks })) return 'no';
  // “Marine said”, in a draft that also mentions Mr. Marin.
  if (!titled && isOtherWord(misspelling.written))
    return misspelling.distance <= maxDistanceIfSupported(written, right, true) ? 'possible' : 'no';
  // “EEZ” is not a misspelling of “Eze”.
  if (!titled && right.length < 5 && isAllCapitals(misspelling.written)) return 'no';
  if (isDerivedForm(written, right) || (lastVowel && !person)) return 'no';
  const likely = titled || !(lastVowel || differInEnding(written, right));
  if (likely && misspelling.distance <= maxDistanceAlone(written, right, titled)) return 'likely';
  return misspelling.distance <= maxDistanceIfSupported(written, right, titled) ? 'possible' : 'no';
}
