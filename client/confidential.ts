import { type Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { URI, Utils } from 'vscode-uri';
import {
  type TextChange,
  canCarryMark,
  changeToMark,
  changeToUnmark,
  confidentialPath,
  openPath,
} from './confidentialMark.js';

/**
 * Marks a source as confidential: in the front matter of a Markdown file, which is saved, otherwise
 * by moving the file into the folder “confidential” beside it.
 */
export async function markConfidential(uri: Uri): Promise<void> {
  if (canCarryMark(uri.path)) await change(uri, changeToMark);
  else await move(uri, confidentialPath(uri.path));
}

/** Removes the mark of a confidential source, in its front matter or by moving the file. */
export async function unmarkConfidential(uri: Uri): Promise<void> {
  if (canCarryMark(uri.path) && (await change(uri, changeToUnmark))) return;
  const path = openPath(uri.path);
  if (path !== undefined) {
    await move(uri, path);
    return;
  }
  void window.showInformationMessage(
    `“${nameOf(uri)}” is in a folder “confidential”, with others: move it out of there.`,
  );
}

/** Changes and saves a text; false if there is nothing to change. */
async function change(
  uri: Uri,
  changeOf: (text: string) => TextChange | undefined,
): Promise<boolean> {
  const document = await workspace.openTextDocument(uri);
  const found = changeOf(document.getText());
  if (found === undefined) return false;
  const edit = new WorkspaceEdit();
  const range = document.validateRange(
    document.lineAt(0).range.with(document.positionAt(found.start), document.positionAt(found.end)),
  );
  edit.replace(uri, range, found.newText);
  await workspace.applyEdit(edit);
  await document.save();
  return true;
}

/** Moves a file; shows a message if the name is taken. */
async function move(uri: Uri, path: string): Promise<void> {
  const target = uri.with({ path });
  const edit = new WorkspaceEdit();
  edit.renameFile(uri, target, { overwrite: false });
  const folder = Utils.basename(Utils.dirname(URI.from(target)));
  const message = (await workspace.applyEdit(edit))
    ? `“${nameOf(uri)}” is now in the folder “${folder}”.`
    : `“${nameOf(uri)}” could not be moved to the folder “${folder}”: is there one of that name already?`;
  void window.showInformationMessage(message);
}

function nameOf(uri: Uri): string {
  return Utils.basename(URI.from(uri));
}
