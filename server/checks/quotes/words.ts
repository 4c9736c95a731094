import { wordSet } from '../../lexicon/wordSet.js';
import { isStopWord } from '../../lexicon/stopWords.js';
import type { Span } from '../../prose/span.js';
import { SMALL_NUMBERS } from '../../lexicon/numberWords.js';
import { contractionOf } from './contractions.js';
import { houseSpelling } from '../spelling/houseSpelling.js';

/** A word of a quotation in a form for comparison that ignores case, punctuation and typography. */
export interface QuotedWord {
  /** The same for all permitted spellings of the word. */
  readonly key: string;
  /** UTF-16 offsets into the text that the words were read from, without brackets. */
  readonly start: number;
  readonly end: number;
  /** True for a word in brackets: an insertion or a replacement by the writer who quotes. */
  readonly isBracketed: boolean;
  /**
   * True if an ellipsis or an object that is not prose precedes the word, so that words may be
   * missing there.
   */
  readonly afterOmission: boolean;
  /** True for the “not” of “won't”, which is not written as a word of its own. */
  readonly isContractedPart: boolean;
  /** The unit that the word starts: a sentence, or a part of one after a comma or another mark. */
  readonly starts: 'sentence' | 'part' | 'nothing';
}

/** A masked word (“f**k”) is one word, although Markdown may read its asterisks as markup. */
const WORD = /(?:\[\p{L}{1,3}\])?[\p{L}\p{N}]+(?:(?:['’]|\*+)[\p{L}\p{N}]+|[.,]\p{N}+)*/gu;

/** How much text after a contraction is used to expand it, in UTF-16 units. */
const LOOKAHEAD = 24;

/** The words of a quotation; a contraction is expanded to two. */
export function quotedWords(text: string): readonly QuotedWord[] {
  const words: QuotedWord[] = [];
  let end = 0;
  let depth = 0;
  for (const match of text.matchAll(WORD)) {
    const between = text.slice(end, match.index);
    for (const sign of between) {
      if (sign === '[' || sign === '(') depth++;
      else if (sign === ']' || sign === ')') depth = Math.max(0, depth - 1);
    }
    end = match.index + match[0].length;
    const whole = match[0].toLowerCase().replaceAll('’', "'").replace(/[[\]]/gu, '');
    const contraction = contractionOf(whole, text.slice(end, end + LOOKAHEAD));
    const middle = end - (contraction?.length ?? 0);
    const isBracketed = depth > 0;
    words.push({
      key: keyOf(contraction?.first ?? whole),
      start: match.index,
      end: middle,
      isBracketed,
      afterOmission: /…|\.\s?\.\s?\.|\uFFFC/u.test(between),
      isContractedPart: false,
      starts:
        words.length === 0 || /[.!?…]/u.test(between)
          ? 'sentence'
          : /[,;:—–]/u.test(between)
            ? 'part'
            : 'nothing',
    });
    if (contraction !== undefined) {
      const place = { start: middle, end, isBracketed, afterOmission: false };
      words.push({ key: contraction.second, ...place, isContractedPart: true, starts: 'nothing' });
    }
  }
  return words;
}

/** The span of the words from `from` to `to`, excluded, in the text that they were read from; empty if there are none. */
export function spanOfWords(words: readonly QuotedWord[], from: number, to: number): Span {
  const start = words[from]?.start ?? 0;
  return from < to ? { start, end: words[to - 1]?.end ?? start } : { start, end: start };
}

/**
 * The keys of the words, each between single spaces, so that a sequence of words can be searched
 * for.
 */
export function joinedKeys(words: readonly QuotedWord[]): string {
  return ` ${words.map(({ key }) => key).join(' ')} `;
}

/**
 * Ignores differences that a style guide may require in a quotation: case, apostrophes, accents,
 * figures, British or American spelling.
 */
function keyOf(word: string): string {
  const plain = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}.]/gu, '');
  return SMALL_NUMBERS.get(plain)?.toString() ?? houseSpelling(plain);
}

/** Further words that occur in quotations about anything. */
const COMMON_WORDS = wordSet(`
  about after all also am any because can could did do does get go going got here him how im just like
  me more my no now one out some thats then there these up us very where your
`);

/** The number of words as written, counting a contraction as one. */
export function writtenWordCount(words: readonly QuotedWord[]): number {
  return words.filter(({ isContractedPart }) => !isContractedPart).length;
}

/**
 * True for a word that shows the subject of a quotation, so that sharing it suggests the same
 * quotation.
 */
export function isContentWord({ key }: QuotedWord): boolean {
  return !isStopWord(key) && !COMMON_WORDS.has(key);
}
