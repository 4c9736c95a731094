import { boundedMemo } from '../../prose/boundedMemo.js';
import { variantOf } from './variants.js';

/** Letters that Unicode does not decompose, with their usual English transliteration. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

/** Folds a text to lower case without diacritics, apostrophes and full stops: “O’Néill” and “ONEILL” become equal. */
export const fold: (text: string) => string = boundedMemo((text) => {
  const lower = text.toLowerCase();
  if (/^[a-z0-9]*$/u.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/[\p{M}'’‘ʻʼ`´.]/gu, '')
    .replace(/[øłđðħıßæœþ]/gu, (letter) => PLAIN[letter] ?? letter);
});

/** The key shared by all accepted spellings of a word: “Sergey” and “Sergei”, “Organisation” and “Organization”. */
export const spellingKeyOf: (text: string) => string = boundedMemo((text) => variantOf(fold(text)));

/**
 * The spelling key of a word's part between two UTF-16 offsets. It is not memoized, because arbitrary parts would evict
 * whole words.
 */
export function spellingKeyOfPart(text: string, from: number, to: number): string {
  const whole = fold(text);
  return whole.length === text.length
    ? variantOf(whole.slice(from, to))
    : spellingKeyOf(text.slice(from, to));
}

/** The key of the spelling that transliterates umlauts and the like: “Mueller” for “Müller”; `undefined` without any. */
export function transliteratedKeyOf(text: string): string | undefined {
  if (!/[äöüøåÄÖÜØÅ]/u.test(text)) return undefined;
  const out = text
    .replace(/[äÄ]/gu, 'ae')
    .replace(/[öøÖØ]/gu, 'oe')
    .replace(/[üÜ]/gu, 'ue')
    .replace(/[åÅ]/gu, 'aa');
  return spellingKeyOf(out);
}

/** True if two spellings with the same key differ in more than case: “Sergey” and “Sergei”, “Malaga” and “Málaga”. */
export function isSpellingVariant(a: string, b: string): boolean {
  return a !== b && plain(a) !== plain(b);
}

const plain = boundedMemo((text: string) =>
  text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[’‘ʻʼ`´]/gu, "'")
    .replaceAll('.', ''),
);

/** True if an apostrophe of the name is missing or misplaced: “Kings” for “King's”, “ONeill” for “O'Neill”. */
export function hasApostropheError(written: string, right: string): boolean {
  const mark = /['’‘ʻʼ`´]/gu;
  const place = plain(right).indexOf("'");
  return (
    place > 0 &&
    plain(written).indexOf("'") !== place &&
    fold(written) === fold(right) &&
    plain(right).replace(mark, '') === plain(written).replace(mark, '')
  );
}

/**
 * True if both words have accents, but different ones: “Szczepánski” for “Szczepański”. A word without accents is
 * accepted.
 */
export function hasAccentError(written: string, right: string): boolean {
  const [a, b] = [plain(written), plain(right)];
  return a !== b && hasAccents(a) && hasAccents(b) && fold(a) === fold(b);
}

/** True for a word with a letter that is not in the English alphabet, composed or not. */
export function hasAccents(word: string): boolean {
  return /[^\p{ASCII}\P{L}]/u.test(plain(word));
}

/** True for a word of two or more letters that are all capitals. */
export function isAllCapitals(text: string): boolean {
  return !/[a-z]/u.test(text) && /\p{Lu}.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

/**
 * Adapts `right` to `written`: in capitals if `written` is, and with the same kind of apostrophe (“D’Souza” for
 * “D’Suoza”).
 */
export function matchCase(written: string, right: string): string {
  const [mark] = /['’]/u.exec(written) ?? [];
  const marked = mark === undefined ? right : right.replace(/['’]/gu, mark);
  return isAllCapitals(written) ? marked.toUpperCase() : marked;
}
