import {
  Disposable,
  EventEmitter,
  type QuickPickItem,
  Range,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type Webview,
  type WebviewView,
  type WebviewViewProvider,
  commands,
  env,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  CHECK_CLAIM,
  type ClaimDecision,
  FIND_IN_SOURCES,
  SECOND_OPINION,
} from '../../protocol/capabilityConstants.js';
import { webPageOf } from '../../protocol/evidencePlace.js';
import type {
  FactSheet,
  FactSheetEvidence,
  NoteEntry,
  SignableEntry,
} from '../../protocol/factSheet.js';
import { FactSheetRequest } from '../../protocol/requests.js';
import { isSamePassage } from '../../protocol/signOff.js';
import type { CheckedEntry } from '../checkClaim.js';
import { SIGN_OFF_FILE } from '../documentSelector.js';
import { readingProgress } from '../draftStatus.js';
import { openSourceToSide, showDraft, sourcePlace } from '../navigation.js';
import { playRecording } from '../recordings.js';
import type { SignOffs } from '../signOffs.js';
import type { UndoOffers } from '../undoOffers.js';
import type { CurrentDraft } from './currentDraft.js';
import { withEvidence } from './entryText.js';
import {
  type FactSheetFilter,
  type SheetGroup,
  type SheetRow,
  sheetGroups,
} from './sheetGroups.js';
import { sheetHtml } from './sheetHtml.js';
import type { FromSheet, ToSheet } from './sheetMessages.js';
import { sheetPage } from './sheetPage.js';
import { WELCOME_COMMANDS } from './sheetWelcome.js';

/** How long a page may take to copy a table to the clipboard, in milliseconds. */
const COPY_MILLISECONDS = 2_000;

/**
 * The fact sheet of the current draft: entries to be corrected, open notes, statements and quotes
 * grouped by verdict, each with its evidence, the names, and the dismissed findings.
 */
export class FactSheetView implements WebviewViewProvider, Disposable {
  readonly #client: BaseLanguageClient;
  readonly #draft: CurrentDraft;
  readonly #undoOffers: UndoOffers;
  readonly #signOffs: SignOffs;
  readonly #extension: Uri;
  readonly #changed = new EventEmitter<undefined>();
  readonly #disposables: Disposable;
  #view: WebviewView | undefined;
  #sheet: FactSheet | null = null;
  /** The draft of the sheet. */
  #shown: Uri | undefined;
  #filter: FactSheetFilter = 'all';
  #offersOpinions = false;
  /** The row that has the focus. */
  #focused: string | undefined;
  /** Counts the requests, so that a late answer cannot replace a newer one. */
  #requests = 0;
  #copied: (isCopied: boolean) => void = () => undefined;

  /** Fires when the view shows another entry. */
  readonly onDidChange = this.#changed.event;

