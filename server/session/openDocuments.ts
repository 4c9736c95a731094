import type {
  TextDocumentContentChangeEvent,
  TextDocumentItem,
  VersionedTextDocumentIdentifier,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { uriKey } from '../workspace/uris.js';

/** The documents that are open in the editor, under the URIs that the editor uses. */
export class OpenDocuments {
  readonly #documents = new Map<string, TextDocument>();

  open({ uri, languageId, version, text }: TextDocumentItem): void {
    this.#documents.set(uriKey(uri), TextDocument.create(uri, languageId, version, text));
  }

  /** Applies changes; false if the document is not open. */
  change(
    { uri, version }: VersionedTextDocumentIdentifier,
    changes: TextDocumentContentChangeEvent[],
  ): boolean {
    const document = this.get(uri);
    if (document === undefined) return false;
    this.#documents.set(uriKey(uri), TextDocument.update(document, changes, version));
    return true;
  }

  close(uri: string): void {
    this.#documents.delete(uriKey(uri));
  }

  /** The document at a URI, however that is escaped. */
  get(uri: string): TextDocument | undefined {
    // An editor that escapes as `uriKey` does is spared the parsing.
    return this.#documents.get(uri) ?? this.#documents.get(uriKey(uri));
  }

  /** The URIs of all open documents. */
  get uris(): readonly string[] {
    return [...this.#documents.values()].map(({ uri }) => uri);
  }
}
