import {
  type Disposable,
  type TextDocumentChangeEvent,
  commands,
  languages,
  window,
  workspace,
} from 'vscode';
import { CompletionRequest, CompletionTriggerKind } from 'vscode-languageclient';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { DRAFT_SELECTOR } from './documentSelector.js';

/**
 * Opens the list of names while one is typed. The editor itself lists nothing inside words of Markdown,
 * whatever characters a server names, so the server is asked at each letter whether there is anything.
 */
export class NameSuggestions implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #typing: Disposable;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#typing = workspace.onDidChangeTextDocument((event) => {
      // The client tells the server of the change in a listener of its own, which has to go first.
      setTimeout(() => void this.#offer(event).catch(() => undefined), 0);
    });
  }

  dispose(): void {
    this.#typing.dispose();
  }

  async #offer({
    document,
    contentChanges: [change, ...others],
  }: TextDocumentChangeEvent): Promise<void> {
    if (change === undefined || others.length > 0 || !/^\p{L}$/u.test(change.text)) return;
    const editor = window.activeTextEditor;
    if (editor?.document !== document || languages.match(DRAFT_SELECTOR, document) === 0) return;
    if (!this.#client.isRunning() || listsByItself(document)) return;
    const { version } = document;
    const list = await this.#client.sendRequest(CompletionRequest.type, {
      textDocument: { uri: this.#client.code2ProtocolConverter.asUri(document.uri) },
      position: this.#client.code2ProtocolConverter.asPosition(
        change.range.start.translate(0, change.text.length),
      ),
      context: {
        triggerKind: CompletionTriggerKind.TriggerCharacter,
        triggerCharacter: change.text,
      },
    });
    const items = Array.isArray(list) ? list : list?.items;
    if (items === undefined || items.length === 0 || document.version !== version) return;
    await commands.executeCommand('editor.action.triggerSuggest', { auto: true });
  }
}

/** True where the reporter has the editor list what there is in every word. */
function listsByItself(document: TextDocumentChangeEvent['document']): boolean {
  const { other } = workspace
    .getConfiguration('editor', document)
    .get<{ readonly other?: unknown }>('quickSuggestions', {});
  return other === 'on' || other === true;
}
