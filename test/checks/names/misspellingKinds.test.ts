import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Entity } from '../../../server/reference/model.js';
import { edited } from '../../marked.js';
import { findings, person } from './findNames.js';

/** Ten names of various stories, each with its short form on later mention. */
const NAMES: readonly (readonly [Entity, string])[] = [
  [person("Siobhán O'Halloran", 'presiding judge', 'Cork Circuit Court'), "O'Halloran"],
  [person('Nguyễn Thị Hoa', 'marine biologist', 'Lindqvist Institute'), 'Nguyễn'],
  [person('Kwame Asante-Boateng', 'midfielder', 'Kumasi Rovers'), 'Asante-Boateng'],
  [person('Ingrid Sørensen', 'goalkeeper', 'Brann Bergen'), 'Sørensen'],
  [person('Yusuf al-Khatib', 'defence counsel', 'Amman Bar'), 'al-Khatib'],
  [person('Marta Wójcik', 'glaciologist', 'Polar Survey'), 'Wójcik'],
  [person('Park Ji-yeon', 'archer', 'South Korea'), 'Park'],
  [person('Vladyslav Petrenko', 'treasurer', 'Harbour Board'), 'Petrenko'],
  [person('João Figueiredo', 'head coach', 'Lisbon Athletic'), 'Figueiredo'],
  [person('Adaeze Okonkwo', 'council leader', 'Lagos Mainland'), 'Okonkwo'],
];
const BASE = NAMES.map(([entity]) => entity);

const NEIGHBOURS: Readonly<Record<string, string>> = {
  r: 't',
  t: 'r',
  s: 'd',
  d: 's',
  n: 'm',
  m: 'n',
  l: 'k',
  k: 'l',
  g: 'h',
  h: 'g',
  w: 'e',
  b: 'v',
  o: 'p',
};
const VOWELS: Readonly<Record<string, string>> = { a: 'e', e: 'a', i: 'e', o: 'u', u: 'o' };

/** Replaces the first letter from `from` on that `others` has. */
function substituted(word: string, from: number, others: Readonly<Record<string, string>>): string {
  const at = Array.from(word).findIndex(
    (letter, index) => index >= from && others[letter] !== undefined,
  );
  return at < 0 ? word : word.slice(0, at) + (others[word[at] ?? ''] ?? '') + word.slice(at + 1);
}

/** Letters, and the letters that text recognition reads instead. */
const LOOKALIKES: readonly (readonly [string, string])[] = [
  ['m', 'rn'],
  ['l', '1'],
  ['o', '0'],
  ['d', 'cl'],
  ['e', 'c'],
];

/** Misreads one letter of a word. */
function misreadOnce(word: string) {
  return (result: string, [right, read]: readonly [string, string]): string =>
    result === word ? word.replace(new RegExp(`(?<!^)${right}`, 'u'), read) : result;
}

/** The kinds of error; each returns the word unchanged if it does not apply. */
const ERRORS: Readonly<Record<string, (word: string) => string>> = {
  'two letters swapped': (word) => {
    const at = word.length >> 1;
    return (
      word.slice(0, at - 1) + word.slice(at, at + 1) + word.slice(at - 1, at) + word.slice(at + 1)
    );
  },
  'a letter left out': (word) =>
    word.slice(0, word.length >> 1) + word.slice((word.length >> 1) + 1),
  'a letter doubled': (word) =>
    word.slice(0, (word.length >> 1) + 1) + word.slice(word.length >> 1),
  'a wrong vowel': (word) => substituted(word, 1, VOWELS),
  'the adjacent key': (word) => substituted(word, 2, NEIGHBOURS),
  'a misread letter': (word) => LOOKALIKES.reduce(misreadOnce(word), word),
  'the first letter left out': (word) =>
    /^\p{L}{6}/u.test(word) ? word.charAt(1).toUpperCase() + word.slice(2) : word,
  'a wrong first letter': (word) => (word.length > 5 ? `V${word.slice(1)}` : word),
  'a second capital': (word) =>
    /^\p{Lu}/u.test(word) ? word.slice(0, 2).toUpperCase() + word.slice(2) : word,
  'no capital': (word) => word.toLowerCase(),
  'a transposed letter': (word) =>
    /^\p{L}{7}/u.test(word)
      ? word.slice(0, 2) + word.slice(3, 5) + word.slice(2, 3) + word.slice(5)
      : word,
  'a misplaced accent': (word) => {
    const at = Array.from(word).findIndex((letter) => /[^\p{ASCII}]/u.test(letter));
    const plain = word.normalize('NFD').replace(/\p{M}/gu, '');
    return at < 0 || plain === word ? word : plain.slice(0, -1) + plain.slice(-1) + '\u0301';
  },
  'an extra hyphen': (word) => (word.length > 5 ? `${word.slice(0, 3)}-${word.slice(3)}` : word),
};

/** The text around the misspelled name. */
const CONTEXTS: Readonly<Record<string, readonly [string, string]>> = {
  'the full name': ["Marta Wójcik and Siobhán O'Halloran were told. Then ", ' left.'],
  'after an honorific': ['FULL and Marta Wójcik came first. Then Mr. ', ' left.'],
  'a surname alone': ['FULL and Marta Wójcik came first. The night before, ', ' had left.'],
};

/**
 * Errors that are not fixed, by kind and context: short forms that could be other names or words.
 */
const MISSED: Readonly<Record<string, readonly string[]>> = {
  'two letters swapped, the full name': ['oHa'],
  'a letter left out, after an honorific': ['Pak'],
  'a letter left out, a surname alone': ['Pak'],
  'a wrong vowel, a surname alone': ['Perk'],
  'the adjacent key, a surname alone': ['Patk'],
  'no capital, a surname alone': ['park'],
};

describe('misspellings of names from various stories', () => {
  for (const [kind, misspell] of Object.entries(ERRORS)) {
    for (const [context, [before, after]] of Object.entries(CONTEXTS)) {
      it(`are fixed, except those listed: ${kind}, ${context}`, () => {
        const missed = NAMES.flatMap(([{ name }, short]) => {
          const form = context === 'the full name' ? name : short;
          const word = /[\p{L}'’]+$/u.exec(form)?.[0] ?? '';
          const wrong = misspell(word);
          const start = before.replace('FULL', name) + form.slice(0, -word.length);
          const draft = start + wrong + after;
          const fixed = findings(draft, BASE).map(({ fixes }) =>
            edited(draft, fixes.find(({ preferred }) => preferred)?.edits ?? []),
          );
          return wrong === word || fixed.includes(start + word + after) ? [] : [wrong];
        });
        assert.deepEqual(missed, MISSED[`${kind}, ${context}`] ?? []);
      });
    }
  }
});
