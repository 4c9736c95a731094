import {
  ByteReader,
  ByteWriter,
  verifiedBody,
  withChecksum,
} from '../../prose/grammar/weightBytes.js';

/** Identifies the file format and its version. */
const MAGIC = 0x43445350;

/** The letters of the words in the graph, each numbered by its place here. */
export const ALPHABET = "'abcdefghijklmnopqrstuvwxyz";

/** The number of a letter in the alphabet, by its UTF-16 code; -1 for all others. */
const LETTER_NUMBERS = Int8Array.from({ length: 128 }, (_, code) =>
  ALPHABET.indexOf(String.fromCharCode(code)),
);

// An edge is one number: five bits for its letter, one if a word ends here, one if it is the last
// edge of its node, and above these the index of the first edge of the node that it leads to, 0 for
// none.
const LETTER = 31;
const ENDS_WORD = 32;
const LAST_EDGE = 64;
const TARGET_SHIFT = 7;

/** An edge of a word graph before it is packed. */
export interface GraphEdge {
  /** Index into the alphabet. */
  readonly letter: number;
  readonly endsWord: boolean;
  readonly isLast: boolean;
  /** Index of the first edge of the next node; 0 for none. */
  readonly target: number;
}

/** An edge as one number. */
export function packedEdge({ letter, endsWord, isLast, target }: GraphEdge): number {
  const flags = (endsWord ? ENDS_WORD : 0) | (isLast ? LAST_EDGE : 0);
  return ((target << TARGET_SHIFT) | flags | letter) >>> 0;
}

/** The parts of a word graph as they are stored. */
export interface WordGraphData {
  /**
   * Packed edges. Those of the first node start at 1, and every node except the first comes after
   * those that it leads to.
   */
  readonly edges: Uint32Array;
  /** Index of the first edge of the node that all words start at. */
  readonly root: number;
  /** A number about each word, in alphabetical order. */
  readonly values: Uint16Array;
}

/** Writes a word graph as a file. */
export function writeWordGraph({ edges, root, values }: WordGraphData): Uint8Array {
  const writer = new ByteWriter();
  writer.number(edges.length);
  writer.number(values.length);
  writer.number(root);
  writer.bytes(new Uint8Array(edges.buffer, edges.byteOffset, edges.byteLength));
  writer.bytes(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  return withChecksum(MAGIC, writer.finish());
}

/** Reads what `writeWordGraph` wrote. Throws a `WeightsError` if the file is damaged. */
export function readWordGraph(file: Uint8Array): WordGraph {
  const reader = new ByteReader(verifiedBody(MAGIC, file));
  const [edgeCount, wordCount, root] = [reader.number(), reader.number(), reader.number()];
  // Copied, because numbers of several bytes must be aligned; all platforms have the low byte first.
  const edges = new Uint32Array(reader.bytes(4 * edgeCount).slice().buffer);
  const values = new Uint16Array(reader.bytes(2 * wordCount).slice().buffer);
  return new WordGraph({ edges, root, values });
}

/**
 * A set of words as a graph in which words share their beginnings and their endings, with a number about each word. A
 * quarter of a million words take two megabytes and no time to load.
 */
export class WordGraph {
  readonly root: number;
  readonly #edges: Uint32Array;
  readonly #values: Uint16Array;
  /** For each edge, the number of words on the earlier edges of its node: with it, a path gives the index of its word. */
  readonly #wordsBefore: Uint32Array;

  constructor({ edges, root, values }: WordGraphData) {
    this.#edges = edges;
    this.#values = values;
    this.root = root;
    this.#wordsBefore = new Uint32Array(edges.length);
    const wordsFrom = new Uint32Array(edges.length);
    for (let start = 1; start < edges.length;) {
      let [at, count] = [start, 0];
      for (; ; at++) {
        const edge = edges[at] ?? LAST_EDGE;
        this.#wordsBefore[at] = count;
        count += (edge & ENDS_WORD) === 0 ? 0 : 1;
        count += wordsFrom[edge >>> TARGET_SHIFT] ?? 0;
        if ((edge & LAST_EDGE) !== 0) break;
      }
      wordsFrom[start] = count;
      start = at + 1;
    }
  }

  /** Its size in memory in bytes. */
  get bytes(): number {
    return this.#edges.byteLength + this.#values.byteLength + this.#wordsBefore.byteLength;
  }

  /** The number about a word, which is in lower case with straight apostrophes; -1 if it is not in the set. */
  valueOf(word: string): number {
    let node = this.root;
    let index = 0;
    let endsWord = false;
    for (let at = 0; at < word.length; at++) {
      const letter = LETTER_NUMBERS[word.charCodeAt(at)] ?? -1;
      if (letter < 0 || node === 0) return -1;
      const edge = this.#edgeOf(node, letter);
      if (edge === 0) return -1;
      if (endsWord) index++;
      index += this.#wordsBefore[edge] ?? 0;
      endsWord = this.endsWord(edge);
      node = this.target(edge);
    }
    return endsWord ? (this.#values[index] ?? -1) : -1;
  }

  #edgeOf(node: number, letter: number): number {
    for (let at = node; ; at++) {
      const edge = this.#edges[at] ?? LAST_EDGE;
      if ((edge & LETTER) === letter) return at;
      if ((edge & LAST_EDGE) !== 0) return 0;
    }
  }

  /** The letter of an edge, as its number in the alphabet. */
  letter(edge: number): number {
    return (this.#edges[edge] ?? 0) & LETTER;
  }

  /** True if the path up to this edge is a word. */
  endsWord(edge: number): boolean {
    return ((this.#edges[edge] ?? 0) & ENDS_WORD) !== 0;
  }

  /** True for the last of the edges of a node, which follow each other. */
  isLast(edge: number): boolean {
    return ((this.#edges[edge] ?? LAST_EDGE) & LAST_EDGE) !== 0;
  }

  /** The first edge of the node that an edge leads to; 0 if no word continues. */
  target(edge: number): number {
    return (this.#edges[edge] ?? 0) >>> TARGET_SHIFT;
  }
}

/** The number of a letter in the alphabet; -1 if it is not in it. */
export function letterNumber(text: string, at: number): number {
  return LETTER_NUMBERS[text.charCodeAt(at)] ?? -1;
}
