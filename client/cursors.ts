import {
  Disposable,
  type Position,
  type TextDocument,
  type TextEditor,
  languages,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CursorsNotification } from '../protocol/requests.js';
import { DRAFT_SELECTOR } from './documentSelector.js';

/**
 * Sends the server the cursors of the active draft, so that it knows which sentence the reporter is
 * writing.
 */
export class CursorsNotifier implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #disposables: Disposable;
  /** The document that was active last. */
  #active: TextDocument | undefined;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#active = window.activeTextEditor?.document;
    this.#disposables = Disposable.from(
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === window.activeTextEditor) this.#sendCursors(textEditor);
      }),
      window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
    );
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #follow(editor: TextEditor | undefined): void {
    const left = this.#active;
    this.#active = editor?.document;
    if (left !== undefined && left !== editor?.document) this.#send(left, []);
    if (editor !== undefined) this.#sendCursors(editor);
  }

  #sendCursors({ document, selections }: TextEditor): void {
    this.#send(
      document,
      selections.map(({ active }) => active),
    );
  }

  #send(document: TextDocument, cursors: readonly Position[]): void {
    if (!this.#client.isRunning() || document.isClosed) return;
    if (languages.match(DRAFT_SELECTOR, document) === 0) return;
    const { code2ProtocolConverter } = this.#client;
    void this.#client.sendNotification(CursorsNotification, {
      textDocument: { uri: code2ProtocolConverter.asUri(document.uri) },
      positions: cursors.map((cursor) => code2ProtocolConverter.asPosition(cursor)),
    });
  }
}
