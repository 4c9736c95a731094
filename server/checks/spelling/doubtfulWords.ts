import { memoize } from '../../prose/memoize.js';
import type { BlockContent } from '../../prose/prose.js';
import { isCapitalised } from '../../prose/letterCase.js';
import type { Token } from '../../prose/tokens.js';
import { calendarWordMeant } from './calendarWords.js';
import { dictionaryKey, entryOf } from './dictionary.js';
import { isInForeignPhrase, isNameOrSound, isNameParticle, isSpecies } from './foreignWords.js';
import { irregularPastFor } from './irregularPast.js';
import type { DoubtfulWord } from './doubtfulWord.js';
import { VARIETIES } from './wordValue.js';

/** The doubtful words of a block. */
export interface BlockSpelling {
  readonly doubtful: readonly DoubtfulWord[];
  /** Misspelled days and months. */
  readonly calendar: readonly MisspelledCalendarWord[];
  /** For each variety, the number of words in a spelling that not all varieties share. */
  readonly varietyCounts: readonly number[];
  /** True if most words are not English. */
  readonly isForeign: boolean;
}

/** A capitalised word that is most likely the day or month `meant`, in lower case. */
export interface MisspelledCalendarWord {
  readonly word: DoubtfulWord;
  readonly meant: string;
}

/** Bits of all varieties. */
const EVERYWHERE = (1 << VARIETIES.length) - 1;

/** A block with fewer words in lower case is too short to show its language. */
const FEWEST_WORDS = 8;
const FOREIGN_SHARE = 0.5;

/** The doubtful words of a block. They depend on its words alone, so a keystroke looks at the block that it touches. */
export const spellingOf: (content: BlockContent) => BlockSpelling = memoize((content) => {
  const doubtful: DoubtfulWord[] = [];
  const calendar: MisspelledCalendarWord[] = [];
  const varietyCounts = VARIETIES.map(() => 0);
  let [words, unknown] = [0, 0];
  for (const sentence of content.sentences) {
    const { tokens } = sentence;
    const first = openingWord(tokens);
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at];
      if (token === undefined || !isPlainWord(token, content.text)) continue;
      if (isCapitalised(token.text) && at !== first && !opensQuotation(tokens, at)) {
        const meant = calendarWordMeant(tokens, at);
        const word = { sentence, at, token, key: dictionaryKey(token.text), isVariant: false };
        if (meant !== undefined && !isInForeignPhrase(word)) calendar.push({ word, meant });
        continue;
      }
      const entry = entryOf(token.text);
      words++;
      const isKnown =
        entry !== undefined &&
        !entry.isDoubtful &&
        isWrittenAs(token, entry.wordCase) &&
        irregularPastFor(token.lower) === undefined;
      if (isKnown && entry.varieties === EVERYWHERE) continue;
      const key = dictionaryKey(token.text);
      if (isKnown) {
        for (const bit of VARIETIES.keys()) {
          if ((entry.varieties & (1 << bit)) !== 0)
            varietyCounts[bit] = (varietyCounts[bit] ?? 0) + 1;
        }
        doubtful.push({ sentence, at, token, key, isVariant: true });
      } else if (!isContracted(tokens, at)) {
        if (entry === undefined) unknown++;
        doubtful.push({ sentence, at, token, key, isVariant: false });
      }
    }
  }
  return {
    doubtful: doubtful.filter(
      (word) => ![isNameParticle, isNameOrSound, isSpecies].some((is) => is(word)),
    ),
    calendar,
    varietyCounts,
    isForeign: words >= FEWEST_WORDS && unknown > FOREIGN_SHARE * words,
  };
});

/** The index of the word that a sentence opens with, after quotation marks and the like. */
function openingWord(tokens: readonly Token[]): number {
  return tokens.findIndex(({ kind }) => kind === 'word');
}

/** True for the first word in quotation marks, which has a capital like that of a sentence. */
export function opensQuotation(tokens: readonly Token[], at: number): boolean {
  const [before, mark, token] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  return (
    mark !== undefined &&
    /^["“]$/u.test(mark.text) &&
    mark.end === token?.start &&
    before?.end !== mark.start
  );
}

/** A word of the dictionary in capitals is not one in small letters: “nato”. */
function isWrittenAs({ text }: Token, wordCase: string): boolean {
  return wordCase === 'lower' || isCapitalised(text);
}

/**
 * True for a word that can be misspelled at all: letters only, small ones after the first, and
 * nothing that makes it part of an address, a file name, a hashtag or a pair (“and/or”).
 */
function isPlainWord({ kind, text, start, end }: Token, prose: string): boolean {
  if (kind !== 'word' || text.length < 3) return false;
  if (!/^[A-Za-z][a-z]*(?:['’][a-z]+)*$/u.test(text)) return false;
  return (
    !ADDRESS_BEFORE.test(prose.slice(Math.max(0, start - 1), start)) &&
    !ADDRESS_AFTER.test(prose.slice(end, end + 2))
  );
}

/**
 * Characters that join a word to the one before or after it in an address, a file name or a pair.
 * Two words in one are not handled here.
 */
const ADDRESS_BEFORE = /[\p{L}\p{N}/\\@#_&.+=~$%^’']$/u;
const ADDRESS_AFTER = /^(?:[\p{N}\p{Lu}/\\@_&+=~^]|\.[\p{L}\p{N}])/u;

/** True for the first part of a contraction: “ca” of “can't”. */
function isContracted(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token === undefined || next?.start !== token.end) return false;
  return /^n['’]t$|^['’]/iu.test(next.text) && entryOf(token.text + next.text) !== undefined;
}
