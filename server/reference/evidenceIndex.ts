import { stem } from '../prose/stem.js';
import type { Fact } from './model.js';

/** A fact of the reference with how well it answers a query. */
export interface Hit {
  readonly fact: Fact;
  /** Index into the base's facts. */
  readonly index: number;
  /** BM25 score; larger is better. */
  readonly score: number;
}

/** A word to look for and how much it matters, 0 to 1. */
export interface Query {
  readonly word: string;
  readonly weight: number;
}

/** Ranks source sentences by what they have in common with a draft's. */
export interface EvidenceIndex {
  /** The best facts for a bag of words, inflected as they may be, best first. Cannot throw. */
  search(words: readonly Query[], limit: number): readonly Hit[];
  /** How rare a word's family is among the facts: 1 where none has it, 0 where each does. Cannot throw. */
  rarity(word: string): number;
}

/** Term saturation and length normalisation, as S. Robertson and H. Zaragoza (2009) advise for short texts. */
const SATURATION = 0.9;
const NORMALISATION = 0.4;

/** Words that say nothing of what a sentence speaks of. */
const EMPTY = new Set(
  'a an and are as at be been but by for from had has have he her his i if in into is it its not of on or our she so than that the their them they this to was we were what when which who will with would you'.split(
    ' ',
  ),
);

/** The families of the words that a text speaks of, repeated as they stand. Cannot throw. */
export function termsOf(text: string): readonly string[] {
  const terms: string[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}]+(?:[.,]\d+)*/gu)) {
    const word = match[0].toLowerCase();
    if (!EMPTY.has(word) && (word.length > 1 || /\d/u.test(word))) terms.push(stem(word));
  }
  return terms;
}

/** Builds the index of a base's facts: BM25 weights worked out once, in flat arrays. Cannot throw. */
export function createEvidenceIndex(facts: readonly Fact[]): EvidenceIndex {
  const ids = new Map<string, number>();
  const documents = facts.map((fact) => countsOf(termsOf(fact.text), ids));
  const found = new Uint32Array(ids.size);
  let words = 0;
  for (const { counts, length } of documents) {
    for (const id of counts.keys()) found[id] = (found[id] ?? 0) + 1;
    words += length;
  }
  const starts = new Uint32Array(ids.size + 1);
  for (let id = 0; id < ids.size; id++) starts[id + 1] = (starts[id] ?? 0) + (found[id] ?? 0);
  const filled = starts.slice();
  const postings = new Uint32Array(starts[ids.size] ?? 0);
  const weights = new Float32Array(postings.length);
  const average = words / Math.max(1, facts.length);
  for (const [document, { counts, length }] of documents.entries()) {
    const damping = SATURATION * (1 - NORMALISATION + (NORMALISATION * length) / average);
    for (const [id, count] of counts) {
      const at = filled[id] ?? 0;
      const rare = Math.log(1 + (facts.length - (found[id] ?? 0) + 0.5) / ((found[id] ?? 0) + 0.5));
      postings[at] = document;
      weights[at] = (rare * count * (SATURATION + 1)) / (count + damping);
      filled[id] = at + 1;
    }
  }
  const scores = new Float32Array(facts.length);
  return {
    search: (query, limit) => {
      const touched: number[] = [];
      for (const { word, weight } of query) {
        const id = ids.get(stem(word.toLowerCase()));
        if (id === undefined || weight <= 0) continue;
        for (let at = starts[id] ?? 0; at < (starts[id + 1] ?? 0); at++) {
          const document = postings[at] ?? 0;
          if (scores[document] === 0) touched.push(document);
          scores[document] = (scores[document] ?? 0) + weight * (weights[at] ?? 0);
        }
      }
      const best = leaders(touched, scores, limit);
      const hits = best.flatMap((index) => {
        const fact = facts[index];
        return fact === undefined ? [] : [{ fact, index, score: scores[index] ?? 0 }];
      });
      for (const document of touched) scores[document] = 0;
      return hits;
    },
    rarity: (word) => {
      const id = ids.get(stem(word.toLowerCase()));
      const count = id === undefined ? 0 : (found[id] ?? 0);
      return 1 - Math.log(1 + count) / Math.log(2 + facts.length);
    },
  };
}

interface Counts {
  readonly counts: ReadonlyMap<number, number>;
  readonly length: number;
}

function countsOf(terms: readonly string[], ids: Map<string, number>): Counts {
  const counts = new Map<number, number>();
  for (const term of terms) {
    let id = ids.get(term);
    if (id === undefined) {
      id = ids.size;
      ids.set(term, id);
    }
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return { counts, length: terms.length };
}

/** The documents with the highest scores, best first; ties go to the earlier one. */
function leaders(
  touched: readonly number[],
  scores: Float32Array,
  limit: number,
): readonly number[] {
  const best: number[] = [];
  const better = (a: number, b: number): boolean =>
    (scores[a] ?? 0) > (scores[b] ?? 0) || (scores[a] === scores[b] && a < b);
  for (const document of touched) {
    const last = best.at(-1);
    if (best.length >= limit && (last === undefined || !better(document, last))) continue;
    let at = best.length;
    while (at > 0 && better(document, best[at - 1] ?? document)) at--;
    best.splice(at, 0, document);
    if (best.length > limit) best.pop();
  }
  return best;
}
