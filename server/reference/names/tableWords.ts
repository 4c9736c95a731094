import { wordSet } from '../../lexicon/wordSet.js';
import { isEnglishWord, isThirdOrPastForm } from '../../prose/dictionary.js';
import { fusedWordsOffset } from '../../prose/fusedWords.js';
import type { Token } from '../../prose/tokens.js';
import type { FormTable } from './formTable.js';
import { isKnownPlace } from './knownPlace.js';
import { isCapitalised } from '../../prose/letterCase.js';
import { spellingKeyOf, spellingKeyOfPart } from './spelling.js';
import { isHonorific } from '../../lexicon/honorifics.js';
import { type NameWord, joinedWord, nameWords, subword } from './words.js';

/** A word of a sentence with its ids in a form table; -1 if the table does not contain it. */
export interface TableWord extends NameWord {
  /** The id of the word itself. */
  readonly wordId: number;
  /** The id of the word with its possessive ending. */
  readonly possessiveId: number;
  /** The id of the word without a plural -s. */
  readonly singularId: number;
  /** True if the word was joined from two parts separated by a wrong hyphen or space. */
  readonly rejoined: boolean;
}

/**
 * The words of a sentence, looked up in a form table. Fused words (“NorthKorea”) are split and separated ones
 * (“Uzbek-istan”) joined if that turns unknown words into known ones.
 */
export function tableWordsOf(tokens: readonly Token[], table: FormTable): readonly TableWord[] {
  const words = nameWords(tokens).flatMap(
    (word, at, all) =>
      splitFused(word, table, { before: all[at - 1], after: all[at + 1] }) ?? [lookUp(word, table)],
  );
  const result: TableWord[] = [];
  for (const word of words) {
    const before = result.at(-1);
    const whole = before === undefined ? undefined : rejoin(before, word, table);
    if (whole === undefined) result.push(word);
    else result[result.length - 1] = whole;
  }
  return result;
}

function lookUp(word: NameWord, table: FormTable): TableWord {
  const { text, key, first, last, start, end, joint, possessive } = word;
  const plural = key.endsWith('s') && !key.endsWith('ss') && key.length > 1;
  // The properties are listed because spreading the word would dominate the running time.
  return {
    text,
    key,
    first,
    last,
    start,
    end,
    joint,
    possessive,
    wordId: table.wordId(key) ?? -1,
    possessiveId: possessive === undefined ? -1 : (table.wordId(possessive.key) ?? -1),
    singularId: plural ? (table.wordId(key.slice(0, -1)) ?? -1) : -1,
    rejoined: false,
  };
}

/** The least number of letters in each part of a fused word. */
const MIN_PART = 3;

/** A lower-case word, which is not part of a name; most words are. */
const LOWER_CASE = /^[a-z]+$/u;

/** The words beside another, of which there may be none. */
interface Neighbours {
  readonly before: NameWord | undefined;
  readonly after: NameWord | undefined;
}

function splitFused(
  word: NameWord,
  table: FormTable,
  beside: Neighbours,
): readonly TableWord[] | undefined {
  if (word.text.length < 2 * MIN_PART || LOWER_CASE.test(word.text)) return undefined;
  if (table.wordId(word.key) !== undefined) return undefined;
  const at =
    betweenNames(word, table, beside) ??
    beforeName(word, table) ??
    afterName(word, table, beside.before);
  if (at === undefined) return undefined;
  return [subword(word, 0, at), subword(word, at, word.text.length)].map((part) =>
    lookUp(part, table),
  );
}

