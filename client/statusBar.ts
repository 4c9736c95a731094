import {
  Disposable,
  StatusBarAlignment,
  type TextEditor,
  ThemeColor,
  l10n,
  languages,
  window,
} from 'vscode';
import {
  State,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from 'vscode-languageclient';
import type { DraftState } from '../protocol/requests.js';
import type { CurrentDraft } from './views/currentDraft.js';
import { DRAFT_SELECTOR } from './documentSelector.js';

/**
 * What the desk does and how many findings the draft in the active editor has, in the status bar; a
 * click leads to the fact sheet. Nothing is shown beside other kinds of documents.
 */
export class StatusBar implements Disposable {
  readonly #draft: CurrentDraft;
  readonly #item = window.createStatusBarItem('copydesk.status', StatusBarAlignment.Right, 100);
  readonly #listening: Disposable;
  #server = State.Stopped;
  /** “12 of 63” while sources are learned. */
  #learned: string | undefined;

  constructor(draft: CurrentDraft) {
    this.#draft = draft;
    this.#item.name = 'Copydesk';
    this.#listening = Disposable.from(
      this.#item,
      draft.onDidChange(() => this.#render()),
    );
    this.#render();
  }

  /** Shows what the server is doing. */
  show(state: State): void {
    this.#server = state;
    if (state !== State.Running) this.#learned = undefined;
    this.#render();
  }

  /** Shows how far the server is in learning sources, the one thing that it tells its progress in. */
  learn(progress: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd): void {
    this.#learned = progress.kind === 'end' ? undefined : (progress.message ?? '');
    this.#render();
  }

  dispose(): void {
    this.#listening.dispose();
  }

  #render(): void {
    const editor = window.activeTextEditor;
    if (editor === undefined || languages.match(DRAFT_SELECTOR, editor.document) === 0) {
      this.#item.hide();
      return;
    }
    const { text, tooltip, command, isWrong } = this.#told(editor);
    this.#item.text = text;
    this.#item.tooltip = tooltip;
    this.#item.command = command;
    this.#item.accessibilityInformation = { label: `Copydesk: ${tooltip}` };
    this.#item.backgroundColor = isWrong
      ? new ThemeColor('statusBarItem.warningBackground')
      : undefined;
    this.#item.show();
  }

  #told({ document }: TextEditor): Told {
    switch (this.#server) {
      case State.Starting:
        return calm('$(loading~spin) Copydesk', l10n.t('starting'), 'copydesk.showOutput');
      case State.Stopped:
        return wrong(l10n.t('has stopped; click to restart'));
      case State.StartFailed:
        return wrong(l10n.t('could not start; click to try again'));
      case State.Running: {
        if (this.#learned !== undefined) {
          const told = l10n.t('learning from your sources {0}', this.#learned);
          return calm('$(loading~spin) Copydesk', told.trim(), 'copydesk.showOutput');
        }
        const state = this.#draft.stateOf(document.uri);
        if (state === undefined) {
          return calm('$(loading~spin) Copydesk', l10n.t('reading'), 'copydesk.showOutput');
        }
        if (state === null) {
          const why = l10n.t('one of your sources, or not to be checked');
          return calm('$(book) Copydesk', why, 'copydesk.showFactSheet');
        }
        return toldOf(state);
      }
    }
  }
}

interface Told {
  readonly text: string;
  readonly tooltip: string;
  readonly command: string;
  readonly isWrong: boolean;
}

function calm(text: string, tooltip: string, command: string): Told {
  return { text, tooltip, command, isWrong: false };
}

function wrong(tooltip: string): Told {
  return { text: '$(warning) Copydesk', tooltip, command: 'copydesk.restart', isWrong: true };
}

/** Hints are in the tooltip alone: most are names that the sources do not know. */
function toldOf({ findings, isCovered }: DraftState): Told {
  const { error, warning, information, hint } = findings;
  const count = error + warning + information;
  const counts = l10n.t(
    'errors: {0}, warnings: {1}, notes: {2}, hints: {3}. Click for the fact sheet.',
    error,
    warning,
    information,
    hint,
  );
  const tooltip = isCovered ? counts : `${l10n.t('No source covers this draft.')} ${counts}`;
  const allWell = isCovered ? '$(pass) Copydesk' : '$(circle-slash) Copydesk';
  const text = count === 0 ? allWell : `$(checklist) Copydesk: ${count}`;
  return calm(text, tooltip, 'copydesk.showFactSheet');
}
