import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Entity } from '../../../server/reference/model.js';
import { edited } from '../../marked.js';
import { findings, person } from './findNames.js';

/** Ten names of other beats, each with what it is called on later mention. */
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

/** Writes the first letter from `from` on that `others` has as the one beside it there. */
function exchanged(word: string, from: number, others: Readonly<Record<string, string>>): string {
  const at = Array.from(word).findIndex(
    (letter, index) => index >= from && others[letter] !== undefined,
  );
  return at < 0 ? word : word.slice(0, at) + (others[word[at] ?? ''] ?? '') + word.slice(at + 1);
}

/** What a machine reads on a scanned page, and what stands there. */
const LOOKS: readonly (readonly [string, string])[] = [
  ['m', 'rn'],
  ['l', '1'],
  ['o', '0'],
  ['d', 'cl'],
  ['e', 'c'],
];

/** Misreads the first of the letters that a word has, and no further. */
function onceOnly(word: string) {
  return (seen: string, [right, read]: readonly [string, string]): string =>
    seen === word ? word.replace(new RegExp(`(?<!^)${right}`, 'u'), read) : seen;
}

/** The kinds of slip; a word that a kind cannot hit comes back as it is. */
const SLIPS: Readonly<Record<string, (word: string) => string>> = {
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
  'another vowel': (word) => exchanged(word, 1, VOWELS),
  'the key beside': (word) => exchanged(word, 2, NEIGHBOURS),
  'letters that look alike': (word) => LOOKS.reduce(onceOnly(word), word),
  'the first letter lost': (word) =>
    /^\p{L}{6}/u.test(word) ? word.charAt(1).toUpperCase() + word.slice(2) : word,
  'another first letter': (word) => (word.length > 5 ? `V${word.slice(1)}` : word),
  'a second capital': (word) =>
    /^\p{Lu}/u.test(word) ? word.slice(0, 2).toUpperCase() + word.slice(2) : word,
  'the capital lost': (word) => word.toLowerCase(),
  'a letter strayed': (word) =>
    /^\p{L}{7}/u.test(word)
      ? word.slice(0, 2) + word.slice(3, 5) + word.slice(2, 3) + word.slice(5)
      : word,
  'an accent elsewhere': (word) => {
    const at = Array.from(word).findIndex((letter) => /[^\p{ASCII}]/u.test(letter));
    const plain = word.normalize('NFD').replace(/\p{M}/gu, '');
    return at < 0 || plain === word ? word : plain.slice(0, -1) + plain.slice(-1) + '\u0301';
  },
  'a hyphen put in': (word) => (word.length > 5 ? `${word.slice(0, 3)}-${word.slice(3)}` : word),
};

/** Where the slip stands, as the text around the name. */
const PLACES: Readonly<Record<string, readonly [string, string]>> = {
  'the full name': ["Marta Wójcik and Siobhán O'Halloran were told. Then ", ' left.'],
  'behind an honorific': ['FULL and Marta Wójcik came first. Then Mr. ', ' left.'],
  'a surname alone': ['FULL and Marta Wójcik came first. The night before, ', ' had left.'],
};

/** What is asked of the check: short names alone, or cut in two letters, could be anyone's. */
const MISSED = new Set(['Pak', 'Perk', 'Patk', 'park', 'oHa']);

describe('slips in names of other beats', () => {
  for (const [kind, slip] of Object.entries(SLIPS)) {
    for (const [place, [before, after]] of Object.entries(PLACES)) {
      it(`are found and mended: ${kind}, ${place}`, () => {
        for (const [{ name }, short] of NAMES) {
          const form = place === 'the full name' ? name : short;
          const word = /[\p{L}'’]+$/u.exec(form)?.[0] ?? '';
          const wrong = slip(word);
          if (wrong === word || MISSED.has(wrong)) continue;
          const start = before.replace('FULL', name) + form.slice(0, -word.length);
          const draft = start + wrong + after;
          const mends = findings(draft, BASE).map(({ fixes }) =>
            edited(draft, fixes.find(({ preferred }) => preferred)?.edits ?? []),
          );
          assert.ok(mends.includes(start + word + after), draft);
        }
      });
    }
  }
});
