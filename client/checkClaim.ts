import { Disposable, Position, type QuickPickItem, Uri, commands, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  CHECK_CLAIM,
  type ClaimDecision,
  type ClaimPlace,
  FIND_IN_SOURCES,
} from '../protocol/capabilityConstants.js';
import {
  FACT_SHEET_TITLES,
  type FactSheet,
  type SignableEntry,
  isDecided,
} from '../protocol/factSheet.js';
import { EntryAtRequest, FactSheetRequest } from '../protocol/requests.js';
import { type ClaimChoice, claimChoices } from './claimMenu.js';
import { findInSources } from './findInSources.js';
import { openSourceToSide, sourcePlace } from './navigation.js';
import type { SignOffs } from './signOffs.js';
import type { CurrentDraft } from './views/currentDraft.js';
import { entryAtCursor } from './views/entryAtCursor.js';

/** A claim or a name of a draft, and the position of the cursor. */
export interface CheckedEntry {
  readonly draft: Uri;
  readonly entry: SignableEntry;
}

/** A view whose focused row gives the entry. */
interface Focus {
  readonly focused: () => CheckedEntry | undefined;
}

/**
 * The commands that decide on a claim and find evidence for it, from the draft, a hover, the light
 * bulb or the fact sheet.
 */
export class ClaimChecks implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #draft: CurrentDraft;
  readonly #signOffs: SignOffs;
  readonly #view: Focus;
  readonly #disposables: Disposable;

  /** @param view The fact sheet: while it has the focus, the commands apply to its entry. */
  constructor(client: BaseLanguageClient, draft: CurrentDraft, signOffs: SignOffs, view: Focus) {
    this.#client = client;
    this.#draft = draft;
    this.#signOffs = signOffs;
    this.#view = view;
    this.#disposables = Disposable.from(
      commands.registerCommand(
        CHECK_CLAIM,
        (given?: ClaimPlace | CheckedEntry, does?: ClaimDecision) => this.#check(given, does),
      ),
      commands.registerCommand(FIND_IN_SOURCES, (given?: ClaimPlace | CheckedEntry) =>
        this.#find(given),
      ),
      // Not in the palette: only the menu of a claim uses them.
      commands.registerCommand('copydesk.setInitials', (initials?: string) =>
        signOffs.setInitials(initials),
      ),
    );
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** Decides on a claim; without a decision, asks the checker. */
  async #check(given: ClaimPlace | CheckedEntry | undefined, does?: ClaimDecision): Promise<void> {
    const found = await this.#entryOf(given);
    if (found === undefined) {
      await this.#checkSeveral();
      return;
    }
    await (does === undefined ? this.#ask(found) : this.#decide(found, does));
  }

  async #ask(checked: CheckedEntry): Promise<void> {
    const { entry } = checked;
    const picks = claimChoices(entry, this.#signOffs.initials);
    const pick = await window.showQuickPick<QuickPickItem & ClaimChoice>(
      picks.map((choice) => ({ ...choice })),
      { title: 'Check Claim', placeHolder: entry.text },
    );
    if (pick === undefined) return;
    switch (pick.does) {
      case 'find':
        return this.#find(checked);
      case 'several':
        return this.#checkSeveral();
      case 'initials':
        if ((await this.#signOffs.setInitials()) !== undefined) await this.#ask(checked);
        return;
      case 'untie':
        await this.#signOffs.tie(checked.draft, entry, []);
        return;
      default:
        return this.#decide(checked, pick.does);
    }
  }

  async #decide({ draft, entry }: CheckedEntry, does: ClaimDecision): Promise<void> {
    switch (does) {
      case 'checked':
        return this.#signOffs.sign(draft, [entry], { note: '' });
      case 'reopened':
        return this.#signOffs.reopen(draft, [entry]);
      case 'noted': {
        const note = await askForNote(entry, 'Checked', 'How you checked it');
        if (note !== undefined) await this.#signOffs.sign(draft, [entry], { note });
        return;
      }
      case 'rejected': {
        const note = await askForNote(entry, 'Wrong: Tell the Writer', 'What is wrong (optional)');
        if (note !== undefined)
          await this.#signOffs.sign(draft, [entry], { note, decision: 'rejected' });
      }
    }
  }

  /**
   * Finds a passage. If one is used as evidence, it is attached to the claim, and the checker is
   * asked to decide.
   */
  async #find(given: ClaimPlace | CheckedEntry | undefined): Promise<void> {
    const found = await this.#entryOf(given);
    const place = found === undefined ? this.#cursor() : placeOf(found);
    if (place === undefined) return;
    const query = given === undefined ? selectedWords(place.draft) : '';
    const search = { ...place, query, entry: found?.entry };
    const passage = await findInSources(this.#client, search);
    if (passage === undefined) return;
    const { uri, line, text } = passage;
    if (found === undefined) {
      const source = sourcePlace(uri, line, text);
      if (source !== undefined) await openSourceToSide(source, place.draft);
      return;
    }
    const kept = (found.entry.signOff.evidence ?? []).filter(({ stale }) => stale === undefined);
    if (!(await this.#signOffs.tie(found.draft, found.entry, [...kept, passage]))) return;
    const tied = await this.#entryOf({
      draft: found.draft.toString(),
      position: found.entry.range.start,
    });
    await this.#ask(tied ?? found);
  }

  /** Asks which of the open entries were checked, and signs them. */
  async #checkSeveral(): Promise<void> {
    const { uri, params } = this.#draft;
    if (uri === undefined || params === undefined) return;
    const sheet = await this.#client.sendRequest(FactSheetRequest, params);
    const entries = sheet && (await askForEntries(sheet, this.#cursor()?.position));
    if (entries) await this.#signOffs.sign(uri, entries, { note: '' });
  }

  /**
   * The given entry, or the one at the given place, or the focused row of the view, or the entry at
   * the cursor in the draft.
   */
  async #entryOf(given: ClaimPlace | CheckedEntry | undefined): Promise<CheckedEntry | undefined> {
    if (given !== undefined && 'entry' in given) return given;
    if (given === undefined) {
      const focused = this.#view.focused();
      if (focused !== undefined) return focused;
    }
    const place =
      given === undefined ? this.#cursor() : { ...given, draft: Uri.parse(given.draft, true) };
    if (place === undefined) return undefined;
    const textDocument = { uri: this.#client.code2ProtocolConverter.asUri(place.draft) };
    const { line, character } = place.position;
    const position = { line, character };
    const entry = await this.#client
      .sendRequest(EntryAtRequest, { textDocument, position })
      .catch(() => null);
    return entry === null ? undefined : { draft: place.draft, entry };
  }

  /** The cursor in the current draft; its start if no editor shows it. */
  #cursor(): { readonly draft: Uri; readonly position: Position } | undefined {
    const draft = this.#draft.uri;
    if (draft === undefined) return undefined;
    return { draft, position: editorOf(draft)?.selection.active ?? new Position(0, 0) };
  }
}

