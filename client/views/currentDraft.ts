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
 * The draft that the views are about: the one that was last looked at. It stays while the reporter
 * reads a source or another file, until it is closed.
 */
export class CurrentDraft implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #client: BaseLanguageClient;
  readonly #listening: Disposable;
  /** What the server said last of each open Markdown document; `null` of one that is no draft. */
  readonly #states = new Map<string, DraftState | null>();
  #uri: Uri | undefined;

  /** Fires when another draft is the current one, and when it was checked anew. */
  readonly onDidChange = this.#changed.event;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#listening = Disposable.from(
      client.onNotification(DraftCheckedNotification, ({ uri, draft }) =>
        this.#checked(client.protocol2CodeConverter.asUri(uri), draft),
      ),
      window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      workspace.onDidCloseTextDocument((document) => this.#close(document)),
    );
  }

  /** Where it is; `undefined` where no draft is open. */
  get uri(): Uri | undefined {
    return this.#uri;
  }

  /** How it stands; `undefined` where no draft is open. */
  get state(): DraftState | undefined {
    return this.stateOf(this.#uri) ?? undefined;
  }

  /** As the server names it in requests; `undefined` where no draft is open. */
  get params(): { readonly textDocument: { readonly uri: string } } | undefined {
    if (this.#uri === undefined) return undefined;
    return { textDocument: { uri: this.#client.code2ProtocolConverter.asUri(this.#uri) } };
  }

  /** How a document stands; `null` where it is no draft, `undefined` where that is not known yet. */
  stateOf(uri: Uri | undefined): DraftState | null | undefined {
    return uri === undefined ? undefined : this.#states.get(uri.toString());
  }

  /** Makes the draft at an address the current one. */
  choose(uri: Uri): void {
    if (!this.#isDraft(uri) || uri.toString() === this.#uri?.toString()) return;
    this.#uri = uri;
    this.#tell();
  }

  /** Forgets what a server said that is gone. */
  reset(): void {
    this.#states.clear();
    this.#uri = undefined;
    this.#tell();
  }

  dispose(): void {
    this.#listening.dispose();
    this.#changed.dispose();
  }

  /** Commands that need a draft are offered where there is one. */
  #tell(): void {
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
    this.#tell();
  }

  #follow(editor: TextEditor | undefined): void {
    if (editor !== undefined && languages.match(DRAFT_SELECTOR, editor.document) > 0) {
      const { uri } = editor.document;
      if (this.#isDraft(uri)) this.#uri = uri;
    }
    this.#tell();
  }

  #close({ uri }: TextDocument): void {
    const key = uri.toString();
    this.#states.delete(key);
    if (this.#uri?.toString() !== key) return;
    this.#uri = undefined;
    this.#tell();
  }
}
