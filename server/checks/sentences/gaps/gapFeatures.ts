import type { Analysis } from '../../../prose/grammar/analysis.js';
import { hashOf } from '../../../prose/grammar/hashing.js';
import { Templates } from '../../../prose/grammar/templates.js';
import { normalise } from '../../../prose/grammar/vocabulary.js';

/**
 * The values that describe a gap between two words. `w`, `t`, `l` and `r` are a word, its fine tag,
 * its lemma and its relation; a number is the distance from the gap (`w1` follows it, `w-1`
 * precedes it). `h` is the tag of a word's head, `arc` how the two words beside the gap are
 * connected, `over` the number of arcs that cross the gap and `overR` the relation of the shortest
 * of them. `fin…` and `all…` count finite verbs: in the main clause, and to the left and right up
 * to the next punctuation mark (`fin`) or the end of the sentence (`all`).
 */
const VALUES = [
  ...['w-2', 'w-1', 'w1', 'w2', 't-3', 't-2', 't-1', 't1', 't2', 't3', 'l-1', 'l1'],
  ...['r-1', 'r1', 'h-1', 'h1', 'arc', 'over', 'overR'],
  ...['finMain', 'finLeft', 'finRight', 'allLeft', 'allRight', 'root', 'opens', 'place', 'all'],
];

const TEMPLATES = [
  ...['all', 'w-1', 'w1', 'w-1 w1', 'w-2 w-1 w1', 'w-1 w1 w2', 'w-1 t1', 't-1 w1', 'w-1 t1 t2'],
  ...['t-2 t-1 w1', 'l-1 t1', 'l-1 t1 t2', 't-1 l1', 't-1 t1', 't-2 t-1 t1', 't-1 t1 t2'],
  ...['t-2 t-1 t1 t2', 't-3 t-2 t-1 t1', 't-1 t1 t2 t3', 't-3 t-2 t-1 t1 t2 t3'],
  ...['r-1 r1', 't-1 t1 r-1 r1', 't-1 t1 arc', 'r-1 r1 arc', 't-1 t1 h-1 h1', 'w-1 r-1', 'w1 r1'],
  ...['r1 h1 t1', 'r-1 h-1 t-1', 'l-1 t1 r1 h1'],
  ...[
    'finMain t-1 t1',
    'finMain root',
    'finMain finLeft finRight t-1 t1',
    'finLeft finRight t-1 w1',
  ],
  ...['finLeft finRight w-1 t1', 'finLeft finRight w-1 w1', 'allLeft allRight t-1 t1'],
  ...[
    'finMain allLeft allRight t-1 t1',
    'finLeft finRight t-1 t1 t2',
    'finLeft finRight t-2 t-1 t1',
  ],
  ...[
    'over finLeft finRight',
    'over overR',
    'over t-1 t1',
    'overR t-1 t1',
    'over overR finLeft finRight',
  ],
  ...['opens t1 t2', 'opens t1 t2 t3', 'opens w1 t2', 'place t-1 t1', 'finMain opens t1'],
];

const templates = new Templates(VALUES, TEMPLATES);
const values = new Int32Array(VALUES.length);

/** The number of features of one gap. */
export const GAP_FEATURES = templates.count;

/** A sentence as input for the features: numeric codes for each word, by its index. */
export interface GapInput {
  readonly size: number;
  readonly words: Int32Array;
  readonly lemmas: Int32Array;
  readonly tags: Int32Array;
  readonly relations: Int32Array;
  readonly heads: Int32Array;
  /** Finite verbs before each word: since the last punctuation mark, and since the start. */
  readonly finiteSinceMark: Int32Array;
  readonly finiteBefore: Int32Array;
  /** Finite verbs from each word on, up to the next punctuation mark. */
  readonly finiteUntilMark: Int32Array;
  /** Arcs that cross the gap before each word, and the relation of the shortest. */
  readonly crossingArcs: Int32Array;
  readonly crossingRelation: Int32Array;
  readonly rootTag: number;
  readonly hasMainVerb: boolean;
}

