import type { Entity } from '../model.js';
import { type FormTable } from './formTable.js';
import { wordsOfForms } from './forms.js';
import type { ReadWord } from './reading.js';
import { type Pair, type Slip, capitalSlips, letterSlips, rightWords } from './slips.js';
import { isCapitalised, isVariant } from './spelling.js';

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

/**
 * How far the word at `at` is from the word of the table that should stand there; `Infinity` where
 * it cannot be meant.
 */
export type Weigh = (at: number, right: number) => number;

/**
 * Where a form ends that is laid on the words from `from` on, letter for letter; -1 where it does
 * not fit.
 */
export function fits(
  table: FormTable,
  words: readonly ReadWord[],
  form: number,
  from: number,
): number {
  return walk(table, words, form, from, isRight);
}

/**
 * Lays a form on the words from `from` on, where words may be misspelled as far as `weigh` lets
 * them; `undefined` where it does not fit.
 */
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
    while (index > 0 && isInitial(word) && maySkip(table, form, right)) {
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

/**
 * An initial that the known name lacks (“Sergei V. Lavrov”) is no slip; another than it has is one.
 */
function maySkip(table: FormTable, form: number, right: number): boolean {
  return table.key(right).length > 1 && !/\s\p{L}\.?\s/u.test(table.entity(form)?.name ?? '');
}

function isInitial(word: ReadWord | undefined): boolean {
  return word?.key.length === 1 && word.owned === undefined && isCapitalised(word.text);
}

function isRight(word: ReadWord, right: number, last: boolean): boolean {
  return (
    word.known === right || word.knownOwned === right || (last && word.knownSingular === right)
  );
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
  const parts = wordsOfForms(table.text(form));
  const runsOn = words[to]?.first === pairs.at(-1)?.word.first;
  if (!runsOn && pairs.every((pair, index) => isWrittenAs(pair, parts[index])))
    return { form, from, to, slips: [], right: rightWords(pairs, parts), owned: false };
  const entity = table.entity(form);
  const person = entity?.kind === 'person';
  const letters = letterSlips(pairs, parts, { before: words[from - 1], after: words[to] });
  const capitals = capitalSlips(pairs, parts, person, words, from);
  if (letters === undefined || capitals === undefined) return undefined;
  const told = letters.filter((slip) => slip.kind !== 'accent' || !isWrittenSo(slip, entity));
  const last = pairs.at(-1);
  return {
    form,
    from,
    to,
    slips: [...told, ...capitals].sort((a, b) => a.start - b.start),
    right: rightWords(pairs, parts),
    owned: last?.word.knownOwned === last?.token && last?.word.known !== last?.token,
  };
}

/** True for what most words are: the known one, letter for letter, by itself. */
function isWrittenAs({ word, token, weight }: Pair, part: string | undefined): boolean {
  const alone = word.joint !== 'none' && !word.rejoined && word.owned === undefined;
  return weight === 0 && alone && word.known === token && word.text === part;
}

/** True where the reference has a name with these accents too, as where its sources differ. */
function isWrittenSo({ written }: Slip, entity: Entity | undefined): boolean {
  const names = entity === undefined ? [] : [entity.name, ...entity.forms];
  return names.flatMap(wordsOfForms).some((word) => !isVariant(word, written));
}
