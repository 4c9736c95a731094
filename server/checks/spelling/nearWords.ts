import { AT_FIRST_LETTER, TRANSPOSED, added, omitted, substituted } from './editCost.js';
import { ALPHABET, type WordGraph, letterNumber } from './wordGraph.js';

/** A word of the dictionary that another was perhaps meant to be. */
export interface NearWord {
  readonly word: string;
  /** The cost of the slips between them, see `editCost.ts`. */
  readonly cost: number;
}

/** A longer word is nobody's slip. UTF-16 units. */
const MAX_LENGTH = 32;

/**
 * All words of a graph that slips with a total cost of at most `limit` turn into `written`, in no order. `written` is in
 * lower case.
 */
export function nearWords(graph: WordGraph, written: string, limit: number): readonly NearWord[] {
  if (written.length > MAX_LENGTH) return [];
  const letters = Int8Array.from({ length: written.length }, (_, at) => letterNumber(written, at));
  if (letters.includes(-1)) return [];
  return new NearWordSearch(graph, letters, limit).run();
}

/**
 * Walks the graph with the last three rows of a table of costs: row by letters of the intended
 * word, column by letters of the written one.
 */
class NearWordSearch {
  readonly #graph: WordGraph;
  readonly #written: Int8Array;
  readonly #limit: number;
  readonly #rows: Float32Array[];
  readonly #path = new Int8Array(MAX_LENGTH + 4).fill(-1);
  readonly #found: NearWord[] = [];

  constructor(graph: WordGraph, written: Int8Array, limit: number) {
    this.#graph = graph;
    this.#written = written;
    this.#limit = limit;
    this.#rows = Array.from(
      { length: this.#path.length + 1 },
      () => new Float32Array(written.length + 1),
    );
    const first = this.#rows[0];
    for (let at = 1; first !== undefined && at <= written.length; at++) {
      first[at] = (first[at - 1] ?? 0) + this.#addedCost(at - 1, -1) + AT_FIRST_LETTER;
    }
  }

  run(): readonly NearWord[] {
    this.#visit(this.#graph.root, 1);
    return this.#found;
  }

  #addedCost(at: number, before: number): number {
    return added(this.#written[at] ?? -1, before, this.#written[at + 1] ?? -1);
  }

  #visit(node: number, depth: number): void {
    if (node === 0 || depth >= this.#path.length) return;
    for (let edge = node; ; edge++) {
      const letter = this.#graph.letter(edge);
      if (this.#fillRow(letter, depth) <= this.#limit) {
        this.#path[depth] = letter;
        const cost = this.#rows[depth]?.[this.#written.length] ?? Infinity;
        if (cost <= this.#limit && this.#graph.endsWord(edge)) {
          this.#found.push({ word: this.#pathText(depth), cost });
        }
        this.#visit(this.#graph.target(edge), depth + 1);
      }
      if (this.#graph.isLast(edge)) return;
    }
  }

  /** Computes the row for one more letter of the word that was meant; the smallest cost in it. */
  #fillRow(letter: number, depth: number): number {
    const [row, above, twoAbove] = [
      this.#rows[depth],
      this.#rows[depth - 1],
      this.#rows[depth - 2],
    ];
    if (row === undefined || above === undefined) return Infinity;
    const before = depth > 1 ? (this.#path[depth - 1] ?? -1) : -1;
    const first = depth === 1 ? AT_FIRST_LETTER : 0;
    const omission = omitted(letter, before) + first;
    let least = (row[0] = (above[0] ?? 0) + omission);
    for (let at = 1; at <= this.#written.length; at++) {
      const written = this.#written[at - 1] ?? 0;
      const start = depth === 1 && at === 1 ? AT_FIRST_LETTER : 0;
      let cost = (above[at] ?? 0) + omission;
      const replaced =
        (above[at - 1] ?? 0) + (written === letter ? 0 : substituted(written, letter) + start);
      if (replaced < cost) cost = replaced;
      const extra = (row[at - 1] ?? 0) + this.#addedCost(at - 1, letter);
      if (extra < cost) cost = extra;
      if (
        twoAbove !== undefined &&
        at > 1 &&
        written === before &&
        this.#written[at - 2] === letter &&
        written !== letter
      ) {
        const exchanged =
          (twoAbove[at - 2] ?? 0) + TRANSPOSED + (depth === 2 ? AT_FIRST_LETTER : 0);
        if (exchanged < cost) cost = exchanged;
      }
      row[at] = cost;
      if (cost < least) least = cost;
    }
    // An exchange may skip a row that is above the limit.
    if (least > this.#limit && above.some((cost) => cost + TRANSPOSED <= this.#limit))
      return this.#limit;
    return least;
  }

  #pathText(depth: number): string {
    let text = '';
    for (let at = 1; at <= depth; at++) text += ALPHABET.charAt(this.#path[at] ?? 0);
    return text;
  }
}
