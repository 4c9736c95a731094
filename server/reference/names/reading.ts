import { isEnglishWord, isThirdOrPastForm } from '../../prose/dictionary.js';
import { fusedWordsIn } from '../../prose/fusedWords.js';
import type { Token } from '../../prose/tokens.js';
import type { FormTable } from './formTable.js';
import { isKnownPlace } from './knownPlace.js';
import { isCapitalised, spellingKeyOf, keyOfPart } from './spelling.js';
import { isHonorific } from './titles.js';
import { type NameWord, joined, nameWords, partOf } from './words.js';

/** A word of a sentence with the numbers that the table has for it; -1 where it has none. */
export interface ReadWord extends NameWord {
  readonly known: number;
  /** For the word with its possessive ending. */
  readonly knownOwned: number;
  /** For the word without a plural -s. */
  readonly knownSingular: number;
  /** True where a hyphen or a space was left out, so that two parts of a name are one word. */
  readonly rejoined: boolean;
}

/**
 * The words of a sentence as the table knows them. What is run together (“NorthKorea”) is cut, what
 * is torn apart (“Uzbek-istan”) joined, where that makes known words of unknown ones.
 */
export function readWords(tokens: readonly Token[], table: FormTable): readonly ReadWord[] {
  const words = nameWords(tokens).flatMap(
    (word, at, all) => cut(word, table, all[at - 1]) ?? [look(word, table)],
  );
  const read: ReadWord[] = [];
  for (const word of words) {
    const before = read.at(-1);
    const whole = before === undefined ? undefined : rejoin(before, word, table);
    if (whole === undefined) read.push(word);
    else read[read.length - 1] = whole;
  }
  return read;
}

function look(word: NameWord, table: FormTable): ReadWord {
  const { text, key, first, last, start, end, joint, owned } = word;
  const plural = key.endsWith('s') && !key.endsWith('ss') && key.length > 1;
  // Written out, as a copy of the word would take most of the time.
  return {
    text,
    key,
    first,
    last,
    start,
    end,
    joint,
    owned,
    known: table.wordWith(key) ?? -1,
    knownOwned: owned === undefined ? -1 : (table.wordWith(owned.key) ?? -1),
    knownSingular: plural ? (table.wordWith(key.slice(0, -1)) ?? -1) : -1,
    rejoined: false,
  };
}

/** The least that either part of a word has that was run together, in letters. */
const PART = 3;

/** What most words are, and no name or part of one is. */
const IN_SMALL_LETTERS = /^[a-z]+$/u;

function cut(
  word: NameWord,
  table: FormTable,
  before: NameWord | undefined,
): readonly ReadWord[] | undefined {
  if (word.text.length < 2 * PART || IN_SMALL_LETTERS.test(word.text)) return undefined;
  if (table.wordWith(word.key) !== undefined) return undefined;
  const at =
    betweenNames(word, table) ?? beforeName(word, table) ?? behindName(word, table, before);
  if (at === undefined) return undefined;
  return [partOf(word, 0, at), partOf(word, at, word.text.length)].map((part) => look(part, table));
}

/** Where two words of names are run together: “NorthKorea”. */
function betweenNames({ text }: NameWord, table: FormTable): number | undefined {
  if (!isCapitalised(text)) return undefined;
  for (let at = PART; at <= text.length - PART; at++) {
    const left = table.wordWith(keyOfPart(text, 0, at));
    if (left === undefined) continue;
    const right = table.wordWith(keyOfPart(text, at, text.length));
    if (right === undefined) continue;
    const camel = isCapitalised(text.slice(at)) && !isCapitalised(text.slice(at - 1));
    const long = at > PART && text.length - at > PART && !isEnglishWord(text);
    if (camel || (long && follows(left, right, table))) return at;
  }
  return undefined;
}

/** Where a name is run together with the word before it, of which nobody else tells: “bandEmeka”. */
function beforeName({ text }: NameWord, table: FormTable): number | undefined {
  const at = /\p{Ll}(\p{Lu}\p{Ll}+)$/u.exec(text);
  if (at === null || text.length - at.index <= PART || fusedWordsIn(text) > 0) return undefined;
  const left = text.slice(0, at.index + 1);
  if (table.wordWith(spellingKeyOf(text.slice(at.index + 1))) === undefined) return undefined;
  // “MyLondon” is a paper.
  const plain = !isCapitalised(left) && isEnglishWord(left);
  return plain || isHonorific(left) || isKnownPlace(left) ? left.length : undefined;
}

/** The least letters of a name by itself from which on the word behind it may be run together with it. */
const TELLING = 7;
const BEHIND = new Set(
  'and the who was were has had have will would with that from for but told after when while'.split(
    ' ',
  ),
);

/**
 * Where a name is run together with the word behind it, a verb or one of the commonest: “Osei Tutuwalked”.
 * Other words are what surnames end in: “Berg” is no part of “Bergman”.
 */
function behindName(
  { text }: NameWord,
  table: FormTable,
  before: NameWord | undefined,
): number | undefined {
  if (!isCapitalised(text) || isEnglishWord(text)) return undefined;
  for (let at = text.length - PART; at > PART; at--) {
    const right = text.slice(at);
    if (!BEHIND.has(right) && !(right.length > PART && isThirdOrPastForm(right))) continue;
    const left = table.wordWith(keyOfPart(text, 0, at));
    if (left === undefined) continue;
    const first = before === undefined ? undefined : table.wordWith(before.key);
    if (at >= TELLING || (first !== undefined && follows(first, left, table))) return at;
  }
  return undefined;
}

/** True where some name has the two words one after the other. */
function follows(left: number, right: number, table: FormTable): boolean {
  let found = false;
  table.forPlaces(right, (form, at) => {
    found ||= at > 0 && table.word(form, at - 1) === left;
  });
  return found;
}

function rejoin(a: ReadWord, b: ReadWord, table: FormTable): ReadWord | undefined {
  if (b.joint !== 'hyphen' && b.joint !== 'space') return undefined;
  if (!isCapitalised(a.text) || a.owned !== undefined) return undefined;
  if (b.text.length < 2 || a.text.length + b.text.length < 2 * PART) return undefined;
  if (/\p{N}/u.test(b.text)) return undefined;
  if (b.joint === 'space' && !isNoWord(a) && !isNoWord(b)) return undefined;
  const whole = look(joined(a, b), table);
  if (whole.known < 0) return undefined;
  // “Co-operation” is another right way to write an English word.
  if (b.joint === 'hyphen' && [a, b, whole].every(({ text }) => isEnglishWord(text))) return whole;
  return isNoWord(a) || isNoWord(b) ? { ...whole, rejoined: true } : undefined;
}

function isNoWord(part: ReadWord): boolean {
  return part.known < 0 && !isEnglishWord(part.text);
}
