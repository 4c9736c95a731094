import { type TextDocument, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { DraftOfDocumentRequest } from '../protocol/requests.js';
import { draftName, freeName, isAmongSources } from './sourceNames.js';

/**
 * Opens a Word document as a Markdown draft: as a new file beside it, or as an untitled one if the
 * document is in no open folder or among the sources. The document is not changed. Returns the URI
 * of the draft; `undefined` if the reporter cancels or the document cannot be read, which is shown.
 *
 * @param given The document, without asking.
 */
export async function openAsDraft(
  client: BaseLanguageClient,
  given?: Uri,
): Promise<Uri | undefined> {
  const uri = given ?? (await ask());
  if (uri === undefined) return undefined;
  try {
    const textDocument = { uri: uri.toString() };
    const markdown = await client.sendRequest(DraftOfDocumentRequest, { textDocument });
    const draft = await draftWith(uri, markdown);
    await window.showTextDocument(draft);
    return draft.uri;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(`The document was not opened as a draft: ${reason}`);
    return undefined;
  }
}

async function ask(): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const chosen = await window.showOpenDialog({
    title: 'Document to Open as a Draft',
    openLabel: 'Open as Draft',
    filters: { 'Word documents': ['docx'] },
    ...(folder === undefined ? {} : { defaultUri: folder }),
  });
  return chosen?.[0];
}

async function draftWith(uri: Uri, content: string): Promise<TextDocument> {
  const path = workspace.asRelativePath(uri, false);
  if (workspace.getWorkspaceFolder(uri) === undefined || isAmongSources(path)) {
    return workspace.openTextDocument({ language: 'markdown', content });
  }
  const folder = Uri.joinPath(uri, '..');
  const taken = await workspace.fs.readDirectory(folder);
  const name = freeName(
    draftName(uri.path),
    taken.map(([other]) => other),
  );
  const draft = Uri.joinPath(folder, name);
  await workspace.fs.writeFile(draft, new TextEncoder().encode(content));
  return workspace.openTextDocument(draft);
}
