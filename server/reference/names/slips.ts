import { isEnglishWord } from '../../prose/dictionary.js';
import { isParticle } from '../../lexicon/nameWords.js';
import { lostItsCapital } from './lowerCase.js';
import type { ReadWord } from './reading.js';
import {
  fold,
  inCaseOf,
  isAccentedOtherwise,
  isAllCapitals,
  isCapitalised,
  lacksApostrophe,
} from './spelling.js';
import { isHonorific } from './titles.js';
import type { Joint } from './words.js';

/**
 * What is wrong with a word: its letters, its accents, a single initial, an apostrophe that is lost, a
 * capital that is lost, a space or hyphen too many or too few, the order of the parts, a part left out, or all of a
 * given name.
 */
export type SlipKind =
  | 'spelling'
  | 'accent'
  | 'part'
  | 'initial'
  | 'apostrophe'
  | 'case'
  | 'spacing'
  | 'order'
  | 'given';

/** One wrong place in a name. */
export interface Slip {
  readonly kind: SlipKind;
  /** UTF-16 offsets into the block's prose. */
  readonly start: number;
  readonly end: number;
  /** What stands there, and what should. */
  readonly written: string;
  readonly right: string;
  /** How far one is from the other in letters; 0 where the letters are right. */
  readonly weight: number;
}

/** A written word and the known one that should stand there. */
export interface Pair {
  readonly word: ReadWord;
  /** The number of the known word. */
  readonly token: number;
  /** How far one is from the other; 0 where the letters are right. */
  readonly weight: number;
  /** True for the last word of a form. */
  readonly last: boolean;
}

/**
 * What is wrong with the letters, apostrophes and spaces of a form's words; `parts` are these as they
 * should be written, `beside` the words around the form, with which it may be run together.
 * `undefined` where it is no form of the name after all.
 */