function editorOf(draft: Uri): typeof window.activeTextEditor {
  return [window.activeTextEditor, ...window.visibleTextEditors].find(
    (one) => one?.document.uri.toString() === draft.toString(),
  );
}

/** The selected words of a draft, on one line; empty if nothing is selected. */
function selectedWords(draft: Uri): string {
  const editor = editorOf(draft);
  return editor === undefined
    ? ''
    : editor.document.getText(editor.selection).replace(/\s+/gu, ' ').trim();
}

function placeOf({ draft, entry }: CheckedEntry): {
  readonly draft: Uri;
  readonly position: Position;
} {
  const { line, character } = entry.range.start;
  return { draft, position: new Position(line, character) };
}

function askForNote(
  entry: SignableEntry,
  title: string,
  placeHolder: string,
): Thenable<string | undefined> {
  return window.showInputBox({ title, prompt: entry.text, placeHolder });
}

/** An open entry in the list of those that can be signed. */
interface EntryPick extends QuickPickItem {
  readonly entry: SignableEntry;
}

/**
 * Asks which of the open entries of a sheet were checked, beginning with the one at the cursor;
 * `undefined` if there is no answer.
 */
async function askForEntries(
  { isCovered, entries, names }: FactSheet,
  cursor = new Position(0, 0),
): Promise<readonly SignableEntry[] | undefined> {
  const signable = [...(isCovered ? entries : []), ...names];
  const open = signable.filter((entry) => !isDecided(entry));
  if (open.length === 0) {
    void window.showInformationMessage('Every claim and name in this draft is checked.');
    return undefined;
  }
  const items = open.map(pickOf);
  const first = entryAtCursor(open, cursor);
  const list = window.createQuickPick<EntryPick>();
  list.title = `Mark as Checked (${open.length} open)`;
  list.placeholder = 'What have you checked?';
  list.canSelectMany = true;
  list.matchOnDetail = true;
  list.items = items;
  list.activeItems = items.filter(({ entry }) => entry === first);
  return new Promise((resolve) => {
    list.onDidAccept(() => {
      resolve(list.selectedItems.map(({ entry }) => entry));
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}

function pickOf(entry: SignableEntry): EntryPick {
  const { text, range, messages, signOff } = entry;
  const group = 'verdict' in entry ? entry.verdict : 'names';
  return {
    label: text,
    description: `line ${range.start.line + 1}, ${FACT_SHEET_TITLES[group]}`,
    detail: [signOff.reopened ?? '', ...messages].join(' ').trim(),
    entry,
  };
}
