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
  l10n,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FactSheetRequest } from '../../protocol/requests.js';
import type { FactSheet, FactSheetEntry, FactSheetEvidence } from '../../protocol/factSheet.js';
import type { CurrentDraft } from './currentDraft.js';
import { type SourcePlace, openSource, placeName, showDraft, sourcePlace } from '../navigation.js';

type Verdict = FactSheetEntry['verdict'];

/** A verdict with all that has it. */
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

/** What the Problems panel tells of an entry. */
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

/** What needs work goes first. */
const ORDER: readonly Verdict[] = ['contradicted', 'unsupported', 'supported'];

const ICONS: Readonly<Record<Verdict, ThemeIcon>> = {
  contradicted: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
  unsupported: new ThemeIcon('question', new ThemeColor('list.warningForeground')),
  supported: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
};

/** The fact sheet of the current draft: statements and quotes by verdict, below each what it rests on. */
export class FactSheetView implements TreeDataProvider<Node>, Disposable {
  readonly #client: BaseLanguageClient;
  readonly #draft: CurrentDraft;
  readonly #changed = new EventEmitter<undefined>();
  readonly #view: TreeView<Node>;
  readonly #listening: Disposable;
  #groups: readonly Group[] = [];
  /** Counts the requests, so that a late answer cannot replace a newer one. */
  #asked = 0;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(client: BaseLanguageClient, draft: CurrentDraft) {
    this.#client = client;
    this.#draft = draft;
    this.#view = window.createTreeView('copydesk.factSheet', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.#listening = Disposable.from(
      this.#view,
      this.#changed,
      draft.onDidChange(() => void this.#refresh()),
      this.#view.onDidChangeVisibility(() => void this.#refresh()),
      commands.registerCommand('copydesk.showFactSheet', (uri?: unknown) => this.#show(uri)),
      commands.registerCommand('copydesk.goToStatement', (node: Entry) => goTo(node)),
      commands.registerCommand('copydesk.mendStatement', (node: Entry) => mend(node)),
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
    this.#listening.dispose();
  }

  /** The code lens passes the address of its draft, which need not be in the active editor. */
  async #show(uri: unknown): Promise<void> {
    if (typeof uri === 'string') this.#draft.choose(Uri.parse(uri, true));
    await commands.executeCommand('copydesk.factSheet.focus');
  }

  /** A view that nobody sees asks for nothing. */
  async #refresh(): Promise<void> {
    if (!this.#view.visible) return;
    const ticket = ++this.#asked;
    const { uri, params } = this.#draft;
    // A server that is stopping answers nothing; the status bar tells of that.
    const sheet =
      params === undefined
        ? null
        : await this.#client.sendRequest(FactSheetRequest, params).catch(() => null);
    if (ticket === this.#asked) await this.#receive(sheet, uri);
  }

  async #receive(sheet: FactSheet | null, draft: Uri | undefined): Promise<void> {
    this.#groups = sheet === null || draft === undefined ? [] : groupsOf(sheet, draft);
    this.#view.description = sheet?.headline ?? '';
    this.#changed.fire(undefined);
    await commands.executeCommand('setContext', 'copydesk.factSheet', stateOf(sheet));
  }
}

/** What the welcome of an empty sheet depends on. */
function stateOf(sheet: FactSheet | null): 'none' | 'uncovered' | 'empty' | 'filled' {
  if (sheet === null) return 'none';
  if (!sheet.isCovered) return 'uncovered';
  return sheet.entries.length === 0 ? 'empty' : 'filled';
}

function groupsOf({ isCovered, entries }: FactSheet, draft: Uri): readonly Group[] {
  if (!isCovered) return [];
  const seen = new Map<string, number>();
  const nodes = entries.map((entry): Entry => {
    const words = `${entry.verdict} ${entry.text}`;
    const nth = (seen.get(words) ?? 0) + 1;
    seen.set(words, nth);
    // The same words stay the same node, so that what is open stays open while somebody types.
    return { kind: 'entry', id: `${words} ${nth}`, entry, draft };
  });
  return ORDER.map((verdict): Group => {
    const those = nodes.filter(({ entry }) => entry.verdict === verdict);
    return { kind: 'group', verdict, entries: those };
  }).filter((group) => group.entries.length > 0);
}

function childrenOf(node: Entry): Node[] {
  const { messages, evidence } = node.entry;
  return [
    ...messages.map((text): Message => ({ kind: 'message', text, entry: node })),
    ...evidence.map((one): Evidence => {
      return { kind: 'evidence', evidence: one, place: sourcePlace(one.uri, one.line) };
    }),
  ];
}

function titleOf(verdict: Verdict): string {
  switch (verdict) {
    case 'contradicted':
      return l10n.t('Contradicted by the sources');
    case 'unsupported':
      return l10n.t('Not in the sources');
    case 'supported':
      return l10n.t('Supported by the sources');
  }
}

function groupItem({ verdict, entries }: Group): TreeItem {
  const isOpen = verdict !== 'supported';
  const item = new TreeItem(
    titleOf(verdict),
    isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
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
  const line = l10n.t('line {0}', range.start.line + 1);
  item.id = id;
  item.iconPath = kind === 'quote' ? new ThemeIcon('quote', ICONS[verdict].color) : ICONS[verdict];
  item.tooltip = new MarkdownString().appendText([text, ...messages].join('\n\n'));
  item.contextValue = verdict;
  item.accessibilityInformation = {
    label: [text, line, titleOf(verdict), ...messages].join(', '),
  };
  item.command = {
    command: 'copydesk.goToStatement',
    title: l10n.t('Go to Statement'),
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
    title: l10n.t('Go to Statement'),
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
  item.accessibilityInformation = { label: l10n.t('{0}, in {1}', text, name) };
  if (place !== undefined) {
    item.contextValue = 'source';
    item.command = openSource(place);
  }
  return item;
}

async function goTo({ draft, entry }: Entry): Promise<void> {
  await showDraft(draft, entry.range);
}

async function mend({ draft, entry }: Entry): Promise<void> {
  await showDraft(draft, entry.range);
  await commands.executeCommand('editor.action.quickFix');
}

/** An entry as plain text, for a note or a message to a colleague. */
function withEvidence({ verdict, text, messages, evidence }: FactSheetEntry): string {
  return [
    text,
    [titleOf(verdict), ...messages].join('. '),
    ...evidence.map((one) => `– ${one.text} (${one.source}:${one.line})`),
  ].join('\n');
}