export function letterSlips(
  pairs: readonly Pair[],
  parts: readonly string[],
  beside: { readonly before?: ReadWord | undefined; readonly after?: ReadWord | undefined },
): readonly Slip[] | undefined {
  const slips: Slip[] = [];
  for (const [index, pair] of pairs.entries()) {
    const { word, weight } = pair;
    const part = parts[index] ?? '';
    const before = index === 0 ? beside.before : pairs[index - 1]?.word;
    const slip = slipOf(pair, part);
    if (weight > 0) {
      if (isCapitalised(part) && !isCapitalised(word.text)) return undefined;
      slips.push({ ...slip, kind: word.key.length === 1 ? 'initial' : 'spelling' });
    } else if (word.rejoined) {
      slips.push({ ...slip, kind: 'spacing' });
    } else if (pair.last && beside.after?.first === word.first && isLower(beside.after)) {
      const { text, end } = beside.after;
      const [written, right] = [slip.written + text, `${slip.right} ${text}`];
      slips.push({ ...slip, kind: 'spacing', end, written, right });
    } else if (word.joint === 'none' && before !== undefined && isGlued(before, word)) {
      const left = index === 0 ? before.text : inCaseOf(before.text, parts[index - 1] ?? '');
      const right = `${left} ${slip.right}`;
      const written = before.text + slip.written;
      slips.push({ ...slip, kind: 'spacing', start: before.start, written, right });
    } else if (isMarkedOtherwise(slip.written, part)) {
      if (pairs.length === 1 && (part.length < 5 || !/['’]/u.test(part))) return undefined;
      slips.push({ ...slip, kind: 'apostrophe' });
    } else if (isAccentedOtherwise(slip.written, part)) {
      slips.push({ ...slip, kind: 'accent' });
    }
  }
  return slips;
}

/** True where two words were one as written, or no space follows a short honorific: “Mr.Osei”. */
function isGlued(before: ReadWord, word: ReadWord): boolean {
  return before.first === word.first || /^(?:Mr|Ms|Dr)\.$/u.test(before.text);
}

function isLower({ text }: ReadWord): boolean {
  return !isCapitalised(text);
}

function isMarkedOtherwise(written: string, right: string): boolean {
  return lacksApostrophe(written, right) || lacksApostrophe(right, written);
}

/** What stands before a thing and before nobody's surname: “the marsh”. */
const DETERMINERS = new Set(
  'a an the this that these those his her its their our my your no every each some any'.split(' '),
);

/**
 * The capitals that a form's words have lost, where that tells: a sentence may open in lower case, and
 * much that is a name with a capital is a word without one. `undefined` where the words are no name.
 * `words` are the sentence's, the form's from `from` on.
 */
export function capitalSlips(
  pairs: readonly Pair[],
  parts: readonly string[],
  person: boolean,
  words: readonly ReadWord[],
  from: number,
): readonly Slip[] | undefined {
  const lower: Lowered[] = [];
  const others: Slip[] = [];
  let capitals = 0;
  for (const [index, pair] of pairs.entries()) {
    const part = parts[index] ?? '';
    if (!isCapitalised(part)) continue;
    if (hasOtherCapitals(pair, part)) {
      others.push({ ...slipOf(pair, part), kind: 'case', right: part });
    }
    const opens = from === 0 && index === 0;
    const hangs = index === 0 && pair.word.joint === 'none';
    if (isParticle(pair.word.text)) continue;
    if (isCapitalised(pair.word.text) || opens || hangs) capitals++;
    else lower.push({ ...slipOf(pair, part), kind: 'case', right: part, joint: pair.word.joint });
  }
  if (lower.length === 0) return others;
  const owner = words[from - 1];
  const titled = owner !== undefined && isHonorific(owner.text);
  const isThing = person && pairs.length === 1 && DETERMINERS.has(owner?.key ?? '');
  const lost = !isThing && lower.some(({ written, right }) => lostItsCapital(written, right));
  const surname = person && capitals > 0 && lower.every(({ written }) => !isEnglishWord(written));
  if (titled || lost || surname) return [...together(lower), ...others];
  return capitals > 0 ? others : undefined;
}

/** A slip in case, and how its word hangs on the one before it. */
interface Lowered extends Slip {
  readonly joint: Joint;
}

/** True where a capital stands inside a word that has none there, or the other way round: “OSei”. */
function hasOtherCapitals({ word, weight }: Pair, part: string): boolean {
  if (weight > 0 || word.text === part) return false;
  const text = word.text.normalize('NFD').replace(/\p{M}/gu, '');
  const right = part.normalize('NFD').replace(/\p{M}/gu, '');
  if (text === right || text.toLowerCase() !== right.toLowerCase()) return false;
  return [text, right].every((each) => isCapitalised(each) && !isAllCapitals(each));
}

/** The form's words that stand there letter for letter, initials aside. */
export function rightWords(pairs: readonly Pair[], parts: readonly string[]): readonly string[] {
  return parts.filter((part, index) => pairs[index]?.weight === 0 && fold(part).length > 1);
}

function slipOf(pair: Pair, part: string): Omit<Slip, 'kind'> {
  const { text, end } = writtenAs(pair);
  const { start } = pair.word;
  return { start, end, written: text, right: inCaseOf(text, part), weight: pair.weight };
}

/**
 * How a word is written, with its possessive ending where that belongs to the name or stands where
 * the name has none.
 */
function writtenAs({ word, token, last }: Pair): { readonly text: string; readonly end: number } {
  const { owned } = word;
  const counts = word.knownOwned === token && (word.known !== token || !last);
  return owned !== undefined && counts ? owned : word;
}

/** Slips in case that only a space or a hyphen parts, as one. */
function together(slips: readonly Lowered[]): readonly Slip[] {
  const merged: Slip[] = [];
  for (const { joint, ...slip } of slips) {
    const before = merged.at(-1);
    if (before === undefined || slip.start - before.end > 1) merged.push(slip);
    else {
      const between = joint === 'hyphen' ? '-' : ' ';
      merged[merged.length - 1] = {
        ...before,
        end: slip.end,
        written: before.written + between + slip.written,
        right: before.right + between + slip.right,
      };
    }
  }
  return merged;
}
