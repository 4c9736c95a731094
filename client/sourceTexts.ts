import { type Disposable, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { SourceTextRequest } from '../protocol/requests.js';

/** The scheme of the texts of documents. */
const SCHEME = 'copydesk-source';

/** The documents whose text an editor cannot show, or not by the lines that are cited. */
const DOCUMENT = /\.(?:x?html?|docx|xlsx|pdf|eml)$/iu;

/** The URI of the text of a source: its own, unless it is a document, of which it is made by `provideSourceTexts`. */
export function textUriOf(source: string): Uri {
  const uri = Uri.parse(source, true);
  return DOCUMENT.test(uri.path)
    ? Uri.from({ scheme: SCHEME, path: `${uri.path}.txt`, query: source })
    : uri;
}

/** Gives the editor the texts of documents among the sources, with a paragraph on each line. */
export function provideSourceTexts(client: BaseLanguageClient): Disposable {
  return workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: ({ query }, token) =>
      client.sendRequest(SourceTextRequest, { textDocument: { uri: query } }, token),
  });
}
