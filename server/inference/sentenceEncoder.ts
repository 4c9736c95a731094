import type { SentenceRequest } from './readings.js';
import type { WordPieces } from './wordPieces.js';
import { LETTER_CASE, type Word, letterCaseOf, wordsOf } from './words.js';

/** The maximum number of pieces of a sentence that are read, including those at its ends. */
export const MOST_PIECES = 128;

/** The number of the reserved piece that represents the first place. */
const FIRST_PLACE = 10;

/** Added to the type of a word that repeats the one before. */
const REPEATED = Object.keys(LETTER_CASE).length;

/** A sentence as the encoder reads it: `[CLS] place word word … [SEP]`, or with the marks of another base. */
export interface EncodedSentence {
  /** The ids of the pieces. */
  readonly ids: readonly number[];
  /** The letter case of each piece's word, and whether it repeats the word before. */
  readonly types: readonly number[];
  /** The words that are read: the beginning of a long sentence. */
  readonly words: readonly Word[];
  /** The index of each word's first piece among the pieces. */
  readonly positions: readonly number[];
}

/** The index of the place's piece, which is judged for the position before the first word. */
export const PLACE_POSITION = 1;

/** Turns sentences into pieces. */
export class SentenceEncoder {
  readonly #pieces: WordPieces;
  readonly #places: ReadonlyMap<string, number>;

  /**
   * @param places The names of the places in the order of training (`roles` in `labels.json`). Throws an `Error` if
   * the vocabulary lacks a piece.
   */
  constructor(pieces: WordPieces, places: readonly string[]) {
    this.#pieces = pieces;
    this.#places = new Map(
      places.map((place, index) => [place, pieces.reserved(`[unused${FIRST_PLACE + index}]`)]),
    );
  }

  /** Encodes a sentence. Throws an `Error` for a place that the model was not trained on. */
  encode({ text, place }: SentenceRequest): EncodedSentence {
    const placeId = this.#places.get(place);
    if (placeId === undefined) throw new Error(`the model does not know the place ${place}`);
    const ids = [this.#pieces.start, placeId];
    const types = [0, 0];
    const words: Word[] = [];
    const positions: number[] = [];
    let before = '';
    for (const word of wordsOf(text)) {
      const cut = this.#pieces.idsOf(word.text);
      if (ids.length + cut.length >= MOST_PIECES) break;
      const folded = word.text.toLowerCase();
      const type = letterCaseOf(word.text) + (folded === before ? REPEATED : 0);
      positions.push(ids.length);
      words.push(word);
      ids.push(...cut);
      types.push(...cut.map(() => type));
      before = folded;
    }
    return { ids: [...ids, this.#pieces.end], types: [...types, 0], words, positions };
  }
}
