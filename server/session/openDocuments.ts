import type {
  TextDocumentContentChangeEvent,
  TextDocumentItem,
  VersionedTextDocumentIdentifier,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { uriKey } from '../workspace/uris.js';
import type { TextChange } from './typing.js';

/** The documents that are open in the editor, under the URIs that the editor uses. */
export class OpenDocuments {
  readonly #documents = new Map<string, TextDocument>();

  open({ uri, languageId, version, text }: TextDocumentItem): void {
    this.#documents.set(uriKey(uri), TextDocument.create(uri, languageId, version, text));
  }

  /** Applies changes, one after the other, and returns them; `undefined` if the document is not open. */
  change(
    { uri, version }: VersionedTextDocumentIdentifier,
    changes: readonly TextDocumentContentChangeEvent[],
  ): readonly TextChange[] | undefined {
    const document = this.get(uri);
    if (document === undefined) return undefined;
    const atOnce = changes.length > 1 ? appliedAtOnce(document, changes) : undefined;
    if (atOnce !== undefined) {
      TextDocument.update(document, [{ text: atOnce.text }], version);
      return atOnce.applied;
    }
    const applied = changes.map((change): TextChange => {
      const text = document.getText();
      const range = 'range' in change ? change.range : undefined;
      const ends = range && [document.offsetAt(range.start), document.offsetAt(range.end)];
      const [start, end] =
        ends === undefined ? [0, text.length] : [Math.min(...ends), Math.max(...ends)];
      TextDocument.update(document, [change], version);
      return { start, removed: text.slice(start, end), inserted: change.text };
    });
    // A message without changes has a version too.
    TextDocument.update(document, [], version);
    return applied;
  }

  close(uri: string): void {
    this.#documents.delete(uriKey(uri));
  }

  /** The document at a URI, however that is escaped. */
  get(uri: string): TextDocument | undefined {
    // The URI of an editor that escapes as `uriKey` does needs no parsing.
    return this.#documents.get(uri) ?? this.#documents.get(uriKey(uri));
  }

  /** The spelling of a URI under which its document was opened; the URI itself if it is not open. */
  spelling(uri: string): string {
    return this.get(uri)?.uri ?? uri;
  }

  /** The URIs of all open documents. */
  get uris(): readonly string[] {
    return [...this.#documents.values()].map(({ uri }) => uri);
  }
}

/** A change at its place in the text before all changes of its message. */
interface PlacedChange {
  readonly start: number;
  readonly end: number;
  readonly inserted: string;
}

/**
 * The text after independent changes, as editors send them for a key at several cursors: from the
 * last to the first, or from the first to the last in separate lines. Applying them one by one
 * would copy the text for each. `undefined` for other changes.
 */
function appliedAtOnce(
  document: TextDocument,
  changes: readonly TextDocumentContentChangeEvent[],
): { readonly text: string; readonly applied: readonly TextChange[] } | undefined {
  const placed = changes.flatMap((change): readonly PlacedChange[] => {
    if (!('range' in change)) return [];
    const ends = [document.offsetAt(change.range.start), document.offsetAt(change.range.end)];
    return [{ start: Math.min(...ends), end: Math.max(...ends), inserted: change.text }];
  });
  if (placed.length < changes.length) return undefined;
  const isDescending = placed.every(
    ({ end }, index) => index === 0 || end < (placed[index - 1]?.start ?? 0),
  );
  if (!isDescending && !isAscending(changes, placed)) return undefined;
  const text = document.getText();
  const pieces: string[] = [];
  const applied: TextChange[] = [];
  let [from, shift] = [0, 0];
  for (const { start, end, inserted } of isDescending ? [...placed].reverse() : placed) {
    pieces.push(text.slice(from, start), inserted);
    applied.push({ start: start + shift, removed: text.slice(start, end), inserted });
    from = end;
    if (!isDescending) shift += inserted.length - (end - start);
  }
  pieces.push(text.slice(from));
  return { text: pieces.join(''), applied: isDescending ? applied.reverse() : applied };
}

/** True for changes within lines, each in a later line than the one before. */
function isAscending(
  changes: readonly TextDocumentContentChangeEvent[],
  placed: readonly PlacedChange[],
): boolean {
  let lastLine = -1;
  return changes.every((change, index) => {
    if (!('range' in change)) return false;
    const { start, end } = change.range;
    const isLater =
      start.line > lastLine && (placed[index]?.start ?? 0) > (placed[index - 1]?.end ?? -1);
    lastLine = start.line;
    return isLater && start.line === end.line && !/[\r\n]/u.test(change.text);
  });
}
