import { SMALL_NUMBERS } from '../../lexicon/numberWords.js';
import type { Quantity } from '../../values/figures.js';
import {
  type Miscount,
  type Range,
  decimalsIn,
  inDigits,
  mayBeEqual,
  widened,
  withFigure,
} from './figures.js';
import { type Line, figureIn, tokensIn, wordsOf } from './line.js';

const NOUNS = "(?: [\\p{L}’'-]+){0,3}?";
const BESIDE = '(?: \\(| , or| – or| - or) <(?<c>\\d+)>(?= [),–.—-]|$)';
const HEDGE =
  '(?:(?<hedge>about|around|roughly|nearly|almost|over|just over|just under|under|more than|less than|fewer than|at least|some) )?';
const ORDINALS = 'first|second|third|fourth|other|last|latter|final|opening|this|each';
const PARTS = 'half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth';

/** “The first half” and “the third quarter” are times, “came third” is a place. */
const NO_TIME = `(?<!(?:\\b(?:the|${ORDINALS})|<\\d+>) )`;
const COUNTED_PART = `(?:(?:an?|one|two|three|four|five) (?:- )?(?<part>${PARTS})s?|${NO_TIME}half)`;

const FORMS: readonly RegExp[] = [
  `${HEDGE}(?<fraction>(?:one|<(?<n>\\d+)>) in (?:every )?<(?<m>\\d+)>)${NOUNS}${BESIDE}`,
  `${HEDGE}(?<exact>(?:one|<(?<n>\\d+)>)(?: [\\p{L}’'-]+){0,2} (?:out )?of (?:the |its |their |our |all )?<(?<m>\\d+)>)${NOUNS}${BESIDE}`,
  `${HEDGE}(?<fraction>${COUNTED_PART})${NOUNS}${BESIDE}`,
  `${NO_TIME}(?<share>(?:(?:one|an?) )?<(?<n>\\d+)>)${NOUNS}${BESIDE}`,
].map((form) => new RegExp(`(?<![\\p{L}\\p{N}<])${form}`, 'dgu'));

/** A simple fraction represents the shares that are nearer to it than to other fractions. */
const FRACTION_ROOM: ReadonlyMap<number, number> = new Map([
  [2, 5.5],
  [3, 4.2],
  [4, 3.4],
  [5, 2.6],
]);

/** The room of other fractions, as a share of them. */
const OTHER_ROOM = 0.12;

/** From this number on, the whole in “one in 50” is a round number. */
const MANY = 20;
const ROOM_OF_MANY = 0.25;

/** The largest whole of “one in four”, as larger ones are written with their digits. */
const LARGEST = 1000;

/** Shares that differ from the fraction or the count beside them: “one in four (31 per cent)”. */
export function wrongShares(line: Line, text: string): readonly Miscount[] {
  if (!line.quantities.some(isPercentage)) return [];
  return FORMS.flatMap((form) =>
    [...line.text.matchAll(form)].flatMap((match) => wrongShare(line, match, text) ?? []),
  );
}

function isPercentage({ kind, value }: Quantity): boolean {
  return kind === 'share' && value <= 100;
}

/** A fraction, with the range of percentages that may be written for it. */
interface Fraction {
  readonly share: number;
  readonly range: Range;
  readonly words: string;
}

function wrongShare(line: Line, match: RegExpExecArray, text: string): Miscount | undefined {
  const c = figureIn(line, match, 'c');
  const fraction = fractionIn(line, match, text);
  if (
    c === undefined ||
    !isPercentage(c) ||
    c.bound !== 'exact' ||
    c.unit !== '' ||
    fraction === undefined
  )
    return undefined;
  if (!/%|per ?cent/iu.test(wordsOf(line, c, text))) return undefined;
  if (mayBeEqual({ least: c.value, most: c.value }, fraction.range)) return undefined;
  const at = { first: c.figure, last: c.last };
  const figure = inDigits(Number(fraction.share.toFixed(decimalsIn(line.tokens, c))), 2);
  const right = withFigure(wordsOf(line, at, text), figure);
  if (right === undefined) return undefined;
  return {
    at,
    reason: `should be “${right}”: ${fraction.words} is ${figure} per cent`,
    right,
  };
}

