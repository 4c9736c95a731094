import { Templates } from './templates.js';
import { LEFT, LONGEST_SENTENCE, type ParseState } from './transitions.js';
import { BOUNDARY, type VocabularyWord } from './vocabulary.js';

/** The feature values of a sentence by node: its words, then the root, then the absent node. */
export class ParserInput {
  size = 0;
  readonly words = new Int32Array(LONGEST_SENTENCE + 2);
  /** Tag plus two. */
  readonly tags = new Int32Array(LONGEST_SENTENCE + 2);
  /** The second-best tag plus two if the tag is in doubt; otherwise the tag plus two. */
  readonly seconds = new Int32Array(LONGEST_SENTENCE + 2);
  readonly fields = new Int32Array(LONGEST_SENTENCE + 2);
  /** The number of verbs, commas and conjunctions before each word. */
  readonly #verbs = new Int32Array(LONGEST_SENTENCE + 3);
  readonly #commas = new Int32Array(LONGEST_SENTENCE + 3);
  readonly #joints = new Int32Array(LONGEST_SENTENCE + 3);
  readonly #isVerb: readonly boolean[];
  readonly #isJoint: readonly boolean[];

  /** `tagNames` are the names of the tags. */
  constructor(tagNames: readonly string[]) {
    this.#isVerb = tagNames.map((name) => /^(?:VERB|AUX)/u.test(name));
    this.#isJoint = tagNames.map((name) => name === 'CCONJ');
  }

  /** Reads the words from `start` to `end`, at most `LONGEST_SENTENCE`. */
  read(
    words: readonly VocabularyWord[],
    tags: Uint8Array,
    seconds: Uint8Array,
    start: number,
    end: number,
  ): void {
    const size = end - start;
    this.size = size;
    for (let node = 0; node < size; node++) {
      const word = words[start + node] ?? BOUNDARY;
      const tag = tags[start + node] ?? 0;
      this.words[node] = word.lower;
      this.fields[node] = word.field;
      this.tags[node] = tag + 2;
      this.seconds[node] = (seconds[start + node] ?? 0) + 2;
      this.#verbs[node + 1] = (this.#verbs[node] ?? 0) + (this.#isVerb[tag] === true ? 1 : 0);
      this.#joints[node + 1] = (this.#joints[node] ?? 0) + (this.#isJoint[tag] === true ? 1 : 0);
      this.#commas[node + 1] = (this.#commas[node] ?? 0) + (word.text === ',' ? 1 : 0);
    }
    this.words[size] = 3;
    this.tags[size] = 1;
    this.seconds[size] = 1;
    this.fields[size] = 0;
    this.words[size + 1] = 0;
    this.tags[size + 1] = 0;
    this.seconds[size + 1] = 0;
    this.fields[size + 1] = 0;
  }

