import { type Abbreviation, abbreviation } from '../lexicon/abbreviations.js';
import { isMonth } from '../lexicon/calendar.js';
import { isEnglishWord } from './dictionary.js';
import { OBJECT_PLACEHOLDER } from './markdown.js';
import { fusedWordsOffset } from './fusedWords.js';
import { opensSentence } from '../lexicon/sentenceOpeners.js';

/** `object` is the placeholder for a code span or a bare URL. */
export type TokenKind = 'word' | 'number' | 'punctuation' | 'symbol' | 'object';

/** A span of prose that is one word, number or mark; offsets are UTF-16 units. */
export interface RawToken {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
  /** Set if a trailing full stop belongs to the word: “Mr.”, “U.S.”, “p.m.”. */
  readonly abbreviation?: Abbreviation;
}

const LETTER = String.raw`[\p{L}\p{M}\p{N}_]`;
const NO_LETTER = `(?!${LETTER})`;
const APOSTROPHE = `['’]`;

/** Top-level domains and file extensions. Before any other word, a full stop lacks its space. */
const DOMAIN =
  '(?:com|org|net|gov|edu|int|info|io|tv|co|uk|eu|ru|cn|de|fr|ca|au|news|html?|php|pdf|docx?|js|py|txt)';

/** Prefixes that the treebanks keep in one token with the hyphenated word after them. */
const PREFIX =
  '(?:[Ee]|[Cc]o|[Nn]on|[Pp]re|[Mm]id|[Rr]e|[Ee]x|[Aa]nti|[Pp]ro|[Ss]emi|[Mm]ulti|[Pp]ost|[Mm]ini|[Cc]ounter|[Vv]ice)';

/** The spaces that group digits: “12 000 000”. */
const DIGIT_SPACE = String.raw`[ \u00A0\u2009\u202F]`;

/**
 * A figure with its digits grouped in threes by spaces or apostrophes. Neither a telephone number nor the figure after a
 * year is a part of one.
 */
const GROUPED_FIGURE =
  String.raw`(?:(?<![\p{L}\p{M}\p{N}_+]|\d(?:[.,:\/'’]|${DIGIT_SPACE}))|(?<=(?<!\d)(?:1[5-9]|20)\d\d${DIGIT_SPACE}))` +
  String.raw`[1-9]\d{0,2}(?:(?:${DIGIT_SPACE}\d{3}){1,6}|(?:${APOSTROPHE}\d{3}){1,6})(?:[.,]\d{1,2})?` +
  String.raw`(?!${LETTER}|(?:[.,:\/'’]|${DIGIT_SPACE})\d|[–-]\d(?!\d{0,2}${DIGIT_SPACE}\d{3}(?!\d)))`;

/** “10–12 000”, whose second figure is the grouped one. */
const RANGE_TO_GROUPED = String.raw`[1-9]\d{0,2}[–-][1-9]\d{0,2}${DIGIT_SPACE}\d{3}(?!\d)`;

/**
 * Patterns by token kind, in order of precedence. Every repetition is bounded, so that hostile text
 * takes no longer than other text.
 */
const PATTERNS: Readonly<Record<string, readonly string[]>> = {
  object: [OBJECT_PLACEHOLDER],
  address: [
    String.raw`(?:https?:\/\/|www\.)[^\s<>"“”]{1,2000}[\p{L}\p{N}\/]`,
    String.raw`[\p{L}\p{N}._%+\-]{1,64}@[\p{L}\p{N}\-]{1,64}(?:\.[\p{L}\p{N}\-]{1,64}){1,8}`,
    String.raw`[@#](?=\p{L})[\p{L}\p{N}_]{1,140}`,
  ],
  number: [
    String.raw`${APOSTROPHE}\d0s${NO_LETTER}`,
    String.raw`(?<=^|[\s([])[\-−]?${GROUPED_FIGURE}`,
    GROUPED_FIGURE,
    String.raw`(?<=^|[\s([])(?!${RANGE_TO_GROUPED})[+\-−]?\.?\d{1,64}(?:[.,:\/–-]\d{1,64}){0,16}(?:(?:st|nd|rd|th|s)${NO_LETTER})?`,
    String.raw`\d{1,64}(?:[.,:\/]\d{1,64}){0,16}(?:(?:st|nd|rd|th|s)${NO_LETTER})?`,
    String.raw`[\p{No}\p{Nl}]`,
  ],
  dotted: [
    String.raw`(?:\p{L}\.){2,12}(?!\p{L}\p{L})`,
    String.raw`(?:\p{L}\.){1,12}\p{L}${NO_LETTER}`,
    String.raw`(?:Ph|Ed|Sc|Litt)\.D\.?${NO_LETTER}`,
  ],
  word: [
    String.raw`\p{L}[\p{L}\p{N}\-]{0,64}(?:\.[\p{L}\p{N}\-]{1,64}){0,6}\.${DOMAIN}${NO_LETTER}(?!\.\p{L})`,
    `${PREFIX}-${LETTER}{2,64}(?:${APOSTROPHE}${LETTER}{1,64}){0,4}`,
    String.raw`\p{L}{1,12}-\d{1,6}s?${NO_LETTER}`,
    String.raw`\p{Lu}{1,4}&\p{Lu}{1,4}${NO_LETTER}`,
    `(?<=[^\\s])${APOSTROPHE}[sS]${NO_LETTER}`,
    `${APOSTROPHE}n${APOSTROPHE}${NO_LETTER}`,
    `${APOSTROPHE}(?:em|til|tis|twas|cause)${NO_LETTER}`,
    `${LETTER}{1,100}(?:${APOSTROPHE}${LETTER}{1,64}){0,4}`,
  ],
  punctuation: [String.raw`\.{2,12}|-{2,64}`, String.raw`(?![%#&*@])\p{P}`, '`'],
  symbol: [
    String.raw`\p{Lu}{1,3}\$`,
    String.raw`\p{Extended_Pictographic}[\u200D\uFE0F\p{Emoji_Modifier}\p{Extended_Pictographic}]{0,16}`,
    String.raw`\S`,
  ],
};

