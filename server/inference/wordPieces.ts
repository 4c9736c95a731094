import { boundedMemo } from '../prose/boundedMemo.js';

/** Longer words, in letters, are one unknown piece. */
const LONGEST_WORD = 100;

/** The number of words whose pieces are cached. */
const MOST_KEPT = 20_000;

/**
 * The pieces that begin an input and that end a text in it: in the vocabulary of MPNet, which has
 * both, and in that of BERT.
 */
const MARKS = [
  ['<s>', '</s>'],
  ['[CLS]', '[SEP]'],
] as const;

/** Cuts words into the pieces of a vocabulary, the longest first, as BERT's uncased tokenizer does. */
export class WordPieces {
  /** The ids of the pieces that begin an input and that end a text in it. */
  readonly start: number;
  readonly end: number;
  /** How many pieces there are. */
  readonly count: number;
  readonly #ids: ReadonlyMap<string, number>;
  readonly #unknown: number;
  readonly #cut: (word: string) => readonly number[];

  /**
   * @param vocabulary One piece a line; the number of the line, from 0, is the piece's id. Throws an `Error` if a
   * reserved piece is missing.
   */
  constructor(vocabulary: string) {
    const lines = vocabulary.trimEnd().split(/\r?\n/u);
    this.#ids = new Map(lines.flatMap((piece, id) => (piece === '' ? [] : [[piece, id]])));
    this.count = lines.length;
    this.#unknown = this.reserved('[UNK]');
    const [start, end] = MARKS.find(([start]) => this.#ids.has(start)) ?? MARKS[1];
    this.start = this.reserved(start);
    this.end = this.reserved(end);
    this.#cut = boundedMemo((word) => this.#piecesOf(word), MOST_KEPT);
  }

  /** The id of a reserved piece, such as `[CLS]`. Throws an `Error` if the vocabulary does not have it. */
  reserved(piece: string): number {
    const id = this.#ids.get(piece);
    if (id === undefined) throw new Error(`the vocabulary has no piece ${piece}`);
    return id;
  }

  /** The ids of the pieces of a word, at least one: a word that cannot be cut is one unknown piece. */
  idsOf(word: string): readonly number[] {
    return word.length > LONGEST_WORD ? this.#piecesOf(word) : this.#cut(word);
  }

  #piecesOf(word: string): readonly number[] {
    const letters = Array.from(
      word
        .toLowerCase()
        .normalize('NFD')
        .replace(/\p{Mn}/gu, ''),
    );
    const unknown = [this.#unknown];
    if (letters.length === 0 || letters.length > LONGEST_WORD) return unknown;
    const ids: number[] = [];
    for (let start = 0; start < letters.length;) {
      const longest = this.#longestFrom(letters, start);
      if (longest === undefined) return unknown;
      ids.push(longest.id);
      start = longest.end;
    }
    return ids;
  }

  #longestFrom(
    letters: readonly string[],
    start: number,
  ): { readonly id: number; readonly end: number } | undefined {
    const prefix = start === 0 ? '' : '##';
    for (let end = letters.length; end > start; end--) {
      const id = this.#ids.get(prefix + letters.slice(start, end).join(''));
      if (id !== undefined) return { id, end };
    }
    return undefined;
  }
}