  /** @param extension The folder of the extension. */
  constructor(
    client: BaseLanguageClient,
    draft: CurrentDraft,
    undoOffers: UndoOffers,
    signOffs: SignOffs,
    extension: Uri,
  ) {
    this.#client = client;
    this.#draft = draft;
    this.#undoOffers = undoOffers;
    this.#signOffs = signOffs;
    this.#extension = extension;
    const signOffFiles = workspace.createFileSystemWatcher(`**/${SIGN_OFF_FILE}`);
    this.#disposables = Disposable.from(
      this.#changed,
      window.registerWebviewViewProvider('copydesk.factSheet', this),
      draft.onDidChange(() => void this.#refresh()),
      commands.registerCommand('copydesk.showFactSheet', (uri?: unknown) => this.#show(uri)),
      commands.registerCommand('copydesk.goToStatement', ({ draft: uri, entry }: DraftPlace) =>
        showDraft(uri, entry.range),
      ),
      commands.registerCommand('copydesk.goToNote', () => this.#goToNote()),
      signOffFiles,
      signOffFiles.onDidCreate(() => void this.#refresh()),
      signOffFiles.onDidChange(() => void this.#refresh()),
      signOffFiles.onDidDelete(() => void this.#refresh()),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.path.endsWith(`/${SIGN_OFF_FILE}`)) void this.#refresh();
      }),
    );
  }

  resolveWebviewView(view: WebviewView): void {
    this.#view = view;
    const resources = Uri.joinPath(this.#extension, 'dist');
    view.webview.options = { enableScripts: true, localResourceRoots: [resources] };
    view.webview.onDidReceiveMessage((message: FromSheet) => this.#receive(message));
    view.onDidChangeVisibility(() => void this.#refresh());
    view.onDidDispose(() => {
      if (this.#view === view) [this.#view, this.#focused] = [undefined, undefined];
    });
    view.webview.html = pageOf(view.webview, resources);
    void this.#refresh();
  }

  /** The groups that are shown. */
  get groups(): readonly SheetGroup[] {
    return this.#sheet === null ? [] : sheetGroups(this.#sheet, this.#filter);
  }

  /** The content of the page. */
  get html(): string {
    const progress =
      this.#sheet === null ? '' : readingProgress(this.#draft.state ?? { unread: 0 });
    return sheetHtml({
      sheet: this.#sheet ?? undefined,
      groups: this.groups,
      filter: this.#filter,
      progress,
      offersOpinions: this.#offersOpinions,
    });
  }

  /** The entry whose row has the focus, if it can be signed. */
  focused(): CheckedEntry | undefined {
    const row = this.#rowWith(this.#focused ?? '');
    return row && this.#checked(row);
  }

  /**
   * Copies a table to the clipboard in both formats, which only a page can do. False if it failed;
   * then the caller copies the text.
   */
  async copyTable(html: string, text: string): Promise<boolean> {
    await commands.executeCommand('copydesk.factSheet.focus');
    const copied = new Promise<boolean>((resolve) => {
      this.#copied = resolve;
      setTimeout(() => resolve(false), COPY_MILLISECONDS);
    });
    this.#post({ type: 'copy', html, text });
    return copied;
  }

  /** Does what a click in the view does. Does not reject. */
  async act({
    act,
    id,
    list,
    index = -1,
  }: Omit<FromSheet & { readonly type: 'act' }, 'type'>): Promise<void> {
    const row = this.#rowWith(id);
    const draft = this.#shown;
    if (row === undefined || draft === undefined) return;
    const { entry } = row;
    const passage = passageOf(row, list, index);
    switch (act) {
      case 'reveal':
        return revealInDraft(draft, entry.range);
      case 'go':
        await showDraft(draft, entry.range);
        return;
      case 'tick':
        return this.#decide(row, isOpen(entry) ? 'checked' : 'reopened');
      case 'check':
        return this.#decide(row, 'checked');
      case 'note':
        return this.#decide(row, 'noted');
      case 'reject':
        return this.#decide(row, 'rejected');
      case 'reopen':
        return this.#decide(row, 'reopened');
      case 'find':
        await commands.executeCommand(FIND_IN_SOURCES, this.#checked(row));
        return;
      case 'opinion':
        await commands.executeCommand(SECOND_OPINION, this.#checked(row));
        return;
      case 'fix':
        await showDraft(draft, entry.range);
        await commands.executeCommand('editor.action.quickFix');
        return;
      case 'copy':
        await env.clipboard.writeText(withEvidence(entry, row.group));
        return;
      case 'restore':
        return 'decisions' in entry ? this.#undoOffers.takeBack(draft, entry.decisions) : undefined;
      case 'open':
        return passage && openPassage(passage, draft);
      case 'play':
        if (passage !== undefined && 'recording' in passage) playRecording(passage.recording);
        return;
      case 'tie':
      case 'untie':
        return passage && this.#tie(row, passage, act === 'tie');
    }
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #receive(message: FromSheet): Promise<void> {
    switch (message.type) {
      case 'ready':
        return this.#refresh();
      case 'focus':
        this.#focused = message.id;
        return;
      case 'act':
        return this.act(message);
      case 'filter':
        this.setFilter(message.filter);
        return;
      case 'command':
        if (WELCOME_COMMANDS.has(message.command)) await commands.executeCommand(message.command);
        return;
      case 'copied':
        this.#copied(message.isCopied);
    }
  }

  /** Shows the sheet again, with or without an offer to ask the reporter's own model. */
  async offerOpinions(isOffered: boolean): Promise<void> {
    this.#offersOpinions = isOffered;
    await this.#refresh();
  }

  /** Shows other entries. */
  setFilter(filter: FactSheetFilter): void {
    this.#filter = filter;
    this.#render();
  }

  /** The code lens passes the URI of its draft, which may not be in the active editor. */
  async #show(uri: unknown): Promise<void> {
    if (typeof uri === 'string') this.#draft.select(Uri.parse(uri, true));
    await commands.executeCommand('copydesk.factSheet.focus');
  }

  /** A hidden view sends no requests. */
  async #refresh(): Promise<void> {
    if (this.#view?.visible !== true) return;
    const ticket = ++this.#requests;
    const { uri } = this.#draft;
    const sheet = await this.#requestSheet();
    if (ticket !== this.#requests) return;
    [this.#sheet, this.#shown] = [sheet, uri];
    this.#render();
  }

  #render(): void {
    this.#post({ type: 'show', html: this.html });
    this.#changed.fire(undefined);
  }

  #post(message: ToSheet): void {
    void this.#view?.webview.postMessage(message);
  }

  async #requestSheet(): Promise<FactSheet | null> {
    const { params } = this.#draft;
    if (params === undefined) return null;
    // A server that is stopping does not answer; the status bar shows that.
    return this.#client.sendRequest(FactSheetRequest, params).catch(() => null);
  }

  #rowWith(id: string): SheetRow | undefined {
    return this.groups.flatMap(({ rows }) => rows).find((row) => row.id === id);
  }

  #checked({ entry }: SheetRow): CheckedEntry | undefined {
    const draft = this.#shown;
    return draft !== undefined && 'signOff' in entry ? { draft, entry } : undefined;
  }

  async #decide(row: SheetRow, decision: ClaimDecision): Promise<void> {
    const checked = this.#checked(row);
    if (checked !== undefined) await commands.executeCommand(CHECK_CLAIM, checked, decision);
    await this.#refresh();
  }

  /** Uses a passage as evidence, or stops using it. */
  async #tie(row: SheetRow, passage: FactSheetEvidence, isUsed: boolean): Promise<void> {
    const checked = this.#checked(row);
    if (checked === undefined) return;
    const { draft, entry } = checked;
    const others = (entry.signOff.evidence ?? []).filter((one) => !isSamePassage(one, passage));
    await this.#signOffs.tie(draft, entry, isUsed ? [...others, passage] : others);
    await this.#refresh();
  }

  /** Asks which placeholder or open note of the current draft to go to. */
  async #goToNote(): Promise<void> {
    const { uri } = this.#draft;
    const notes = (await this.#requestSheet())?.notes ?? [];
    if (uri === undefined || notes.length === 0) {
      void window.showInformationMessage('No TK or open note is left in this draft.');
      return;
    }
    const pick = await window.showQuickPick(notes.map(pickOfNote), {
      title: `TK and Open Notes (${notes.length})`,
      placeHolder: 'Which one do you want to go to?',
      matchOnDetail: true,
    });
    if (pick !== undefined) await showDraft(uri, pick.note.range);
  }
}

function pageOf(webview: Webview, resources: Uri): string {
  const uriOf = (name: string): string =>
    webview.asWebviewUri(Uri.joinPath(resources, name)).toString();
  return sheetPage(webview.cspSource, uriOf('factSheet.css'), uriOf('factSheet.js'));
}

function isOpen(entry: SheetRow['entry']): boolean {
  return 'signOff' in entry && entry.signOff.signatures.length === 0;
}

/** A passage of a row. */
function passageOf(
  { entry }: SheetRow,
  list: 'chosen' | 'evidence' | undefined,
  index: number,
): FactSheetEvidence | undefined {
  if (list === 'chosen') return 'signOff' in entry ? entry.signOff.evidence?.[index] : undefined;
  return list === 'evidence' && 'evidence' in entry ? entry.evidence[index] : undefined;
}

async function openPassage(passage: FactSheetEvidence, draft: Uri): Promise<void> {
  const { uri, line, text } = passage;
  const page = webPageOf(passage);
  if (page !== undefined) await env.openExternal(Uri.parse(page, true));
  const place = sourcePlace(uri, line, text);
  if (place !== undefined) await openSourceToSide(place, draft);
}

/** Shows words of a draft without moving the focus. */
async function revealInDraft(uri: Uri, { start, end }: SignableEntry['range']): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const shown = window.visibleTextEditors.find((editor) => editor.document === document);
  const selection = new Range(start.line, start.character, end.line, end.character);
  const editor = await window.showTextDocument(document, {
    viewColumn: shown?.viewColumn ?? ViewColumn.One,
    preserveFocus: true,
    selection,
  });
  editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
}

function pickOfNote(note: NoteEntry): QuickPickItem & { readonly note: NoteEntry } {
  const { text, range, sentence } = note;
  const description = `line ${range.start.line + 1}`;
  return { label: text, description, detail: sentence, note };
}

/** A place in a draft that a row of a view represents. */
interface DraftPlace {
  readonly draft: Uri;
  readonly entry: Pick<SignableEntry, 'range'>;
}
