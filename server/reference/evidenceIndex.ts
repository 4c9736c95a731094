import { evidenceTermKeys, wordFamilyOf, termKeyOf } from './evidenceTerms.js';
import type { Fact, Facts } from './model.js';
import { KeyNumbering } from './numbering.js';

/** A fact found for a query. */
export interface EvidenceHit {
  readonly fact: Fact;
  /** Index into the base's facts. */
  readonly index: number;
  /** BM25 score; larger is better. */
  readonly score: number;
}

/** A word to search for, with its weight from 0 to 1. */
export interface QueryTerm {
  readonly word: string;
  readonly weight: number;
}

/** Ranks the facts of a base by the words that they share with a query. */
export interface EvidenceIndex {
  /** The `limit` best facts for a bag of words in any inflection, best first. */
  search(words: readonly QueryTerm[], limit: number): readonly EvidenceHit[];
  /** How rare a word's family is among the facts: 1 if no fact has it, 0 if every fact does. */
  rarity(word: string): number;
}

/** Term saturation and length normalisation, as Robertson and Zaragoza (2009) recommend for short texts. */
const SATURATION = 0.9;
const NORMALISATION = 0.4;

/**
 * Builds the index of a base's facts: BM25 weights, computed once, in flat arrays. `parts` is the output of
 * `evidenceTermKeys` for the facts, in any number of pieces.
 */
export function createEvidenceIndex(
  facts: Facts,
  parts: readonly ArrayLike<number>[] = [evidenceTermKeys(facts.map(({ text }) => text))],
): EvidenceIndex {
  const { ids, terms, ends } = numberTerms(parts, facts.length);
  const idOf = (word: string): number | undefined =>
    ids.get(termKeyOf(wordFamilyOf(word.toLowerCase())));
  const found = new Uint32Array(ids.size);
  const seen = new Int32Array(ids.size).fill(-1);
  forDocuments(ends, (document, first, last) => {
    for (let at = first; at < last; at++) {
      const id = terms[at] ?? 0;
      if (seen[id] === document) continue;
      seen[id] = document;
      found[id] = (found[id] ?? 0) + 1;
    }
  });
  const starts = new Uint32Array(ids.size + 1);
  for (let id = 0; id < ids.size; id++) starts[id + 1] = (starts[id] ?? 0) + (found[id] ?? 0);
  const filled = starts.slice();
  const postings = new Uint32Array(starts[ids.size] ?? 0);
  const weights = new Float32Array(postings.length);
  const rare = Float32Array.from(found, (count) =>
    Math.log(1 + (facts.length - count + 0.5) / (count + 0.5)),
  );
  const average = terms.length / Math.max(1, facts.length);
  const counts = new Uint16Array(ids.size);
  const peaks = new Float32Array(ids.size);
  forDocuments(ends, (document, first, last) => {
    const damping = SATURATION * (1 - NORMALISATION + (NORMALISATION * (last - first)) / average);
    for (let at = first; at < last; at++) {
      const id = terms[at] ?? 0;
      counts[id] = (counts[id] ?? 0) + 1;
    }
    for (let at = first; at < last; at++) {
      const id = terms[at] ?? 0;
      const count = counts[id] ?? 0;
      if (count === 0) continue;
      counts[id] = 0;
      const place = filled[id] ?? 0;
      const weight = ((rare[id] ?? 0) * count * (SATURATION + 1)) / (count + damping);
      postings[place] = document;
      weights[place] = weight;
      if (weight > (peaks[id] ?? 0)) peaks[id] = weight;
      filled[id] = place + 1;
    }
  });
  const scores = new Float32Array(facts.length);
  const listOf = ({ word, weight }: QueryTerm): PostingList[] => {
    const id = idOf(word);
    if (id === undefined || weight <= 0) return [];
    const [first, end] = [starts[id] ?? 0, starts[id + 1] ?? 0];
    return [{ first, end, weight, maxGain: weight * (peaks[id] ?? 0) }];
  };
  const touched = new Int32Array(facts.length);
  /** Adds a posting list to the scores; `before` documents have a score already, and the new count is returned. */
  const addList = ({ first, end, weight }: PostingList, before: number): number => {
    let count = before;
    for (let at = first; at < end; at++) {
      const document = postings[at] ?? 0;
      const score = scores[document] ?? 0;
      if (score === 0) touched[count++] = document;
      scores[document] = score + weight * (weights[at] ?? 0);
    }
    return count;
  };
  const gainOf = (document: number, { first, end, weight }: PostingList): number => {
    const at = postingIndex(document, postings, first, end);
    return at < 0 ? 0 : weight * (weights[at] ?? 0);
  };
  /** The score that a document must reach to be among the best: the final score of the worst current leader. */
  const thresholdFor = (
    documents: Int32Array,
    limit: number,
    unread: readonly PostingList[],
  ): number => {
    if (documents.length < limit) return 0;
    const ends = leaders(documents, scores, limit).map((document) =>
      unread.reduce((sum, list) => sum + gainOf(document, list), scores[document] ?? 0),
    );
    return ROUNDING * Math.min(...ends);
  };
  return {
    // Most facts contain some common word. Once no fact that contains only common words can be among the best,
    // their lists are no longer read: their contribution is looked up only for the facts that still qualify
    // (MaxScore, Turtle and Flood 1995). The cost of a search is therefore that of its rare words.
    search: (query, limit) => {
      const lists = query.flatMap(listOf).sort((a, b) => gainPerFact(b) - gainPerFact(a));
      let rest = lists.reduce((sum, { maxGain }) => sum + maxGain, 0);
      let [threshold, count, size, next] = [0, 0, 0, 0];
      let nextCheck = MIN_READ;
      for (let list = lists[next]; list !== undefined; list = lists[++next]) {
        // A check costs about as much as reading a few lists, so the interval between checks doubles.
        if (size > nextCheck) {
          threshold = thresholdFor(touched.subarray(0, count), limit, lists.slice(next));
          if (rest < threshold) break;
          nextCheck = 2 * size;
        }
        count = addList(list, count);
        size += list.end - list.first;
        rest -= list.maxGain;
      }
      // The documents that can still be among the best are kept at the front.
      let open = count;
      for (const list of lists.slice(next).sort((a, b) => b.maxGain - a.maxGain)) {
        const before = open;
        open = 0;
        for (let at = 0; at < before; at++) {
          const document = touched[at] ?? 0;
          const score = scores[document] ?? 0;
          if (score + rest < threshold) continue;
          scores[document] = score + gainOf(document, list);
          touched[at] = touched[open] ?? 0;
          touched[open++] = document;
        }
        rest -= list.maxGain;
      }
      const hits = leaders(touched.subarray(0, open), scores, limit).flatMap((index) => {
        const fact = facts.at(index);
        return fact === undefined ? [] : [{ fact, index, score: scores[index] ?? 0 }];
      });
      for (const document of touched.subarray(0, count)) scores[document] = 0;
      return hits;
    },
    rarity: (word) => {
      const id = idOf(word);
      const count = id === undefined ? 0 : (found[id] ?? 0);
      return 1 - Math.log(1 + count) / Math.log(2 + facts.length);
    },
  };
}

