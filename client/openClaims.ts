import {
  Disposable,
  OverviewRulerLane,
  Range,
  Selection,
  type Memento,
  type TextEditor,
  ThemeColor,
  type Uri,
  commands,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FactSheetRequest } from '../protocol/requests.js';
import { nextOpenClaim, openClaimsIn } from './claimOrder.js';
import { showDraft } from './navigation.js';
import type { CurrentDraft } from './views/currentDraft.js';

/**
 * The key under which the editor stores whether open claims are marked, which is also the context
 * key.
 */
const MARKS_OPEN_CLAIMS = 'copydesk.marksOpenClaims';

/**
 * Goes to the next undecided claim of a draft, and shows its hover. Shows a message if none is
 * left.
 */
export async function goToNextClaim(client: BaseLanguageClient, draft: Uri): Promise<void> {
  const textDocument = { uri: client.code2ProtocolConverter.asUri(draft) };
  const editor = await showDraft(draft);
  const sheet = await client.sendRequest(FactSheetRequest, { textDocument });
  const next = sheet === null ? undefined : nextOpenClaim(sheet, editor.selection.active);
  if (next === undefined) {
    const text =
      sheet === null || sheet.state.kind === 'checked'
        ? 'Nothing is left to check: somebody has decided on every claim.'
        : sheet.state.text;
    void window.showInformationMessage(text);
    return;
  }
  const { line, character } = next.entry.range.start;
  editor.selection = new Selection(line, character, line, character);
  editor.revealRange(editor.selection);
  const what = next.isSupported ? 'supported and not signed' : 'left to check';
  window.setStatusBarMessage(`Copydesk: ${next.left} ${what}`, SHOWN_MILLISECONDS);
  await commands.executeCommand('editor.action.showHover');
}

const SHOWN_MILLISECONDS = 5_000;

/** Marks the open claims of the current draft faintly, for reporters who turn that on. */
export class OpenClaimMarks implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #draft: CurrentDraft;
  readonly #memento: Memento;
  readonly #mark = window.createTextEditorDecorationType({
    borderStyle: 'dotted',
    borderWidth: '0 0 1px 0',
    borderColor: new ThemeColor('editorInlayHint.foreground'),
    overviewRulerColor: new ThemeColor('editorInlayHint.foreground'),
    overviewRulerLane: OverviewRulerLane.Left,
  });
  readonly #disposables: Disposable;
  /** Counts the requests, so that a late answer cannot replace a newer one. */
  #requests = 0;

  /** @param memento Stores for all folders whether they are marked. */
  constructor(client: BaseLanguageClient, draft: CurrentDraft, memento: Memento) {
    this.#client = client;
    this.#draft = draft;
    this.#memento = memento;
    this.#disposables = Disposable.from(
      this.#mark,
      draft.onDidChange(() => void this.#refresh()),
      window.onDidChangeVisibleTextEditors(() => void this.#refresh()),
      commands.registerCommand('copydesk.markOpenClaims', () => this.#turn(true)),
      commands.registerCommand('copydesk.unmarkOpenClaims', () => this.#turn(false)),
    );
    this.#showState();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  get #isOn(): boolean {
    return this.#memento.get<boolean>(MARKS_OPEN_CLAIMS) === true;
  }

  async #turn(isOn: boolean): Promise<void> {
    await this.#memento.update(MARKS_OPEN_CLAIMS, isOn);
    this.#showState();
    await this.#refresh();
  }

  /** The menu of the fact sheet offers to mark them, or to stop marking them. */
  #showState(): void {
    void commands.executeCommand('setContext', MARKS_OPEN_CLAIMS, this.#isOn);
  }

  /** If they are not marked, nothing is requested. */
  async #refresh(): Promise<void> {
    const ticket = ++this.#requests;
    const { uri, params } = this.#draft;
    const sheet =
      !this.#isOn || params === undefined
        ? null
        : await this.#client.sendRequest(FactSheetRequest, params).catch(() => null);
    if (ticket !== this.#requests) return;
    const ranges = (sheet === null ? [] : openClaimsIn(sheet)).map(
      ({ range: { start, end } }) =>
        new Range(start.line, start.character, end.line, end.character),
    );
    const isShown = ({ document }: TextEditor): boolean =>
      document.uri.toString() === uri?.toString();
    for (const editor of window.visibleTextEditors)
      editor.setDecorations(this.#mark, isShown(editor) ? ranges : []);
  }
}
