import {
  Disposable,
  EventEmitter,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  commands,
  env,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { CheckState, CheckStateKind } from '../../protocol/checkState.js';
import { FactSheetRequest } from '../../protocol/requests.js';
import {
  FACT_SHEET_ORDER,
  FACT_SHEET_TITLES,
  type DismissedEntry,
  type FactSheet,
  type FactSheetEntry,
  type FactSheetEvidence,
  type FactSheetGroup,
} from '../../protocol/factSheet.js';
import type { UndoOffers } from '../undoOffers.js';
import type { CurrentDraft } from './currentDraft.js';
import {
  type SourcePlace,
  openSourceBeside,
  placeName,
  showDraft,
  sourcePlace,
} from '../navigation.js';

/** A group of the sheet and its entries. */
interface Group {
  readonly kind: 'group';
  readonly group: FactSheetGroup;
  readonly entries: readonly Entry[];
}

interface Entry {
  readonly kind: 'entry';
  readonly id: string;
  readonly group: FactSheetGroup;
  readonly entry: FactSheetEntry | DismissedEntry;
  readonly draft: Uri;
}

/** A line of a text that is too long for one row, as rows cannot have several lines. */
interface Line {
  readonly kind: 'line';
  readonly text: string;
}

/** A line of a message of the Problems panel about an entry. */
interface Message {
  readonly kind: 'message';
  readonly line: string;
  /** The whole message on its first line; `undefined` on the others. */
  readonly whole: string | undefined;
  readonly entry: Entry;
}

interface Evidence {
  readonly kind: 'evidence';
  readonly evidence: FactSheetEvidence;
  readonly place: SourcePlace | undefined;
}

type Node = Group | Entry | Line | Message | Evidence;

const ICONS: Readonly<Record<FactSheetGroup, ThemeIcon>> = {
  contradicted: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
  unsupported: new ThemeIcon('question', new ThemeColor('list.warningForeground')),
  unclear: new ThemeIcon('search'),
  supported: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  dismissed: new ThemeIcon('circle-slash'),
};

/** The groups that need work. The others are collapsed. */
const NEED_WORK: readonly FactSheetGroup[] = ['contradicted', 'unsupported', 'unclear'];

/**
 * The fact sheet of the current draft: statements and quotes grouped by verdict, each with its evidence, and what the
 * reporter dismissed.
 */
export class FactSheetView implements TreeDataProvider<Node>, Disposable {
  readonly #client: BaseLanguageClient;
  readonly #draft: CurrentDraft;
  readonly #changed = new EventEmitter<undefined>();
  readonly #view: TreeView<Node>;
  readonly #disposables: Disposable;
  #groups: readonly Group[] = [];
  /** Counts the requests, so that a late answer cannot replace a newer one. */
  #requests = 0;

  readonly onDidChangeTreeData = this.#changed.event;

  readonly #undoOffers: UndoOffers;

  constructor(client: BaseLanguageClient, draft: CurrentDraft, undoOffers: UndoOffers) {
    this.#client = client;
    this.#draft = draft;
    this.#undoOffers = undoOffers;
    this.#view = window.createTreeView('copydesk.factSheet', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.#disposables = Disposable.from(
      this.#view,
      this.#changed,
      draft.onDidChange(() => void this.#refresh()),
      this.#view.onDidChangeVisibility(() => void this.#refresh()),
      commands.registerCommand('copydesk.showFactSheet', (uri?: unknown) => this.#show(uri)),
      commands.registerCommand('copydesk.goToStatement', (node: Entry) => goTo(node)),
      commands.registerCommand('copydesk.fixStatement', (node: Entry) => fix(node)),
      commands.registerCommand('copydesk.copyWithEvidence', (node: Entry) =>
        env.clipboard.writeText(withEvidence(node)),
      ),
      commands.registerCommand('copydesk.restoreFinding', (node?: Entry) => this.#restore(node)),
    );
    void this.#refresh();
  }

  getTreeItem(node: Node): TreeItem {
    switch (node.kind) {
      case 'group':
        return groupItem(node);
      case 'entry':
        return entryItem(node);
      case 'line':
        return lineItem(node);
      case 'message':
        return messageItem(node);
      case 'evidence':
        return evidenceItem(node);
    }
  }

  getChildren(node?: Node): Node[] {
    switch (node?.kind) {
      case undefined:
        return [...this.#groups];
      case 'group':
        return [...node.entries];
      case 'entry':
        return childrenOf(node);
      case 'evidence':
        return [...linesOf(node.evidence.text)];
      case 'line':
      case 'message':
        return [];
    }
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** The code lens passes the URI of its draft, which may not be in the active editor. */
  async #show(uri: unknown): Promise<void> {
    if (typeof uri === 'string') this.#draft.select(Uri.parse(uri, true));
    await commands.executeCommand('copydesk.factSheet.focus');
  }

  /** A hidden view sends no requests. */
  async #refresh(): Promise<void> {
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
    this.#groups = sheet === null || draft === undefined ? [] : groupsOf(sheet, draft);
    this.#view.description = sheet?.headline ?? '';
    this.#view.message = sheet === null ? '' : noticeOf(sheet.state, this.#groups.length > 0);
    this.#changed.fire(undefined);
    await commands.executeCommand('setContext', 'copydesk.factSheet', stateOf(sheet));
  }
}

/** What is said above the rows. The welcome text says it too, but shows only in an empty view. */
function noticeOf({ kind, text, isSample }: CheckState, hasRows: boolean): string {
  return isSample || kind === 'unreadable' || (kind === 'uncovered' && hasRows) ? text : '';
}

/** The context key that selects the welcome text of an empty view. */
function stateOf(sheet: FactSheet | null): 'none' | CheckStateKind {
  return sheet === null ? 'none' : sheet.state.kind;
}

function groupsOf({ isCovered, entries, dismissed }: FactSheet, draft: Uri): readonly Group[] {
  const seen = new Map<string, number>();
  const nodeOf = (entry: Entry['entry'], group: FactSheetGroup): Entry => {
    const key = `${group} ${entry.text}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    // The same text keeps its id, so that an expanded entry stays expanded while someone types.
    return { kind: 'entry', id: `${key} ${count}`, group, entry, draft };
  };
  const judged = (isCovered ? entries : []).map((entry) => nodeOf(entry, entry.verdict));
  const groups: readonly Group[] = [
    ...FACT_SHEET_ORDER.map((group): Group => ({
      kind: 'group',
      group,
      entries: judged.filter((node) => node.group === group),
    })),
    {
      kind: 'group',
      group: 'dismissed',
      entries: dismissed.map((entry) => nodeOf(entry, 'dismissed')),
    },
  ];
  return groups.filter((group) => group.entries.length > 0);
}

/** The whole text if it is too long for its row, then the messages and the evidence. */
function childrenOf(node: Entry): Node[] {
  const { text, evidence } = node.entry;
  return [
    ...linesOf(text),
    ...messagesOf(node).flatMap((message) => messageLines(message, node)),
    ...evidence.map((one): Evidence => {
      return { kind: 'evidence', evidence: one, place: sourcePlace(one.uri, one.line, one.text) };
    }),
  ];
}

/** What was reported about an entry, and why the reporter dismissed it. */
function messagesOf({ entry }: Entry): readonly string[] {
  const reason = 'decisions' in entry ? entry.reason : undefined;
  return [...entry.messages, ...(reason === undefined ? [] : [`Reason: ${reason}`])];
}

/** How many characters fit into the rows below an entry in a side bar that was not made wider. */
const ROW_LENGTH = 26;
/** The same beside an icon. */
const ROW_LENGTH_BESIDE_ICON = 22;

/** The lines of a text that is longer than a row; none for a shorter one. */
function linesOf(text: string): readonly Line[] {
  if (text.length <= ROW_LENGTH) return [];
  return broken(text, ROW_LENGTH).map((line) => ({ kind: 'line', text: line }));
}

function messageLines(whole: string, entry: Entry): readonly Message[] {
  return broken(whole, ROW_LENGTH_BESIDE_ICON).map((line, index) => {
    return { kind: 'message', line, whole: index === 0 ? whole : undefined, entry };
  });
}

/** A text broken between words; a word that is longer than a row has one to itself. */
function broken(text: string, length: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line === undefined || line.length + 1 + word.length > length) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}

function lineItem({ text }: Line): TreeItem {
  return new TreeItem(text);
}

function groupItem({ group, entries }: Group): TreeItem {
  const title = FACT_SHEET_TITLES[group];
  const item = new TreeItem(
    title,
    NEED_WORK.includes(group)
      ? TreeItemCollapsibleState.Expanded
      : TreeItemCollapsibleState.Collapsed,
  );
  item.id = group;
  item.description = String(entries.length);
  item.iconPath = ICONS[group];
  item.tooltip = `${title}: ${entries.length}`;
  item.accessibilityInformation = { label: item.tooltip };
  return item;
}

function entryItem(node: Entry): TreeItem {
  const { id, group, entry } = node;
  const { kind, text, range } = entry;
  const messages = messagesOf(node);
  const item = new TreeItem(
    text,
    childrenOf(node).length > 0
      ? TreeItemCollapsibleState.Collapsed
      : TreeItemCollapsibleState.None,
  );
  const line = `line ${range.start.line + 1}`;
  item.id = id;
  item.iconPath = kind === 'quote' ? new ThemeIcon('quote', ICONS[group].color) : ICONS[group];
  // A Markdown tooltip would join all words with spaces that cannot be broken, and be cut off.
  item.tooltip = [text, ...messages].join('\n\n');
  item.contextValue = group;
  item.accessibilityInformation = {
    label: [text, line, FACT_SHEET_TITLES[group], ...messages].join(', '),
  };
  item.command = {
    command: 'copydesk.goToStatement',
    title: 'Go to Statement',
    arguments: [node],
  };
  return item;
}

function messageItem({ line, whole, entry }: Message): TreeItem {
  const item = new TreeItem(line);
  item.iconPath = new ThemeIcon(whole === undefined ? 'blank' : 'info');
  if (whole !== undefined) {
    item.tooltip = whole;
    item.accessibilityInformation = { label: whole };
  }
  item.command = {
    command: 'copydesk.goToStatement',
    title: 'Go to Statement',
    arguments: [entry],
  };
  return item;
}

/** The file comes first: behind a long passage it would be out of sight. */
function evidenceItem({ evidence, place }: Evidence): TreeItem {
  const { text, source, line } = evidence;
  const name = placeName(source, line);
  const isLong = linesOf(text).length > 0;
  const item = new TreeItem(
    name,
    isLong ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None,
  );
  if (!isLong) item.description = text;
  item.iconPath = new ThemeIcon('book');
  item.tooltip = `${text}\n\n${source}:${line}`;
  item.accessibilityInformation = { label: `${text}, in ${name}` };
  if (place !== undefined) {
    item.contextValue = 'source';
    item.command = openSourceBeside(place);
  }
  return item;
}

async function goTo({ draft, entry }: Entry): Promise<void> {
  await showDraft(draft, entry.range);
}

async function fix({ draft, entry }: Entry): Promise<void> {
  await showDraft(draft, entry.range);
  await commands.executeCommand('editor.action.quickFix');
}

/** An entry as plain text with its evidence, for a note or a message. */
function withEvidence(node: Entry): string {
  const { text, evidence } = node.entry;
  return [
    text,
    [FACT_SHEET_TITLES[node.group], ...messagesOf(node)].join('. '),
    ...evidence.map((one) => `– ${one.text} (${one.source}:${one.line})`),
  ].join('\n');
}