/** The terms of all facts in sequence, numbered from 0, and the end of each fact's terms. */
interface NumberedTerms {
  readonly ids: KeyNumbering;
  readonly terms: Uint32Array;
  readonly ends: Uint32Array;
}

function numberTerms(parts: readonly ArrayLike<number>[], documents: number): NumberedTerms {
  const ids = new KeyNumbering();
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  const terms = new Uint32Array(size);
  const ends = new Uint32Array(documents);
  let [term, document] = [0, 0];
  for (const part of parts) {
    for (let at = 0; at < part.length;) {
      const next = at + 1 + (part[at] ?? 0);
      for (at++; at < next; at++) {
        terms[term++] = ids.getOrAdd(part[at] ?? 0);
      }
      ends[document++] = term;
    }
  }
  return { ids, terms: terms.subarray(0, term), ends: ends.subarray(0, document) };
}

function forDocuments(
  ends: Uint32Array,
  visit: (document: number, first: number, last: number) => void,
): void {
  let first = 0;
  for (const [document, end] of ends.entries()) {
    visit(document, first, end);
    first = end;
  }
}

/** The postings of a query word, from `first` up to `end`, and the most that the word can add to a score. */
interface PostingList {
  readonly first: number;
  readonly end: number;
  readonly weight: number;
  readonly maxGain: number;
}

/** Postings that are read before the first check whether the remaining lists can be skipped. */
const MIN_READ = 256;

/** Tolerance for rounding errors in sums. */
const ROUNDING = 1 - 1e-5;

/** How much reading a list lowers the bound on unread scores, per posting read. */
function gainPerFact({ first, end, maxGain }: PostingList): number {
  return maxGain / (end - first);
}

/** The index of a document in a sorted posting list; -1 if it is not there. */
function postingIndex(document: number, postings: Uint32Array, first: number, end: number): number {
  let [low, high] = [first, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((postings[middle] ?? 0) < document) low = middle + 1;
    else high = middle;
  }
  return low < end && postings[low] === document ? low : -1;
}

/** The documents with the highest scores, best first; ties go to the earlier one. */
function leaders(documents: Int32Array, scores: Float32Array, limit: number): readonly number[] {
  const best: number[] = [];
  let threshold = -1;
  for (const document of documents) {
    const score = scores[document] ?? 0;
    if (score < threshold) continue;
    let at = best.length;
    while (at > 0 && isBetter(document, score, best[at - 1] ?? 0, scores)) at--;
    if (at >= limit) continue;
    best.splice(at, 0, document);
    if (best.length > limit) best.pop();
    if (best.length === limit) threshold = scores[best[limit - 1] ?? 0] ?? 0;
  }
  return best;
}

function isBetter(document: number, score: number, other: number, scores: Float32Array): boolean {
  const otherScore = scores[other] ?? 0;
  return score > otherScore || (score === otherScore && document < other);
}
