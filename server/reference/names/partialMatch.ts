import { wordSet } from '../../lexicon/wordSet.js';
import { isRelativePronoun } from '../../lexicon/functionWords.js';
import { placeOfDemonym } from '../gazetteer.js';
import type { Entity, Role } from '../model.js';
import type { FormTable } from './formTable.js';
import { isFamilyName, splitName } from './forms.js';
import type { TableWord } from './tableWords.js';
import type { Misspelling } from './misspellings.js';
import { isCapitalised } from '../../prose/letterCase.js';
import { matchCase, spellingKeyOf } from './spelling.js';
import type { NameContext } from './nameContext.js';

/** The number of words before and after a name that are searched for an office. */
const OFFICE_WINDOW = 9;

/**
 * A wrong given name before a known surname, from `at` up to `to`: the office next to it is that of the known person
 * (“Boris Lavrov, the Russian foreign minister”). `sure` if the affiliation is there too.
 */
export function wrongGivenName(
  entity: Entity,
  words: readonly TableWord[],
  context: NameContext,
  at: number,
  to: number,
): { readonly misspelling: Misspelling; readonly sure: boolean } | undefined {
  const given = context.givenNameBefore(at);
  const parts = splitName(entity.name);
  const [right] = parts;
  if (given === undefined || right === undefined) return undefined;
  // A title may precede the given name: “H.E. Bruno Feldmark”.
  if (parts.some((part) => spellingKeyOf(part) === given.key)) return undefined;
  if (given.key.length < 2 || !isFirstName(context, at - 1) || entity.roles.length === 0)
    return undefined;
  const beside = [...wordsBefore(words, at - 1), ...wordsAfter(words, to - 1)];
  const sure = entity.roles.some((role) => namesOfficeAndPlace(role, beside));
  if (!sure && !(isSoleOffice(beside) && entity.roles.some((role) => namesOffice(role, beside))))
    return undefined;
  const { start, end, text } = given;
  return { misspelling: { kind: 'given', start, end, written: text, right, distance: 1 }, sure };
}

/** True if no other name precedes the given name, which would then be a middle name. */
function isFirstName(context: NameContext, at: number): boolean {
  return context.givenNameBefore(at) === undefined;
}

/** The words directly before the one at `at`, separated only by spaces. */
function wordsBefore(words: readonly TableWord[], at: number): readonly TableWord[] {
  let from = at;
  while (from > 0 && at - from < OFFICE_WINDOW && words[from]?.joint === 'space') from--;
  return words.slice(from, at);
}

/** The words of the appositive phrase after the word at `at`; empty for a relative clause. */
function wordsAfter(words: readonly TableWord[], at: number): readonly TableWord[] {
  if (words[at + 1]?.joint !== 'comma' || isRelativePronoun(words[at + 1])) return [];
  let to = at + 2;
  while (to - at <= OFFICE_WINDOW && words[to] !== undefined && isWithin(words[to])) to++;
  return words.slice(at + 1, to);
}

function isWithin(word: TableWord | undefined): boolean {
  return word?.joint === 'space' || word?.joint === 'hyphen';
}

/** True for “the goalkeeper”: someone else may be “a goalkeeper” or the former one. */
function isSoleOffice(words: readonly TableWord[]): boolean {
  return words.some(({ key }) => key === 'the') && !words.some(({ key }) => NOT_SOLE.has(key));
}

const NOT_SOLE = wordSet('a an former new other second deputy late');

/** True if the words name the office. */
function namesOffice({ title }: Role, words: readonly TableWord[]): boolean {
  const keys = new Set(words.map(({ key }) => key));
  const office = contentWordsOf(title);
  return office.length > 0 && office.every((word) => keys.has(spellingKeyOf(word)));
}

/** True if the words name the office and the place where it is held. */
function namesOfficeAndPlace(role: Role, words: readonly TableWord[]): boolean {
  const { title, affiliation } = role;
  const office = contentWordsOf(title);
  if (!namesOffice(role, words)) return false;
  if (affiliation === undefined) return office.length > 2;
  return words.some(
    ({ text, key }) =>
      contentWordsOf(affiliation).some((word) => spellingKeyOf(word) === key) ||
      placeOfDemonym(text)?.name === affiliation,
  );
}

