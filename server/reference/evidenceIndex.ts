import { evidenceWords, familyOf, keyOfTerm } from './evidenceWords.js';
import type { Fact, Facts } from './model.js';
import { Numbering } from './numbering.js';

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
  /** The best facts for a bag of words, inflected as they may be, best first. */
  search(words: readonly Query[], limit: number): readonly Hit[];
  /** How rare a word's family is among the facts: 1 where none has it, 0 where each does. */
  rarity(word: string): number;
}

/** Term saturation and length normalisation, as S. Robertson and H. Zaragoza (2009) advise for short texts. */
const SATURATION = 0.9;
const NORMALISATION = 0.4;

/**
 * Builds the index of a base's facts: BM25 weights worked out once, in flat arrays. `parts` are what
 * `evidenceWords` gave for the facts, in as many pieces as is convenient.
 */
export function createEvidenceIndex(
  facts: Facts,
  parts: readonly ArrayLike<number>[] = [evidenceWords(facts.map(({ text }) => text))],
): EvidenceIndex {
  const { ids, terms, ends } = numbered(parts, facts.length);
  const idOf = (word: string): number | undefined =>
    ids.of(keyOfTerm(familyOf(word.toLowerCase())));
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
  const listOf = ({ word, weight }: Query): List[] => {
    const id = idOf(word);
    if (id === undefined || weight <= 0) return [];
    const [first, end] = [starts[id] ?? 0, starts[id + 1] ?? 0];
    return [{ first, end, weight, most: weight * (peaks[id] ?? 0) }];
  };
  const met = new Int32Array(facts.length);
  /** Adds what a list gives to the scores, where so many documents were met before; gives how many are now. */
  const readList = ({ first, end, weight }: List, before: number): number => {
    let count = before;
    for (let at = first; at < end; at++) {
      const document = postings[at] ?? 0;
      const score = scores[document] ?? 0;
      if (score === 0) met[count++] = document;
      scores[document] = score + weight * (weights[at] ?? 0);
    }
    return count;
  };
  const gainOf = (document: number, { first, end, weight }: List): number => {
    const at = placeOf(document, postings, first, end);
    return at < 0 ? 0 : weight * (weights[at] ?? 0);
  };
  /** What a document must have in the end to be among the best: those that lead now have so much. */
  const barOf = (documents: Int32Array, limit: number, unread: readonly List[]): number => {
    if (documents.length < limit) return 0;
    const ends = leaders(documents, scores, limit).map((document) =>
      unread.reduce((sum, list) => sum + gainOf(document, list), scores[document] ?? 0),
    );
    return ROUNDING * Math.min(...ends);
  };
  return {
    // Of common words most facts have some. Once no fact that has only these can be among the best, their
    // lists are not read: what they give is looked up for those facts that still can be (MaxScore, H. Turtle
    // and J. Flood 1995). So a search takes the time of its rare words.
    search: (query, limit) => {
      const lists = query.flatMap(listOf).sort((a, b) => mostPerFact(b) - mostPerFact(a));
      let rest = lists.reduce((sum, { most }) => sum + most, 0);
      let [bar, count, size, next] = [0, 0, 0, 0];
      let asked = LONG;
      for (let list = lists[next]; list !== undefined; list = lists[++next]) {
        // To ask takes about as long as to read a few lists, so it is done each time as many more were read.
        if (size > asked) {
          bar = barOf(met.subarray(0, count), limit, lists.slice(next));
          if (rest < bar) break;
          asked = 2 * size;
        }
        count = readList(list, count);
        size += list.end - list.first;
        rest -= list.most;
      }
      // Those that can no longer be among the best change places with those that can, which stand first.
      let open = count;
      for (const list of lists.slice(next).sort((a, b) => b.most - a.most)) {
        const before = open;
        open = 0;
        for (let at = 0; at < before; at++) {
          const document = met[at] ?? 0;
          const score = scores[document] ?? 0;
          if (score + rest < bar) continue;
          scores[document] = score + gainOf(document, list);
          met[at] = met[open] ?? 0;
          met[open++] = document;
        }
        rest -= list.most;
      }
      const hits = leaders(met.subarray(0, open), scores, limit).flatMap((index) => {
        const fact = facts.at(index);
        return fact === undefined ? [] : [{ fact, index, score: scores[index] ?? 0 }];
      });
      for (const document of met.subarray(0, count)) scores[document] = 0;
      return hits;
    },
    rarity: (word) => {
      const id = idOf(word);
      const count = id === undefined ? 0 : (found[id] ?? 0);
      return 1 - Math.log(1 + count) / Math.log(2 + facts.length);
    },
  };
}

/** The terms of all facts in a row, as numbers from 0, and where those of each fact end. */
interface Numbered {
  readonly ids: Numbering;
  readonly terms: Uint32Array;
  readonly ends: Uint32Array;
}

function numbered(parts: readonly ArrayLike<number>[], documents: number): Numbered {
  const ids = new Numbering();
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  const terms = new Uint32Array(size);
  const ends = new Uint32Array(documents);
  let [term, document] = [0, 0];
  for (const part of parts) {
    for (let at = 0; at < part.length;) {
      const next = at + 1 + (part[at] ?? 0);
      for (at++; at < next; at++) {
        terms[term++] = ids.give(part[at] ?? 0);
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

/** The facts that have a word of a query, and the most that the word can add to the score of one. */
interface List {
  readonly first: number;
  readonly end: number;
  readonly weight: number;
  readonly most: number;
}

/** Facts that are read before it is asked whether all must be. */
const LONG = 256;

/** Room for the rounding of sums. */
const ROUNDING = 1 - 1e-5;

/** How far the reading of a list brings down what others can have, for each fact to be read. */
function mostPerFact({ first, end, most }: List): number {
  return most / (end - first);
}

/** Where a document stands in a list, which is in order; -1 where it does not. */
function placeOf(document: number, postings: Uint32Array, first: number, end: number): number {
  let [low, high] = [first, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((postings[middle] ?? 0) < document) low = middle + 1;
    else high = middle;
  }
  return low < end && postings[low] === document ? low : -1;
}

/** The documents with the highest scores, best first; ties go to the earlier one. */
function leaders(touched: Int32Array, scores: Float32Array, limit: number): readonly number[] {
  const best: number[] = [];
  let bar = -1;
  for (const document of touched) {
    const score = scores[document] ?? 0;
    if (score < bar) continue;
    let at = best.length;
    while (at > 0 && isBetter(document, score, best[at - 1] ?? 0, scores)) at--;
    if (at >= limit) continue;
    best.splice(at, 0, document);
    if (best.length > limit) best.pop();
    if (best.length === limit) bar = scores[best[limit - 1] ?? 0] ?? 0;
  }
  return best;
}

function isBetter(document: number, score: number, other: number, scores: Float32Array): boolean {
  const against = scores[other] ?? 0;
  return score > against || (score === against && document < other);
}