function fractionIn(line: Line, match: RegExpExecArray, text: string): Fraction | undefined {
  const { hedge, exact, fraction, share: whole } = match.groups ?? {};
  const part = fraction === 'half' ? fraction : match.groups?.part;
  const [n, m] = ['n', 'm'].map((name) => figureIn(line, match, name));
  const bound = boundBefore(line, n, hedge);
  if (part !== undefined) {
    const parts = PARTS.split('|').indexOf(part) + 2;
    const words = match.groups?.fraction ?? '';
    const count = SMALL_NUMBERS.get(words.split(' ')[0] ?? '') ?? 1;
    const isHalf = part === 'half';
    if (isHalf && /^(?:one|two|three|four|five) /u.test(words)) return undefined;
    return hedged(words.replaceAll(' - ', '-'), (100 * count) / parts, parts, bound);
  }
  if (whole !== undefined) {
    if (n?.kind !== 'share' || n.order || n.value >= 100) return undefined;
    const range = tokensIn(line, match, 'share') ?? n;
    const words = wordsOf(line, { first: Math.min(range.first, n.figure), last: n.last }, text);
    if (/\d|%|per ?cent/u.test(words)) return undefined;
    return hedged(words.toLowerCase().replaceAll(' - ', '-'), n.value, partsOf(n.value), bound);
  }
  const count = n === undefined ? 1 : n.value;
  if (m?.bound !== 'exact' || count >= m.value || m.value < 2) return undefined;
  if ([n, m].some((one) => one !== undefined && (one.kind !== 'count' || one.order)))
    return undefined;
  const share = (100 * count) / m.value;
  const words = `${n === undefined ? 'one' : inWords(n.value)} ${exact === undefined ? 'in' : 'of'} ${inWords(m.value)}`;
  if (exact === undefined) {
    return m.value > LARGEST ? undefined : hedged(words, share, m.value, bound);
  }
  const isRounded = [count, m.value].some((value) => value >= 1000 && value % 10 === 0);
  const room = isRounded ? share * OTHER_ROOM + 1 : 1;
  return bound === 'exact'
    ? { words, share, range: widened({ least: share, most: share }, room) }
    : hedged(words, share, m.value, bound);
}

function inWords(value: number): string {
  const [word] = [...SMALL_NUMBERS].find(([, small]) => small === value) ?? [];
  return value < 10 && word !== undefined ? word : inDigits(value, 1);
}

/** The smallest whole of which a share in per cent is a whole number of parts: 3 for two thirds. */
function partsOf(share: number): number {
  const isWhole = (count: number): boolean => Math.abs(count - Math.round(count)) < 0.01;
  return [2, 3, 4, 5, 6, 7, 8, 9, 10].find((parts) => isWhole((share * parts) / 100)) ?? 100;
}

/** “Nearly” and “just under” are near the figure after them; “under” may be anything less. */
type Bound = Quantity['bound'] | 'just over' | 'just under';

/**
 * The bound on a figure, which is read with the words before it, or else on a fraction by the words
 * before that.
 */
function boundBefore(line: Line, n: Quantity | undefined, hedge: string | undefined): Bound {
  const bound = n === undefined || n.bound === 'exact' ? boundOf(hedge) : n.bound;
  if (bound !== 'over' && bound !== 'under') return bound;
  const before = n === undefined ? [] : line.tokens.slice(Math.max(0, n.first - 1), n.figure);
  const words = [hedge, ...before.map(({ lower }) => lower)].join(' ');
  return /\b(?:just|little|slightly|nearly|almost)\b/u.test(words) ? `just ${bound}` : bound;
}

function boundOf(hedge = ''): Quantity['bound'] {
  if (/over|more|least/u.test(hedge)) return 'over';
  if (/under|less|fewer|nearly|almost/u.test(hedge)) return 'under';
  return hedge === '' ? 'exact' : 'about';
}

/** The additional tolerance of “about”. */
const ABOUT = 1.6;

/** The room on the side to which “over” does not point, in percentage points. */
const NARROW = 0.5;

function hedged(words: string, share: number, parts: number, bound: Bound): Fraction {
  const room = FRACTION_ROOM.get(parts) ?? share * (parts < MANY ? OTHER_ROOM : ROOM_OF_MANY);
  const wide = room * ABOUT + 3;
  switch (bound) {
    case 'exact':
      return { words, share, range: widened({ least: share, most: share }, room) };
    case 'about':
      return { words, share, range: widened({ least: share, most: share }, room * ABOUT) };
    case 'over':
      return { words, share, range: { least: share - NARROW, most: 100 } };
    case 'under':
      return { words, share, range: { least: 0, most: share + NARROW } };
    case 'just over':
      return { words, share, range: { least: share - NARROW, most: share + wide } };
    case 'just under':
      return { words, share, range: { least: share - wide, most: share + NARROW } };
  }
}
