import { LONG_DRAFT_LENGTH } from '../../protocol/draftLength.js';
import { type Prose, type TextFormat, readProseTask } from '../prose/prose.js';
import type { CooperativeTask } from '../prose/cooperativeTask.js';
import { LineMap } from '../prose/sourceMap.js';
import type { Span } from '../prose/span.js';

/** The number of UTF-16 units that are read before and after the visible range. */
const MARGIN = 2 ** 15;

/**
 * The part of a long draft to read, in UTF-16 units: whole paragraphs around the visible range;
 * `undefined` for a draft that is short enough to be read completely. The part stays `last`, the
 * one read before, as long as that still contains the visible range.
 */
export function partInView(
  text: string,
  view: Span = { start: 0, end: 0 },
  last?: Span,
): Span | undefined {
  if (text.length <= LONG_DRAFT_LENGTH) return undefined;
  const { start, end } = view;
  // Typing before its edges has moved them into other paragraphs.
  const isInLast = last !== undefined && last.start <= start && end <= last.end;
  const from = isInLast ? last.start : Math.max(0, start - MARGIN);
  const to = isInLast ? last.end : Math.min(end, start + MARGIN) + MARGIN;
  const isToEnd = text.length - to < MARGIN;
  const part = {
    start: paragraphEnd(text, from),
    end: isToEnd ? text.length : paragraphEnd(text, to),
  };
  return isInLast && part.start === last.start && part.end === last.end ? last : part;
}

/** The end of the paragraph at an offset; the offset itself if no paragraph ends within the margin. */
function paragraphEnd(text: string, at: number): number {
  if (at === 0 || at >= text.length) return Math.min(at, text.length);
  const found = text.slice(at - 1, at + MARGIN).search(/\n[ \t]*\n/u);
  return found < 0 ? at : at + found;
}

/** Reads a part of a draft; all offsets and positions are those in the whole draft. */
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
