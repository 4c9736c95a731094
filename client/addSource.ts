import { Uri, type WorkspaceFolder, commands, env, window, workspace } from 'vscode';
import { URI, Utils } from 'vscode-uri';
import {
  SOURCE_EXTENSIONS,
  addedMessage,
  dayOf,
  fileNameOf,
  folderOfSources,
  freeName,
  isDay,
  isSourceName,
  noteName,
} from './sourceNames.js';

/** A text that becomes a source. */
export interface Note {
  readonly text: string;
  /** A short description of the text. */
  readonly name: string;
  /** When it was said or written: “2026-03-09”; empty if unknown. */
  readonly day: string;
}

/** A file that becomes a source. */
export interface IncomingFile {
  readonly name: string;
  readonly read: () => Thenable<Uint8Array>;
  /** Its place; absent for a file that is dropped from outside the editor. */
  readonly uri?: Uri;
}

/** The folder into which sources are added. */
interface Target {
  readonly uri: Uri;
  /** Its path from the folder of the story. */
  readonly path: string;
}

/**
 * Adds files or the clipboard to the sources of a draft; without a draft, to those of the open
 * folder. Returns the URIs of the new sources. Rejects if a file cannot be read or written.
 *
 * @param given What to add, without asking.
 */
export async function addSource(
  draft: Uri | undefined,
  given?: readonly Uri[] | Note,
): Promise<readonly Uri[]> {
  const target = await targetOf(draft);
  if (target === undefined) return [];
  const chosen = given ?? (await ask());
  if (chosen === undefined) return [];
  if ('text' in chosen) return [await addNote(target, chosen)];
  return addFiles(target, chosen.map(fileAt));
}

/** Adds files to the sources of a draft, or of the open folder, like `addSource`. */
export async function addSourceFiles(
  draft: Uri | undefined,
  files: readonly IncomingFile[],
): Promise<readonly Uri[]> {
  const target = await targetOf(draft);
  return target === undefined ? [] : addFiles(target, files);
}

/** A file of the editor. */
export function fileAt(uri: Uri): IncomingFile {
  const name = Utils.basename(URI.from(uri));
  return { name, uri, read: () => workspace.fs.readFile(uri) };
}

async function addFiles(
  { uri: target, path }: Target,
  files: readonly IncomingFile[],
): Promise<readonly Uri[]> {
  const inside = `${target.toString()}/`;
  const added: Uri[] = [];
  for (const { name, uri, read } of files) {
    // A source that is dropped on the list of sources stays where it is.
    if (!isSourceName(name) || uri?.toString().startsWith(inside) === true) continue;
    added.push(await write(target, name, await read()));
  }
  const names = added.map((uri) => Utils.basename(URI.from(uri)));
  const refused = files.map(({ name }) => name).filter((name) => !isSourceName(name));
  const message = addedMessage(path, names, refused);
  if (message !== '') void window.showInformationMessage(message);
  return added;
}

async function addNote({ uri: target, path }: Target, { text, name, day }: Note): Promise<Uri> {
  const uri = await write(target, noteName(name, day), new TextEncoder().encode(text));
  void offerToOpen(uri, addedMessage(path, [Utils.basename(URI.from(uri))], []));
  return uri;
}

/** The draft stays in front: opening what was added is the reporter's choice. */
async function offerToOpen(uri: Uri, message: string): Promise<void> {
  const open = 'Open';
  const answer = await window.showInformationMessage(message, open);
  if (answer === open) await commands.executeCommand('vscode.open', uri);
}

/** Writes a new file, under another name if the name is taken. */
async function write(target: Uri, name: string, bytes: Uint8Array): Promise<Uri> {
  await workspace.fs.createDirectory(target);
  const taken = (await workspace.fs.readDirectory(target)).map(([other]) => other);
  const uri = Uri.joinPath(target, freeName(name, taken));
  await workspace.fs.writeFile(uri, bytes);
  return uri;
}

/** The folder for the sources of a draft. Shows a message if there is none. */
async function targetOf(draft: Uri | undefined): Promise<Target | undefined> {
  const folder = await folderOf(draft);
  if (folder === undefined) return undefined;
  const setting = workspace.getConfiguration('copydesk', folder).get<unknown>('sources');
  const globs: readonly unknown[] = Array.isArray(setting) ? setting : [];
  const path = folderOfSources(globs.filter((glob) => typeof glob === 'string'));
  if (path !== undefined) return { uri: Uri.joinPath(folder.uri, path), path };
  void sayThatNoFolderIsRead();
  return undefined;
}

async function folderOf(draft: Uri | undefined): Promise<WorkspaceFolder | undefined> {
  const own = draft === undefined ? undefined : workspace.getWorkspaceFolder(draft);
  if (own !== undefined) return own;
  const [first, ...others] = workspace.workspaceFolders ?? [];
  if (others.length > 0) {
    return window.showWorkspaceFolderPick({ placeHolder: 'The folder of the story' });
  }
  if (first === undefined) void sayThatNoFolderIsOpen();
  return first;
}

async function sayThatNoFolderIsOpen(): Promise<void> {
  const create = 'New Story Folder…';
  const answer = await window.showInformationMessage(
    'Open the folder of a story first: its sources are kept there.',
    create,
  );
  if (answer === create) await commands.executeCommand('copydesk.newStoryFolder');
}

async function sayThatNoFolderIsRead(): Promise<void> {
  const show = 'Open Settings';
  const answer = await window.showInformationMessage(
    'The setting “copydesk.sources” has no folder for new sources, such as “sources/**”.',
    show,
  );
  if (answer !== show) return;
  await commands.executeCommand('workbench.action.openSettings', 'copydesk.sources');
}

async function ask(): Promise<readonly Uri[] | Note | undefined> {
  const files = {
    label: '$(files) Files…',
    detail: 'Articles, releases, transcripts: copied to the sources.',
  };
  const clipboard = {
    label: '$(clippy) Clipboard as a Note…',
    detail: 'The text that you copied, as a file with a date.',
  };
  const answer = await window.showQuickPick([files, clipboard], { title: 'Add Source' });
  if (answer === files) {
    return window.showOpenDialog({
      title: 'Add Sources',
      openLabel: 'Add',
      canSelectMany: true,
      filters: { Sources: [...SOURCE_EXTENSIONS] },
    });
  }
  return answer === clipboard ? askForNote() : undefined;
}

async function askForNote(): Promise<Note | undefined> {
  const text = await env.clipboard.readText();
  if (text.trim() === '') {
    void window.showInformationMessage('The clipboard has no text: copy the words first.');
    return undefined;
  }
  const name = await window.showInputBox({
    title: 'Add Clipboard as a Note',
    prompt: 'What is it? The file is named after it.',
    placeHolder: 'Call with the harbour master',
    ignoreFocusOut: true,
    validateInput: (words) =>
      fileNameOf(words) === '' ? 'Write at least one letter or digit.' : undefined,
  });
  if (name === undefined) return undefined;
  const day = await window.showInputBox({
    title: 'Add Clipboard as a Note',
    prompt:
      'When was it said or written? Empty if you do not know. Of two sources, the newer one counts.',
    value: dayOf(new Date()),
    ignoreFocusOut: true,
    validateInput: (given) =>
      given === '' || isDay(given) ? undefined : 'Write the day as 2026-03-09, or nothing.',
  });
  return day === undefined ? undefined : { text, name, day };
}
