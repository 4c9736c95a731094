import {
  Disposable,
  EventEmitter,
  Position,
  type QuickPickItem,
  Range,
  TreeItemCheckboxState,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  Uri,
  commands,
  env,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { CheckState, CheckStateKind } from '../../protocol/checkState.js';
import { SIGN_CLAIM } from '../../protocol/capabilityConstants.js';
import { FactSheetRequest } from '../../protocol/requests.js';
import type {
  DismissedEntry,
  FactSheet,
  NoteEntry,
  SheetEntry,
  SignableEntry,
} from '../../protocol/factSheet.js';
import type { UndoOffers } from '../undoOffers.js';
import { showDraft } from '../navigation.js';
import { SIGN_OFF_FILE } from '../documentSelector.js';
import { readingProgress } from '../draftStatus.js';
import type { CurrentDraft } from './currentDraft.js';
import { FILTER_TITLES, type FactSheetFilter, askForFilter } from './factSheetFilter.js';
import type { SignOffs } from './signOffs.js';
import {
  ADD_SOURCE,
  type Entry,
  type Group,
  type Node,
  childrenOf,
  groupsOf,
  itemOf,
} from './factSheetRows.js';
import { withEvidence } from './entryText.js';

/**
 * The fact sheet of the current draft: the open notes, statements and quotes grouped by verdict, each with its evidence,
 * the names, and what the reporter dismissed.
 */
export class FactSheetView implements TreeDataProvider<Node>, Disposable {
  readonly #client: BaseLanguageClient;
  readonly #draft: CurrentDraft;
  readonly #changed = new EventEmitter<undefined>();
  readonly #view: TreeView<Node>;
  readonly #disposables: Disposable;
  #groups: readonly Group[] = [];
  /** True if no source covers the draft. */
  #lacksSources = false;
  #filter: FactSheetFilter = 'all';
  /** Counts the requests, so that a late answer cannot replace a newer one. */
  #requests = 0;

  readonly onDidChangeTreeData = this.#changed.event;

  readonly #undoOffers: UndoOffers;
  readonly #signOffs: SignOffs;

  constructor(
    client: BaseLanguageClient,
    draft: CurrentDraft,
    undoOffers: UndoOffers,
    signOffs: SignOffs,
  ) {
    this.#client = client;
    this.#draft = draft;
    this.#undoOffers = undoOffers;
    this.#signOffs = signOffs;
    this.#view = window.createTreeView('copydesk.factSheet', {
      treeDataProvider: this,
      showCollapseAll: true,
      manageCheckboxStateManually: true,
    });
    const signOffFiles = workspace.createFileSystemWatcher(`**/${SIGN_OFF_FILE}`);
    this.#disposables = Disposable.from(
      this.#view,
      this.#changed,
      draft.onDidChange(() => void this.refresh()),
      this.#view.onDidChangeVisibility(() => void this.refresh()),
      commands.registerCommand('copydesk.showFactSheet', (uri?: unknown) => this.#show(uri)),
      commands.registerCommand('copydesk.goToStatement', (place: DraftPlace) => goTo(place)),
      commands.registerCommand('copydesk.fixStatement', (node: Entry) => fix(node)),
      commands.registerCommand('copydesk.copyWithEvidence', (node: Entry) =>
        env.clipboard.writeText(withEvidence(node.entry, node.group)),
      ),
      commands.registerCommand('copydesk.restoreFinding', (node?: Entry) => this.#restore(node)),
      commands.registerCommand('copydesk.goToNote', () => this.#goToNote()),
      commands.registerCommand('copydesk.signOff', (node?: Entry) => this.#sign(node, false)),
      commands.registerCommand('copydesk.signOffWithNote', (node?: Entry) =>
        this.#sign(node, true),
      ),
      commands.registerCommand(SIGN_CLAIM, (uri: string, position: Place) =>
        this.#signAt(Uri.parse(uri, true), position),
      ),
      commands.registerCommand('copydesk.reopen', (node: Entry) => this.#reopen([node])),
      commands.registerCommand('copydesk.setInitials', (initials?: string) =>
        signOffs.setInitials(initials),
      ),
      commands.registerCommand('copydesk.filterFactSheet', (filter?: FactSheetFilter) =>
        this.#setFilter(filter),
      ),
      this.#view.onDidChangeCheckboxState(({ items }) => this.#tick(items)),
      signOffFiles,
      signOffFiles.onDidCreate(() => void this.refresh()),
      signOffFiles.onDidChange(() => void this.refresh()),
      signOffFiles.onDidDelete(() => void this.refresh()),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.path.endsWith(`/${SIGN_OFF_FILE}`)) void this.refresh();
      }),
    );
    void this.refresh();
  }

  getTreeItem(node: Node): TreeItem {
    return itemOf(node);
  }

  getChildren(node?: Node): Node[] {
    if (node !== undefined) return childrenOf(node);
    return this.#lacksSources && this.#groups.length > 0
      ? [ADD_SOURCE, ...this.#groups]
      : [...this.#groups];
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** The code lens passes the URI of its draft, which may not be in the active editor. */
  async #show(uri: unknown): Promise<void> {
    if (typeof uri === 'string') this.#draft.select(Uri.parse(uri, true));
    await commands.executeCommand('copydesk.factSheet.focus');
  }

  /** Requests the sheet anew. A hidden view sends no requests. */
  async refresh(): Promise<void> {
    if (!this.#view.visible) return;
    const ticket = ++this.#requests;
    const { uri } = this.#draft;
    const sheet = await this.#requestSheet();
    if (ticket === this.#requests) await this.#receive(sheet, uri);
  }

  async #requestSheet(): Promise<FactSheet | null> {
    const { params } = this.#draft;
    if (params === undefined) return null;
    // A server that is stopping does not answer; the status bar shows that.
    return this.#client.sendRequest(FactSheetRequest, params).catch(() => null);
  }

  /** Restores a dismissed entry; without one, of all in the current draft, the reporter is asked which. */
  async #restore(node: Entry | undefined): Promise<void> {
    const { uri } = this.#draft;
    const draft = node?.draft ?? uri;
    const entry = node?.entry ?? (await this.#askForDismissed());
    if (draft === undefined || entry === undefined || !('decisions' in entry)) return;
    await this.#undoOffers.takeBack(draft, entry.decisions);
  }

  /** Signs an entry; without one, the checker is asked which of those that are open. */
  async #sign(node: Entry | undefined, asksForNote: boolean): Promise<void> {
    const draft = node?.draft ?? this.#draft.uri;
    const entries = node === undefined ? await this.#askForEntries() : signableIn([node]);
    if (draft !== undefined && entries !== undefined) {
      await this.#signOffs.sign(draft, entries, asksForNote);
    }
    await this.refresh();
  }

  /** Signs the innermost statement at a place of a draft. */
  async #signAt(draft: Uri, { line, character }: Place): Promise<void> {
    const uri = this.#client.code2ProtocolConverter.asUri(draft);
    const params = { textDocument: { uri } };
    const sheet = await this.#client.sendRequest(FactSheetRequest, params).catch(() => null);
    const position = new Position(line, character);
    const entry = sheet?.entries.find(({ kind, range: { start, end } }) => {
      const range = new Range(start.line, start.character, end.line, end.character);
      return kind === 'statement' && range.contains(position);
    });
    if (entry !== undefined) await this.#signOffs.sign(draft, [entry], false);
    await this.refresh();
  }

  async #askForEntries(): Promise<readonly SignableEntry[] | undefined> {
    const { uri } = this.#draft;
    const sheet = await this.#requestSheet();
    return sheet === null || uri === undefined
      ? undefined
      : this.#signOffs.askForEntries(sheet, cursorIn(uri));
  }

  async #reopen(nodes: readonly Entry[]): Promise<void> {
    const [node] = nodes;
    if (node !== undefined) await this.#signOffs.reopen(node.draft, signableIn(nodes));
    await this.refresh();
  }

  /** Signs the entries whose boxes were ticked, and reopens those whose boxes were cleared. */
  async #tick(items: readonly (readonly [Node, TreeItemCheckboxState])[]): Promise<void> {
    const entriesIn = (wanted: TreeItemCheckboxState): readonly Entry[] =>
      items.flatMap(([node, state]) => (node.kind === 'entry' && state === wanted ? [node] : []));
    const ticked = entriesIn(TreeItemCheckboxState.Checked);
    const cleared = entriesIn(TreeItemCheckboxState.Unchecked);
    const [first] = ticked;
    if (first !== undefined) await this.#signOffs.sign(first.draft, signableIn(ticked), false);
    await this.#reopen(cleared);
  }

  async #setFilter(given: FactSheetFilter | undefined): Promise<void> {
    const filter = given ?? (await askForFilter(this.#filter));
    if (filter === undefined) return;
    this.#filter = filter;
    await this.refresh();
  }

  /** Asks which of the placeholders and open notes of the current draft to go to. */
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

  async #askForDismissed(): Promise<DismissedEntry | undefined> {
    const dismissed = (await this.#requestSheet())?.dismissed ?? [];
    if (dismissed.length === 0) {
      void window.showInformationMessage('Nothing in this draft is dismissed.');
      return undefined;
    }
    const picks = dismissed.map((entry) => ({
      label: entry.text,
      description: `line ${entry.range.start.line + 1}`,
      detail: entry.messages.join(' '),
      entry,
    }));
    const pick = await window.showQuickPick(picks, {
      title: 'Restore Dismissed Finding',
      placeHolder: 'Which finding should be reported again?',
      matchOnDetail: true,
    });
    return pick?.entry;
  }

  async #receive(sheet: FactSheet | null, draft: Uri | undefined): Promise<void> {
    const groupsBy = (filter: FactSheetFilter): readonly Group[] =>
      sheet === null || draft === undefined ? [] : groupsOf(sheet, draft, filter);
    this.#groups = groupsBy(this.#filter);
    const shown = FILTER_TITLES[this.#filter];
    const isEmptied = this.#groups.length === 0 && groupsBy('all').length > 0;
    this.#lacksSources = /^(?:noSources|uncovered)$/u.test(stateOf(sheet));
    this.#view.description = [shown, sheet?.headline ?? '', sheet?.state.open ?? '']
      .filter((one) => one !== '')
      .join(' · ');
    const notice = isEmptied
      ? `Nothing to show: ${shown}.`
      : sheet === null
        ? ''
        : noticeOf(sheet.state, this.#groups.length > 0);
    const progress = sheet === null ? '' : readingProgress(this.#draft.state ?? { unread: 0 });
    this.#view.message = [notice, progress].filter((one) => one !== '').join(' ');
    this.#changed.fire(undefined);
    await commands.executeCommand('setContext', 'copydesk.factSheet', stateOf(sheet));
  }
}

/** The cursor in a draft; its start if no editor shows it. */
function cursorIn(draft: Uri): Position {
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  const editor = editors.find((one) => one?.document.uri.toString() === draft.toString());
  return editor?.selection.active ?? new Position(0, 0);
}

/** The entries of rows that can be signed. */
function signableIn(nodes: readonly Entry[]): readonly SignableEntry[] {
  return nodes.flatMap(({ entry }) => ('signOff' in entry ? [entry] : []));
}

/** What is said above the rows. The welcome text says it too, but shows only in an empty view. */
function noticeOf({ kind, text, isSample }: CheckState, hasRows: boolean): string {
  return isSample || kind === 'unreadable' || (kind !== 'checked' && hasRows) ? text : '';
}

/** The context key that selects the welcome text of an empty view. */
function stateOf(sheet: FactSheet | null): 'none' | CheckStateKind {
  return sheet === null ? 'none' : sheet.state.kind;
}

function pickOfNote(note: NoteEntry): QuickPickItem & { readonly note: NoteEntry } {
  const { text, range, sentence } = note;
  const description = `line ${range.start.line + 1}`;
  return { label: text, description, detail: sentence, note };
}

/** A place in a draft, as the server has it. */
type Place = SheetEntry['range']['start'];

/** Something in a draft that a row stands for. */
interface DraftPlace {
  readonly draft: Uri;
  readonly entry: Pick<SheetEntry, 'range'>;
}

async function goTo({ draft, entry }: DraftPlace): Promise<void> {
  await showDraft(draft, entry.range);
}

async function fix({ draft, entry }: Entry): Promise<void> {
  await showDraft(draft, entry.range);
  await commands.executeCommand('editor.action.quickFix');
}
