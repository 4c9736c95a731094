import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { VisibleRangeParams } from '../../protocol/requests.js';
import type { Span } from '../prose/span.js';

/** The visible ranges of open documents, from a client that sends them. */
export class VisibleRanges {
  readonly #ranges = new Map<string, VisibleRangeParams['range']>();

  /** Call when other lines of a document come into view. */
  set(uri: string, range: VisibleRangeParams['range']): void {
    this.#ranges.set(uri, range);
  }

  /** The visible part of a document in UTF-16 units of its newest text; `undefined` if it is unknown. */
  in(document: TextDocument): Span | undefined {
    const range = this.#ranges.get(document.uri);
    return range && { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  }

  /** Call when a document is closed. */
  forget(uri: string): void {
    this.#ranges.delete(uri);
  }
}
