import type { EncoderInput } from './encoderSession.js';
import type { JudgeRequest } from './readings.js';
import type { WordPieces } from './wordPieces.js';
import { LETTER_CASE, type Word, letterCaseOf, wordsOf } from './words.js';

/** The most pieces that are read: in all; of the passages, the last of which are cut; and of the sentence. */
export const LONGEST = 256;
const LONGEST_PASSAGES = 160;
const LONGEST_CLAIM = 96;

/** A piece's type is block × 4 + case: the claim, the other words of its sentence, the passages. */
const CASES = Object.keys(LETTER_CASE).length;
const CLAIM = 0;
const REST = 1;
const PASSAGE = 2;

/** A claim as the judge reads it: `<s> sentence </s> passage </s> passage </s>`. */
export interface EncodedClaim extends EncoderInput {
  /** The words of the claim that are read; offsets are UTF-16 units of the sentence. */
  readonly words: readonly Word[];
  /** Where the first piece of each of them stands among the pieces. */
  readonly positions: readonly number[];
}

/** Turns claims into pieces, as `JudgeEncoder` in `training/judge/encoding.py` does. */
export class JudgeEncoder {
  readonly #pieces: WordPieces;

  constructor(pieces: WordPieces) {
    this.#pieces = pieces;
  }

  /** Encodes a claim; words beyond what is read are left out. */
  encode({ sentence, claim, passages }: JudgeRequest): EncodedClaim {
    const { start, end } = this.#pieces;
    const ids = [start];
    const types = [CLAIM * CASES];
    const words: Word[] = [];
    const positions: number[] = [];
    const last = ids.length + LONGEST_CLAIM;
    for (const word of wordsOf(sentence)) {
      const cut = this.#pieces.idsOf(word.text);
      if (ids.length + cut.length > last) break;
      const isOfClaim = word.start < claim.end && word.end > claim.start;
      if (isOfClaim) {
        words.push(word);
        positions.push(ids.length);
      }
      const type = (isOfClaim ? CLAIM : REST) * CASES + letterCaseOf(word.text);
      ids.push(...cut);
      types.push(...cut.map(() => type));
    }
    ids.push(end);
    types.push(CLAIM * CASES);
    const most = Math.min(LONGEST, ids.length + LONGEST_PASSAGES);
    for (const passage of passages) {
      const room = most - ids.length - 1;
      if (room < 1) break;
      const block = this.#block(wordsOf(passage), PASSAGE, room);
      ids.push(...block.ids.slice(0, room), end);
      types.push(...block.types.slice(0, room), PASSAGE * CASES);
    }
    return { ids, types, words, positions };
  }

  /** The pieces of words, until there are at least `enough`. */
  #block(words: Iterable<Word>, block: number, enough: number): EncoderInput {
    const ids: number[] = [];
    const types: number[] = [];
    for (const { text } of words) {
      if (ids.length >= enough) break;
      const type = block * CASES + letterCaseOf(text);
      for (const id of this.#pieces.idsOf(text)) {
        ids.push(id);
        types.push(type);
      }
    }
    return { ids, types };
  }
}
