import { type Disposable, LanguageStatusSeverity, languages } from 'vscode';
import { State } from 'vscode-languageclient/node';
import { DRAFTS } from './drafts.js';

/** One line beside the language in the status bar: does the desk read along? */
export class DeskStatus implements Disposable {
  readonly #item = languages.createLanguageStatusItem('copydesk.desk', DRAFTS);

  constructor() {
    this.#item.name = 'Copydesk';
    this.show(State.Stopped);
  }

  /** Shows what the server is doing. */
  show(state: State): void {
    this.#item.busy = state === State.Starting;
    this.#item.severity =
      state === State.StartFailed
        ? LanguageStatusSeverity.Error
        : LanguageStatusSeverity.Information;
    this.#item.text = TEXT[state];
    this.#item.command =
      state === State.Running || state === State.Starting
        ? { command: 'copydesk.showOutput', title: 'Show Output' }
        : { command: 'copydesk.restart', title: 'Restart' };
  }

  dispose(): void {
    this.#item.dispose();
  }
}

const TEXT: Readonly<Record<State, string>> = {
  [State.Starting]: 'Copydesk is starting',
  [State.Running]: 'Copydesk reads along',
  [State.Stopped]: 'Copydesk has stopped',
  [State.StartFailed]: 'Copydesk could not start',
};
