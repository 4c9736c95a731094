import { type Memento, type QuickPickItem, type Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FACT_SHEET_TITLES, type FactSheet, type SignableEntry } from '../../protocol/factSheet.js';
import { SignOffRequest, type SignOffParams } from '../../protocol/requests.js';
import type { DecisionFiles } from '../decisionFiles.js';
import { entryAtCursor } from './entryAtCursor.js';

/** The key of the checker's initials in the editor's own storage. */
const INITIALS = 'initials';

/** The longest initials. */
const MOST_INITIALS = 12;

/** The entries of a fact sheet that can be signed, in its order. */
function signableIn({ isCovered, entries, names }: FactSheet): readonly SignableEntry[] {
  return [...(isCovered ? entries : []), ...names];
}

/** Signs entries of fact sheets with the checker's initials, and takes signatures back. */
export class SignOffs {
  readonly #client: BaseLanguageClient;
  readonly #files: DecisionFiles;
  readonly #memento: Memento;
  /** The last change. */
  #queue: Promise<void> = Promise.resolve();

  /** @param memento Where the initials are kept, for all folders. */
  constructor(client: BaseLanguageClient, files: DecisionFiles, memento: Memento) {
    this.#client = client;
    this.#files = files;
    this.#memento = memento;
  }

  /**
   * Signs entries. The first time, the checker is asked for initials. Does nothing if the checker leaves a question
   * unanswered. Does not reject.
   */
  async sign(draft: Uri, entries: readonly SignableEntry[], asksForNote: boolean): Promise<void> {
    if (entries.length === 0) return;
    const by = this.#memento.get<string>(INITIALS) ?? (await this.setInitials());
    if (by === undefined) return;
    const note = asksForNote ? await askForNote(entries) : '';
    if (note !== undefined) await this.#change(draft, entries, { by, note });
  }

  /** Takes all signatures of entries back. Does not reject. */
  async reopen(draft: Uri, entries: readonly SignableEntry[]): Promise<void> {
    await this.#change(draft, entries, null);
  }

  /** Keeps the checker's initials, which are asked for if not given; `undefined` if there is no answer. */
  async setInitials(given?: string): Promise<string | undefined> {
    const initials = given ?? (await this.#askForInitials());
    if (initials !== undefined) await this.#memento.update(INITIALS, initials.trim());
    return initials?.trim();
  }

  #askForInitials(): Thenable<string | undefined> {
    return window.showInputBox({
      title: 'Your Initials',
      prompt: 'They are stored with everything that you mark as checked.',
      value: this.#memento.get<string>(INITIALS) ?? '',
      validateInput: (value) =>
        value.trim() === '' || value.trim().length > MOST_INITIALS
          ? `Enter 1 to ${MOST_INITIALS} characters.`
          : undefined,
    });
  }

  /**
   * Asks which of the open entries of a sheet were checked, from the one at the cursor on; `undefined` if there is no
   * answer.
   */
  async askForEntries(
    sheet: FactSheet,
    cursor: SignableEntry['range']['start'],
  ): Promise<readonly SignableEntry[] | undefined> {
    const open = signableIn(sheet).filter(({ signOff }) => signOff.signatures.length === 0);
    if (open.length === 0) {
      void window.showInformationMessage('Every claim and name in this draft is checked.');
      return undefined;
    }
    const items = open.map(pickOf);
    const first = entryAtCursor(open, cursor);
    const list = window.createQuickPick<EntryPick>();
    list.title = `Mark as Checked (${open.length} open)`;
    list.placeholder = 'What have you checked?';
    list.canSelectMany = true;
    list.matchOnDetail = true;
    list.items = items;
    list.activeItems = items.filter(({ entry }) => entry === first);
    return new Promise((resolve) => {
      list.onDidAccept(() => {
        resolve(list.selectedItems.map(({ entry }) => entry));
        list.hide();
      });
      list.onDidHide(() => {
        resolve(undefined);
        list.dispose();
      });
      list.show();
    });
  }

  /** One change after another, since each is an edit of the text that the one before leaves. */
  #change(
    draft: Uri,
    entries: readonly SignableEntry[],
    signature: SignOffParams['signature'],
  ): Promise<void> {
    this.#queue = this.#queue.then(() => this.#apply(draft, entries, signature));
    return this.#queue;
  }

  async #apply(
    draft: Uri,
    entries: readonly SignableEntry[],
    signature: SignOffParams['signature'],
  ): Promise<void> {
    try {
      // A draft that was closed in the meantime is opened, since the server answers only about open ones.
      await workspace.openTextDocument(draft);
      const uri = this.#client.code2ProtocolConverter.asUri(draft);
      const subjects = entries.map(({ signOff }) => signOff.subject);
      const params = { textDocument: { uri }, subjects, signature };
      const edit = await this.#client.sendRequest(SignOffRequest, params);
      if (edit !== null) await this.#files.store(edit, draft);
    } catch (error) {
      void window.showWarningMessage(error instanceof Error ? error.message : String(error));
    }
  }
}

function askForNote(entries: readonly SignableEntry[]): Thenable<string | undefined> {
  const [first] = entries;
  return window.showInputBox({
    title: 'Mark as Checked',
    prompt: entries.length === 1 && first !== undefined ? first.text : `${entries.length} entries`,
    placeHolder: 'How you checked it (optional)',
  });
}

/** An open entry in the list of those that can be signed. */
interface EntryPick extends QuickPickItem {
  readonly entry: SignableEntry;
}

function pickOf(entry: SignableEntry): EntryPick {
  const { text, range, messages, signOff } = entry;
  const group = 'verdict' in entry ? entry.verdict : 'names';
  return {
    label: text,
    description: `line ${range.start.line + 1}, ${FACT_SHEET_TITLES[group]}`,
    detail: [signOff.reopened ?? '', ...messages].join(' ').trim(),
    entry,
  };
}
