import {
  CancellationTokenSource,
  type Position,
  type QuickPickItem,
  type Tab,
  TabInputText,
  ThemeIcon,
  type Uri,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { evidencePlace } from '../protocol/evidencePlace.js';
import type { FactSheetEvidence, SignableEntry } from '../protocol/factSheet.js';
import { FindPassagesRequest } from '../protocol/requests.js';
import { isSamePassage } from '../protocol/signOff.js';
import { previewSource, sourcePlace } from './navigation.js';
import { textUriOf } from './sourceTexts.js';

/** What to search passages for. */
export interface Search {
  readonly draft: Uri;
  readonly position: Position;
  /** The initial query; empty for the passages about the statement at the position. */
  readonly query: string;
  /** The entry that a passage would be evidence for; `undefined` if only words were selected. */
  readonly entry: SignableEntry | undefined;
}

/** A passage in the list. */
interface PassagePick extends QuickPickItem {
  readonly passage: FactSheetEvidence;
}

/**
 * Lets the reporter look for a passage in the sources: in a list that follows what is typed, with
 * the place of the active one beside the draft. Resolves to the chosen passage; `undefined` if
 * there is none.
 */
export async function findInSources(
  client: BaseLanguageClient,
  { draft, position, query, entry }: Search,
): Promise<FactSheetEvidence | undefined> {
  const at = {
    textDocument: { uri: client.code2ProtocolConverter.asUri(draft) },
    position: client.code2ProtocolConverter.asPosition(position),
  };
  const tabsBefore = new Set(textTabs().map(({ key }) => key));
  const list = window.createQuickPick<PassagePick>();
  list.title = entry === undefined ? 'Find in Sources' : `Find in Sources: ${entry.text}`;
  list.placeholder =
    entry === undefined
      ? 'Words to find. Enter opens the passage.'
      : 'Words to find. Enter uses the passage as evidence.';
  list.value = query;
  let current = new CancellationTokenSource();
  const search = async (words: string): Promise<void> => {
    current.cancel();
    const token = (current = new CancellationTokenSource()).token;
    list.busy = true;
    const found = await client
      .sendRequest(FindPassagesRequest, { ...at, query: words }, token)
      .catch((): readonly FactSheetEvidence[] => []);
    if (token.isCancellationRequested) return;
    list.busy = false;
    list.items = found.map((passage) => pickOf(passage, entry));
  };
  let latest: PassagePick | undefined;
  // Run one at a time, so that no preview opens after the others were closed.
  let previews = Promise.resolve();
  const chosen = await new Promise<FactSheetEvidence | undefined>((resolve) => {
    list.onDidChangeValue((words) => void search(words));
    list.onDidChangeActive(([active]) => {
      latest = active;
      previews = previews.then(() =>
        active === undefined || active !== latest ? undefined : preview(active.passage, draft),
      );
    });
    list.onDidAccept(() => {
      const [pick] = list.activeItems;
      if (pick === undefined) return;
      resolve(pick.passage);
      list.hide();
    });
    list.onDidHide(() => {
      current.cancel();
      latest = undefined;
      resolve(undefined);
      list.dispose();
    });
    list.show();
    void search(query);
  });
  await previews;
  if (chosen === undefined) await closePreviews(tabsBefore);
  return chosen;
}

function pickOf(passage: FactSheetEvidence, entry: SignableEntry | undefined): PassagePick {
  const { text, isConfidential } = passage;
  const isTied = (entry?.signOff.evidence ?? []).some((one) => isSamePassage(one, passage));
  const icon = isConfidential === true ? 'lock' : isTied ? 'pinned' : 'book';
  return {
    label: text,
    detail: `${evidencePlace(passage)}${isTied ? ', already used' : ''}${isConfidential === true ? ', confidential' : ''}`,
    iconPath: new ThemeIcon(icon),
    // The server has already searched, also for other forms of the typed words.
    alwaysShow: true,
    passage,
  };
}

/** A source that cannot be shown is not previewed; its words are in the list. Does not reject. */
async function preview({ uri, line, text }: FactSheetEvidence, draft: Uri): Promise<void> {
  const place = uri === undefined ? undefined : sourcePlace(textUriOf(uri).toString(), line, text);
  if (place === undefined) return;
  await previewSource(place, draft).catch(() => undefined);
}

/** The open tabs with a text, each with a key of its column and URI. */
function textTabs(): readonly { readonly key: string; readonly tab: Tab }[] {
  return window.tabGroups.all.flatMap(({ tabs, viewColumn }) =>
    tabs.flatMap((tab) =>
      tab.input instanceof TabInputText
        ? [{ key: `${viewColumn} ${tab.input.uri.toString()}`, tab }]
        : [],
    ),
  );
}

/** Closes the tab that was opened to look at passages, unless it was there before. */
async function closePreviews(before: ReadonlySet<string>): Promise<void> {
  const opened = textTabs().filter(({ key, tab }) => tab.isPreview && !before.has(key));
  await window.tabGroups.close(
    opened.map(({ tab }) => tab),
    true,
  );
}
