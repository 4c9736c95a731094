import type { Entity } from '../model.js';
import { type FormTable } from './formTable.js';
import { hyphenatedWords, splitName } from './forms.js';
import type { TableWord } from './tableWords.js';
import {
  type WordPair,
  type Misspelling,
  capitalMisspellings,
  letterMisspellings,
  correctWordsOf,
} from './misspellings.js';
import { isCapitalised } from '../../prose/letterCase.js';
import { isSpellingVariant } from './spelling.js';

/** A form matched with consecutive words of a sentence. */
export interface Alignment {
  readonly form: number;
  /** Indices of the sentence's words; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
  readonly misspellings: readonly Misspelling[];
  /** The form's words that are written correctly, without initials. */
  readonly correctWords: readonly string[];
  /** True if the last word's possessive ending is part of the name. */
  readonly includesPossessive: boolean;
}

/**
 * The distance of the word at index `at` from the table word that should be there; `Infinity` if that cannot be the
 * intended word.
 */
export type WordDistance = (at: number, rightId: number) => number;

/** The exclusive end of a form that matches the words from `from` on exactly; -1 if it does not match. */
export function endOfExactMatch(
  table: FormTable,
  words: readonly TableWord[],
  form: number,
  from: number,
): number {
  return walk(table, words, form, from, isCorrect);
}

/**
 * Aligns a form with the words from `from` on, which may be misspelled within the limits of `distanceOf`; `undefined`
 * if it does not match.
 */
export function align(
  table: FormTable,
  words: readonly TableWord[],
  form: number,
  from: number,
  distanceOf: WordDistance,
): Alignment | undefined {
  const pairs: WordPair[] = [];
  const to = walk(table, words, form, from, (word, right, last, at) => {
    const weight = isCorrect(word, right, last)
      ? 0
      : (initialDistance(word, table.key(right)) ?? distanceOf(at, right));
    if (weight < Infinity) pairs.push({ word, wordId: right, distance: weight, last });
    return weight < Infinity;
  });
  return to < 0 ? undefined : createAlignment(table, form, from, to, pairs, words);
}

function walk(
  table: FormTable,
  words: readonly TableWord[],
  form: number,
  from: number,
  visit: (word: TableWord, right: number, last: boolean, at: number) => boolean,
): number {
  const length = table.length(form);
  let at = from;
  for (let index = 0; index < length; index++) {
    const right = table.word(form, index);
    let word = words[at];
    while (index > 0 && isInitial(word) && mayHaveInitial(table, form, right)) {
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

/** True if an extra initial is acceptable: the known name has none (“Sergei V. Lavrov”), so it cannot be a wrong one. */
function mayHaveInitial(table: FormTable, form: number, right: number): boolean {
  return table.key(right).length > 1 && !/\s\p{L}\.?\s/u.test(table.entity(form)?.name ?? '');
}

function isInitial(word: TableWord | undefined): boolean {
  return word?.key.length === 1 && word.possessive === undefined && isCapitalised(word.text);
}

function isCorrect(word: TableWord, right: number, last: boolean): boolean {
  return (
    word.wordId === right || word.possessiveId === right || (last && word.singularId === right)
  );
}

/** The distance between two different initials. */
const INITIAL_DISTANCE = 0.5;

/** The distance between two initials; `undefined` if neither word is an initial. */
function initialDistance(word: TableWord, right: string): number | undefined {
  if (word.key.length !== 1 && right.length !== 1) return undefined;
  return word.key.length === right.length && isCapitalised(word.text) ? INITIAL_DISTANCE : Infinity;
}

function createAlignment(
  table: FormTable,
  form: number,
  from: number,
  to: number,
  pairs: readonly WordPair[],
  words: readonly TableWord[],
): Alignment | undefined {
  const parts = splitName(table.text(form));
  const hyphenated = hyphenatedWords(table.text(form));
  const isFused = words[to]?.first === pairs.at(-1)?.word.first;
  if (
    !isFused &&
    pairs.every((pair, index) => isWrittenExactly(pair, parts[index], hyphenated.has(index)))
  )
    return {
      form,
      from,
      to,
      misspellings: [],
      correctWords: correctWordsOf(pairs, parts),
      includesPossessive: false,
    };
  const entity = table.entity(form);
  const needsHyphens = entity?.kind === 'person' && !hasFormWithoutHyphens(pairs, entity);
  const written = { parts, hyphenated, needsHyphens };
  const letters = letterMisspellings(pairs, written, { before: words[from - 1], after: words[to] });
  const capitals = capitalMisspellings(pairs, parts, entity?.kind ?? 'body', words, from);
  if (letters === undefined || capitals === undefined) return undefined;
  const reported = letters.filter(
    (each) => each.kind !== 'accent' || !hasFormWithAccents(each, entity),
  );
  const last = pairs.at(-1);
  return {
    form,
    from,
    to,
    misspellings: [...reported, ...capitals].sort((a, b) => a.start - b.start),
    correctWords: correctWordsOf(pairs, parts),
    includesPossessive:
      last?.word.possessiveId === last?.wordId && last?.word.wordId !== last?.wordId,
  };
}

/** True for the usual case of a separate word that is written exactly as in the form. */
function isWrittenExactly(
  { word, wordId, distance }: WordPair,
  part: string | undefined,
  isHyphenated: boolean,
): boolean {
  const isJoined = word.joint !== 'none' && (!isHyphenated || word.joint === 'hyphen');
  const alone = isJoined && !word.rejoined && word.possessive === undefined;
  return distance === 0 && alone && word.wordId === wordId && word.text === part;
}

/** True if the reference also has the name with spaces for hyphens, because its sources differ. */
function hasFormWithoutHyphens(pairs: readonly WordPair[], { name, forms }: Entity): boolean {
  const written = pairs.map(({ word }) => word.text).join(' ');
  return [name, ...forms].some((form) => ` ${form} `.includes(` ${written} `));
}

/** True if the reference also has the name with these accents, because its sources differ. */
function hasFormWithAccents({ written }: Misspelling, entity: Entity | undefined): boolean {
  const names = entity === undefined ? [] : [entity.name, ...entity.forms];
  return names.flatMap(splitName).some((word) => !isSpellingVariant(word, written));
}