  /** The number of verbs on the stack below its top, at most two. */
  verbsOnStack(state: ParseState): number {
    let count = 0;
    for (let below = 1; below < state.depth && count < 2; below++) {
      const node = state.stackAt(below);
      count += (this.#verbs[node + 1] ?? 0) - (this.#verbs[node] ?? 0);
    }
    return count;
  }

  /** The number of verbs after a word, at most two. */
  verbsAfter(node: number): number {
    if (node >= this.size) return 0;
    return Math.min(2, (this.#verbs[this.size] ?? 0) - (this.#verbs[node + 1] ?? 0));
  }

  /** A number for the verbs, commas and conjunctions between two words, up to three of each. */
  between(a: number, b: number): number {
    if (a >= this.size || b > this.size) return 64;
    const verbs = (this.#verbs[b] ?? 0) - (this.#verbs[a + 1] ?? 0);
    const commas = (this.#commas[b] ?? 0) - (this.#commas[a + 1] ?? 0);
    const joints = (this.#joints[b] ?? 0) - (this.#joints[a + 1] ?? 0);
    return Math.min(3, verbs) * 16 + Math.min(3, commas) * 4 + Math.min(3, joints);
  }
}

/**
 * The values on which moves depend. `s0`, `s1`, `s2` are the stack from its top, `b0` to `b3` the
 * buffer; after them, `l` and `r` are the outermost child on either side, `l2` and `r2` the second.
 * The last letter is the value: `w` word, `t` tag, `u` second-best tag, `f` semantic field, `r`
 * relation, `c` number of children on that side, `s` the set of their relations. `sv` and `bv` are
 * the numbers of verbs on the stack below its top and in the buffer after its first word, at most
 * two. `s0`, `s1` and `b0` alone are word positions, used in no template: they distinguish parses
 * in the cache.
 */
const MOVE_VALUES = [
  ...['s0w', 's0t', 's0f', 's1w', 's1t', 's1f', 's2w', 's2t', 'b0w', 'b0t', 'b0f', 'b1w', 'b1t'],
  ...['b2w', 'b2t', 'b3t', 's0lw', 's0lt', 's0lr', 's0rw', 's0rt', 's0rr', 's1lt', 's1lr', 's1rw'],
  ...['s1rt', 's1rr', 'b0lw', 'b0lt', 'b0lr', 's0l2t', 's0r2t', 's1r2t', 'b0l2t', 's0lc', 's0rc'],
  ...['b0lc', 's1rc', 's0ls', 's0rs', 's1rs', 'b0ls', 'afterS0', 'afterS1', 'beforeS0', 'beforeB0'],
  ...['between10', 'between0b', 's0u', 's1u', 'b0u', 'b1u', 'sv', 'bv', 's1lw'],
  ...['s0', 's1', 'b0'],
];

/** The templates for moves (after Zhang and Nivre 2011). */
const MOVE_TEMPLATES = [
  // One node.
  ...['s0w', 's0t', 's0w s0t', 's1w', 's1t', 's1w s1t', 'b0w', 'b0t', 'b0w b0t', 'b1w', 'b1t'],
  ...['b1w b1t', 'b2w b2t', 'b2t', 's2w s2t', 's2t'],
  // Two nodes.
  ...['s0w s0t b0w b0t', 's0w s0t b0t', 's0t b0w b0t', 's0w b0w', 's0t b0t', 's1w s1t s0w s0t'],
  ...['s1w s1t s0t', 's1t s0w s0t', 's1w s0w', 's1t s0t', 's1t b0t', 's1w b0t', 's1t b0w'],
  ...['b0t b1t', 'b0w b1t', 'b0t b1w'],
  // Three and four nodes.
  ...['s0t b0t b1t', 'b0t b1t b2t', 's1t s0t b0t', 's1t s0t s2t', 's1t s0t b0t b1t'],
  ...['b0t b1t b2t b3t', 's0w b0t b1t', 's1t s0w b0t', 's1w s0w b0t', 's1w s0t b0t'],
  ...['s2t s1t s0t b0t'],
  // Children.
  ...['s0t b0t s0lt', 's0t b0t s0rt', 's0t b0t b0lt', 's1t s0t s1rt', 's1t s0t s1lt'],
  ...['s1t s0t s0rt', 's1t s0t s0lt', 's0t b0t s0lr s0rr', 's0t s0lr', 's0t s0rr', 's1t s1lr'],
  ...['s1t s1rr', 'b0t b0lr', 's0lw', 's0rw', 's1rw', 'b0lw', 's0t s0l2t s0lt', 's0t s0r2t s0rt'],
  ...['s1t s1r2t s1rt', 'b0t b0l2t b0lt', 's1w s0t s0lw', 's1t s0t s0lw', 's0t s2t s0lw'],
  // Number of children, and their relations.
  ...['s0t s0rc', 's0t s0lc', 's0w s0rc', 's0w s0lc', 'b0t b0lc', 'b0w b0lc', 's1w s1rc'],
  ...['s1t s1rc', 's0t s0ls', 's0t s0rs', 's0w s0rs', 's1t s1rs', 's1w s1rs', 'b0t b0ls'],
  ...['s0t b0t b0ls', 's0t b0t s0rs', 's1t s0t s1rs', 's1t s0t s0ls'],
  // Adjacent words and words in between.
  ...['s1t s0t afterS1 beforeS0', 's0t b0t afterS0 beforeB0', 's0t afterS0 beforeS0'],
  ...['s1t s0t between10', 's0t b0t between0b', 's1t b0t between10'],
  // Semantic fields.
  ...['s0t b0t s0f', 's0t b0t b0f', 's1t s0t s1f', 's1t s0t s0f', 's1f s0f', 's0f b0f'],
  ...['s1f s0t s0lw'],
  // Tags in doubt.
  ...['s0t s0u b0t b0u', 's1t s1u s0t s0u', 's0t b0t b1t b1u'],
  // Verbs still to come or waiting on the stack.
  ...['s0t b0t sv bv', 's1t s0t sv bv', 's1t s0t b0t bv', 's0w b0t bv', 's0t s0lw b0t'],
  ...['s0t s0lt b0t between0b', 's1t s1lw s0t', 's1t s1lw s0t between10'],
];

/**
 * As above; `h` is the head, `d` the dependent, `side` the side of the head, `sib` the head's child
 * next to the dependent.
 */
const RELATION_VALUES = [
  ...['side', 'dw', 'dt', 'df', 'hw', 'ht', 'hf', 'dlw', 'dlt', 'dlr', 'drw', 'drt', 'drr'],
  ...['dls', 'drs', 'siblings', 'others', 'beforeD', 'afterD', 'sibr', 'sibt', 'sibw', 'du', 'hu'],
];

const RELATION_TEMPLATES = [
  ...['side', 'dw', 'dw side', 'dt side', 'hw side', 'ht side', 'ht dt side', 'ht dt side dw'],
  ...['ht dt side hw', 'hw dw', 'ht dt side dlw'],
  ...['ht dt side drw', 'ht dt side dlr drr', 'ht dt side dlt drt', 'dw dlw', 'hw dlw'],
  ...['hw dt side dlw', 'hw dt side dlr', 'ht dlw drr', 'ht dt side dls', 'ht dt side drs'],
  ...['dt dls drs', 'ht dt side siblings', 'ht dt side others'],
  ...['hw dt side siblings', 'ht dt side siblings others', 'ht dt side beforeD'],
  ...['ht dt side afterD', 'ht dt side beforeD afterD', 'ht dt side sibr sibt', 'ht dt side sibw'],
  ...['ht dt side df', 'ht dt side hf', 'ht dt side dlw df', 'ht dt side dlw hf'],
  ...['ht dt side du', 'ht dt side hu', 'ht dt side du dlw', 'dt side du dls'],
];

const moveTemplates = new Templates(MOVE_VALUES, MOVE_TEMPLATES);
const relationTemplates = new Templates(RELATION_VALUES, RELATION_TEMPLATES);
const moveValues = new Int32Array(MOVE_VALUES.length);
const relationValues = new Int32Array(RELATION_VALUES.length);

/** The number of features of one decision. */
export const PARSER_FEATURES = Math.max(moveTemplates.count, relationTemplates.count);

/** Writes the feature keys for the next move; returns their number. */
export function moveFeatures(input: ParserInput, state: ParseState, keys: Int32Array): number {
  return moveKeys(moveValuesOf(input, state), keys);
}

/** Writes the keys for the result of `moveValuesOf`, which is overwritten; returns their number. */
export function moveKeys(values: Int32Array, keys: Int32Array): number {
  return moveTemplates.keys(values, keys);
}

/** All values on which the next move depends, in memory that the next call reuses. */
export function moveValuesOf(input: ParserInput, state: ParseState): Int32Array {
  const { words, tags, seconds, fields, size } = input;
  const { left, left2, right, right2, relations, leftCount, rightCount, leftSet, rightSet } = state;
  const { none } = state;
  const s0 = state.stackAt(0);
  const s1 = state.stackAt(1);
  const s2 = state.stackAt(2);
  const b0 = state.bufferAt(0);
  const b1 = state.bufferAt(1);
  const b2 = state.bufferAt(2);
  const s0l = left[s0] ?? none;
  const s0r = right[s0] ?? none;
  const s1l = left[s1] ?? none;
  const s1r = right[s1] ?? none;
  const b0l = left[b0] ?? none;
  const v = moveValues;
  let n = 0;
  v[n++] = words[s0] ?? 0;
  v[n++] = tags[s0] ?? 0;
  v[n++] = fields[s0] ?? 0;
  v[n++] = words[s1] ?? 0;
  v[n++] = tags[s1] ?? 0;
  v[n++] = fields[s1] ?? 0;
  v[n++] = words[s2] ?? 0;
  v[n++] = tags[s2] ?? 0;
  v[n++] = words[b0] ?? 0;
  v[n++] = tags[b0] ?? 0;
  v[n++] = fields[b0] ?? 0;
  v[n++] = words[b1] ?? 0;
  v[n++] = tags[b1] ?? 0;
  v[n++] = words[b2] ?? 0;
  v[n++] = tags[b2] ?? 0;
  v[n++] = tags[state.bufferAt(3)] ?? 0;
  v[n++] = words[s0l] ?? 0;
  v[n++] = tags[s0l] ?? 0;
  v[n++] = relations[s0l] ?? 0;
  v[n++] = words[s0r] ?? 0;
  v[n++] = tags[s0r] ?? 0;
  v[n++] = relations[s0r] ?? 0;
  v[n++] = tags[s1l] ?? 0;
  v[n++] = relations[s1l] ?? 0;
  v[n++] = words[s1r] ?? 0;
  v[n++] = tags[s1r] ?? 0;
  v[n++] = relations[s1r] ?? 0;
  v[n++] = words[b0l] ?? 0;
  v[n++] = tags[b0l] ?? 0;
  v[n++] = relations[b0l] ?? 0;
  v[n++] = tags[left2[s0] ?? none] ?? 0;
  v[n++] = tags[right2[s0] ?? none] ?? 0;
  v[n++] = tags[right2[s1] ?? none] ?? 0;
  v[n++] = tags[left2[b0] ?? none] ?? 0;
  v[n++] = leftCount[s0] ?? 0;
  v[n++] = rightCount[s0] ?? 0;
  v[n++] = leftCount[b0] ?? 0;
  v[n++] = rightCount[s1] ?? 0;
  v[n++] = leftSet[s0] ?? 0;
  v[n++] = rightSet[s0] ?? 0;
  v[n++] = rightSet[s1] ?? 0;
  v[n++] = leftSet[b0] ?? 0;
  v[n++] = s0 < size ? (tags[s0 + 1] ?? 0) : 0;
  v[n++] = s1 < size ? (tags[s1 + 1] ?? 0) : 0;
  v[n++] = s0 > 0 && s0 < size ? (tags[s0 - 1] ?? 0) : 0;
  v[n++] = b0 > 0 && b0 <= size ? (tags[b0 - 1] ?? 0) : 0;
  v[n++] = input.between(s1, s0);
  v[n++] = input.between(s0, b0);
  v[n++] = seconds[s0] ?? 0;
  v[n++] = seconds[s1] ?? 0;
  v[n++] = seconds[b0] ?? 0;
  v[n++] = seconds[b1] ?? 0;
  v[n++] = input.verbsOnStack(state);
  v[n++] = input.verbsAfter(b0);
  v[n++] = words[s1l] ?? 0;
  v[n++] = s0;
  v[n++] = s1;
  v[n++] = b0;
  return v;
}

/** Writes the feature keys for the relation of an attaching move; returns their number. */
export function relationFeatures(
  input: ParserInput,
  state: ParseState,
  move: number,
  keys: Int32Array,
): number {
  return relationKeys(relationValuesOf(input, state, move), keys);
}

/**
 * Writes the keys for the result of `relationValuesOf`, which is overwritten; returns their number.
 */
export function relationKeys(values: Int32Array, keys: Int32Array): number {
  return relationTemplates.keys(values, keys);
}

/**
 * All values on which the relation of an attaching move depends, in memory that the next call
 * reuses.
 */
export function relationValuesOf(input: ParserInput, state: ParseState, move: number): Int32Array {
  const { words, tags, seconds, fields } = input;
  const { left, right, relations, leftSet, rightSet, none } = state;
  const d = state.stackAt(0);
  const h = state.headOf(move);
  const dl = left[d] ?? none;
  const dr = right[d] ?? none;
  const sibling = (move === LEFT ? left[h] : right[h]) ?? none;
  const v = relationValues;
  let n = 0;
  v[n++] = move;
  v[n++] = words[d] ?? 0;
  v[n++] = tags[d] ?? 0;
  v[n++] = fields[d] ?? 0;
  v[n++] = words[h] ?? 0;
  v[n++] = tags[h] ?? 0;
  v[n++] = fields[h] ?? 0;
  v[n++] = words[dl] ?? 0;
  v[n++] = tags[dl] ?? 0;
  v[n++] = relations[dl] ?? 0;
  v[n++] = words[dr] ?? 0;
  v[n++] = tags[dr] ?? 0;
  v[n++] = relations[dr] ?? 0;
  v[n++] = leftSet[d] ?? 0;
  v[n++] = rightSet[d] ?? 0;
  v[n++] = (move === LEFT ? leftSet[h] : rightSet[h]) ?? 0;
  v[n++] = (move === LEFT ? rightSet[h] : leftSet[h]) ?? 0;
  v[n++] = d > 0 ? (tags[d - 1] ?? 0) : 0;
  v[n++] = tags[d + 1] ?? 0;
  v[n++] = relations[sibling] ?? 0;
  v[n++] = tags[sibling] ?? 0;
  v[n++] = words[sibling] ?? 0;
  v[n++] = seconds[d] ?? 0;
  v[n++] = seconds[h] ?? 0;
  return v;
}