const TOKEN = new RegExp(
  Object.entries(PATTERNS)
    .map(([kind, patterns]) => `(?<${kind}>${patterns.join('|')})`)
    .join('|'),
  'gu',
);

/**
 * Splits prose into words, numbers and marks, following the treebanks (`did` `n't`, `Modi` `'s`).
 */
export function tokenize(text: string): readonly RawToken[] {
  const tokens: RawToken[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const [found] = match;
    const { groups = {} } = match;
    const start = match.index;
    if (groups.word !== undefined) {
      const stop = text.charAt(start + found.length) === '.' ? start + found.length : -1;
      const shortening = stop < 0 ? undefined : abbreviationAt(found, text, stop, tokens);
      if (shortening === undefined) {
        for (const token of splitWord(found, start)) tokens.push(token);
      } else {
        tokens.push(tokenOf(text, start, stop + 1, 'word', shortening));
        TOKEN.lastIndex = stop + 1;
      }
      continue;
    }
    const end = start + (groups.number === undefined ? found : oneFigureOf(found, tokens)).length;
    TOKEN.lastIndex = end;
    if (groups.dotted !== undefined) {
      tokens.push(
        tokenOf(
          text,
          start,
          end,
          'word',
          /^(?:[eE]\.g|[iI]\.e)\.?$/u.test(found) ? 'leading' : 'final',
        ),
      );
    } else {
      tokens.push(tokenOf(text, start, end, kindOf(groups)));
    }
  }
  return tokens;
}

function tokenOf(
  text: string,
  start: number,
  end: number,
  kind: TokenKind,
  shortening?: Abbreviation,
): RawToken {
  const token = { text: text.slice(start, end), start, end, kind };
  return shortening === undefined ? token : { ...token, abbreviation: shortening };
}

/**
 * The figure that a number starts with. Of “May 20 300” and “Flight 12 150” only the first belongs to the name before it:
 * the second is a figure of its own if it could be one.
 */
function oneFigureOf(number: string, before: readonly RawToken[]): string {
  const parts = /^(\S+) [1-9]\d\d$/u.exec(number);
  const [name, opener] = [before.at(-1), before.at(-2)];
  const isName =
    name !== undefined &&
    (isMonth(name.text.toLowerCase()) ||
      (/^\p{Lu}\p{Ll}/u.test(name.text) && opener !== undefined && opener.kind !== 'punctuation'));
  return isName ? (parts?.[1] ?? number) : number;
}

function kindOf(groups: Readonly<Record<string, string | undefined>>): TokenKind {
  if (groups.object !== undefined) return 'object';
  if (groups.number !== undefined) return 'number';
  return groups.punctuation === undefined ? 'symbol' : 'punctuation';
}

/** The kind of abbreviation that the word before the full stop at `stop` is. */
function abbreviationAt(
  word: string,
  text: string,
  stop: number,
  before: readonly RawToken[],
): Abbreviation | undefined {
  const next = /^\s*(?<next>\S{0,40})/u.exec(text.slice(stop + 1, stop + 60))?.groups?.next ?? '';
  if (next.startsWith('.')) return undefined;
  if (!/^\p{Lu}$/u.test(word)) return abbreviation(word, next);
  // “E. coli”
  if (/^\p{Ll}/u.test(next) && !isEnglishWord(/^\p{L}+/u.exec(next)?.[0] ?? '')) return 'leading';
  // A single letter is an initial, unless it ends a sentence: “She took vitamin C. It helped.”
  const isCapitalised = /^[\p{Lu}]/u.test(next);
  return isCapitalised && !(opensSentence(next) && /^\p{Ll}/u.test(before.at(-1)?.text ?? ''))
    ? 'leading'
    : undefined;
}

/** The first of two words written as one: “can” of “cannot”. */
const FUSED_FIRST_WORD = /^(?:can(?=not$)|(?:gon|wan)(?=na$)|got(?=ta$)|(?:gim|lem)(?=me$))/iu;

/** Clitics written onto a word: “n't”, “'s” and similar. */
const CLITIC = /(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/iu;

/** Splits off clitics, and separates two words written as one. */
function splitWord(word: string, start: number): readonly RawToken[] {
  const ends: number[] = [word.length];
  let head = word.length;
  for (
    let clitic = CLITIC.exec(word);
    clitic !== null && clitic.index > 0;
    clitic = CLITIC.exec(word.slice(0, head))
  ) {
    head = clitic.index;
    ends.unshift(head);
  }
  const fusedAt = FUSED_FIRST_WORD.exec(word)?.[0].length ?? fusedWordsOffset(word.slice(0, head));
  if (fusedAt > 0) ends.unshift(fusedAt);
  let from = 0;
  return ends.map((end) => {
    const token = tokenOf(word, from, end, 'word');
    from = end;
    return { ...token, start: start + token.start, end: start + token.end };
  });
}
