import {
  Disposable,
  EventEmitter,
  type TextDocument,
  type TextEditor,
  type Uri,
  commands,
  languages,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type DraftState, DraftCheckedNotification } from '../../protocol/requests.js';
import { DRAFT_SELECTOR } from '../documentSelector.js';

/**
 * The draft that the views show: the last one that was active. It stays current while the reporter reads a
 * source or another file, until it is closed.
 */
export class CurrentDraft implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #client: BaseLanguageClient;
  readonly #disposables: Disposable;
  /** The last state of each open Markdown document; `null` for one that is not a draft. */
  readonly #states = new Map<string, DraftState | null>();
  #uri: Uri | undefined;

  /** Fires when another draft becomes current, and when a draft was checked. */
  readonly onDidChange = this.#changed.event;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#disposables = Disposable.from(
      client.onNotification(DraftCheckedNotification, ({ uri, draft }) =>
        this.#checked(client.protocol2CodeConverter.asUri(uri), draft),
      ),
      window.onDidChangeActiveTextEditor((editor) => this.#followEditor(editor)),
      workspace.onDidCloseTextDocument((document) => this.#close(document)),
    );
  }

  /** The URI of the draft; `undefined` if no draft is open. */
  get uri(): Uri | undefined {
    return this.#uri;
  }

  /** The state of the draft; `undefined` if no draft is open. */
  get state(): DraftState | undefined {
    return this.stateOf(this.#uri) ?? undefined;
  }

  /** The parameters of requests about the draft; `undefined` if no draft is open. */
  get params(): { readonly textDocument: { readonly uri: string } } | undefined {
    if (this.#uri === undefined) return undefined;
    return { textDocument: { uri: this.#client.code2ProtocolConverter.asUri(this.#uri) } };
  }

  /**
   * The state of a document; `null` if it is not a draft, `undefined` if it has not been checked
   * yet.
   */
  stateOf(uri: Uri | undefined): DraftState | null | undefined {
    return uri === undefined ? undefined : this.#states.get(uri.toString());
  }

  /** Makes a draft the current one. */
  select(uri: Uri): void {
    if (!this.#isDraft(uri) || uri.toString() === this.#uri?.toString()) return;
    this.#uri = uri;
    this.#fireChange();
  }

  /** Forgets all states, because their server has stopped. */
  reset(): void {
    this.#states.clear();
    this.#uri = undefined;
    this.#fireChange();
  }

  dispose(): void {
    this.#disposables.dispose();
    this.#changed.dispose();
  }

  /** Also enables or disables the commands that need a draft. */
  #fireChange(): void {
    void commands.executeCommand('setContext', 'copydesk.hasDraft', this.#uri !== undefined);
    this.#changed.fire();
  }

  #isDraft(uri: Uri): boolean {
    return (this.stateOf(uri) ?? null) !== null;
  }

  #checked(uri: Uri, state: DraftState | null): void {
    const key = uri.toString();
    this.#states.set(key, state);
    const active = window.activeTextEditor?.document.uri.toString();
    if (state !== null && (this.#uri === undefined || active === key)) this.#uri = uri;
    if (state === null && this.#uri?.toString() === key) this.#uri = undefined;
    this.#fireChange();
  }

  #followEditor(editor: TextEditor | undefined): void {
    if (editor !== undefined && languages.match(DRAFT_SELECTOR, editor.document) > 0) {
      const { uri } = editor.document;
      if (this.#isDraft(uri)) this.#uri = uri;
    }
    this.#fireChange();
  }

  #close({ uri }: TextDocument): void {
    const key = uri.toString();
    this.#states.delete(key);
    if (this.#uri?.toString() !== key) return;
    this.#uri = undefined;
    this.#fireChange();
  }
}
