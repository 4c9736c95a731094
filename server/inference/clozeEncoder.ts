import type { EncoderInput } from './encoderSession.js';
import type { ClozeRequest } from './readings.js';
import { MATCH, type Match, matchesOf } from './wordMatches.js';
import type { WordPieces } from './wordPieces.js';
import { LETTER_CASE, type Word, letterCaseOf, wordsOf } from './words.js';

/** The most pieces of a claim, and of the sentences that it is read beside. */
const LONGEST_CLAIM = 72;
const LONGEST_PASSAGE = 110;

/** A piece's type is (match × 3 + block) × 4 + case, or for the hidden value its kind in place of the case. */
const BLOCKS = 3;
const CASES = Object.keys(LETTER_CASE).length;
const CLAIM = 0;
const PASSAGE = 1;
const KINDS = { name: 0, figure: 1 } as const;

/** The place of `[CLS]`, which stands for no value of the passage. */
export const NO_VALUE = 0;

/** A claim as the encoder reads it: `[CLS] claim with [MASK] [SEP] passage [SEP]`. */
export interface EncodedCloze extends EncoderInput {
  /** Where the first piece of each word of the passage stands. */
  readonly words: readonly number[];
  /** Of these, those of each value; `undefined` for one that did not fit. */
  readonly values: readonly (readonly number[] | undefined)[];
}

/** A stand-in for the hidden value: a mark, which no text is searched for. */
const HIDDEN = '[]';

/** A block of pieces. */
interface Block extends EncoderInput {
  /** Where in it the first piece of each word is. */
  readonly firsts: readonly number[];
}

/** Turns claims into pieces, as `ClozeEncoder` in `training/claims/encoding.py` does. */
export class ClozeEncoder {
  readonly #pieces: WordPieces;
  readonly #functionWords: ReadonlySet<string>;
  readonly #mask: number;

  /** @param functionWords Stems of words that are in every text. Throws an `Error` if the vocabulary lacks a piece. */
  constructor(pieces: WordPieces, functionWords: ReadonlySet<string>) {
    this.#pieces = pieces;
    this.#functionWords = functionWords;
    this.#mask = pieces.reserved('[MASK]');
  }

  /** Encodes a claim; `undefined` if the hidden value is beyond what is read of it. */
  encode({ claim, hidden, kind, passage, values }: ClozeRequest): EncodedCloze | undefined {
    const words = wordsIn(claim, LONGEST_CLAIM);
    const inside = ({ start, end }: Word): boolean => start < hidden.end && end > hidden.start;
    const place = words.findIndex(inside);
    if (place < 0) return undefined;
    const before = words.slice(0, place);
    const after = words.slice(place).filter((word) => !inside(word));
    const open = [...before, { text: HIDDEN, ...hidden }, ...after];
    const sentences = this.#fitting(passage.map((text) => wordsIn(text, LONGEST_PASSAGE)));
    const other = sentences.flatMap((sentence) => sentence ?? []);
    const own = this.#block(open, other, CLAIM, LONGEST_CLAIM);
    const at = own.firsts[place];
    if (at === undefined) return undefined;
    const theirs = this.#block(other, open, PASSAGE, LONGEST_PASSAGE);
    const base = own.ids.length + 2;
    const places = theirs.firsts.map((first) => base + first);
    let from = 0;
    const placesOf = sentences.map((sentence = []) =>
      places.slice(from, (from += sentence.length)),
    );
    return {
      ids: [
        this.#pieces.start,
        ...own.ids.map((id, index) => (index === at ? this.#mask : id)),
        this.#pieces.end,
        ...theirs.ids,
        this.#pieces.end,
      ],
      types: [
        CLAIM * CASES,
        ...own.types.map((type, index) => (index === at ? KINDS[kind] : type)),
        CLAIM * CASES,
        ...theirs.types,
        PASSAGE * CASES,
      ],
      words: places,
      values: values.map(({ sentence, start, end }) => {
        const read = (sentences[sentence] ?? []).flatMap((word, index) =>
          word.start < end && word.end > start ? (placesOf[sentence]?.[index] ?? []) : [],
        );
        return read.length === 0 ? undefined : read;
      }),
    };
  }

  /** The sentences for which there is room, the first in any case, if need be its beginning; `undefined` for any other. */
  #fitting(sentences: readonly (readonly Word[])[]): readonly (readonly Word[] | undefined)[] {
    let room = LONGEST_PASSAGE;
    return sentences.map((words, index) => {
      const length = words.reduce((sum, { text }) => sum + this.#pieces.idsOf(text).length, 0);
      if (index > 0 && length > room) return undefined;
      room -= length;
      return words;
    });
  }

  #block(words: readonly Word[], others: readonly Word[], block: number, room: number): Block {
    const ids: number[] = [];
    const types: number[] = [];
    const firsts: number[] = [];
    const matches = matchesOf(words, others, this.#functionWords);
    for (const [index, { text }] of words.entries()) {
      const cut = text === HIDDEN ? [this.#mask] : this.#pieces.idsOf(text);
      if (ids.length + cut.length > room) break;
      firsts.push(ids.length);
      const type = typeOf(matches[index] ?? MATCH.notSought, block, text);
      for (const id of cut) {
        ids.push(id);
        types.push(type);
      }
    }
    return { ids, types, firsts };
  }
}

/** The first words of a text: no more can be read, and a sentence may be a megabyte long. */
function wordsIn(text: string, most: number): readonly Word[] {
  const words: Word[] = [];
  for (const word of wordsOf(text)) {
    if (words.length === most) break;
    words.push(word);
  }
  return words;
}

function typeOf(match: Match, block: number, text: string): number {
  return (match * BLOCKS + block) * CASES + letterCaseOf(text);
}
