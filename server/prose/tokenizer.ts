import { type Abbreviation, abbreviation } from '../lexicon/abbreviations.js';
import { OBJECT } from './markdown.js';
import { fusedWordsIn } from './fusedWords.js';
import { opensSentence } from './sentenceOpeners.js';

/** `object` is what stands in the prose for a code span or a bare address. */
export type TokenKind = 'word' | 'number' | 'punctuation' | 'symbol' | 'object';

/** A stretch of prose that is one word, number or mark; offsets are UTF-16 units. */
export interface CutToken {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
  /** Set where a full stop at the end belongs to the word: “Mr.”, “U.S.”, “p.m.”. */
  readonly abbreviation?: Abbreviation;
}

const LETTER = String.raw`[\p{L}\p{M}\p{N}_]`;
const NO_LETTER = `(?!${LETTER})`;
const APOSTROPHE = `['’]`;

/** Endings of addresses. A full stop before any other word has lost its space. */
const DOMAIN =
  '(?:com|org|net|gov|edu|int|info|io|tv|co|uk|eu|ru|cn|de|fr|ca|au|news|html?|php|pdf|docx?|js|py|txt)';

/** What the treebanks leave in one word with what a hyphen joins to it. */
const PREFIX =
  '(?:[Ee]|[Cc]o|[Nn]on|[Pp]re|[Mm]id|[Rr]e|[Ee]x|[Aa]nti|[Pp]ro|[Ss]emi|[Mm]ulti|[Pp]ost|[Mm]ini|[Cc]ounter|[Vv]ice)';

/** By kind, in the order in which they are tried. Every run is bounded, so that none takes long on hostile text. */
const PATTERNS: Readonly<Record<string, readonly string[]>> = {
  object: [OBJECT],
  address: [
    String.raw`(?:https?:\/\/|www\.)[^\s<>"“”]{1,2000}[\p{L}\p{N}\/]`,
    String.raw`[\p{L}\p{N}._%+\-]{1,64}@[\p{L}\p{N}\-]{1,64}(?:\.[\p{L}\p{N}\-]{1,64}){1,8}`,
    String.raw`[@#](?=\p{L})[\p{L}\p{N}_]{1,140}`,
  ],
  number: [
    String.raw`${APOSTROPHE}\d0s${NO_LETTER}`,
    String.raw`(?<=^|[\s([])[+\-−]?\.?\d{1,64}(?:[.,:\/–-]\d{1,64}){0,16}(?:(?:st|nd|rd|th|s)${NO_LETTER})?`,
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

/** Cuts prose into words, numbers and marks, as the treebanks cut them (`did` `n't`, `Modi` `'s`). */
export function cutTokens(text: string): readonly CutToken[] {
  const cuts: CutToken[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const [found] = match;
    const { groups = {} } = match;
    const start = match.index;
    if (groups.word !== undefined) {
      const stop = text.charAt(start + found.length) === '.' ? start + found.length : -1;
      const short = stop < 0 ? undefined : shortened(found, text, stop, cuts);
      if (short === undefined) {
        for (const cut of parts(found, start)) cuts.push(cut);
      } else {
        cuts.push(cutOf(text, start, stop + 1, 'word', short));
        TOKEN.lastIndex = stop + 1;
      }
      continue;
    }
    const end = start + found.length;
    if (groups.dotted !== undefined) {
      cuts.push(
        cutOf(
          text,
          start,
          end,
          'word',
          /^(?:[eE]\.g|[iI]\.e)\.?$/u.test(found) ? 'leading' : 'final',
        ),
      );
    } else {
      cuts.push(cutOf(text, start, end, kindOf(groups)));
    }
  }
  return cuts;
}

function cutOf(
  text: string,
  start: number,
  end: number,
  kind: TokenKind,
  short?: Abbreviation,
): CutToken {
  const cut = { text: text.slice(start, end), start, end, kind };
  return short === undefined ? cut : { ...cut, abbreviation: short };
}

function kindOf(groups: Readonly<Record<string, string | undefined>>): TokenKind {
  if (groups.object !== undefined) return 'object';
  if (groups.number !== undefined) return 'number';
  return groups.punctuation === undefined ? 'symbol' : 'punctuation';
}

/** What the full stop at `stop` makes of the word before it. */
function shortened(
  word: string,
  text: string,
  stop: number,
  before: readonly CutToken[],
): Abbreviation | undefined {
  const next = /^\s*(?<next>\S{0,40})/u.exec(text.slice(stop + 1, stop + 60))?.groups?.next ?? '';
  if (next.startsWith('.')) return undefined;
  if (!/^\p{Lu}$/u.test(word)) return abbreviation(word, next);
  // An initial, unless a sentence ends on a letter: “She took vitamin C. It helped.”
  const named = /^[\p{Lu}]/u.test(next);
  return named && !(opensSentence(next) && /^\p{Ll}/u.test(before.at(-1)?.text ?? ''))
    ? 'leading'
    : undefined;
}

/** The first of two words that stand as one. */
const FIRST_OF_TWO = /^(?:can(?=not$)|(?:gon|wan)(?=na$)|got(?=ta$)|(?:gim|lem)(?=me$))/iu;

/** What is written onto a word: “n't” and “'s” and their like. */
const CLITIC = /(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/iu;

/** A word with what is written onto it, and two words that stand as one, cut apart. */
function parts(word: string, start: number): readonly CutToken[] {
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
  const seam = FIRST_OF_TWO.exec(word)?.[0].length ?? fusedWordsIn(word.slice(0, head));
  if (seam > 0) ends.unshift(seam);
  let from = 0;
  return ends.map((end) => {
    const cut = cutOf(word, from, end, 'word');
    from = end;
    return { ...cut, start: start + cut.start, end: start + cut.end };
  });
}
