import { memoize } from '../../prose/memoize.js';
import type { Sentence } from '../../prose/sentences.js';

/** The content of a sentence: the dictionary forms of its nouns, verbs, adjectives and names. */
const contentOf = memoize(
  ({ tokens }: Sentence): ReadonlySet<string> =>
    new Set(
      tokens.filter(({ tag }) => /^(?:NOUN|VERB|ADJ|PROPN)$/u.test(tag)).map(({ lemma }) => lemma),
    ),
);

/**
 * The minimum that two sentences have in common if one replaces the other; short ones must have
 * everything in common.
 */
const FEWEST_SHARED = 3;
const LEAST_SHARE = 0.6;

/**
 * How much two sentences have in common, as a share of the content of the shorter one, if it is
 * enough that one may reword the other; otherwise 0.
 */
export function likeness(one: Sentence, other: Sentence): number {
  const [a, b] = [contentOf(one), contentOf(other)];
  const shared = [...a].filter((word) => b.has(word)).length;
  const share = shared / Math.max(1, Math.min(a.size, b.size));
  const isEnough = shared >= FEWEST_SHARED ? share >= LEAST_SHARE : shared > 1 && share === 1;
  return isEnough ? share : 0;
}
