import type { Token } from '../../prose/tokens.js';
import type { Quantity } from '../../values/figures.js';
import type { TokenRange } from '../../prose/tokenRange.js';

/** The figures of a sentence that do not fit each other. */
export interface Miscount {
  /** The words at issue, by their tokens. */
  readonly at: TokenRange;
  /** The error, in words that follow those at issue: “should be …: from 100 to 214 is …”. */
  readonly reason: string;
  /** The figure that would fit, in the form of the one at issue; absent if there is none. */
  readonly right?: string;
}

/** The exact values that a figure may round. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** Words that multiply a figure, which leaves its other digits unknown. */
const SCALE = /^(?:thousand|k|million|m|mn|billion|bn|b|trillion|tn|dozen|hundred)$/u;

/** How far “about”, “over” and “under” may be from a figure, as a share of it. */
const HEDGE = 0.15;

/**
 * The exact values that a figure may round: only itself, if it counts fewer than a thousand;
 * otherwise every value that is rounded to it.
 */
export function rangeOf(tokens: readonly Token[], quantity: Quantity): Range {
  const { value, bound, kind } = quantity;
  const half =
    kind === 'count' && value < 1000 && Number.isInteger(value) ? 0 : roundingOf(tokens, quantity);
  const hedge = Math.abs(value) * HEDGE;
  return {
    least: value - half - (bound === 'about' || bound === 'under' ? hedge : 0),
    most: value + half + (bound === 'about' || bound === 'over' ? hedge : 0),
  };
}

/** A small amount in whole pounds is seldom rounded. */
const WHOLE_MONEY = 0.25;

/** Half a unit of the last digit that is written and not zero. */
function roundingOf(tokens: readonly Token[], { figure, last, value, kind }: Quantity): number {
  const words = tokens.slice(figure, last + 1);
  const digits = words.find(({ text }) => /\d/u.test(text))?.text.replace(/[^\d.]/gu, '') ?? '';
  const decimals = decimalsOf(digits);
  if (words.some(({ lower }) => SCALE.test(lower)) || /[a-z]$/iu.test(words.at(-1)?.text ?? '')) {
    const written = Number(digits);
    const scale = written > 0 ? value / written : value;
    return (scale * 10 ** -decimals) / 2;
  }
  if (decimals > 0) return 10 ** -decimals / 2;
  if (value < 1000) return kind === 'money' ? WHOLE_MONEY : 0.5;
  let zeros = 0;
  while (value % 10 ** (zeros + 1) === 0) zeros++;
  return 10 ** zeros / 2;
}

/** The number of digits after its point. */
export function decimalsOf(figure: string): number {
  return /\.(\d+)/u.exec(figure)?.[1]?.length ?? 0;
}

/** The decimals of a quantity as it is written. */
export function decimalsIn(tokens: readonly Token[], { figure, last }: Quantity): number {
  return Math.max(0, ...tokens.slice(figure, last + 1).map(({ text }) => decimalsOf(text)));
}

/** True if some value is in both ranges. */
export function mayBeEqual(one: Range, other: Range): boolean {
  return one.least <= other.most && other.least <= one.most;
}

/** A range with room on both sides. */
export function widened({ least, most }: Range, by: number): Range {
  return { least: least - by, most: most + by };
}

/** A figure in digits, with at most this number of decimals. */
export function inDigits(value: number, decimals: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: decimals });
}

/** The figure of some words, “50 per cent”, replaced by another; `undefined` if it is not in digits. */
export function withFigure(words: string, figure: string): string | undefined {
  const replaced = words.replace(/\d[\d,]*(?:\.\d+)?/u, figure);
  return replaced === words ? undefined : replaced;
}