function contentWordsOf(text: string): readonly string[] {
  return splitName(text).filter((word) => word.length > 3);
}

/** Surname and given name in the wrong order from `at` on: “Modi Narendra”. */
export function swappedNameParts(
  table: FormTable,
  words: readonly TableWord[],
  context: NameContext,
  form: number,
  at: number,
): Misspelling | undefined {
  const [surname, given] = [words[at], words[at + 1]];
  if (surname === undefined || given?.joint !== 'space' || !isCapitalised(given.text))
    return undefined;
  if (given.wordId !== table.word(form, 0) || given.wordId === surname.wordId) return undefined;
  if (
    context.isHeadline ||
    context.isContinued(at + 2) ||
    context.givenNameBefore(at) !== undefined
  )
    return undefined;
  if (surname.possessive !== undefined || [surname, given].some(({ text }) => isFamilyName(text)))
    return undefined;
  const [first = '', last = ''] = splitName(table.text(form));
  // “Tanaka R.” in a list of authors is R. Tanaka.
  if ([first, last].some((part) => /^\p{L}\.?$/u.test(part))) return undefined;
  return {
    kind: 'order',
    start: surname.start,
    end: given.end,
    written: `${surname.text} ${given.text}`,
    right: `${first} ${last}`,
    distance: 0,
  };
}

/** All words of a longer name in the wrong order from `at` on: “Garda Crime Economic Bureau”, “Nneka Hale-Okwuosa”. */
export function reorderedWords(
  table: FormTable,
  words: readonly TableWord[],
  form: number,
  at: number,
): Misspelling | undefined {
  const length = table.length(form);
  const window = words.slice(at, at + length);
  const [first, last] = [window[0], window.at(-1)];
  if (first === undefined || last === undefined || window.length < length) return undefined;
  const rest = new Set(Array.from({ length }, (_, index) => table.word(form, index)));
  // Names that contain a word twice are not checked.
  if (rest.size < length) return undefined;
  for (const [index, word] of window.entries()) {
    if (!rest.delete(word.wordId) || (index > 0 && !isWithin(word))) return undefined;
    if (word.possessive !== undefined && index < length - 1) return undefined;
  }
  const hyphenated = window.some(({ joint }, index) => index > 0 && joint === 'hyphen');
  if (length < 3 && !hyphenated) return undefined;
  if (window.every((word, index) => word.wordId === table.word(form, index))) return undefined;
  const written = window
    .map(({ text, joint }, index) =>
      index === 0 ? text : `${joint === 'hyphen' ? '-' : ' '}${text}`,
    )
    .join('');
  const right = matchCase(written, table.text(form));
  return { kind: 'order', start: first.start, end: last.end, written, right, distance: 0 };
}

/** Nouns for a body with members, which reporters easily confuse. */
const MEMBERSHIP_NOUNS = new Set(
  'organisation organization forum group grouping bloc alliance pact association'
    .split(' ')
    .map(spellingKeyOf),
);

/** True for the spelling key of a noun for a body with members: “forum”, “alliance”. */
export function isMembershipNoun(key: string): boolean {
  return MEMBERSHIP_NOUNS.has(key);
}

/**
 * The index of the first word of a body's name whose last word, after the one at `at`, is replaced by another noun of
 * the kind: “Shanghai Cooperation Forum”. `undefined` if there is no such name.
 */
export function renamedBodyStart(
  table: FormTable,
  words: readonly TableWord[],
  form: number,
  at: number,
): number | undefined {
  const last = table.length(form) - 1;
  const head = words[at + 1];
  const own = table.key(table.word(form, last));
  if (head?.joint !== 'space' || !isCapitalised(head.text) || own === head.key) return undefined;
  if (!MEMBERSHIP_NOUNS.has(head.key) || !MEMBERSHIP_NOUNS.has(own)) return undefined;
  const from = at - last + 1;
  for (let index = 0; index < last; index++) {
    if (words[from + index]?.wordId !== table.word(form, index)) return undefined;
  }
  return from;
}
