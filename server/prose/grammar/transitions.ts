/**
 * The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011), with the root at the
 * end of the buffer (Ballesteros and Nivre 2013) and a single root per sentence.
 */
export const SHIFT = 0;
/** The first word of the buffer becomes the head of the top of the stack. */
export const LEFT = 1;
/** The second word of the stack becomes the head of its top. */
export const RIGHT = 2;
export const MOVES = 3;

/** Longer sentences are parsed in pieces. */
export const LONGEST_SENTENCE = 200;

const NODES = LONGEST_SENTENCE + 2;

/**
 * The state of a parse. Node numbers are word indices; `root` is the number of words, and `none`,
 * one more, is the absent node. All arrays share one buffer, so that copying a state is a single
 * memory copy.
 */
export class ParseState {
  /** The sum of the scores of the moves made. */
  score = 0;
  root = 0;
  none = 1;
  /** The first word of the buffer. */
  next = 0;
  depth = 0;
  steps = 0;
  /** The word that must become the sentence's root; -1 if any word may. */
  chosenRoot = -1;
  readonly #memory = new Int32Array(NODES * 13);
  readonly stack = this.#part(0);
  readonly heads = this.#part(1);
  /** Relation plus one; 0 if not yet attached. */
  readonly relations = this.#part(2);
  /** The outermost and second outermost child on either side. */
  readonly left = this.#part(3);
  readonly left2 = this.#part(4);
  readonly right = this.#part(5);
  readonly right2 = this.#part(6);
  readonly leftCount = this.#part(7);
  readonly rightCount = this.#part(8);
  /**
   * The set of relations of a node's children on either side as a bit mask; a few relations share a
   * bit.
   */
  readonly leftSet = this.#part(9);
  readonly rightSet = this.#part(10);
  /** The moves made, each with its relation: `move + 4 * relation`. */
  readonly trail = this.#part(11, 2);

  #part(number: number, parts = 1): Int32Array {
    return this.#memory.subarray(number * NODES, (number + parts) * NODES);
  }

  /** Begins a sentence of `size` words, at most `LONGEST_SENTENCE`. */
  begin(size: number, chosenRoot = -1): void {
    this.score = 0;
    this.chosenRoot = chosenRoot;
    this.root = size;
    this.none = size + 1;
    this.next = 0;
    this.depth = 0;
    this.steps = 0;
    this.#memory.fill(0, NODES);
    this.left.fill(this.none);
    this.left2.fill(this.none);
    this.right.fill(this.none);
    this.right2.fill(this.none);
  }

  copy(from: ParseState): void {
    this.chosenRoot = from.chosenRoot;
    this.score = from.score;
    this.root = from.root;
    this.none = from.none;
    this.next = from.next;
    this.depth = from.depth;
    this.steps = from.steps;
    this.#memory.set(from.#memory);
  }

  get finished(): boolean {
    return this.next === this.root && this.depth === 0;
  }

  /** The word `below` positions below the top of the stack, or `none`. */
  stackAt(below: number): number {
    return below < this.depth ? (this.stack[this.depth - 1 - below] ?? this.none) : this.none;
  }

  /**
   * The word `ahead` positions after the first of the buffer; `root` at its end, `none` beyond it.
   */
  bufferAt(ahead: number): number {
    const node = this.next + ahead;
    return node > this.root ? this.none : node;
  }

  allows(move: number): boolean {
    // Nothing may be left below the chosen root, because it could no longer be attached.
    if (move === SHIFT)
      return this.next < this.root && (this.next !== this.chosenRoot || this.depth === 0);
    const ends = this.next === this.root && this.depth === 1;
    if (!ends && this.depth > 0 && this.stackAt(0) === this.chosenRoot) return false;
    if (move === RIGHT) return this.depth >= 2;
    return this.depth >= 1 && (this.next < this.root || this.depth === 1);
  }

  /** The head that an attaching move would assign. */
  headOf(move: number): number {
    return move === LEFT ? this.next : this.stackAt(1);
  }

  shift(): void {
    this.trail[this.steps++] = SHIFT;
    this.stack[this.depth++] = this.next++;
  }

  /** Makes the move `LEFT` or `RIGHT`. */
  attach(move: number, relation: number): void {
    const dependent = this.stackAt(0);
    const head = this.headOf(move);
    this.trail[this.steps++] = move + 4 * relation;
    this.depth--;
    this.heads[dependent] = head;
    this.relations[dependent] = relation + 1;
    const bit = 1 << (relation % 31);
    if (dependent < head) {
      this.left2[head] = this.left[head] ?? this.none;
      this.left[head] = dependent;
      this.leftCount[head] = (this.leftCount[head] ?? 0) + 1;
      this.leftSet[head] = (this.leftSet[head] ?? 0) | bit;
    } else {
      this.right2[head] = this.right[head] ?? this.none;
      this.right[head] = dependent;
      this.rightCount[head] = (this.rightCount[head] ?? 0) + 1;
      this.rightSet[head] = (this.rightSet[head] ?? 0) | bit;
    }
  }
}
