import { type FormTable } from './formTable.js';
import { wordsOf } from './forms.js';
import { lostItsCapital } from './lowerCase.js';
import type { ReadWord } from './reading.js';
import { fold, inCaseOf, isCapitalised, lacksApostrophe } from './spelling.js';

/**
 * What is wrong with a word: its letters, a single initial, an apostrophe that is lost, a capital
 * that is lost, a space or hyphen too many or too few, the order of the parts, or all of a given name.
 */
export type SlipKind = 'spelling' | 'initial' | 'apostrophe' | 'case' | 'spacing' | 'order' | 'given';

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

/** A form laid on the words of a sentence. */
export interface Alignment {
  readonly form: number;
  /** Indices into the sentence's words; `to` is not included. */
  readonly from: number;
  readonly to: number;
  readonly slips: readonly Slip[];
  /** The form's words that stand there letter for letter, initials aside. */
  readonly right: readonly string[];
  /** True where the last word's possessive ending belongs to the name. */
  readonly owned: boolean;
}

/** How far the word at `at` is from the word of the table that should stand there; `Infinity` where it cannot be meant. */
export type Weigh = (at: number, right: number) => number;

/** Where a form ends that is laid on the words from `from` on, letter for letter; -1 where it does not fit. Cannot throw. */
export function fits(
  table: FormTable,
  words: readonly ReadWord[],
  form: number,
  from: number,
): number {
  return walk(table, words, form, from, isRight);
}

/** Lays a form on the words from `from` on, where words may be misspelled as far as `weigh` lets them; `undefined` where it does not fit. Cannot throw. */
export function align(
  table: FormTable,
  words: readonly ReadWord[],
  form: number,
  from: number,
  weigh: Weigh,
): Alignment | undefined {
  const pairs: Pair[] = [];
  const to = walk(table, words, form, from, (word, right, last, at) => {
    const weight = isRight(word, right, last)
      ? 0
      : (initialWeight(word, table.key(right)) ?? weigh(at, right));
    if (weight < Infinity) pairs.push({ word, token: right, weight, last });
    return weight < Infinity;
  });
  return to < 0 ? undefined : describe(table, form, from, to, pairs, words);
}

interface Pair {
  readonly word: ReadWord;
  readonly token: number;
  readonly weight: number;
  readonly last: boolean;
}

function walk(
  table: FormTable,
  words: readonly ReadWord[],
  form: number,
  from: number,
  visit: (word: ReadWord, right: number, last: boolean, at: number) => boolean,
): number {
  const length = table.length(form);
  let at = from;
  for (let index = 0; index < length; index++) {
    const right = table.word(form, index);
    let word = words[at];
    // An initial that the known name lacks (“Sergei V. Lavrov”) is no slip.
    while (index > 0 && word !== undefined && isInitial(word) && table.key(right).length > 1) {
      at++;
      word = words[at];
    }
    if (word === undefined) return -1;
    if (index > 0 && word.joint === 'apart') return -1;
    if (index > 0 && word.joint === 'comma' && !table.text(form).includes(',')) return -1;
    if (!visit(word, right, index === length - 1, at)) return -1;
    at++;
  }
  return at;
}

function isInitial(word: ReadWord): boolean {
  return word.key.length === 1 && word.owned === undefined && isCapitalised(word.text);
}

function isRight(word: ReadWord, right: number, last: boolean): boolean {
  return word.known === right || word.knownOwned === right || (last && word.knownSingular === right);
}

/** The weight of two initials that differ. */
const INITIAL = 0.5;

/** The weight of one initial in place of another; `undefined` for other words. */
function initialWeight(word: ReadWord, right: string): number | undefined {
  if (word.key.length !== 1 && right.length !== 1) return undefined;
  return word.key.length === right.length && isCapitalised(word.text) ? INITIAL : Infinity;
}

function describe(
  table: FormTable,
  form: number,
  from: number,
  to: number,
  pairs: readonly Pair[],
  words: readonly ReadWord[],
): Alignment | undefined {
  const parts = wordsOf(table.text(form));
  const slips: Slip[] = [];
  const right: string[] = [];
  const lower: Slip[] = [];
  let capitals = 0;
  for (const [index, { word, token, weight, last }] of pairs.entries()) {
    const part = parts[index] ?? '';
    const { text, end } = writtenAs(word, token, last);
    const { start } = word;
    const slip = { start, end, written: text, right: inCaseOf(text, part), weight };
    if (weight === 0 && fold(part).length > 1) right.push(part);
    const before = pairs[index - 1]?.word;
    if (weight > 0) {
      slips.push({ ...slip, kind: word.key.length === 1 ? 'initial' : 'spelling' });
    } else if (word.rejoined) {
      slips.push({ ...slip, kind: 'spacing' });
    } else if (word.joint === 'none' && before !== undefined) {
      const whole = `${inCaseOf(before.text, parts[index - 1] ?? '')} ${slip.right}`;
      slips.push({ ...slip, kind: 'spacing', start: before.start, written: before.text + text, right: whole });
    } else if (part.length > 4 && lacksApostrophe(text, part)) {
      slips.push({ ...slip, kind: 'apostrophe' });
    }
    if (isCapitalised(part)) {
      if (isCapitalised(text)) capitals++;
      else if (weight > 0) return undefined;
      else if (word !== words[0] && (index > 0 || word.joint !== 'none')) lower.push({ ...slip, kind: 'case', right: part });
      else capitals++;
    }
  }
  const lost = lower.some(({ written, right: part }) => lostItsCapital(written, part));
  if (!lost && lower.length > 0 && capitals === 0) return undefined;
  const last = pairs.at(-1);
  return {
    form,
    from,
    to,
    slips: lost ? [...slips, ...together(lower)].sort((a, b) => a.start - b.start) : slips,
    right,
    owned: last?.word.knownOwned === last?.token && last?.word.known !== last?.token,
  };
}

/** How a word is written, with its possessive ending where that belongs to the name or stands where the name has none. */
function writtenAs(word: ReadWord, token: number, last: boolean): { text: string; end: number } {
  const { owned } = word;
  const counts = word.knownOwned === token && (word.known !== token || !last);
  return owned !== undefined && counts ? owned : word;
}

/** Slips in case that only a space parts, as one. */
function together(slips: readonly Slip[]): readonly Slip[] {
  const merged: Slip[] = [];
  for (const slip of slips) {
    const before = merged.at(-1);
    if (before === undefined || slip.start - before.end > 1) merged.push(slip);
    else {
      merged[merged.length - 1] = {
        ...before,
        end: slip.end,
        written: `${before.written} ${slip.written}`,
        right: `${before.right} ${slip.right}`,
      };
    }
  }
  return merged;
}
