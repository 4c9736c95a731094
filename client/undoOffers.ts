import { Disposable, Selection, Uri, commands, window, workspace } from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit } from 'vscode-languageclient';
import { STORE_DECISION } from '../protocol/capabilityConstants.js';
import type { Decision, UndoOffer } from '../protocol/decisions.js';
import { TakeBackRequest } from '../protocol/requests.js';
import type { DecisionFiles } from './decisionFiles.js';

/** The maximum number of offers; nobody undoes more than these one by one. */
const MOST_OFFERS = 100;

/**
 * Stores decisions of quick fixes in other files than the draft, and offers Undo, in a notification
 * and as a command. The editor's own undo would only reach the file in which the cursor is.
 */
export class UndoOffers implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #files: DecisionFiles;
  readonly #commands: Disposable;
  /** The latest is last. */
  #offers: readonly UndoOffer[] = [];

  constructor(client: BaseLanguageClient, files: DecisionFiles) {
    this.#client = client;
    this.#files = files;
    this.#commands = Disposable.from(
      commands.registerCommand(STORE_DECISION, (edit: WorkspaceEdit, offer?: UndoOffer) =>
        this.#store(edit, offer),
      ),
      commands.registerCommand('copydesk.undoDecision', () => this.#undo(this.#offers.at(-1))),
    );
  }

  /**
   * Takes back decisions about a draft, and shows a message if nothing is left of them. Does not
   * reject.
   */
  async takeBack(draft: Uri, decisions: readonly Decision[]): Promise<void> {
    try {
      // A draft that was closed in the meantime is reopened, because the server answers only about
      // open ones.
      await workspace.openTextDocument(draft);
      const uri = this.#client.code2ProtocolConverter.asUri(draft);
      const params = { textDocument: { uri }, decisions };
      const edit = await this.#client.sendRequest(TakeBackRequest, params);
      if (edit !== null) await this.#files.store(edit, draft);
    } catch (error) {
      void window.showInformationMessage(error instanceof Error ? error.message : String(error));
    }
  }

  dispose(): void {
    this.#commands.dispose();
  }

  /** Does not reject. */
  async #store(edit: WorkspaceEdit, offer: UndoOffer | undefined): Promise<void> {
    try {
      await this.#files.store(edit);
      if (offer !== undefined) await this.#offer(offer);
    } catch (error) {
      void window.showWarningMessage(error instanceof Error ? error.message : String(error));
    }
  }

  async #offer(offer: UndoOffer): Promise<void> {
    this.#keep([...this.#offers, offer].slice(-MOST_OFFERS));
    const { place, message } = offer;
    if (place !== undefined) await showLine(Uri.parse(place.uri, true), place.line);
    const undo = 'Undo';
    // The notification may stay for a long time, and nothing waits for it.
    void window.showInformationMessage(message, undo).then((answer) => {
      if (answer === undo) void this.#undo(offer);
    });
  }

  async #undo(offer: UndoOffer | undefined): Promise<void> {
    if (offer === undefined || !this.#offers.includes(offer)) {
      void window.showInformationMessage('There is nothing to undo.');
      return;
    }
    this.#keep(this.#offers.filter((other) => other !== offer));
    await this.takeBack(Uri.parse(offer.draft, true), offer.decisions);
  }

  #keep(offers: readonly UndoOffer[]): void {
    this.#offers = offers;
    void commands.executeCommand('setContext', 'copydesk.canUndo', offers.length > 0);
  }
}

/** Opens a file with the cursor at the end of a line (1-based). */
async function showLine(uri: Uri, line: number): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const { end } = document.lineAt(Math.min(line, document.lineCount) - 1).range;
  await window.showTextDocument(document, { preview: false, selection: new Selection(end, end) });
}
