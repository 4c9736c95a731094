import {
  ALPHABET,
  type WordGraphData,
  packedEdge,
} from '../../server/checks/spelling/wordGraph.js';

interface Node {
  readonly edges: { readonly letter: number; endsWord: boolean; next: Node | undefined }[];
}

/** Builds the smallest graph of words, each with its number. Words have letters of the alphabet only. */
export function buildWordGraph(entries: ReadonlyMap<string, number>): WordGraphData {
  const words = [...entries.keys()].sort((a, b) => (a < b ? -1 : 1));
  const root: Node = { edges: [] };
  for (const word of words) addWord(root, word);
  const packed: number[] = [0];
  const rootIndex = new NodeWriter(packed).write(root);
  return {
    edges: Uint32Array.from(packed),
    root: rootIndex,
    values: Uint16Array.from(words, (word) => entries.get(word) ?? 0),
  };
}

function addWord(root: Node, word: string): void {
  let node = root;
  for (const [at, character] of Array.from(word).entries()) {
    const letter = ALPHABET.indexOf(character);
    let edge = node.edges.at(-1);
    if (edge?.letter !== letter) {
      edge = { letter, endsWord: false, next: undefined };
      node.edges.push(edge);
    }
    if (at === word.length - 1) edge.endsWord = true;
    else node = edge.next ??= { edges: [] };
  }
}

/** Writes nodes after the nodes that they lead to; equal nodes are written once. */
class NodeWriter {
  readonly #packed: number[];
  readonly #known = new Map<string, number>();

  constructor(packed: number[]) {
    this.#packed = packed;
  }

  /** The index of the first edge of a node. */
  write({ edges }: Node): number {
    const numbers = edges.map(({ letter, endsWord, next }, index) =>
      packedEdge({
        letter,
        endsWord,
        isLast: index === edges.length - 1,
        target: next === undefined ? 0 : this.write(next),
      }),
    );
    const key = numbers.join(' ');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const start = this.#packed.length;
    for (const number of numbers) this.#packed.push(number);
    this.#known.set(key, start);
    return start;
  }
}
