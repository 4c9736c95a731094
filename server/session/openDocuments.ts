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
    const applied = changes.map((change): TextChange => {
      const text = document.getText();
      const range = 'range' in change ? change.range : undefined;
      const ends = range && [document.offsetAt(range.start), document.offsetAt(range.end)];
      const [start, end] =
        ends === undefined ? [0, text.length] : [Math.min(...ends), Math.max(...ends)];
      TextDocument.update(document, [change], version);
      return { start, removed: text.slice(start, end), inserted: change.text };
    });
    // A message without changes has a version, too.
    TextDocument.update(document, [], version);
    return applied;
  }

  close(uri: string): void {
    this.#documents.delete(uriKey(uri));
  }

  /** The document at a URI, however that is escaped. */
  get(uri: string): TextDocument | undefined {
    // An editor that escapes as `uriKey` does is spared the parsing.
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
