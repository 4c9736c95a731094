import { contractionOf } from './contractions.js';
import { houseSpelling } from './houseSpelling.js';

/** A word of a quotation as two quotations are compared: case, punctuation and typography do not count. */
export interface QuotedWord {
  /** What all allowed ways to write the word have in common. */
  readonly key: string;
  /** UTF-16 offsets into the text that the words were read from; brackets are left out. */
  readonly start: number;
  readonly end: number;
  /** True for a word in brackets: put in, or put in the place of others, by whoever quotes. */
  readonly bracketed: boolean;
  /** True where an ellipsis, or an address that is no prose, stands before the word: words may be missing there. */
  readonly afterGap: boolean;
  /** True for “not” of “won't”, which is no word of its own as written. */
  readonly joined: boolean;
  /** What the word begins: a sentence, or a part of one that a comma or its like sets off. */
  readonly opens: 'sentence' | 'part' | 'nothing';
}

/** A masked word (“f**k”) is one word; what Markdown makes of its stars does not count. */
const WORD = /(?:\[\p{L}{1,3}\])?[\p{L}\p{N}]+(?:(?:['’]|\*+)[\p{L}\p{N}]+|[.,]\p{N}+)*/gu;

/** How far the word after a contraction is looked for, in UTF-16 units. */
const AHEAD = 24;

/** The words of a quotation; a contraction is the two that it stands for. */
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
    const contraction = contractionOf(whole, text.slice(end, end + AHEAD));
    const middle = end - (contraction?.length ?? 0);
    const bracketed = depth > 0;
    words.push({
      key: keyOf(contraction?.first ?? whole),
      start: match.index,
      end: middle,
      bracketed,
      afterGap: /…|\.\s?\.\s?\.|\uFFFC/u.test(between),
      joined: false,
      opens:
        words.length === 0 || /[.!?…]/u.test(between)
          ? 'sentence'
          : /[,;:—–]/u.test(between)
            ? 'part'
            : 'nothing',
    });
    if (contraction !== undefined) {
      const place = { start: middle, end, bracketed, afterGap: false };
      words.push({ key: contraction.second, ...place, joined: true, opens: 'nothing' });
    }
  }
  return words;
}

/** The words of a text, keys only, each between single spaces, so that a run of words can be found in it. */
export function keysOf(words: readonly QuotedWord[]): string {
  return ` ${words.map(({ key }) => key).join(' ')} `;
}

const NUMBERS: ReadonlyMap<string, string> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, value) => [word, String(value)]),
);

/** What a style sheet may change in a quotation: case, apostrophes, accents, figures for words, British for American spelling. */
function keyOf(word: string): string {
  const plain = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}.]/gu, '');
  return NUMBERS.get(plain) ?? houseSpelling(plain);
}

const EMPTY = new Set(
  (
    'a about after all also am an and any are as at be because been but by can could did do does for from get go going got ' +
    'had has have he her here him his how i if im in into is it its just like me more my no not now of on one or our out she ' +
    'so some than that thats the their them then there these they this to up us very was we were what when where which who ' +
    'will with would you your'
  ).split(' '),
);

/** How many words a quotation has as written, contractions whole. */
export function countOf(words: readonly QuotedWord[]): number {
  return words.filter(({ joined }) => !joined).length;
}

/** True for a word that says what a quotation is about, so that two quotations which share it may be one. */
export function isContentWord({ key }: QuotedWord): boolean {
  return !EMPTY.has(key);
}
