import { isEnglishWordOrPlural as isEnglish } from '../../prose/dictionary.js';
import { isGivenName } from '../../lexicon/givenNames.js';
import { isBodyHead, isCalendarWord } from '../../lexicon/nameWords.js';
import type { Entity } from '../model.js';
import type { Alignment } from './alignment.js';
import { differInEnding, differInLastVowel, isDerivedForm } from './endings.js';
import { isFamilyName, wordsOfForms } from './forms.js';
import { isKnownPlace } from './knownPlace.js';
import type { Slip } from './slips.js';
import { soundOf } from './sound.js';
import { fold, isAllCapitals } from './spelling.js';
import { isPersonTitle } from './titles.js';

/** The weight up to which a slip is one of the hand: two letters swapped, one doubled. */
const SLIP_OF_THE_HAND = 0.6;

/**
 * How far off a word may be that stands alone, or behind an honorific, and is still told by itself.
 * Both are folded.
 */
export function slackAlone(written: string, right: string, titled: boolean): number {
  if (right.length <= 3) return titled && soundOf(written) === soundOf(right) ? 1.8 : 0;
  if (right.length === 4) return titled ? 0.86 : 0;
  if (right.length === 5) return titled ? 0.86 : 0.6;
  return right.length < 8 || !right.startsWith(written.charAt(0)) ? 0.86 : 1.2;
}

/** The same where the draft names who is meant elsewhere. */
function slackWhereNamed(written: string, right: string, titled: boolean): number {
  // A long word that has lost its first letter only, or has another there.
  if (!right.startsWith(written.charAt(0))) return right.length > 5 ? 1.4 : 0;
  if (right.length < 3) return 0;
  if (right.length <= 4) return written.length === right.length ? SLIP_OF_THE_HAND : 0.5;
  if (right.length === 5) return titled ? 1 : 0.86;
  return right.length < 8 ? (titled ? 1.5 : 1) : 1.7;
}

/**
 * False where a word that stands alone is too far off, whatever else speaks for it. Both are folded.
 */
export function mayBeMeantAlone(written: string, right: string, weight: number): boolean {
  return (
    weight <= slackAlone(written, right, true) || weight <= slackWhereNamed(written, right, true)
  );
}

/**
 * True for what is a right word by itself: an English word, its plural, a title, or a place that
 * every desk knows.
 */
function isOtherWord(written: string): boolean {
  return isEnglish(written) || isPersonTitle(written) || isKnownPlace(written);
}

/** True where a form of several words is meant, though some are misspelled. */
export function isMeant({ slips, right }: Alignment, { kind: what, name }: Entity): boolean {
  const person = what === 'person';
  const wrong = slips.filter(({ kind }) => kind === 'spelling');
  const telling = right.some((word) => !isEnglish(word));
  if (slips.some(({ kind }) => kind === 'initial') && !(person && telling)) return false;
  if (right.length === 0) {
    const letters = wrong.reduce((sum, slip) => sum + slip.right.length, 0);
    return letters >= 11 && wrong.every((slip) => !isOtherWord(slip.written) && isClose(slip));
  }
  if (wrong.length > right.length) return false;
  if (person && right.length === 1 && right.every(isFamilyName) && wrong.some(isShortOther))
    return false;
  // “Institute of Coastal Ecology” for “… for …”; with fewer words right it may be another body.
  if (wrong.some((slip) => isLink(fold(slip.written))))
    return !person && wrong.length === 1 && right.length > 2;
  const known = person || telling || right.length > 1 || isKnownPlace(name);
  const surname = person && telling ? wordsOfForms(name).at(-1) : undefined;
  return wrong.every(
    (slip) => isMeantWord(slip, person, known) || (slip.right === surname && isMeantSurname(slip)),
  );
}

const LINKS = new Set(['of', 'for', 'on', 'in', 'at', 'and']);
/** The weight of one small word in the place of another. */
export const OTHER_LINK = 0.6;

/** True for the small words that join the parts of a body's name: “for”. */
export function isLink(word: string): boolean {
  return LINKS.has(word);
}

/**
 * True where one misspelled word of a name is meant; `telling` where the words beside it say enough
 * of whose name it is.
 */
function isMeantWord({ written, right, weight }: Slip, person: boolean, telling: boolean): boolean {
  if (isDerivedForm(fold(written), fold(right)) || isKnownPlace(written)) return false;
  if (isPersonTitle(written) && !isBodyHead(right)) return false;
  if (!isEnglish(written)) return telling || weight <= (right.length < 8 ? 0.86 : 1.2);
  const soundsAlike = soundOf(fold(written)) === soundOf(fold(right));
  return person ? weight <= 1 || soundsAlike : soundsAlike && isEnglish(right);
}

/** True for a short name beside a family name that millions have: “Wang Lei” is not Wang Li. */
function isShortOther({ written, right, weight }: Slip): boolean {
  return Math.min(written.length, right.length) <= 3 && weight > SLIP_OF_THE_HAND;
}

/**
 * True where a surname behind a given name that is right, and no word besides, has become an English word:
 * “Amadou Dialog”.
 */
function isMeantSurname({ written, right }: Slip): boolean {
  return (
    ![isKnownPlace, isPersonTitle].some((is) => is(written)) &&
    !isDerivedForm(fold(written), fold(right))
  );
}

function isClose({ weight, written, right }: Slip): boolean {
  return weight <= 0.18 * Math.max(written.length, right.length);
}

/** What stands beside a name of one word: an honorific before it, a verb of saying that it is the subject of. */
export interface Beside {
  readonly titled: boolean;
  readonly speaks: boolean;
  readonly person: boolean;
}

/** True for a word that by itself is no slip, whatever name it is like. */
export function isRightAlone(written: string, { titled, person, speaks }: Beside): boolean {
  if (titled) return false;
  if (isGivenName(written)) return true;
  if (!isOtherWord(written)) return false;
  return (
    !(person && speaks) || [isPersonTitle, isKnownPlace, isCalendarWord].some((is) => is(written))
  );
}

/**
 * Whether a misspelled name of one word is meant: `likely` by itself, `perhaps` where the draft names
 * elsewhere who it would be.
 */
export function isMeantAlone(
  slip: Slip,
  { titled, person, speaks }: Beside,
): 'likely' | 'perhaps' | 'no' {
  const written = fold(slip.written);
  const right = fold(slip.right);
  const lastVowel = !titled && differInLastVowel(written, right);
  if (isDerivedForm(written, right) || (lastVowel && !person)) return 'no';
  if (isRightAlone(slip.written, { titled, person, speaks })) return 'no';
  // “Marine said”, where the draft has one Mr. Marin.
  if (!titled && isOtherWord(slip.written))
    return slip.weight <= slackWhereNamed(written, right, true) ? 'perhaps' : 'no';
  // “EEZ” is no slip for “Eze”.
  if (!titled && right.length < 5 && isAllCapitals(slip.written)) return 'no';
  const likely = titled || !(lastVowel || differInEnding(written, right));
  if (likely && slip.weight <= slackAlone(written, right, titled)) return 'likely';
  return slip.weight <= slackWhereNamed(written, right, titled) ? 'perhaps' : 'no';
}
