import { isEnglishWord } from '../../prose/dictionary.js';
import { placeNamed, placeOfDemonym } from '../gazetteer.js';
import type { Alignment, Slip } from './alignment.js';
import { soundOf } from './sound.js';
import { fold, isAllCapitals } from './spelling.js';
import { isTitle } from './titles.js';

/** How far off a word may be when other words of the name stand rightly beside it. Both are folded. Cannot throw. */
export function slackInName(written: string, right: string): number {
  const length = Math.min(written.length, right.length);
  if (length <= 3) return soundOf(written) === soundOf(right) ? 1.8 : 0.7;
  if (length <= 5) return 1.1;
  return length <= 7 ? 1.5 : 2.2;
}

/** How far off a word may be when it stands alone, or behind an honorific. Both are folded. Cannot throw. */
export function slackAlone(written: string, right: string, titled: boolean): number {
  const length = Math.min(written.length, right.length);
  if (length <= 3) return titled && soundOf(written) === soundOf(right) ? 1.8 : 0;
  if (length === 4) return titled ? 0.85 : 0;
  if (length === 5) return titled ? 0.85 : 0.6;
  return length < 8 || written[0] !== right[0] ? 0.86 : 1.2;
}

/** Endings that make an adjective, a people, a plural or a sister's name of another name. */
const ENDINGS = new Set(
  'a e i o r rs s an n en er ers es ese is ia ian ians ic ish ist ists ite ites man men ns y ies in ina ine ette ov ova aya sky ska us um'.split(' '),
);

/**
 * True where two words differ in their ending only and both may be right: a place and its people
 * (“Somalia”, “Somalis”), one and many, a man's name and a woman's (“Francois”, “Francoise”). A last
 * letter doubled (“Hoffmann”) is no such ending. Both are folded. Cannot throw.
 */
export function differInEnding(a: string, b: string): boolean {
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  if (shared < 3) return false;
  const ends = [a.slice(shared), b.slice(shared)];
  const doubled = ends.includes('') && ends.some((end) => end.length === 1 && end === a[shared - 1]);
  if (doubled && !ends.includes('s')) return false;
  return ends.every((end) => end === '' || ENDINGS.has(end));
}

/** True for what is a right word by itself: an English word, its plural, a title, or a place that every desk knows. */
function isOtherWord(written: string): boolean {
  return isEnglish(written) || isTitle(written) || isKnownPlace(written);
}

function isEnglish(word: string): boolean {
  return isEnglishWord(word) || isEnglishWord(word.replace(/s$/u, ''));
}

/** True for a place that every desk knows and for its adjective and people, in whatever case. Cannot throw. */
export function isKnownPlace(word: string): boolean {
  const text = isAllCapitals(word) ? word.charAt(0) + word.slice(1).toLowerCase() : word;
  return [word, text].some(
    (each) => placeNamed(each) !== undefined || placeOfDemonym(each) !== undefined,
  );
}

/** True where a form of several words is meant, though some are misspelled. Cannot throw. */
export function isMeant(alignment: Alignment, person: boolean): boolean {
  const { slips, right } = alignment;
  const wrong = slips.filter(({ kind }) => kind === 'spelling');
  if (slips.some(({ kind }) => kind === 'initial') && !(person && right.some((word) => !isEnglish(word)))) {
    return false;
  }
  if (right.length === 0) {
    const letters = wrong.reduce((sum, slip) => sum + slip.right.length, 0);
    return letters >= 11 && wrong.every((slip) => !isOtherWord(slip.written) && isClose(slip));
  }
  if (wrong.length > right.length) return false;
  const telling = person || right.length > 1 || right.some((word) => !isEnglishWord(word));
  return wrong.every((slip) => {
    if (differInEnding(fold(slip.written), fold(slip.right))) return false;
    if (isKnownPlace(slip.written) || isTitle(slip.written)) return false;
    if (isEnglish(slip.written)) {
      return person || (isEnglish(slip.right) && soundOf(fold(slip.written)) === soundOf(fold(slip.right)));
    }
    return telling || slip.weight <= slackAlone(fold(slip.written), fold(slip.right), false);
  });
}

function isClose({ weight, written, right }: Slip): boolean {
  return weight <= 0.18 * Math.max(written.length, right.length);
}

/** True where a name of one word is meant that is misspelled. Cannot throw. */
export function isMeantAlone(slip: Slip, titled: boolean): boolean {
  const written = fold(slip.written);
  const right = fold(slip.right);
  if (slip.weight > slackAlone(written, right, titled)) return false;
  if (differInEnding(written, right)) return false;
  return titled || !isOtherWord(slip.written);
}
