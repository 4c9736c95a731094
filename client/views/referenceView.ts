import {
  type DataTransfer,
  Disposable,
  EventEmitter,
  ThemeIcon,
  type TreeDataProvider,
  type TreeDragAndDropController,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  commands,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ReferenceRequest } from '../../protocol/requests.js';
import type {
  ReferenceEntry,
  ReferenceOverview,
  ReferenceSource,
  UnreadReferenceSource,
} from '../../protocol/referenceOverview.js';
import { markConfidential, unmarkConfidential } from '../confidential.js';
import { type IncomingFile, addSourceFiles, fileAt } from '../addSource.js';
import type { CurrentDraft } from './currentDraft.js';
import { shortPaths } from './shortPaths.js';
import { type SourcePlace, openSource, placeName, showDraft, sourcePlace } from '../navigation.js';

type Kind = ReferenceEntry['kind'] | 'source' | 'unread';

interface Group {
  readonly kind: 'group';
  readonly of: Kind;
  readonly children: readonly (Name | Source | Unread)[];
}

/** A named entity. */
interface Name {
  readonly kind: 'name';
  readonly entry: ReferenceEntry;
  readonly place: SourcePlace | undefined;
}

interface Source {
  readonly kind: 'source';
  readonly source: ReferenceSource;
  /** The end of its path that distinguishes it from the others. */
  readonly label: string;
  readonly place: SourcePlace | undefined;
}

interface Unread {
  readonly kind: 'unread';
  readonly source: UnreadReferenceSource;
  /** The end of its path that distinguishes it from the others. */
  readonly label: string;
  readonly place: SourcePlace | undefined;
}

type Node = Group | Name | Source | Unread;

const KINDS: readonly ReferenceEntry['kind'][] = ['person', 'body', 'place', 'event'];

const ICONS: Readonly<Record<Kind, ThemeIcon>> = {
  person: new ThemeIcon('person'),
  body: new ThemeIcon('organization'),
  place: new ThemeIcon('location'),
  event: new ThemeIcon('calendar'),
  source: new ThemeIcon('book'),
  unread: new ThemeIcon('warning'),
};

/** The dropped data: files of the editor, one a line. */
const URI_LIST = 'text/uri-list';

/**
 * The people, organisations, places and events in the sources of the current draft, and the
 * sources. Files that are dropped on it are added to the sources.
 */
export class ReferenceView
  implements TreeDataProvider<Node>, TreeDragAndDropController<Node>, Disposable
{
  readonly #client: BaseLanguageClient;
  readonly #draft: CurrentDraft;
  readonly #changed = new EventEmitter<undefined>();
  readonly #view: TreeView<Node>;
  readonly #disposables: Disposable;
  #groups: readonly Group[] = [];
  /** The draft and the number of the reference that are shown. */
  #shown = '';

  readonly onDidChangeTreeData = this.#changed.event;
  readonly dragMimeTypes = [];
  readonly dropMimeTypes = [URI_LIST, 'files'];

  constructor(client: BaseLanguageClient, draft: CurrentDraft) {
    this.#client = client;
    this.#draft = draft;
    this.#view = window.createTreeView('copydesk.reference', {
      treeDataProvider: this,
      dragAndDropController: this,
      showCollapseAll: true,
    });
    this.#disposables = Disposable.from(
      this.#view,
      this.#changed,
      draft.onDidChange(() => void this.#refresh()),
      this.#view.onDidChangeVisibility(() => void this.#refresh()),
      commands.registerCommand('copydesk.markConfidential', (node?: Source) =>
        this.#changeMark(node, false),
      ),
      commands.registerCommand('copydesk.unmarkConfidential', (node: Source) =>
        this.#changeMark(node, true),
      ),
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
      case 'unread':
        return unreadItem(node);
    }
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) return [...this.#groups];
    return node.kind === 'group' ? [...node.children] : [];
  }

  async handleDrop(_target: Node | undefined, dropped: DataTransfer): Promise<void> {
    await addSourceFiles(this.#draft.uri, await filesIn(dropped));
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /**
   * Marks a source as confidential or removes the mark; without a source, asks the reporter which.
   */
  async #changeMark(node: Source | undefined, isMarked: boolean): Promise<void> {
    const uri = node?.place?.uri;
    const source = uri === undefined ? await this.#askForSource() : { uri, isMarked };
    if (source === undefined) return;
    await (source.isMarked ? unmarkConfidential(source.uri) : markConfidential(source.uri));
  }

  async #askForSource(): Promise<{ readonly uri: Uri; readonly isMarked: boolean } | undefined> {
    const { params } = this.#draft;
    const { sources } =
      params === undefined
        ? { sources: [] }
        : await this.#client.sendRequest(ReferenceRequest, params);
    const picks = sources.flatMap(({ name, summary, uri, isConfidential }) => {
      if (uri === undefined) return [];
      const isMarked = isConfidential === true;
      const detail = isMarked
        ? { detail: 'Confidential now: choose it to take the mark away' }
        : {};
      return [{ label: name, description: summary, ...detail, uri, isMarked }];
    });
    if (picks.length === 0) {
      void window.showInformationMessage('There is no source to mark as confidential.');
      return undefined;
    }
    const title = 'Mark Source as Confidential';
    const pick = await window.showQuickPick(picks, { title, placeHolder: 'Which source?' });
    return pick && { uri: Uri.parse(pick.uri, true), isMarked: pick.isMarked };
  }

  /** A reference may be large, so only a visible view requests it, and only once. */
  async #refresh(): Promise<void> {
    if (!this.#view.visible) return;
    const { params, state } = this.#draft;
    const wanted =
      params === undefined ? '' : `${state?.reference ?? 0} ${params.textDocument.uri}`;
    if (wanted === this.#shown) return;
    this.#shown = wanted;
    // A server that is stopping does not answer; the next one receives the request again.
    const overview =
      params === undefined
        ? undefined
        : await this.#client.sendRequest(ReferenceRequest, params).catch(() => undefined);
    if (wanted !== this.#shown) return;
    if (overview === undefined) this.#shown = '';
    this.#groups = overview === undefined ? [] : groupsOf(overview);
    // The welcome text, with its command, shows only in an empty view without a message.
    this.#view.message = this.#groups.length === 0 ? '' : (overview?.notice ?? '');
    this.#changed.fire(undefined);
  }

  /** Inserts a name at the cursor, replacing the selection. */
  async #insert(name: string): Promise<void> {
    const { uri } = this.#draft;
    if (uri === undefined) return;
    const editor = await showDraft(uri);
    await editor.edit((edit) => {
      for (const selection of editor.selections) edit.replace(selection, name);
    });
  }
}

