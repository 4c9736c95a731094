import { hashOf, hashKeyOf } from '../../server/prose/grammar/hashing.js';
import { arcKey } from '../../server/prose/grammar/fixedRelations.js';
import { LEFT, RIGHT } from '../../server/prose/grammar/transitions.js';
import { normalise } from '../../server/prose/grammar/vocabulary.js';
import type { TreebankSentence } from './treebank.js';

/**
 * The minimum frequency of a word or arc with a fixed value, and the minimum share of that value.
 */
const MIN_COUNT = 20;
const MIN_SHARE = { tag: 0.995, relation: 0.99 };

/** Tags of closed classes, whose words are few and known in advance. */
const CLOSED = /^(?:DET|ADP|PUNCT|CCONJ|SCONJ|PRON|AUX|PART)\b/u;

/**
 * The words of closed classes that have only one tag (“the”, “of”): the tag plus one, by the key of
 * a form.
 */
export function learnFixedTags(
  sentences: readonly TreebankSentence[],
  tagNames: readonly string[],
): ReadonlyMap<number, number> {
  const counts = new Counts();
  for (const { source, tags } of sentences) {
    for (const [at, { form }] of source.words.entries()) {
      counts.add(hashKeyOf(hashOf(normalise(form))), tags[at] ?? 0);
    }
  }
  const fixed = counts.fixedValues(MIN_SHARE.tag);
  return new Map([...fixed].filter(([, tag]) => CLOSED.test(tagNames[tag - 1] ?? '')));
}

/** The arcs that have only one relation: the relation plus one, by the key of an arc. */
export function learnFixedRelations(
  sentences: readonly TreebankSentence[],
  tagCount: number,
): ReadonlyMap<number, number> {
  const counts = new Counts();
  for (const { tags, heads, relations } of sentences) {
    for (const [dependent, head] of heads.entries()) {
      // Numbered as in the parser's input: the root is 1, the first tag 2.
      const headTag = head === tags.length ? 1 : (tags[head] ?? 0) + 2;
      const move = dependent < head ? LEFT : RIGHT;
      const key = arcKey(headTag, (tags[dependent] ?? 0) + 2, move, tagCount + 2);
      counts.add(key, relations[dependent] ?? 0);
    }
  }
  return counts.fixedValues(MIN_SHARE.relation);
}

class Counts {
  readonly #counts = new Map<number, Map<number, number>>();

  add(key: number, value: number): void {
    const ofKey = this.#counts.get(key) ?? new Map<number, number>();
    ofKey.set(value, (ofKey.get(value) ?? 0) + 1);
    this.#counts.set(key, ofKey);
  }

  /** The value plus one of each key that has one value in at least `share` of its cases. */
  fixedValues(share: number): Map<number, number> {
    const fixed = new Map<number, number>();
    for (const [key, ofKey] of this.#counts) {
      const counts = [...ofKey.values()];
      const total = counts.reduce((sum, count) => sum + count, 0);
      const most = Math.max(...counts);
      if (total < MIN_COUNT || most < total * share) continue;
      for (const [value, count] of ofKey) if (count === most) fixed.set(key, value + 1);
    }
    return fixed;
  }
}
