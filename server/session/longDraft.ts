import { LONG_DRAFT_LENGTH } from '../../protocol/draftLength.js';
import { type Prose, type TextFormat, readProseTask } from '../prose/prose.js';
import type { CooperativeTask } from '../prose/cooperativeTask.js';
import { LineMap } from '../prose/sourceMap.js';
import type { Span } from '../prose/span.js';

/** How many units are read before and behind what is in view. */
const AROUND = 2 ** 15;

/**
 * What is read of a draft around what is in view, in UTF-16 units: all, but of a long one. As long as
 * `last`, what was read of it before, still holds what is in view, it stays that, to whole paragraphs.
 */
export function partInView(
  text: string,
  view: Span = { start: 0, end: 0 },
  last?: Span,
): Span | undefined {
  if (text.length <= LONG_DRAFT_LENGTH) return undefined;
  const { start, end } = view;
  // Its edges lie within other paragraphs once there was typing before them.
  const isInLast = last !== undefined && last.start <= start && end <= last.end;
  const from = isInLast ? last.start : Math.max(0, start - AROUND);
  const to = isInLast ? last.end : Math.min(end, start + AROUND) + AROUND;
  const isToEnd = text.length - to < AROUND;
  const part = {
    start: paragraphAt(text, from),
    end: isToEnd ? text.length : paragraphAt(text, to),
  };
  return isInLast && part.start === last.start && part.end === last.end ? last : part;
}

/**
 * The end of the paragraph that a place lies in, itself where that is one, or where text that has no end of
 * one for long is cut.
 */
function paragraphAt(text: string, at: number): number {
  if (at === 0 || at >= text.length) return Math.min(at, text.length);
  const found = text.slice(at - 1, at + AROUND).search(/\n[ \t]*\n/u);
  return found < 0 ? at : at + found;
}

/** Reads a part of a draft, in slices; every place is that in the whole of it. */
export function* readPart(
  text: string,
  part: Span,
  format: TextFormat,
  before?: Prose,
): CooperativeTask<Prose> {
  const blank = part.start === 0 ? '' : `${' '.repeat(part.start - 1)}\n`;
  const read = blank + text.slice(part.start, part.end);
  const prose = yield* readProseTask(read, format, before);
  return { ...prose, text, lines: new LineMap(text) };
}
