import { LETTER_CASE, type Word, letterCaseOf } from './words.js';

/** What one text has of a word of another; the numbers are the encoder's (`training/claims/matches.py`). */
export const MATCH = {
  /** A function word or a mark. */
  notSought: 0,
  missing: 1,
  /** It is there, but away from the words beside it. */
  apart: 2,
  /** It is there, close to one of the words beside it. */
  beside: 3,
} as const;

/** A value of `MATCH`. */
export type Match = (typeof MATCH)[keyof typeof MATCH];

/** The most words between two occurrences that are close to each other. */
const CLOSE = 8;

const ENDING = /(?<=\p{L}{3})(?:ies|ied|ing|ed|es|s|ly|e|y)$/u;
const DOUBLED = /([bdgklmnprt])\1$/u;

/** A word in small letters without its ending, as training has it (`stem` in `training/claims/stems.py`). */
export function stemOf(word: string): string {
  const lower = word.toLowerCase();
  if (/^\p{Nd}/u.test(lower)) return lower;
  const root = lower.replace(ENDING, '');
  return root.length > 4 ? root.replace(DOUBLED, '$1') : root;
}

/**
 * What the other text has of each word; equal stems are the same word. The words beside a word are the nearest on either
 * side that are sought. To the words of a name, those of the same name do not count: they go with it wherever it stands.
 */
export function matchesOf(
  words: readonly Word[],
  others: readonly Word[],
  functionWords: ReadonlySet<string>,
): readonly Match[] {
  const roots = rootsOf(words, functionWords);
  const places = placesOf(rootsOf(others, functionWords));
  const found: Match[] = words.map(() => MATCH.notSought);
  for (const [first, last] of unitsOf(words, roots)) {
    const near = [nextOf(roots, first - 1, -1), nextOf(roots, last + 1, 1)].flatMap(
      (root) => places.get(root) ?? [],
    );
    for (let at = first; at <= last; at++) {
      const own = places.get(roots[at] ?? '');
      if (own === undefined) found[at] = MATCH.missing;
      else if (own.some((one) => near.some((other) => Math.abs(one - other) <= CLOSE)))
        found[at] = MATCH.beside;
      else found[at] = MATCH.apart;
    }
  }
  return found;
}

/** The stems of words; empty for what is not sought. */
function rootsOf(words: readonly Word[], functionWords: ReadonlySet<string>): readonly string[] {
  return words.map(({ text }) => {
    if (!/^[\p{L}\p{N}]/u.test(text)) return '';
    const root = stemOf(text);
    return functionWords.has(root) ? '' : root;
  });
}

function placesOf(roots: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [at, root] of roots.entries()) {
    if (root === '') continue;
    const known = places.get(root);
    if (known === undefined) places.set(root, [at]);
    else known.push(at);
  }
  return places;
}

/** The first and last word of each stretch with capitals, and of each other word that is sought. */
function unitsOf(
  words: readonly Word[],
  roots: readonly string[],
): readonly (readonly [first: number, last: number])[] {
  const units: [number, number][] = [];
  const hasCapital = (at: number): boolean =>
    letterCaseOf(words[at]?.text ?? '') !== LETTER_CASE.lower;
  for (const [at, root] of roots.entries()) {
    if (root === '') continue;
    const before = units.at(-1);
    if (before?.[1] === at - 1 && hasCapital(at) && hasCapital(at - 1)) before[1] = at;
    else units.push([at, at]);
  }
  return units;
}

function nextOf(roots: readonly string[], from: number, step: number): string {
  for (let at = from; at >= 0 && at < roots.length; at += step) {
    const root = roots[at] ?? '';
    if (root !== '') return root;
  }
  return '';
}
