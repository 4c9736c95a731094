import { Uri, commands, window, workspace } from 'vscode';
import { fileNameOf } from './sourceNames.js';
import { storyFiles } from './storyFiles.js';

/**
 * Creates the folder of a story, and opens it if no folder is open; otherwise offers to open it.
 * Returns the URI of its draft; `undefined` if the reporter cancels or the folder exists already.
 * Rejects if a file cannot be written.
 *
 * @param title What the story is about, without asking.
 * @param parent The folder in which it is created, without asking.
 */
export async function newStoryFolder(title?: string, parent?: Uri): Promise<Uri | undefined> {
  const about = title ?? (await askForTitle());
  if (about === undefined) return undefined;
  const above = parent ?? (await askForParent());
  if (above === undefined) return undefined;
  const name = fileNameOf(about);
  const folder = Uri.joinPath(above, name);
  if (await exists(folder)) {
    void window.showErrorMessage(`There is already a file or folder “${name}” in that place.`);
    return undefined;
  }
  const files = [...storyFiles(about)].map(
    ([path, text]) => [Uri.joinPath(folder, path), text] as const,
  );
  for (const [uri, text] of files) {
    await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  }
  const draft = files[0]?.[0];
  if (workspace.workspaceFolders === undefined) void open(folder, draft, false);
  else void offerToOpen(name, folder, draft);
  return draft;
}

function askForTitle(): Thenable<string | undefined> {
  return window.showInputBox({
    title: 'New Story Folder',
    prompt: 'What is the story about? The folder and the draft are named after it.',
    placeHolder: 'Harbour inquiry',
    ignoreFocusOut: true,
    validateInput: (text) =>
      fileNameOf(text) === '' ? 'Write at least one letter or digit.' : undefined,
  });
}

async function askForParent(): Promise<Uri | undefined> {
  const open = workspace.workspaceFolders?.[0]?.uri;
  const chosen = await window.showOpenDialog({
    title: 'Where to Create the Story Folder',
    openLabel: 'Create Here',
    canSelectFiles: false,
    canSelectFolders: true,
    ...(open === undefined ? {} : { defaultUri: Uri.joinPath(open, '..') }),
  });
  return chosen?.[0];
}

async function offerToOpen(name: string, folder: Uri, draft: Uri | undefined): Promise<void> {
  const [here, beside] = ['Open Folder', 'Open in New Window'];
  const answer = await window.showInformationMessage(
    `The folder “${name}” was created.`,
    here,
    beside,
  );
  if (answer !== undefined) await open(folder, draft, answer === beside);
}

async function open(folder: Uri, draft: Uri | undefined, forceNewWindow: boolean): Promise<void> {
  // Older editors ignore `filesToOpen` and show only the folder.
  const filesToOpen = draft === undefined ? [] : [draft];
  await commands.executeCommand('vscode.openFolder', folder, { forceNewWindow, filesToOpen });
}

async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
