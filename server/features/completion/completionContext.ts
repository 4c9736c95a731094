import type { TextEdit } from 'vscode-languageserver';
import type { LineMap } from '../../prose/sourceMap.js';

/** The place in the newest text of a draft at which completion was requested. */
export interface CompletionContext {
  readonly text: string;
  readonly lines: LineMap;
  /** UTF-16 offset into `text`. */
  readonly offset: number;
  /** The prose of the block up to the offset, without markup; empty outside prose. */
  readonly before: string;
  readonly inHeading: boolean;
  /** True if the user invoked completion, false if typing triggered it. */
  readonly explicit: boolean;
}

/** The `data` of name items, used to find the entity when an item is resolved. */
export interface CompletionData {
  readonly uri: string;
  readonly name: string;
}

/** Replaces the text from `start` to the cursor by `newText`. */
export function replaceTyped(
  { lines, offset }: CompletionContext,
  start: number,
  newText: string,
): TextEdit {
  return { range: lines.range({ start, end: offset }), newText };
}
