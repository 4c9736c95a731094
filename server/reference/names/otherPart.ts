import { placeOfDemonym } from '../gazetteer.js';
import type { Entity, Role } from '../model.js';
import type { FormTable } from './formTable.js';
import { isFamilyName, wordsOfForms } from './forms.js';
import type { ReadWord } from './reading.js';
import type { Slip } from './slips.js';
import { inCaseOf, isCapitalised, spellingKeyOf } from './spelling.js';
import type { Surroundings } from './surroundings.js';

/** Words beside a name that are looked at for an office. */
const REACH = 9;

/**
 * The slip where a known surname, from `at` up to `to`, has somebody else's given name, though the office
 * beside it is that of the one the base knows: “Boris Lavrov, the Russian foreign minister”. `sure` where
 * the place at which it is held stands there too.
 */
export function givenNameSlip(
  entity: Entity,
  words: readonly ReadWord[],
  around: Surroundings,
  at: number,
  to: number,
): { readonly slip: Slip; readonly sure: boolean } | undefined {
  const given = around.givenNameBefore(at);
  const right = wordsOfForms(entity.name)[0];
  if (given === undefined || right === undefined || spellingKeyOf(right) === given.key)
    return undefined;
  if (given.key.length < 2 || !isFree(around, at - 1) || entity.roles.length === 0)
    return undefined;
  const beside = [...before(words, at - 1), ...after(words, to - 1)];
  const sure = entity.roles.some((role) => isTold(role, beside));
  if (!sure && !(isTheOffice(beside) && entity.roles.some((role) => isOffice(role, beside))))
    return undefined;
  const { start, end, text } = given;
  return { slip: { kind: 'given', start, end, written: text, right, weight: 1 }, sure };
}

/** True where no other name stands before the given name, which then would be a middle name. */
function isFree(around: Surroundings, at: number): boolean {
  return around.givenNameBefore(at) === undefined;
}

/** The words that run up to the one at `at`, nothing between. */
function before(words: readonly ReadWord[], at: number): readonly ReadWord[] {
  let from = at;
  while (from > 0 && at - from < REACH && words[from]?.joint === 'space') from--;
  return words.slice(from, at);
}

const RELATIVE = new Set(['who', 'whose', 'whom', 'which', 'that']);

/** The words of the phrase between commas behind the one at `at`; none of a clause. */
function after(words: readonly ReadWord[], at: number): readonly ReadWord[] {
  if (words[at + 1]?.joint !== 'comma' || RELATIVE.has(words[at + 1]?.key ?? '')) return [];
  let to = at + 2;
  while (to - at <= REACH && words[to] !== undefined && isWithin(words[to])) to++;
  return words.slice(at + 1, to);
}

function isWithin(word: ReadWord | undefined): boolean {
  return word?.joint === 'space' || word?.joint === 'hyphen';
}

/** True for “the goalkeeper”: of several, somebody else may be “a goalkeeper” or the former one. */
function isTheOffice(words: readonly ReadWord[]): boolean {
  return words.some(({ key }) => key === 'the') && !words.some(({ key }) => NOT_THE_ONE.has(key));
}

const NOT_THE_ONE = new Set('a an former new other second deputy late'.split(' '));

/** True where the words tell the office. */
function isOffice({ title }: Role, words: readonly ReadWord[]): boolean {
  const keys = new Set(words.map(({ key }) => key));
  const office = contentOf(title);
  return office.length > 0 && office.every((word) => keys.has(spellingKeyOf(word)));
}

/** True where the words tell the office and where it is held. */
function isTold(role: Role, words: readonly ReadWord[]): boolean {
  const { title, affiliation } = role;
  const office = contentOf(title);
  if (!isOffice(role, words)) return false;
  if (affiliation === undefined) return office.length > 2;
  return words.some(
    ({ text, key }) =>
      contentOf(affiliation).some((word) => spellingKeyOf(word) === key) ||
      placeOfDemonym(text)?.name === affiliation,
  );
}

function contentOf(text: string): readonly string[] {
  return wordsOfForms(text).filter((word) => word.length > 3);
}

/**
 * The slip where surname and given name at `at` have changed places: “Modi Narendra”.
 */
export function orderSlip(
  table: FormTable,
  words: readonly ReadWord[],
  around: Surroundings,
  form: number,
  at: number,
): Slip | undefined {
  const [surname, given] = [words[at], words[at + 1]];
  if (surname === undefined || given?.joint !== 'space' || !isCapitalised(given.text))
    return undefined;
  if (given.known !== table.word(form, 0) || given.known === surname.known) return undefined;
  if (around.headline || around.goesOn(at + 2) || around.givenNameBefore(at) !== undefined)
    return undefined;
  if (surname.owned !== undefined || [surname, given].some(({ text }) => isFamilyName(text)))
    return undefined;
  const [first = '', last = ''] = wordsOfForms(table.text(form));
  return {
    kind: 'order',
    start: surname.start,
    end: given.end,
    written: `${surname.text} ${given.text}`,
    right: `${first} ${last}`,
    weight: 0,
  };
}

/**
 * The slip where all words of a longer name stand from `at` on, but in another order: “Garda Crime Economic
 * Bureau”, “Nneka Hale-Okwuosa”.
 */
export function mixedUp(
  table: FormTable,
  words: readonly ReadWord[],
  form: number,
  at: number,
): Slip | undefined {
  const length = table.length(form);
  const window = words.slice(at, at + length);
  const [first, last] = [window[0], window.at(-1)];
  if (first === undefined || last === undefined || window.length < length) return undefined;
  const rest = new Set(Array.from({ length }, (_, index) => table.word(form, index)));
  // A name that has one word twice is left alone.
  if (rest.size < length) return undefined;
  for (const [index, word] of window.entries()) {
    if (!rest.delete(word.known) || (index > 0 && !isWithin(word))) return undefined;
    if (word.owned !== undefined && index < length - 1) return undefined;
  }
  const hyphened = window.some(({ joint }, index) => index > 0 && joint === 'hyphen');
  if (length < 3 && !hyphened) return undefined;
  if (window.every((word, index) => word.known === table.word(form, index))) return undefined;
  const written = window
    .map(({ text, joint }, index) =>
      index === 0 ? text : `${joint === 'hyphen' ? '-' : ' '}${text}`,
    )
    .join('');
  const right = inCaseOf(written, table.text(form));
  return { kind: 'order', start: first.start, end: last.end, written, right, weight: 0 };
}

/**
 * What news calls a body that states or groups have joined; one is easily written for the other.
 */
const GATHERINGS = new Set(
  'organisation organization forum group grouping bloc alliance pact association'
    .split(' ')
    .map(spellingKeyOf),
);

/** True for the key of a word for a body that others have joined. */
export function isGathering(key: string): boolean {
  return GATHERINGS.has(key);
}

/**
 * Where the name of a body starts that ends behind the word at `at` and has another word for what it
 * is in the place of its own last: “Shanghai Cooperation Forum”.
 */
export function renamedBody(
  table: FormTable,
  words: readonly ReadWord[],
  form: number,
  at: number,
): number | undefined {
  const last = table.length(form) - 1;
  const head = words[at + 1];
  const own = table.key(table.word(form, last));
  if (head?.joint !== 'space' || !isCapitalised(head.text) || own === head.key) return undefined;
  if (!GATHERINGS.has(head.key) || !GATHERINGS.has(own)) return undefined;
  const from = at - last + 1;
  for (let index = 0; index < last; index++) {
    if (words[from + index]?.known !== table.word(form, index)) return undefined;
  }
  return from;
}
