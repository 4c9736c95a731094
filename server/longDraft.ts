import { type Prose, type TextFormat, readProseInSlices } from './prose/prose.js';
import type { Slices } from './prose/slices.js';
import { LineMap } from './prose/sourceMap.js';
import type { Span } from './prose/span.js';
import { LONG } from './protocol.js';

/** How many units are read before and behind what is in view. */
const AROUND = 2 ** 15;

/**
 * What is read of a draft around what is in view, in UTF-16 units: all, but of a long one. As long as
 * `last`, what was read of it before, still holds what is in view, it stays that. Cannot throw.
 */
export function partInView(
  text: string,
  view: Span = { start: 0, end: 0 },
  last?: Span,
): Span | undefined {
  if (text.length <= LONG) return undefined;
  const { start, end } = view;
  if (last !== undefined && last.start <= start && end <= last.end) return last;
  return {
    start: paragraphAt(text, Math.max(0, start - AROUND)),
    end: paragraphAt(text, Math.min(end, start + AROUND) + AROUND),
  };
}

/** Where the paragraph begins that follows a place, or where text that has none for long is cut. */
function paragraphAt(text: string, at: number): number {
  if (at === 0 || at >= text.length) return Math.min(at, text.length);
  const found = text.slice(at, at + AROUND).search(/\n[ \t]*\n/u);
  return found < 0 ? at : at + found + 1;
}

/** Reads a part of a draft, in slices; every place is that in the whole of it. Cannot throw. */
export function* readPart(
  text: string,
  part: Span,
  format: TextFormat,
  before?: Prose,
): Slices<Prose> {
  const blank = part.start === 0 ? '' : `${' '.repeat(part.start - 1)}\n`;
  const read = blank + text.slice(part.start, part.end);
  const prose = yield* readProseInSlices(read, format, before);
  return { ...prose, text, lines: new LineMap(text) };
}
