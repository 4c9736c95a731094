import type { TextEdit } from 'vscode-languageserver';
import type { LineMap } from '../../prose/sourceMap.js';

/** Where somebody types, in the newest text of a draft. */
export interface TypingContext {
  readonly text: string;
  readonly lines: LineMap;
  /** UTF-16 offset into `text`. */
  readonly offset: number;
  /** The prose of the block up to there, markup left out; empty outside all prose. */
  readonly before: string;
  readonly inHeading: boolean;
  /** True where completion was asked for by hand, false where a key that was typed brought it up. */
  readonly asked: boolean;
}

/** What the items of names carry, so that their cards can be found. */
export interface CompletionData {
  readonly uri: string;
  readonly name: string;
}

/** The edit that puts `newText` in the place of what was typed from an offset on. */
export function typedEdit(
  { lines, offset }: TypingContext,
  start: number,
  newText: string,
): TextEdit {
  return { range: lines.range({ start, end: offset }), newText };
}
