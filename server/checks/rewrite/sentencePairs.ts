import { memoize } from '../../prose/memoize.js';
import type { Sentence } from '../../prose/sentences.js';

/** What a sentence is about: the dictionary forms of its nouns, verbs, adjectives and names. */
const contentOf = memoize(
  ({ tokens }: Sentence): ReadonlySet<string> =>
    new Set(
      tokens.filter(({ tag }) => /^(?:NOUN|VERB|ADJ|PROPN)$/u.test(tag)).map(({ lemma }) => lemma),
    ),
);

/** How much two sentences have in common: the share of the content of the one that has less, from 0 to 1. */
export function likeness(one: Sentence, other: Sentence): number {
  const [a, b] = [contentOf(one), contentOf(other)];
  const smaller = Math.min(a.size, b.size);
  if (smaller === 0) return 0;
  return [...a].filter((word) => b.has(word)).length / smaller;
}

/** From this likeness on, one sentence may be written in place of another. */
export const MAY_REPLACE = 0.4;