/** The dropped files: those of the editor by URI, others by content. */
async function filesIn(dropped: DataTransfer): Promise<readonly IncomingFile[]> {
  const list = (await dropped.get(URI_LIST)?.asString()) ?? '';
  const uris = list.split(/\r?\n/u).filter((line) => line !== '' && !line.startsWith('#'));
  if (uris.length > 0) return uris.map((uri) => fileAt(Uri.parse(uri, true)));
  return [...dropped].flatMap(([, item]): IncomingFile[] => {
    const file = item.asFile();
    return file === undefined ? [] : [{ name: file.name, read: () => file.data() }];
  });
}

function groupsOf({ unread, entries, sources }: ReferenceOverview): readonly Group[] {
  const files = [...sources, ...unread.filter(({ line }) => line === undefined)];
  const labels = shortPaths(files.map(({ name }) => name));
  const labelOf = (name: string): string => labels.get(name) ?? name;
  const names = KINDS.map((of): Group => {
    const matching = entries.filter(({ kind }) => kind === of);
    return {
      kind: 'group',
      of,
      children: matching.map((entry): Name => {
        return { kind: 'name', entry, place: sourcePlace(entry.uri, entry.line) };
      }),
    };
  });
  const sourceGroup: Group = {
    kind: 'group',
    of: 'source',
    children: sources.map((source): Source => {
      return {
        kind: 'source',
        source,
        label: labelOf(source.name),
        place: sourcePlace(source.uri, 1),
      };
    }),
  };
  const unreadGroup: Group = {
    kind: 'group',
    of: 'unread',
    children: unread.map((source): Unread => {
      return {
        kind: 'unread',
        source,
        label: labelOf(source.name),
        place: sourcePlace(source.uri, source.line ?? 1),
      };
    }),
  };
  return [unreadGroup, ...names, sourceGroup].filter(({ children }) => children.length > 0);
}

function titleOf(kind: Kind): string {
  switch (kind) {
    case 'person':
      return 'People';
    case 'body':
      return 'Organisations';
    case 'place':
      return 'Places';
    case 'event':
      return 'Events';
    case 'source':
      return 'Sources';
    case 'unread':
      return 'Not Read';
  }
}

function groupItem({ of, children }: Group): TreeItem {
  const item = new TreeItem(
    titleOf(of),
    of === 'person' || of === 'unread'
      ? TreeItemCollapsibleState.Expanded
      : TreeItemCollapsibleState.Collapsed,
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
  return withOpenCommand(item, place);
}

function sourceItem({ source, label, place }: Source): TreeItem {
  const { name, summary, isConfidential } = source;
  const about = isConfidential === true ? `confidential, ${summary}` : summary;
  const item = new TreeItem(label);
  item.description = about;
  item.iconPath = isConfidential === true ? new ThemeIcon('lock') : ICONS.source;
  item.tooltip = `${name}\n${about}`;
  item.accessibilityInformation = { label: `${name}, ${about}` };
  if (place !== undefined)
    item.contextValue = isConfidential === true ? 'confidential source' : 'open source';
  return withOpenCommand(item, place);
}

function unreadItem({ source, label, place }: Unread): TreeItem {
  const { name, reason } = source;
  const item = new TreeItem(label);
  item.description = reason;
  item.iconPath = ICONS.unread;
  item.tooltip = `${name} ${reason}.`;
  item.accessibilityInformation = { label: `${name} ${reason}` };
  if (place !== undefined) item.contextValue = 'source';
  return withOpenCommand(item, place);
}

function withOpenCommand(item: TreeItem, place: SourcePlace | undefined): TreeItem {
  if (place !== undefined) item.command = openSource(place);
  return item;
}