/** The offset at which two words of names are fused: “NorthKorea”. */
function betweenNames(
  { text }: NameWord,
  table: FormTable,
  { before, after }: Neighbours,
): number | undefined {
  if (!isCapitalised(text)) return undefined;
  for (let at = MIN_PART; at <= text.length - MIN_PART; at++) {
    const left = table.wordId(spellingKeyOfPart(text, 0, at));
    if (left === undefined) continue;
    const right = table.wordId(spellingKeyOfPart(text, at, text.length));
    if (right === undefined) continue;
    const camel = isCapitalised(text.slice(at)) && !isCapitalised(text.slice(at - 1));
    const long = at > MIN_PART && text.length - at > MIN_PART && !isEnglishWord(text);
    if (camel || (long && isInName([left, right], table))) return at;
    // “Jeanluc Moreau”: the word beside it belongs to the same name.
    const isBesideRest =
      (after !== undefined && isInName([left, right, table.wordId(after.key)], table)) ||
      (before !== undefined && isInName([table.wordId(before.key), left, right], table));
    if (isBesideRest) return at;
  }
  return undefined;
}

/** The offset at which a name is fused with the word before it, unless `fusedWordsOffset` finds it: “bandEmeka”. */
function beforeName({ text }: NameWord, table: FormTable): number | undefined {
  const at = /\p{Ll}(\p{Lu}\p{Ll}+)$/u.exec(text);
  if (at === null || text.length - at.index <= MIN_PART || fusedWordsOffset(text) > 0)
    return undefined;
  const left = text.slice(0, at.index + 1);
  if (table.wordId(spellingKeyOf(text.slice(at.index + 1))) === undefined) return undefined;
  // “MyLondon” is a newspaper.
  const plain = !isCapitalised(left) && isEnglishWord(left);
  return plain || isHonorific(left) || isKnownPlace(left) ? left.length : undefined;
}

/** The least number of letters of a single-word name that may be fused with the next word. */
const MIN_SINGLE_NAME = 7;
const COMMON_NEXT_WORDS = wordSet(
  'and the who was were has had have will would with that from for but told after when while',
);

/**
 * The offset at which a name is fused with the next word, a verb or a very common word: “Osei Tutuwalked”. Other words
 * are endings of surnames: “Berg” is not part of “Bergman”.
 */
function afterName(
  { text }: NameWord,
  table: FormTable,
  before: NameWord | undefined,
): number | undefined {
  if (!isCapitalised(text) || isEnglishWord(text)) return undefined;
  for (let at = text.length - MIN_PART; at > MIN_PART; at--) {
    const right = text.slice(at);
    if (!COMMON_NEXT_WORDS.has(right) && !(right.length > MIN_PART && isThirdOrPastForm(right)))
      continue;
    const left = table.wordId(spellingKeyOfPart(text, 0, at));
    if (left === undefined) continue;
    const first = before === undefined ? undefined : table.wordId(before.key);
    if (at >= MIN_SINGLE_NAME || isInName([first, left], table)) return at;
  }
  return undefined;
}

/** True if a name contains these words in sequence; `undefined` represents a word of no name. */
function isInName(ids: readonly (number | undefined)[], table: FormTable): boolean {
  const [first] = ids;
  if (first === undefined || ids.includes(undefined)) return false;
  let found = false;
  table.forEachOccurrence(first, (form, at) => {
    found ||=
      at + ids.length <= table.length(form) &&
      ids.every((id, index) => table.word(form, at + index) === id);
  });
  return found;
}

function rejoin(a: TableWord, b: TableWord, table: FormTable): TableWord | undefined {
  if (b.joint !== 'hyphen' && b.joint !== 'space') return undefined;
  if (!isCapitalised(a.text) || a.possessive !== undefined) return undefined;
  if (b.text.length < 2 || a.text.length + b.text.length < 2 * MIN_PART) return undefined;
  if (/\p{N}/u.test(b.text)) return undefined;
  if (b.joint === 'space' && !isUnknownWord(a) && !isUnknownWord(b)) return undefined;
  const whole = lookUp(joinedWord(a, b), table);
  if (whole.wordId < 0) return undefined;
  // “Co-operation” is an accepted spelling of an English word.
  if (b.joint === 'hyphen' && [a, b, whole].every(({ text }) => isEnglishWord(text))) return whole;
  return isUnknownWord(a) || isUnknownWord(b) ? { ...whole, rejoined: true } : undefined;
}

function isUnknownWord(part: TableWord): boolean {
  return part.wordId < 0 && !isEnglishWord(part.text);
}
