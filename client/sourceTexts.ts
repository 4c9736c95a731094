import { type Disposable, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { SourceTextRequest } from '../protocol/requests.js';

/** The scheme of the texts of documents. */
const SCHEME = 'copydesk-source';

/** The documents whose text an editor cannot show, or not by the cited lines. */
const DOCUMENT = /\.(?:x?html?|docx|xlsx|pdf|eml)$/iu;

/**
 * The URI of the text of a source: its own, or for a document one that `provideSourceTexts` serves.
 */
export function textUriOf(source: string): Uri {
  const uri = Uri.parse(source, true);
  return DOCUMENT.test(uri.path)
    ? Uri.from({ scheme: SCHEME, path: `${uri.path}.txt`, query: source })
    : uri;
}

/** Serves the texts of documents among the sources to the editor, one paragraph a line. */
export function provideSourceTexts(client: BaseLanguageClient): Disposable {
  return workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: ({ query }, token) =>
      client.sendRequest(SourceTextRequest, { textDocument: { uri: query } }, token),
  });
}
