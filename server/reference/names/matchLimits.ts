import { isEnglishWordOrPlural as isEnglish } from '../../prose/dictionary.js';
import { isGivenName } from '../../lexicon/givenNames.js';
import { isCalendarWord } from '../../lexicon/calendar.js';
import type { Entity } from '../model.js';
import type { Alignment } from './alignment.js';
import { usualLimit } from './nameDistance.js';
import { differInEnding, isDerivedForm } from './endings.js';
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
function maxDistanceAlone(written: string, right: string, titled: boolean): number {
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

/**
 * Whether the words of an alignment are a misspelled form, of several words, of the entity's name. `isWhole` is true if no
 * word beside them may belong to a longer name.
 */
export function matchSeveral(
  { misspellings, correctWords }: Alignment,
  entity: Entity,
  isWhole: boolean,
): Likelihood {
  const person = entity.kind === 'person';
  const wrong = misspellings.filter(({ kind }) => kind === 'spelling');
  const distinctive = correctWords.some((word) => !isEnglish(word));
  if (misspellings.some(({ kind }) => kind === 'initial') && !(person && distinctive)) return 'no';
  if (correctWords.length === 0) {
    const letters = wrong.reduce((sum, { right }) => sum + right.length, 0);
    const isLong =
      letters >= 11 && wrong.every((each) => !isOtherWord(each.written) && isClose(each));
    return isLong ? 'likely' : 'no';
  }
  if (wrong.length > correctWords.length) return 'no';
  const link = wrong.find(({ written }) => isLinkWord(fold(written)));
  if (link !== undefined) {
    if (person || wrong.length > 1) return 'no';
    // “Institute of Coastal Ecology” for “… for …”; with fewer correct words a longer name may be of another body.
    const isShort = correctWords.length === 2 && entity.kind === 'body';
    const isSame = isShort && isWhole && [link.written, link.right].every(isOfOrFor);
    return correctWords.length > 2 || isSame ? 'likely' : 'no';
  }
  const isLikely = wrong.every(
    ({ written, right, distance }) =>
      distance <= usualLimit(fold(written), fold(right)) &&
      !isDerivedForm(fold(written), fold(right)) &&
      (!isOtherWord(written) ||
        (isEnglish(written) && (person ? distinctive : areHomophones(written, right)))),
  );
  return isLikely ? 'likely' : 'possible';
}

/** True for two English words that sound alike: “Counsel”, “Council”. */
function areHomophones(written: string, right: string): boolean {
  return isEnglish(right) && soundOf(fold(written)) === soundOf(fold(right));
}

/** True for the words that join a body and its purpose, which nobody distinguishes. */
function isOfOrFor(word: string): boolean {
  return /^(?:of|for)$/u.test(word);
}

const LINK_WORDS = new Set(['of', 'for', 'on', 'in', 'at', 'and']);
/** The distance between two different link words. */
export const LINK_WORD_DISTANCE = 0.6;

/** True for a preposition or conjunction that links the parts of a body's name: “for”. */
export function isLinkWord(word: string): boolean {
  return LINK_WORDS.has(word);
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
export function matchAlone(misspelling: Misspelling, context: SingleWordContext): Likelihood {
  const { distance } = misspelling;
  const { titled } = context;
  const [written, right] = [fold(misspelling.written), fold(misspelling.right)];
  if (isCorrectAlone(misspelling.written, context)) return 'no';
  // “EEZ” is not a misspelling of “Eze”.
  if (!titled && right.length < 5 && isAllCapitals(misspelling.written)) return 'no';
  const isOther = !titled && (isOtherWord(misspelling.written) || differInEnding(written, right));
  if (!isOther && distance <= maxDistanceAlone(written, right, titled)) return 'likely';
  return distance <= maxDistanceIfSupported(written, right, true) ? 'possible' : 'no';
}
