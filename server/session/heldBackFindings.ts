import type { Finding } from '../checks/finding.js';
import { type Block, type Prose, draftSpanOf } from '../prose/prose.js';
import type { Sentence } from '../prose/sentences.js';
import type { Span } from '../prose/span.js';
import { SpanIndex } from '../prose/spanIndex.js';
import type { TextChange } from './typing.js';

// A sentence that is being written is wrong until it is finished. Findings are computed after each
// key, but a new one is shown only when the sentence ends, or when the reporter pauses or leaves
// it.

/** A finding that the editor shows, at its place in the newest text. */
type Mark = Pick<Finding, 'code' | 'span'>;

/**
 * The reporter's activity in a draft and the findings shown there. Offsets are UTF-16 units of the
 * newest text.
 */
export interface Writing {
  readonly shown: readonly Mark[];
  /**
   * From the first to the last character that was changed since the reporter began to write;
   * `undefined` if nobody is writing.
   */
  readonly written: Span | undefined;
  /** For a client that does not report its cursors, the ends of the last changes. */
  readonly cursors: readonly number[];
  /** True from a key until the next pause. */
  readonly isTyping: boolean;
}

/** A draft in which nobody is writing. */
export const NOT_WRITING: Writing = { shown: [], written: undefined, cursors: [], isTyping: false };

/** More changes at once, or cursors, than anybody writes with by hand. */
const MOST_CHANGES = 100;

/**
 * The state after typed changes, one after the other. Changes at very many cursors are not
 * considered writing.
 */
export function afterTyping(writing: Writing, changes: readonly TextChange[]): Writing {
  if (changes.length > MOST_CHANGES) return afterOtherChanges(writing, changes);
  const shown = movedMarks(writing.shown, changes);
  let { written } = writing;
  let cursors: readonly number[] = [];
  for (const change of changes) {
    const { start, removed, inserted } = change;
    const end = start + inserted.length;
    const before = written === undefined ? { start, end } : movedSpan(written, change);
    written = { start: Math.min(before.start, start), end: Math.max(before.end, end) };
    const shift = inserted.length - removed.length;
    cursors = [...cursors.map((cursor) => (cursor > start ? cursor + shift : cursor)), end];
  }
  return { shown, written, cursors, isTyping: true };
}

/** The state after changes that nobody typed, such as a paste: the next findings are all shown. */
export function afterOtherChanges(writing: Writing, changes: readonly TextChange[]): Writing {
  const shown = changes.length > MOST_CHANGES ? [] : movedMarks(writing.shown, changes);
  return { ...NOT_WRITING, shown };
}

/** The state after a client reported its cursors. */
export function afterMoving(writing: Writing, cursors: readonly number[]): Writing {
  const isWriting = cursors.length <= MOST_CHANGES;
  return isWriting ? { ...writing, cursors } : { ...NOT_WRITING, shown: writing.shown };
}

function movedMarks(marks: readonly Mark[], changes: readonly TextChange[]): readonly Mark[] {
  return marks.map(({ code, span }) => ({ code, span: changes.reduce(movedSpan, span) }));
}

/**
 * The place of a span after a change. Text that is inserted at an edge of the span stays outside
 * it, as in editors.
 */
function movedSpan({ start, end }: Span, change: TextChange): Span {
  const { removed, inserted } = change;
  const removedEnd = change.start + removed.length;
  const shift = inserted.length - removed.length;
  const movedStart =
    start >= removedEnd ? start + shift : Math.min(start, change.start + inserted.length);
  const movedEnd = end > removedEnd ? end + shift : Math.min(end, change.start);
  return { start: movedStart, end: Math.max(movedStart, movedEnd) };
}

/**
 * The findings in the newest text that are shown, in the same order. A finding that is shown
 * already stays. While the reporter types, a new one waits if it is in the sentence that is being
 * written or in an untouched one. An unclosed quotation is no error as long as the cursor is in its
 * paragraph.
 *
 * @param isSameContext False if the sources, settings or suppressions have changed: then new
 *   findings in untouched sentences are not caused by the typing.
 */
