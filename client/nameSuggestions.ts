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
 * Opens the suggestion list while a name is typed. In Markdown the editor does not open it inside a word,
 * even for letters that a server declares as trigger characters, so the server is asked after each letter
 * whether it has a suggestion. Changing `editor.quickSuggestions` for Markdown would open the list in every word.
 */
export class NameSuggestions implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #typing: Disposable;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#typing = workspace.onDidChangeTextDocument((event) => {
      // The language client's own listener sends the change to the server and has to run first.
      setTimeout(() => void this.#suggest(event).catch(() => undefined), 0);
    });
  }

  dispose(): void {
    this.#typing.dispose();
  }

  async #suggest({
    document,
    contentChanges: [change, ...others],
  }: TextDocumentChangeEvent): Promise<void> {
    if (change === undefined || others.length > 0 || !/^\p{L}$/u.test(change.text)) return;
    const editor = window.activeTextEditor;
    if (editor?.document !== document || languages.match(DRAFT_SELECTOR, document) === 0) return;
    if (!this.#client.isRunning() || opensByItself(document)) return;
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

/** True if the reporter's settings open the list in every word. */
function opensByItself(document: TextDocumentChangeEvent['document']): boolean {
  const { other } = workspace
    .getConfiguration('editor', document)
    .get<{ readonly other?: unknown }>('quickSuggestions', {});
  return other === 'on' || other === true;
}
