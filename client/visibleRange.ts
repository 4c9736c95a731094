import { type Disposable, type TextEditor, languages, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { VisibleRangeNotification } from '../protocol/requests.js';
import { DRAFT_SELECTOR } from './documentSelector.js';

/** Longer than the pauses while someone scrolls. */
const SCROLLING_MILLISECONDS = 200;

/**
 * Sends the server the visible range of a draft, which is read first; in a very long draft, only
 * the text around it is checked.
 */
export class VisibleRangeNotifier implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #scrolling: Disposable;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#scrolling = window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => this.#send(textEditor), SCROLLING_MILLISECONDS);
    });
  }

  dispose(): void {
    clearTimeout(this.#pause);
    this.#scrolling.dispose();
  }

  #send({ document, visibleRanges: [range] }: TextEditor): void {
    if (range === undefined || !this.#client.isRunning()) return;
    if (languages.match(DRAFT_SELECTOR, document) === 0 || document.isClosed) return;
    const { code2ProtocolConverter } = this.#client;
    void this.#client.sendNotification(VisibleRangeNotification, {
      textDocument: { uri: code2ProtocolConverter.asUri(document.uri) },
      range: code2ProtocolConverter.asRange(range),
    });
  }
}
