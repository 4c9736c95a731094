import { boundedMemo } from './boundedMemo.js';

/**
 * Derivational endings, longest first, each with the minimum length of the remaining stem. After M.
 * F. Porter, “An algorithm for suffix stripping” (1980), reduced to the endings that relate forms
 * used interchangeably in news: found, founded, founder; invest, investment, investor.
 */
const ENDINGS: readonly (readonly [string, number])[] = [
  ['izations', 4],
  ['isations', 4],
  ['ization', 4],
  ['isation', 4],
  ['ations', 4],
  ['ements', 4],
  ['ation', 4],
  ['ement', 4],
  ['ments', 4],
  ['ances', 3],
  ['ences', 3],
  ['ising', 4],
  ['ships', 4],
  ['izing', 4],
  ['ables', 4],
  ['ities', 4],
  ['ship', 4],
  ['ment', 4],
  ['ance', 3],
  ['ence', 3],
  ['ised', 4],
  ['ized', 4],
  ['able', 4],
  ['ions', 3],
  ['ness', 3],
  ['ings', 3],
  ['ists', 4],
  ['ion', 3],
  ['ing', 3],
  ['ies', 2],
  ['ied', 2],
  ['ers', 3],
  ['ors', 3],
  ['ive', 4],
  ['ial', 4],
  ['ity', 4],
  ['ist', 4],
  ['ise', 4],
  ['ize', 4],
  ['ant', 4],
  ['ent', 4],
  ['ed', 3],
  ['es', 3],
  ['er', 3],
  ['or', 4],
  ['ics', 4],
  ['ic', 4],
  ['ly', 3],
  ['al', 4],
  ['s', 3],
  ['y', 2],
  ['e', 3],
];

/**
 * The common stem of a word family (“invest” for investor and investments). Two words with the same
 * stem are probably but not certainly related. The word may be in any case.
 */
export const stem: (word: string) => string = boundedMemo(
  (word) => strip(strip(word.toLowerCase().replace(/['’]s?$/u, ''))),
  50_000,
);

function strip(word: string): string {
  if (word.length > 40 || word.endsWith('ss')) return word;
  for (const [ending, least] of ENDINGS) {
    if (!word.endsWith(ending) || word.length - ending.length < least) continue;
    const rest = word.slice(0, -ending.length);
    const whole = ['ies', 'ied', 'y'].includes(ending) ? `${rest}i` : rest;
    // “planning” and “plan”, but “selling” and “sell”: a doubled consonant is reduced, except l, s
    // and z.
    return /([b-df-hjkmnp-rtvwx])\1$/u.test(whole) ? whole.slice(0, -1) : whole;
  }
  return word;
}