export function shownFindings(
  prose: Prose,
  findings: readonly Finding[],
  writing: Writing,
  isSameContext: boolean,
): readonly Finding[] {
  const { shown, written, cursors, isTyping } = writing;
  if (written === undefined) return findings;
  const paragraphs = cursors.flatMap((cursor) => paragraphAt(prose, cursor, written) ?? []);
  if (paragraphs.length === 0) return findings;
  const unfinished = isTyping ? paragraphs.flatMap(({ unfinished: span }) => span ?? []) : [];
  const isHeldBack = ({ code, span }: Finding): boolean => {
    if (unfinished.some((sentence) => touches(sentence, span))) return true;
    if (unfinished.length > 0 && isSameContext && !touches(written, span)) return true;
    return (
      code === 'sentence/unbalanced-quote' &&
      paragraphs.some(({ paragraph }) => touches(paragraph, span))
    );
  };
  const isShown = isShownIn(shown);
  const remaining = findings.filter((finding) => !isHeldBack(finding) || isShown(finding));
  return remaining.length === findings.length ? findings : remaining;
}

/** True if the reporter is still in the paragraph that was written. */
export function isStillThere(prose: Prose, { cursors, written }: Writing): boolean {
  return (
    written !== undefined &&
    cursors.some((cursor) => paragraphAt(prose, cursor, written) !== undefined)
  );
}

/**
 * True if a finding is among the marks: at the same place, or overlapping one in a sentence that
 * has changed.
 */
function isShownIn(marks: readonly Mark[]): (finding: Finding) => boolean {
  const key = ({ code, span }: Mark): string => `${code} ${span.start} ${span.end}`;
  const exact = new Set(marks.map(key));
  // Most findings have not moved.
  let index: SpanIndex<Mark> | undefined;
  return (finding) =>
    exact.has(key(finding)) ||
    (index ??= new SpanIndex(marks))
      .overlapping(finding.span)
      .some(({ code }) => code === finding.code);
}

/** The paragraph with a cursor and the unfinished sentence in it, both in units of the draft. */
interface WrittenParagraph {
  readonly paragraph: Span;
  readonly unfinished: Span | undefined;
}

/** The paragraph that a cursor is in; `undefined` if it is in none, or in an unchanged one. */
function paragraphAt(prose: Prose, cursor: number, written: Span): WrittenParagraph | undefined {
  const block = prose.blocks.findLast(({ map }) => map.extent.start <= cursor);
  if (block === undefined) return undefined;
  const { start, end } = block.map.extent;
  const paragraph = { start, end: Math.max(end, cursor) };
  if (!isBesideText(prose.text.slice(end, cursor)) || !touches(paragraph, written))
    return undefined;
  return { paragraph, unfinished: unfinishedSentence(block, cursor, written) };
}

/**
 * True for text that may stand between the end of a paragraph and a cursor in it: spaces, markup,
 * one line break.
 */
function isBesideText(text: string): boolean {
  return !/[\p{L}\p{N}]|\n[^\n]*\n/u.test(text);
}

/**
 * The sentence with a cursor, up to the cursor at least, with everything from the mark that opens
 * an unclosed quotation. `undefined` if the cursor is behind a finished sentence, or in an
 * unchanged one.
 */
function unfinishedSentence(block: Block, cursor: number, written: Span): Span | undefined {
  const before = block.sentences.filter((sentence) => draftSpanOf(block, sentence).start <= cursor);
  const sentence = before.at(-1);
  if (sentence === undefined) return undefined;
  const { start, end } = draftSpanOf(block, sentence);
  const opening = block.quotations
    .filter(({ closed }) => !closed)
    .map(({ outer }) => draftSpanOf(block, outer))
    .find((open) => open.start < cursor && (cursor <= open.end || end <= open.end))?.start;
  const isFinished = cursor >= end && opening === undefined && endsWithMark(sentence, cursor > end);
  const unfinished = { start: Math.min(start, opening ?? start), end: Math.max(end, cursor) };
  return isFinished || !touches(unfinished, written) ? undefined : unfinished;
}

/** True if a mark ends a sentence. A full stop right after a figure may be a decimal point, unless a space follows. */
function endsWithMark({ tokens }: Sentence, isFollowed: boolean): boolean {
  const at = tokens.findLastIndex(({ text }) => !/^["”»’)\]']$/u.test(text));
  const [before, mark] = [tokens[at - 1], tokens[at]];
  if (mark === undefined || !/^(?:[.!?]|\.{2,}|…)$/u.test(mark.text)) return false;
  const isDecimal = mark.text === '.' && before?.kind === 'number' && at === tokens.length - 1;
  return isFollowed || !isDecimal;
}

function touches(one: Span, other: Span): boolean {
  return one.start <= other.end && other.start <= one.end;
}
