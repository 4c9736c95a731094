import type { Random } from '../grammar/random.js';

/** Spellings that people confuse when they write down a name that they have heard. */
const CONFUSED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/a/gu, ['e', 'o', 'aa']],
  [/e/gu, ['a', 'i', 'ee', '']],
  [/i/gu, ['e', 'y', 'ee']],
  [/o/gu, ['a', 'u', 'oo']],
  [/u/gu, ['o', 'ou', 'oo']],
  [/y/gu, ['i', 'ie', 'j']],
  [/ei|ie/gu, ['ie', 'ei', 'i']],
  [/ou|oo/gu, ['u', 'o']],
  [/([bdfgklmnprstz])\1/gu, ['$1']],
  [/(?<=[aeiouy])([bdfgklmnprst])(?=[aeiouy])/gu, ['$1$1']],
  [/c(?=[aorul])/gu, ['k', 'ck']],
  [/ck/gu, ['k', 'c']],
  [/k/gu, ['c', 'ck', 'kh', 'q']],
  [/s/gu, ['z', 'ss', 'c']],
  [/z/gu, ['s', 'tz', 'zz']],
  [/tz|ts|cz/gu, ['z', 's', 'ts']],
  [/sch/gu, ['sh', 'ch']],
  [/sh/gu, ['sch', 's', 'ch']],
  [/ch/gu, ['sh', 'tch', 'c', 'kh']],
  [/zh/gu, ['j', 'z', 'dj']],
  [/j/gu, ['y', 'zh', 'g']],
  [/ph/gu, ['f']],
  [/f/gu, ['ph', 'ff', 'v']],
  [/v/gu, ['w', 'f']],
  [/w/gu, ['v', 'u']],
  [/th/gu, ['t']],
  [/t/gu, ['th', 'tt', 'd']],
  [/gh|kh/gu, ['g', 'k', 'h']],
  [/(?<=[bcdgkprt])h/gu, ['']],
  [/(?<=[ae])(?=[nml]$)/gu, ['h']],
  [/ss(?=on$)/gu, ['s']],
  [/son$/gu, ['sen', 'sson']],
  [/sen$/gu, ['son', 'ssen']],
  [/er$/gu, ['ar', 'or', 're']],
  [/n(?=[bp])/gu, ['m']],
  [/m(?=[bp])/gu, ['n']],
  [/d(?=t)/gu, ['']],
  [/e$/gu, ['', 'ee']],
  [/(?<=[nrst])$/gu, ['e']],
];

const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** The share of misspelled names with a typing error; the others are misheard or misremembered. */
const TYPED = 0.45;
/** The share of long names with two errors. */
const TWICE = 0.25;
const LONG = 8;
/** The share of typing errors in the first letter that are kept: people rarely make or overlook them there. */
const FIRST = 0.1;

/** A name misspelled the way people do it, with its first letter's case; `undefined` if this attempt changed nothing. */
export function damagedName(name: string, random: Random): string | undefined {
  const once = damagedOnce(name, random);
  const twice =
    name.length >= LONG && once !== undefined && random.next() < TWICE
      ? damagedOnce(once, random)
      : once;
  return twice === name || twice === undefined || twice.length < 3 ? undefined : twice;
}

function damagedOnce(name: string, random: Random): string | undefined {
  const lower = name.toLowerCase();
  const wrong = random.next() < TYPED ? slipped(lower, random) : misheard(lower, random);
  if (wrong === undefined || wrong === lower) return undefined;
  if (!wrong.startsWith(lower.charAt(0)) && random.next() > FIRST) return undefined;
  return inCaseOf(name, wrong);
}

/**
 * The word with a letter left out, doubled, added or replaced by its neighbour on the keyboard, or with two letters
 * swapped.
 */
function slipped(word: string, random: Random): string | undefined {
  const at = Math.floor(random.next() * word.length);
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  const kind = random.next();
  if (kind < 0.35) return before + after;
  if (kind < 0.6) return before + after.charAt(0) + letter + after.slice(1);
  if (kind < 0.75) return before + letter + letter + after;
  const row = KEYBOARD.find((keys) => keys.includes(letter));
  if (row === undefined) return undefined;
  const key = row.charAt(row.indexOf(letter) + (random.next() < 0.5 ? 1 : -1));
  if (key === '') return undefined;
  return kind < 0.9 ? before + key + after : before + letter + key + after;
}

function misheard(word: string, random: Random): string | undefined {
  const places = CONFUSED.flatMap(([pattern, others]) =>
    [...word.matchAll(pattern)].map((match) => ({ match, others })),
  );
  const place = places[Math.floor(random.next() * places.length)];
  if (place === undefined) return undefined;
  const { match, others } = place;
  const other = others[Math.floor(random.next() * others.length)] ?? '';
  const written = other.replaceAll('$1', match[1] ?? '');
  return word.slice(0, match.index) + written + word.slice(match.index + match[0].length);
}

/** Restores the capitals of a name whose letters are still in their places. */
function inCaseOf(name: string, wrong: string): string {
  if (name === name.toUpperCase()) return wrong.toUpperCase();
  const inner =
    Array.from(name.slice(1)).findIndex((letter) => letter !== letter.toLowerCase()) + 1;
  const cased = wrong.charAt(0).toUpperCase() + wrong.slice(1);
  return inner > 0 && cased.slice(0, inner) === name.slice(0, inner)
    ? cased.slice(0, inner) + cased.charAt(inner).toUpperCase() + cased.slice(inner + 1)
    : cased;
}
