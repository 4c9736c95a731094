import { Uri, workspace } from 'vscode';
import {
  type BaseLanguageClient,
  CreateFile,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  TextDocumentEdit,
  TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageclient';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI, Utils } from 'vscode-uri';

type Change = NonNullable<WorkspaceEdit['documentChanges']>[number];

/**
 * Writes the files beside a draft that store the reporter's decisions: signatures, suppressions and
 * the dossier. They are always written to disk, never left unsaved; those that are open in an
 * editor are changed there and saved.
 */
export class DecisionFiles {
  readonly #client: BaseLanguageClient;
  /** The edit that was queued last. */
  #queue: Promise<void> = Promise.resolve();

  constructor(client: BaseLanguageClient) {
    this.#client = client;
  }

  /**
   * Applies an edit of these files, after those before it. The files are on disk when it resolves;
   * changes in the draft itself are left for the reporter to save. Rejects with a message for the
   * reporter if a file cannot be written.
   */
  store(edit: WorkspaceEdit, draft?: Uri): Promise<void> {
    const stored = this.#queue.then(() => this.#storeAll(edit, draft));
    this.#queue = stored.catch(() => undefined);
    return stored;
  }

  async #storeAll({ documentChanges = [] }: WorkspaceEdit, draft: Uri | undefined): Promise<void> {
    for (const change of documentChanges) {
      // Writing the text creates the file.
      if (CreateFile.is(change)) continue;
      const uri = TextDocumentEdit.is(change)
        ? Uri.parse(change.textDocument.uri, true)
        : undefined;
      if (uri === undefined || uri.toString() === draft?.toString()) await this.#inEditor(change);
      else await this.#write(uri, change);
    }
  }

  async #write(uri: Uri, change: Change): Promise<void> {
    const open = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
    if (open === undefined) {
      await this.#writeClosed(uri, change);
      return;
    }
    await this.#inEditor(change);
    if (!(await open.save())) throw new Error(notWritten(uri));
  }

  async #writeClosed(uri: Uri, change: Change): Promise<void> {
    if (!TextDocumentEdit.is(change)) return;
    const saved = await textOf(uri);
    const document = TextDocument.create(uri.toString(), 'plaintext', 0, saved ?? '');
    const text = TextDocument.applyEdits(document, change.edits.filter(TextEdit.is));
    try {
      await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    } catch (error) {
      throw new Error(notWritten(uri, error), { cause: error });
    }
    // The server reads the file before its next answer; the editor would notify it only later.
    const type = saved === undefined ? FileChangeType.Created : FileChangeType.Changed;
    await this.#client.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: this.#client.code2ProtocolConverter.asUri(uri), type }],
    });
  }

  async #inEditor(change: Change): Promise<void> {
    const edit = await this.#client.protocol2CodeConverter.asWorkspaceEdit({
      documentChanges: [change],
    });
    if (await workspace.applyEdit(edit)) return;
    throw new Error('The editor did not make the change, as the text was edited. Try again.');
  }
}

/** The text of a file; `undefined` if there is none. */
async function textOf(uri: Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

function notWritten(uri: Uri, error?: unknown): string {
  const reason = error instanceof Error ? ` (${error.message})` : '';
  return `“${Utils.basename(URI.from(uri))}” could not be saved${reason}. Save or close it, and try again.`;
}
