import {
  Disposable,
  EventEmitter,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  type Uri,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { TimelineRequest } from '../../protocol/requests.js';
import type { TimelineItem } from '../../protocol/timeline.js';
import { type SourcePlace, openSourceBeside, sourcePlace } from '../navigation.js';
import type { CurrentDraft } from './currentDraft.js';
import { type TimelineGroup, timelineGroups, timelineRowText } from './timelineRows.js';

/** A day with its entries. */
interface Day extends TimelineGroup {
  readonly kind: 'day';
  readonly draft: Uri;
}

/** A sentence of the draft or of a source. */
interface Row {
  readonly kind: 'row';
  readonly item: TimelineItem;
  readonly draft: Uri;
  /** Only for a source that is a file. */
  readonly place: SourcePlace | undefined;
}

type Node = Day | Row;

/** The dates and times that the current draft and its sources name, in order. */
export class TimelineView implements TreeDataProvider<Node>, Disposable {
  readonly #client: BaseLanguageClient;
  readonly #draft: CurrentDraft;
  readonly #changed = new EventEmitter<undefined>();
  readonly #view: TreeView<Node>;
  readonly #disposables: Disposable;
  #days: readonly Day[] = [];
  /** Counts the requests, because only the answer to the last one is shown. */
  #requests = 0;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(client: BaseLanguageClient, draft: CurrentDraft) {
    this.#client = client;
    this.#draft = draft;
    this.#view = window.createTreeView('copydesk.timeline', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.#disposables = Disposable.from(
      this.#view,
      this.#changed,
      draft.onDidChange(() => void this.#refresh()),
      this.#view.onDidChangeVisibility(() => void this.#refresh()),
    );
    void this.#refresh();
  }

  getTreeItem(node: Node): TreeItem {
    return node.kind === 'day' ? dayItem(node) : rowItem(node);
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) return [...this.#days];
    return node.kind === 'row' ? [] : node.items.map((item) => rowOf(item, node.draft));
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** A hidden view sends no requests, because an answer requires reading the sources. */
  async #refresh(): Promise<void> {
    if (!this.#view.visible) return;
    const request = ++this.#requests;
    const { params, uri } = this.#draft;
    // A server that is stopping does not answer; the status bar shows that.
    const timeline =
      params === undefined
        ? null
        : await this.#client.sendRequest(TimelineRequest, params).catch(() => null);
    if (request !== this.#requests) return;
    this.#days =
      timeline === null || uri === undefined
        ? []
        : timelineGroups(timeline).map((group) => ({ kind: 'day', ...group, draft: uri }));
    this.#view.message =
      timeline !== null && this.#days.length === 0 ? 'No dates in the draft or its sources.' : '';
    this.#changed.fire(undefined);
  }
}

function rowOf(item: TimelineItem, draft: Uri): Row {
  const { source, text } = item;
  const place = source && sourcePlace(source.uri, source.line, text);
  return { kind: 'row', item, draft, place };
}

function dayItem({ day, items }: Day): TreeItem {
  const item = new TreeItem(day, TreeItemCollapsibleState.Expanded);
  item.id = day;
  item.description = String(items.length);
  item.iconPath = new ThemeIcon('calendar');
  item.accessibilityInformation = { label: `${day}: ${items.length}` };
  return item;
}

/** Opens the place of a row: in the draft, or in a source beside it. */
function rowItem({ item: entry, draft, place: opened }: Row): TreeItem {
  const { range, source } = entry;
  const { label, description, tooltip, spoken } = timelineRowText(entry);
  const row = new TreeItem(label);
  row.description = description;
  row.tooltip = tooltip;
  row.accessibilityInformation = { label: spoken };
  row.iconPath = new ThemeIcon(
    source === undefined ? 'edit' : source.isConfidential === true ? 'lock' : 'book',
  );
  if (range !== undefined) {
    row.command = {
      command: 'copydesk.goToStatement',
      title: 'Go to Statement',
      arguments: [{ draft, entry: { range } }],
    };
  }
  if (opened !== undefined) {
    row.contextValue = 'source';
    row.command = openSourceBeside(opened);
  }
  return row;
}