const FINITE = /^(?:VBZ|VBD|VBP|MD)$/u;
const MARK = /^(?:[,;:()"“”]|--?|[—–])$/u;

/** The input for an analysed sentence. */
export function gapInput(analysis: Analysis, mainVerb: number): GapInput {
  const size = analysis.size;
  const input = {
    size,
    words: new Int32Array(size),
    lemmas: new Int32Array(size),
    tags: new Int32Array(size),
    relations: new Int32Array(size),
    heads: new Int32Array(size),
    finiteSinceMark: new Int32Array(size + 1),
    finiteBefore: new Int32Array(size + 1),
    finiteUntilMark: new Int32Array(size + 1),
    crossingArcs: new Int32Array(size + 1),
    crossingRelation: new Int32Array(size + 1),
    rootTag: 0,
    hasMainVerb: mainVerb >= 0,
  };
  const lengths = new Int32Array(size + 1).fill(size + 1);
  for (let at = 0; at < size; at++) {
    const form = normalise(analysis.words[at] ?? '').toLowerCase();
    const xpos = analysis.xpos(at);
    const head = analysis.head(at);
    input.words[at] = hashOf(form);
    input.lemmas[at] = hashOf(analysis.lemma(at).toLowerCase());
    input.tags[at] = hashOf(`${analysis.upos(at)} ${xpos}`);
    input.relations[at] = hashOf(analysis.relation(at));
    input.heads[at] = head;
    const finite = FINITE.test(xpos) ? 1 : 0;
    input.finiteBefore[at + 1] = (input.finiteBefore[at] ?? 0) + finite;
    input.finiteSinceMark[at + 1] = MARK.test(analysis.words[at] ?? '')
      ? 0
      : (input.finiteSinceMark[at] ?? 0) + finite;
    if (head < 0) input.rootTag = input.tags[at] ?? 0;
    if (head < 0 || analysis.upos(at) === 'PUNCT') continue;
    const [from, to] = head < at ? [head, at] : [at, head];
    for (let gap = from + 1; gap <= to; gap++) {
      input.crossingArcs[gap] = (input.crossingArcs[gap] ?? 0) + 1;
      if (to - from >= (lengths[gap] ?? 0)) continue;
      lengths[gap] = to - from;
      input.crossingRelation[gap] = input.relations[at] ?? 0;
    }
  }
  for (let at = size - 1; at >= 0; at--) {
    const finite = FINITE.test(analysis.xpos(at)) ? 1 : 0;
    input.finiteUntilMark[at] = MARK.test(analysis.words[at] ?? '')
      ? 0
      : (input.finiteUntilMark[at + 1] ?? 0) + finite;
  }
  return input;
}

/** Writes the feature keys of the gap before word `at` into `keys`; returns how many. */
export function gapFeatures(input: GapInput, at: number, keys: Int32Array): number {
  const { words, lemmas, tags, relations, heads, size } = input;
  const headBefore = heads[at - 1] ?? -1;
  const headAfter = heads[at] ?? -1;
  const total = input.finiteBefore[size] ?? 0;
  const left = input.finiteBefore[at] ?? 0;
  const v = values;
  let n = 0;
  v[n++] = words[at - 2] ?? 1;
  v[n++] = words[at - 1] ?? 1;
  v[n++] = words[at] ?? 1;
  v[n++] = words[at + 1] ?? 1;
  v[n++] = tags[at - 3] ?? 1;
  v[n++] = tags[at - 2] ?? 1;
  v[n++] = tags[at - 1] ?? 1;
  v[n++] = tags[at] ?? 1;
  v[n++] = tags[at + 1] ?? 1;
  v[n++] = tags[at + 2] ?? 1;
  v[n++] = lemmas[at - 1] ?? 1;
  v[n++] = lemmas[at] ?? 1;
  v[n++] = relations[at - 1] ?? 1;
  v[n++] = relations[at] ?? 1;
  v[n++] = (tags[headBefore] ?? 1) + (headBefore < at ? 1 : 2);
  v[n++] = (tags[headAfter] ?? 1) + (headAfter < at ? 1 : 2);
  v[n++] = arcBetween(at, headBefore, headAfter);
  v[n++] = Math.min(3, input.crossingArcs[at] ?? 0);
  v[n++] = input.crossingRelation[at] ?? 0;
  v[n++] = input.hasMainVerb ? 1 : 0;
  v[n++] = Math.min(2, input.finiteSinceMark[at] ?? 0);
  v[n++] = Math.min(2, input.finiteUntilMark[at] ?? 0);
  v[n++] = Math.min(2, left);
  v[n++] = Math.min(2, total - left);
  v[n++] = input.rootTag;
  v[n++] = Math.min(2, at);
  v[n++] = at === 0 ? 0 : at >= size - 1 ? 2 : 1;
  v[n++] = 1;
  return templates.keys(v, keys);
}

function arcBetween(at: number, headBefore: number, headAfter: number): number {
  if (headAfter === at - 1) return 1;
  if (headBefore === at) return 2;
  if (headBefore === headAfter) return 3;
  if (headBefore > at) return headAfter < at ? 4 : 5;
  return headAfter < at ? 6 : 7;
}
