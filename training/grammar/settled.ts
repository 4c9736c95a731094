import { hashOf, hashKeyOf } from '../../server/prose/grammar/hashing.js';
import { keyOfArc } from '../../server/prose/grammar/settledRelations.js';
import { LEFT, RIGHT } from '../../server/prose/grammar/transitions.js';
import { normalise } from '../../server/prose/grammar/vocabulary.js';
import type { TreebankSentence } from './treebank.js';

/** What was met less often is not settled, nor what was otherwise more often than one time in so many. */
const MET = 20;
const LEAST_SHARE = { tag: 0.995, relation: 0.99 };

/** Tags of closed classes: their words are few, and a story does not bring new ones. */
const CLOSED = /^(?:DET|ADP|PUNCT|CCONJ|SCONJ|PRON|AUX|PART)\b/u;

/** The words of closed classes that have one tag alone (“the”, “of”): the tag plus one, by the key of a form. */
export function learnSettledTags(
  sentences: readonly TreebankSentence[],
  tagNames: readonly string[],
): ReadonlyMap<number, number> {
  const counts = new Counts();
  for (const { source, tags } of sentences) {
    for (const [at, { form }] of source.words.entries()) {
      counts.add(hashKeyOf(hashOf(normalise(form))), tags[at] ?? 0);
    }
  }
  const settled = counts.settled(LEAST_SHARE.tag);
  return new Map([...settled].filter(([, tag]) => CLOSED.test(tagNames[tag - 1] ?? '')));
}

/** The arcs that have one relation alone: the relation plus one, by the key of an arc. */
export function learnSettledRelations(
  sentences: readonly TreebankSentence[],
  tagCount: number,
): ReadonlyMap<number, number> {
  const counts = new Counts();
  for (const { tags, heads, relations } of sentences) {
    for (const [dependent, head] of heads.entries()) {
      // As the parser's input has them: the root's is 1, the first tag's 2.
      const headTag = head === tags.length ? 1 : (tags[head] ?? 0) + 2;
      const move = dependent < head ? LEFT : RIGHT;
      const key = keyOfArc(headTag, (tags[dependent] ?? 0) + 2, move, tagCount + 2);
      counts.add(key, relations[dependent] ?? 0);
    }
  }
  return counts.settled(LEAST_SHARE.relation);
}

class Counts {
  readonly #counts = new Map<number, Map<number, number>>();

  add(key: number, value: number): void {
    const ofKey = this.#counts.get(key) ?? new Map<number, number>();
    ofKey.set(value, (ofKey.get(value) ?? 0) + 1);
    this.#counts.set(key, ofKey);
  }

  /** For each key that has one value in at least `share` of the cases, that value plus one. */
  settled(share: number): Map<number, number> {
    const settled = new Map<number, number>();
    for (const [key, ofKey] of this.#counts) {
      const counts = [...ofKey.values()];
      const met = counts.reduce((sum, count) => sum + count, 0);
      const most = Math.max(...counts);
      if (met < MET || most < met * share) continue;
      for (const [value, count] of ofKey) if (count === most) settled.set(key, value + 1);
    }
    return settled;
  }
}
