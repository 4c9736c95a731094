import { type Memento, type Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit } from 'vscode-languageclient';
import type { SignableEntry } from '../protocol/factSheet.js';
import { SignOffRequest, type SignOffParams, UseEvidenceRequest } from '../protocol/requests.js';
import type { TiedPassage } from '../protocol/signOff.js';
import type { DecisionFiles } from './decisionFiles.js';

/** The key that stores the checker's initials in the editor's own storage. */
const INITIALS = 'initials';

/** The maximum length of initials. */
const MOST_INITIALS = 12;

/** A checker's decision and remark; the remark may be empty. */
export type Verdict = Pick<NonNullable<SignOffParams['signature']>, 'note' | 'decision'>;

/**
 * Signs entries of fact sheets with the checker's initials, withdraws signatures, and attaches
 * evidence to entries.
 */
export class SignOffs {
  readonly #client: BaseLanguageClient;
  readonly #files: DecisionFiles;
  readonly #memento: Memento;
  /** The change that was queued last. */
  #queue: Promise<void> = Promise.resolve();

  /** @param memento Stores the initials for all folders. */
  constructor(client: BaseLanguageClient, files: DecisionFiles, memento: Memento) {
    this.#client = client;
    this.#files = files;
    this.#memento = memento;
  }

  /** The checker's initials; empty before they were entered. */
  get initials(): string {
    return this.#memento.get<string>(INITIALS) ?? '';
  }

  /**
   * Signs entries. The first time, the checker is asked for initials. Does nothing if there is no answer. Does not reject.
   */
  async sign(draft: Uri, entries: readonly SignableEntry[], verdict: Verdict): Promise<void> {
    if (entries.length === 0) return;
    const by = await this.#signer();
    if (by !== undefined) await this.#sign(draft, entries, { by, ...verdict });
  }

  /** Withdraws all signatures of entries. Does not reject. */
  async reopen(draft: Uri, entries: readonly SignableEntry[]): Promise<void> {
    if (entries.length > 0) await this.#sign(draft, entries, null);
  }

  /**
   * Attaches passages to an entry, in place of the previous ones. The first time, the checker is
   * asked for initials. False if there is no answer. Does not reject.
   */
  async tie(draft: Uri, entry: SignableEntry, evidence: readonly TiedPassage[]): Promise<boolean> {
    const by = await this.#signer();
    if (by === undefined) return false;
    const { subject } = entry.signOff;
    await this.#change(draft, (textDocument) =>
      this.#client.sendRequest(UseEvidenceRequest, { textDocument, subject, by, evidence }),
    );
    return true;
  }

  /**
   * Stores the checker's initials and asks for them if not given; `undefined` if there is no
   * answer.
   */
  async setInitials(given?: string): Promise<string | undefined> {
    const initials = given ?? (await this.#askForInitials());
    if (initials !== undefined) await this.#memento.update(INITIALS, initials.trim());
    return initials?.trim();
  }

  async #signer(): Promise<string | undefined> {
    return this.initials === '' ? this.setInitials() : this.initials;
  }

  #askForInitials(): Thenable<string | undefined> {
    return window.showInputBox({
      title: 'Your Initials',
      prompt: 'They are stored with everything that you sign.',
      value: this.initials,
      validateInput: (value) =>
        value.trim() === '' || value.trim().length > MOST_INITIALS
          ? `Enter 1 to ${MOST_INITIALS} characters.`
          : undefined,
    });
  }

  #sign(
    draft: Uri,
    entries: readonly SignableEntry[],
    signature: SignOffParams['signature'],
  ): Promise<void> {
    const subjects = entries.map(({ signOff }) => signOff.subject);
    return this.#change(draft, (textDocument) =>
      this.#client.sendRequest(SignOffRequest, { textDocument, subjects, signature }),
    );
  }

  /** One change after another, because each edits the text that the one before produced. */
  #change(
    draft: Uri,
    request: (textDocument: { readonly uri: string }) => Promise<WorkspaceEdit | null>,
  ): Promise<void> {
    this.#queue = this.#queue.then(() => this.#apply(draft, request));
    return this.#queue;
  }

  async #apply(
    draft: Uri,
    request: (textDocument: { readonly uri: string }) => Promise<WorkspaceEdit | null>,
  ): Promise<void> {
    try {
      // A draft that was closed in the meantime is reopened, because the server answers only about
      // open ones.
      await workspace.openTextDocument(draft);
      const edit = await request({ uri: this.#client.code2ProtocolConverter.asUri(draft) });
      if (edit !== null) await this.#files.store(edit, draft);
    } catch (error) {
      void window.showWarningMessage(error instanceof Error ? error.message : String(error));
    }
  }
}
