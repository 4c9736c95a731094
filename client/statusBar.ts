import {
  Disposable,
  StatusBarAlignment,
  type TextEditor,
  ThemeColor,
  languages,
  window,
} from 'vscode';
import {
  State,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from 'vscode-languageclient';
import type { DraftState, ReadersStarted } from '../protocol/requests.js';
import type { CurrentDraft } from './views/currentDraft.js';
import { DRAFT_SELECTOR } from './documentSelector.js';
import { statusOf } from './draftStatus.js';

/**
 * Shows in the status bar the state of the server, the findings in the active draft and what is
 * left to check; a click opens the fact sheet. Hidden for other kinds of documents.
 */
export class StatusBar implements Disposable {
  readonly #draft: CurrentDraft;
  readonly #item = window.createStatusBarItem('copydesk.status', StatusBarAlignment.Right, 100);
  readonly #disposables: Disposable;
  #server = State.Stopped;
  /** “12 of 63” while sources are indexed. */
  #progress: string | undefined;
  /** Which engine runs the readers, as a sentence; empty before the server has reported it. */
  #engine = '';

  constructor(draft: CurrentDraft) {
    this.#draft = draft;
    this.#item.name = 'Copydesk';
    this.#disposables = Disposable.from(
      this.#item,
      draft.onDidChange(() => this.#render()),
    );
    this.#render();
  }

  /** Shows the state of the server. */
  showState(state: State): void {
    this.#server = state;
    if (state !== State.Running) {
      this.#progress = undefined;
      this.#engine = '';
    }
    this.#render();
  }

  /** Shows the progress of indexing, the only progress that the server reports. */
  showProgress(
    progress: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd,
  ): void {
    this.#progress = progress.kind === 'end' ? undefined : (progress.message ?? '');
    this.#render();
  }

  /** Adds the engine that runs the readers to the state of a draft. */
  showEngine({ engine }: ReadersStarted): void {
    this.#engine = engine;
    this.#render();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #render(): void {
    const editor = window.activeTextEditor;
    if (editor === undefined || languages.match(DRAFT_SELECTOR, editor.document) === 0) {
      this.#item.hide();
      return;
    }
    const { text, tooltip, command, isWarning } = this.#contentFor(editor);
    this.#item.text = text;
    this.#item.tooltip = tooltip;
    this.#item.command = command;
    this.#item.accessibilityInformation = { label: `Copydesk: ${tooltip}` };
    this.#item.backgroundColor = isWarning
      ? new ThemeColor('statusBarItem.warningBackground')
      : undefined;
    this.#item.show();
  }

  #contentFor({ document }: TextEditor): Content {
    switch (this.#server) {
      case State.Starting:
        return busy('Starting…');
      case State.Stopped:
        return warning('Stopped. Click to restart.');
      case State.StartFailed:
        return warning('Could not start. Click to try again.');
      case State.Running: {
        if (this.#progress !== undefined) {
          return busy(
            this.#progress === '' ? 'Indexing sources…' : `Indexing sources: ${this.#progress}…`,
          );
        }
        const state = this.#draft.stateOf(document.uri);
        if (state === undefined) return busy('Checking…');
        return state === null ? NOT_CHECKED : contentOf(state, this.#engine);
      }
    }
  }
}

interface Content {
  readonly text: string;
  readonly tooltip: string;
  readonly command: string;
  readonly isWarning: boolean;
}

const NOT_CHECKED: Content = {
  text: '$(book) Copydesk',
  tooltip: 'Not checked: this file is a source, or checking is turned off.',
  command: 'copydesk.showFactSheet',
  isWarning: false,
};

function busy(tooltip: string): Content {
  return {
    text: '$(loading~spin) Copydesk',
    tooltip,
    command: 'copydesk.showOutput',
    isWarning: false,
  };
}

function warning(tooltip: string): Content {
  return { text: '$(warning) Copydesk', tooltip, command: 'copydesk.restart', isWarning: true };
}

function contentOf(state: DraftState, engine: string): Content {
  return { ...statusOf(state, engine), command: 'copydesk.showFactSheet', isWarning: false };
}
