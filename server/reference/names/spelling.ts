import { boundedMemo } from '../../prose/boundedMemo.js';
import { variantOf } from './variants.js';

/** Letters that Unicode does not take apart, in the letters that English sets for them. */
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

/**
 * Lower case without diacritics, apostrophes and full stops: “O’Néill” and “ONEILL” fold alike.
 */
export const fold: (text: string) => string = boundedMemo((text) => {
  const lower = text.toLowerCase();
  if (/^[a-z0-9]*$/u.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/[\p{M}'’‘ʻʼ`´.]/gu, '')
    .replace(/[øłđðħıßæœþ]/gu, (letter) => PLAIN[letter] ?? letter);
});

/**
 * What all accepted spellings of one word have in common: “Sergey” and “Sergei”, “Organisation” and
 * “Organization”.
 */
export const spellingKeyOf: (text: string) => string = boundedMemo((text) => variantOf(fold(text)));

/**
 * The key of what stands in a word from one UTF-16 offset up to another. The parts of words that are no words
 * are not remembered, as those would push out the words.
 */
export function keyOfPart(text: string, from: number, to: number): string {
  const whole = fold(text);
  return whole.length === text.length
    ? variantOf(whole.slice(from, to))
    : spellingKeyOf(text.slice(from, to));
}

/**
 * The key of the spelling that writes a letter's diacritic out, where it has one: “Mueller” for
 * “Müller”.
 */
export function writtenOutKeyOf(text: string): string | undefined {
  if (!/[äöüøåÄÖÜØÅ]/u.test(text)) return undefined;
  const out = text
    .replace(/[äÄ]/gu, 'ae')
    .replace(/[öøÖØ]/gu, 'oe')
    .replace(/[üÜ]/gu, 'ue')
    .replace(/[åÅ]/gu, 'aa');
  return spellingKeyOf(out);
}

/**
 * True where two spellings with one key differ in more than case: “Sergey” beside “Sergei”,
 * “Malaga” beside “Málaga”.
 */
export function isVariant(a: string, b: string): boolean {
  return a !== b && plain(a) !== plain(b);
}

const plain = boundedMemo((text: string) =>
  text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[’‘ʻʼ`´]/gu, "'")
    .replaceAll('.', ''),
);

/**
 * True where an apostrophe that belongs to the name is lost or misplaced: “Kings” for “King's”,
 * “ONeill” for “O'Neill”.
 */
export function lacksApostrophe(written: string, right: string): boolean {
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
 * True where both have accents and not the same: “Szczepánski” for “Szczepański”. Without any, a word is an
 * accepted spelling.
 */
export function isAccentedOtherwise(written: string, right: string): boolean {
  const [a, b] = [plain(written), plain(right)];
  return a !== b && [a, b].every((word) => ACCENTED.test(word)) && fold(a) === fold(b);
}

/** A letter that English has only with something added, or not at all. */
const ACCENTED = /[^\p{ASCII}\P{L}]/u;

/** True for a word that opens with a capital letter. */
export function isCapitalised(text: string): boolean {
  const first = text.charCodeAt(0);
  return first < 128 ? 65 <= first && first <= 90 : /^\p{Lu}/u.test(text);
}

/** True for a word of two letters or more that has only capitals. */
export function isAllCapitals(text: string): boolean {
  return !/[a-z]/u.test(text) && /\p{Lu}.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

/**
 * Writes `right` in the case of `written`, in capitals where that is, else as it is, and with its
 * apostrophe where both have one: “D’Souza” for “D’Suoza”.
 */
export function inCaseOf(written: string, right: string): string {
  const [mark] = /['’]/u.exec(written) ?? [];
  const marked = mark === undefined ? right : right.replace(/['’]/gu, mark);
  return isAllCapitals(written) ? marked.toUpperCase() : marked;
}
