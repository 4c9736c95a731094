import {
  Disposable,
  EventEmitter,
  MarkdownString,
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
import { FactSheetRequest } from '../../protocol/requests.js';
import {
  FACT_SHEET_ORDER,
  type FactSheet,
  type FactSheetEntry,
  type FactSheetEvidence,
} from '../../protocol/factSheet.js';
import type { CurrentDraft } from './currentDraft.js';
import {
  type SourcePlace,
  openSourceBeside,
  placeName,
  showDraft,
  sourcePlace,
} from '../navigation.js';

type Verdict = FactSheetEntry['verdict'];

/** A verdict and the entries that have it. */
interface Group {
  readonly kind: 'group';
  readonly verdict: Verdict;
  readonly entries: readonly Entry[];
}

interface Entry {
  readonly kind: 'entry';
  readonly id: string;
  readonly entry: FactSheetEntry;
  readonly draft: Uri;
}

/** A message of the Problems panel about an entry. */
interface Message {
  readonly kind: 'message';
  readonly text: string;
  readonly entry: Entry;
}

interface Evidence {
  readonly kind: 'evidence';
  readonly evidence: FactSheetEvidence;
  readonly place: SourcePlace | undefined;
}

type Node = Group | Entry | Message | Evidence;

const ICONS: Readonly<Record<Verdict, ThemeIcon>> = {
  contradicted: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
  unsupported: new ThemeIcon('question', new ThemeColor('list.warningForeground')),
  unclear: new ThemeIcon('search'),
  supported: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
};

/** The fact sheet of the current draft: statements and quotes grouped by verdict, each with its evidence. */
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

  constructor(client: BaseLanguageClient, draft: CurrentDraft) {
    this.#client = client;
    this.#draft = draft;
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
        env.clipboard.writeText(withEvidence(node.entry)),
      ),
    );
    void this.#refresh();
  }

  getTreeItem(node: Node): TreeItem {
    switch (node.kind) {
      case 'group':
        return groupItem(node);
      case 'entry':
        return entryItem(node);
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
      case 'message':
      case 'evidence':
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
    const { uri, params } = this.#draft;
    // A server that is stopping does not answer; the status bar shows that.
    const sheet =
      params === undefined
        ? null
        : await this.#client.sendRequest(FactSheetRequest, params).catch(() => null);
    if (ticket === this.#requests) await this.#receive(sheet, uri);
  }

  async #receive(sheet: FactSheet | null, draft: Uri | undefined): Promise<void> {
    this.#groups = sheet === null || draft === undefined ? [] : groupsOf(sheet, draft);
    this.#view.description = sheet?.headline ?? '';
    this.#changed.fire(undefined);
    await commands.executeCommand('setContext', 'copydesk.factSheet', stateOf(sheet));
  }
}

/** The context key that selects the welcome text of an empty view. */
function stateOf(sheet: FactSheet | null): 'none' | 'uncovered' | 'empty' | 'filled' {
  if (sheet === null) return 'none';
  if (!sheet.isCovered) return 'uncovered';
  return sheet.entries.length === 0 ? 'empty' : 'filled';
}

function groupsOf({ isCovered, entries }: FactSheet, draft: Uri): readonly Group[] {
  if (!isCovered) return [];
  const seen = new Map<string, number>();
  const nodes = entries.map((entry): Entry => {
    const key = `${entry.verdict} ${entry.text}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    // The same text keeps its id, so that an expanded entry stays expanded while someone types.
    return { kind: 'entry', id: `${key} ${count}`, entry, draft };
  });
  return FACT_SHEET_ORDER.map((verdict): Group => {
    const matching = nodes.filter(({ entry }) => entry.verdict === verdict);
    return { kind: 'group', verdict, entries: matching };
  }).filter((group) => group.entries.length > 0);
}

function childrenOf(node: Entry): Node[] {
  const { messages, evidence } = node.entry;
  return [
    ...messages.map((text): Message => ({ kind: 'message', text, entry: node })),
    ...evidence.map((one): Evidence => {
      return { kind: 'evidence', evidence: one, place: sourcePlace(one.uri, one.line, one.text) };
    }),
  ];
}

function titleOf(verdict: Verdict): string {
  switch (verdict) {
    case 'contradicted':
      return 'Contradicted by the sources';
    case 'unsupported':
      return 'Not in the sources';
    case 'unclear':
      return 'Check';
    case 'supported':
      return 'Supported by the sources';
  }
}

function groupItem({ verdict, entries }: Group): TreeItem {
  const isExpanded = verdict !== 'supported';
  const item = new TreeItem(
    titleOf(verdict),
    isExpanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  item.id = verdict;
  item.description = String(entries.length);
  item.iconPath = ICONS[verdict];
  item.accessibilityInformation = { label: `${titleOf(verdict)}: ${entries.length}` };
  return item;
}

function entryItem(node: Entry): TreeItem {
  const { id, entry } = node;
  const { kind, verdict, text, messages, range } = entry;
  const hasChildren = messages.length + entry.evidence.length > 0;
  const item = new TreeItem(
    text,
    hasChildren ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
  const line = `line ${range.start.line + 1}`;
  item.id = id;
  item.iconPath = kind === 'quote' ? new ThemeIcon('quote', ICONS[verdict].color) : ICONS[verdict];
  item.tooltip = new MarkdownString().appendText([text, ...messages].join('\n\n'));
  item.contextValue = verdict;
  item.accessibilityInformation = {
    label: [text, line, titleOf(verdict), ...messages].join(', '),
  };
  item.command = {
    command: 'copydesk.goToStatement',
    title: 'Go to Statement',
    arguments: [node],
  };
  return item;
}

function messageItem({ text, entry }: Message): TreeItem {
  const item = new TreeItem(text);
  item.iconPath = new ThemeIcon('info');
  item.tooltip = text;
  item.command = {
    command: 'copydesk.goToStatement',
    title: 'Go to Statement',
    arguments: [entry],
  };
  return item;
}

function evidenceItem({ evidence, place }: Evidence): TreeItem {
  const { text, source, line } = evidence;
  const item = new TreeItem(text);
  const name = placeName(source, line);
  item.description = name;
  item.iconPath = new ThemeIcon('book');
  item.tooltip = new MarkdownString().appendText(`${text}\n\n${source}:${line}`);
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
function withEvidence({ verdict, text, messages, evidence }: FactSheetEntry): string {
  return [
    text,
    [titleOf(verdict), ...messages].join('. '),
    ...evidence.map((one) => `– ${one.text} (${one.source}:${one.line})`),
  ].join('\n');
}
