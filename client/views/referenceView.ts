import {
  Disposable,
  EventEmitter,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  commands,
  l10n,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ReferenceRequest } from '../../protocol/requests.js';
import type {
  ReferenceEntry,
  ReferenceOverview,
  ReferenceSource,
} from '../../protocol/referenceOverview.js';
import type { CurrentDraft } from './currentDraft.js';
import { type SourcePlace, openSource, placeName, showDraft, sourcePlace } from '../navigation.js';

type Kind = ReferenceEntry['kind'] | 'source';

interface Group {
  readonly kind: 'group';
  readonly of: Kind;
  readonly children: readonly (Name | Source)[];
}

/** Someone or something with a name. */
interface Name {
  readonly kind: 'name';
  readonly entry: ReferenceEntry;
  readonly place: SourcePlace | undefined;
}

interface Source {
  readonly kind: 'source';
  readonly source: ReferenceSource;
  readonly place: SourcePlace | undefined;
}

type Node = Group | Name | Source;

const KINDS: readonly ReferenceEntry['kind'][] = ['person', 'body', 'place', 'event'];

const ICONS: Readonly<Record<Kind, ThemeIcon>> = {
  person: new ThemeIcon('person'),
  body: new ThemeIcon('organization'),
  place: new ThemeIcon('location'),
  event: new ThemeIcon('calendar'),
  source: new ThemeIcon('book'),
};

/** Whom and what the sources of the current draft know, and the sources. */
export class ReferenceView implements TreeDataProvider<Node>, Disposable {
  readonly #client: BaseLanguageClient;
  readonly #draft: CurrentDraft;
  readonly #changed = new EventEmitter<undefined>();
  readonly #view: TreeView<Node>;
  readonly #listening: Disposable;
  #groups: readonly Group[] = [];
  /** What was shown last: the draft and the number of what it is held against. */
  #shown = '';

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(client: BaseLanguageClient, draft: CurrentDraft) {
    this.#client = client;
    this.#draft = draft;
    this.#view = window.createTreeView('copydesk.reference', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.#listening = Disposable.from(
      this.#view,
      this.#changed,
      draft.onDidChange(() => void this.#refresh()),
      this.#view.onDidChangeVisibility(() => void this.#refresh()),
      commands.registerCommand('copydesk.insertName', ({ entry }: Name) =>
        this.#insert(entry.name),
      ),
    );
    void this.#refresh();
  }

  getTreeItem(node: Node): TreeItem {
    switch (node.kind) {
      case 'group':
        return groupItem(node);
      case 'name':
        return nameItem(node);
      case 'source':
        return sourceItem(node);
    }
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) return [...this.#groups];
    return node.kind === 'group' ? [...node.children] : [];
  }

  dispose(): void {
    this.#listening.dispose();
  }

  /** A base may be large, so it is asked for only by a view that is seen, and once. */
  async #refresh(): Promise<void> {
    if (!this.#view.visible) return;
    const { params, state } = this.#draft;
    const wanted =
      params === undefined ? '' : `${state?.reference ?? 0} ${params.textDocument.uri}`;
    if (wanted === this.#shown) return;
    this.#shown = wanted;
    // A server that is stopping answers nothing; the next one is asked again.
    const overview =
      params === undefined
        ? undefined
        : await this.#client.sendRequest(ReferenceRequest, params).catch(() => undefined);
    if (wanted !== this.#shown) return;
    if (overview === undefined) this.#shown = '';
    this.#groups = overview === undefined ? [] : groupsOf(overview);
    this.#changed.fire(undefined);
  }

  /** Puts a name where the cursor stands in the draft, in the place of what is selected. */
  async #insert(name: string): Promise<void> {
    const { uri } = this.#draft;
    if (uri === undefined) return;
    const editor = await showDraft(uri);
    await editor.edit((edit) => {
      for (const selection of editor.selections) edit.replace(selection, name);
    });
  }
}

function groupsOf({ entries, sources }: ReferenceOverview): readonly Group[] {
  const names = KINDS.map((of): Group => {
    const those = entries.filter(({ kind }) => kind === of);
    return {
      kind: 'group',
      of,
      children: those.map((entry): Name => {
        return { kind: 'name', entry, place: sourcePlace(entry.uri, entry.line) };
      }),
    };
  });
  const read: Group = {
    kind: 'group',
    of: 'source',
    children: sources.map((source): Source => {
      return { kind: 'source', source, place: sourcePlace(source.uri, 1) };
    }),
  };
  return [...names, read].filter(({ children }) => children.length > 0);
}

function titleOf(kind: Kind): string {
  switch (kind) {
    case 'person':
      return l10n.t('People');
    case 'body':
      return l10n.t('Bodies');
    case 'place':
      return l10n.t('Places');
    case 'event':
      return l10n.t('Events');
    case 'source':
      return l10n.t('Sources');
  }
}

function groupItem({ of, children }: Group): TreeItem {
  const item = new TreeItem(
    titleOf(of),
    of === 'person' ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  item.id = of;
  item.description = String(children.length);
  item.iconPath = ICONS[of];
  item.accessibilityInformation = { label: `${titleOf(of)}: ${children.length}` };
  return item;
}

function nameItem({ entry, place }: Name): TreeItem {
  const { kind, name, role, source, line } = entry;
  const item = new TreeItem(name);
  item.description = role;
  item.iconPath = ICONS[kind];
  item.tooltip = [name, role, placeName(source, line)].filter((part) => part !== '').join('\n');
  item.accessibilityInformation = { label: role === '' ? name : `${name}, ${role}` };
  item.contextValue = place === undefined ? 'name' : 'name source';
  return opening(item, place);
}

function sourceItem({ source, place }: Source): TreeItem {
  const { name, summary } = source;
  const item = new TreeItem(name);
  item.description = summary;
  item.iconPath = ICONS.source;
  item.tooltip = `${name}\n${summary}`;
  item.accessibilityInformation = { label: `${name}, ${summary}` };
  if (place !== undefined) item.contextValue = 'source';
  return opening(item, place);
}

function opening(item: TreeItem, place: SourcePlace | undefined): TreeItem {
  if (place !== undefined) item.command = openSource(place);
  return item;
}
