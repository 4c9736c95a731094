import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import {
  CancellationTokenSource,
  DataTransfer,
  DataTransferItem,
  Selection,
  type TextEditor,
  type ThemeIcon,
  type TreeDragAndDropController,
  TreeItemCheckboxState,
  Uri,
  ViewColumn,
  WorkspaceEdit,
  commands,
  window,
  workspace,
} from 'vscode';
import { pdfOf, wordOf, wordParagraph } from '../../sources/extractors/bytes.js';
import { until } from '../until.js';
import {
  applyFix,
  closeActive,
  hoverTextAt,
  openDraft,
  openUntitled,
  rangeOf,
  squiggles,
  untilSquiggles,
} from './drafts.js';
import { type Row, type View, click, printed, rowAt, rowsOf, untilRows, view } from './viewRows.js';

/** The state of the box of a row; `undefined` if it has none. */
function checkboxOf({ item: { checkboxState } }: Row): TreeItemCheckboxState | undefined {
  return typeof checkboxState === 'object' ? checkboxState.state : checkboxState;
}

const FOUNDED = 'The Shanghai Cooperation Organisation was founded in 1999.';

/** The row of a passage is named after its file and line. */
const EVIDENCE = /^astana-summit\.md:\d+$/u;

describe('the fact sheet', () => {
  const shown = (): View => view('factSheet');
  let editor: TextEditor;

  before(async () => {
    editor = await openDraft('summit-notes.md');
    await commands.executeCommand('copydesk.showFactSheet', editor.document.uri.toString());
  });

  it('groups statements and quotes by verdict, with their evidence', async () => {
    const rows = await untilRows(shown(), 'the statement is there', (text) =>
      text.includes(FOUNDED),
    );
    assert.deepEqual(
      rows.map(({ label, item }) => [label, item.description]),
      [
        ['Contradicted', '1'],
        ['Supported', '2'],
        ['Names and titles', '3'],
      ],
    );
    const { rows: below } = rowAt(rows, /^Contradicted/u, FOUNDED);
    assert.ok(
      below.some(({ label }) => label.includes('2001')),
      printed(below),
    );
    rowAt(below, EVIDENCE);
  });

  it('shows the whole of a long statement and passage, and the file of each passage', async () => {
    const row = rowAt(await rowsOf(shown()), /^Contradicted/u, FOUNDED);
    const lines = row.rows.slice(0, 3).map(({ label }) => label);
    assert.equal(lines.join(' '), FOUNDED);
    const message = row.rows.find(
      ({ item }) => (item.iconPath as ThemeIcon | undefined)?.id === 'info',
    );
    assert.match(message?.item.accessibilityInformation?.label ?? '', /1999.*2001|2001.*1999/u);
    assert.match(row.item.tooltip as string, new RegExp(`^${FOUNDED}\n\n.*2001`, 'u'));
    const { label, item, rows: passage } = rowAt(row.rows, EVIDENCE);
    assert.ok(passage.length > 1, 'the passage is longer than a row');
    const whole = passage.map((line) => line.label).join(' ');
    assert.match(whole, /2001/u);
    assert.equal(item.tooltip, `${whole}\n\nreference/${label}`);
  });

  it('describes its icons for screen readers', async () => {
    const row = rowAt(await rowsOf(shown()), /^Contradicted/u, FOUNDED);
    assert.match(
      row.item.accessibilityInformation?.label ?? '',
      /^The Shanghai .*, line 3, Contradicted, .*2001/u,
    );
  });

  it('opens a statement, and its evidence without losing the draft', async () => {
    const row = rowAt(await rowsOf(shown()), /^Contradicted/u, FOUNDED);
    await click(row);
    const active = window.activeTextEditor;
    assert.equal(active?.document.getText(active.selection), FOUNDED);
    await click(rowAt(row.rows, EVIDENCE));
    const source = await until('the source is open', () => {
      const now = window.activeTextEditor;
      return now !== undefined && now.document.uri.path.endsWith('astana-summit.md') && now;
    });
    const line = source.document.lineAt(source.selection.active.line).text;
    assert.match(line, /2001/u);
    await untilRows(shown(), 'the draft is still shown', (text) => text.includes(FOUNDED));
  });

  it('opens evidence beside the draft, always in the same column, with the sentence selected', async () => {
    const { rows } = rowAt(await rowsOf(shown()), /^Contradicted/u, FOUNDED);
    const evidence = rows.find(({ item }) => item.contextValue === 'source');
    const tooltip = evidence?.item.tooltip;
    assert.ok(evidence !== undefined && typeof tooltip === 'string');
    const [sentence] = tooltip.split('\n');
    // The source has the focus when it is opened for the second time.
    for (const time of ['first', 'second']) {
      await click(evidence);
      const source = await until(`the source is open for the ${time} time`, () => {
        const now = window.activeTextEditor;
        return now !== undefined && now.document.uri.path.endsWith('astana-summit.md') && now;
      });
      assert.equal(source.document.getText(source.selection).replace(/\s+/gu, ' '), sentence);
      assert.ok(source.visibleRanges.some((range) => range.contains(source.selection)));
      const drafts = window.visibleTextEditors.filter(
        ({ document }) => document === editor.document,
      );
      assert.equal(drafts.length, 1, 'the draft is still in view');
      assert.notEqual(drafts[0]?.viewColumn, source.viewColumn);
      assert.equal(window.tabGroups.all.length, 2);
    }
  });

  it('opens evidence beside the draft from a link in a hover', async () => {
    await window.showTextDocument(editor.document, { viewColumn: ViewColumn.One });
    const text = await hoverTextAt(editor.document, FOUNDED, '2001');
    const link = /\]\(command:(?<command>copydesk\.showEvidence)\?(?<parameters>[^)]+)\)/u.exec(
      text,
    );
    assert.ok(link?.groups !== undefined, text);
    const { command = '', parameters = '' } = link.groups;
    await commands.executeCommand(
      command,
      ...(JSON.parse(decodeURIComponent(parameters)) as unknown[]),
    );
    const source = await until('the source is open', () => {
      const now = window.activeTextEditor;
      return now?.document !== editor.document && now;
    });
    const { active } = source.selection;
    assert.equal(
      source.document.getText(source.selection),
      source.document.lineAt(active.line).text.trim(),
    );
    assert.equal(window.tabGroups.all.length, 2);
    assert.notEqual(source.viewColumn, ViewColumn.One);
    await closeActive();
    await window.showTextDocument(editor.document, { viewColumn: ViewColumn.One });
  });

  it('updates while the draft is edited', async () => {
    const edit = new WorkspaceEdit();
    edit.replace(editor.document.uri, rangeOf(editor.document, '1999'), '2001');
    await workspace.applyEdit(edit);
    const rows = await untilRows(shown(), 'nothing is contradicted', (text) =>
      text.startsWith('Supported — 3'),
    );
    assert.deepEqual(
      rows.map(({ label }) => label),
      ['Supported', 'Names and titles'],
    );
  });

  it('lists each name with its title, its other forms and its source', async () => {
    const rows = await rowsOf(shown());
    const row = rowAt(rows, 'Names and titles', /^Narendra Modi$/u);
    assert.match(
      row.item.accessibilityInformation?.label ?? '',
      /^Narendra Modi, line \d+, Names and titles, Title: /u,
    );
    rowAt(row.rows, /^Title: /u);
    rowAt(row.rows, EVIDENCE);
    await click(row);
    const active = window.activeTextEditor;
    assert.equal(active?.document.getText(active.selection), 'Narendra Modi');
  });

  it('is exported as a web page and as Markdown, which is not checked as a draft', async () => {
    const save = async (name: string): Promise<[Uri, string]> => {
      const uri = Uri.joinPath(editor.document.uri, '..', name);
      await commands.executeCommand('copydesk.exportFactSheet', uri);
      return [uri, new TextDecoder().decode(await workspace.fs.readFile(uri))];
    };
    const [, page] = await save('sheet.html');
    assert.match(page, /^<!doctype html>.*<h1>Fact sheet: Notes From the Summit<\/h1>/su);
    const [uri, markdown] = await save('sheet.md');
    assert.match(markdown, /^- \[ \] Line 3: The Shanghai Cooperation Organisation/mu);
    await window.showTextDocument(uri);
    await untilRows(shown(), 'the draft is still shown', (text) => text.includes('2001'));
    assert.deepEqual(squiggles(await workspace.openTextDocument(uri)), []);
    await workspace.fs.delete(uri);
  });

  it('shows another draft when it becomes active', async () => {
    await openDraft('rail-link.md');
    await untilRows(shown(), 'the other draft is shown', (text) =>
      text.includes('TK tonnes of freight'),
    );
  });

  it('lists what is left to fill in, and a command goes there', async () => {
    const { document } = await openDraft('rail-link.md');
    const rows = await untilRows(shown(), 'the note is there', (text) =>
      text.startsWith('TK and open notes — 1'),
    );
    const row = rowAt(rows, 'TK and open notes', 'TK');
    assert.match(String(row.item.description), /TK tonnes of freight/u);
    assert.match(
      row.item.accessibilityInformation?.label ?? '',
      /^TK, line \d+, TK and open notes, /u,
    );
    const isAtNote = (): boolean => {
      const active = window.activeTextEditor;
      return active?.document === document && document.getText(active.selection) === 'TK';
    };
    await click(row);
    assert.ok(isAtNote(), 'the row goes to the note');
    const editor = await window.showTextDocument(document);
    editor.selection = new Selection(0, 0, 0, 0);
    void commands.executeCommand('copydesk.goToNote');
    await until('the note is selected', async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return isAtNote();
    });
  });

  it('offers to add a source where none covers the draft', async () => {
    const { document } = await openUntitled(
      '# The Pool\n\nThe council of Harrow Bay closed the pool. Narendra Modi was not asked.\n',
    );
    await commands.executeCommand('copydesk.showFactSheet', document.uri.toString());
    const [row] = await untilRows(shown(), 'the row is there', (text) =>
      text.startsWith('Add Source…'),
    );
    assert.equal(row?.item.command?.command, 'copydesk.addSource');
    await closeActive();
  });
});

describe('a dismissed finding', () => {
  const shown = (): View => view('factSheet');
  let draft: Uri;
  let file: Uri;
  let editor: TextEditor;

  before(async () => {
    const folder = workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder !== undefined);
    [draft, file] = [Uri.joinPath(folder, 'dismissed.md'), Uri.joinPath(folder, '.copydesk.json')];
    const text = `# More Notes\n\n${FOUNDED} Narendra Modi stays away, said Niva Yau.\n`;
    await workspace.fs.writeFile(draft, new TextEncoder().encode(text));
    editor = await openDraft('dismissed.md');
    await commands.executeCommand('copydesk.showFactSheet', draft.toString());
  });

  after(async () => {
    await window.showTextDocument(draft);
    await closeActive();
    await workspace.fs.delete(draft);
    await workspace.fs.delete(file);
  });

  async function dismiss(): Promise<readonly Row[]> {
    await untilRows(shown(), 'it is contradicted', isOpen);
    await applyFix(editor.document, '1999', 'Ignore here');
    return untilRows(shown(), 'it is dismissed', isDismissed);
  }
  const isOpen = (text: string): boolean =>
    text.startsWith('Contradicted — 1') && !text.includes('Dismissed');
  const isDismissed = (text: string): boolean =>
    text.includes('Dismissed — 1') && !text.includes('Contradicted');

  it('leaves the Problems and the other groups, and is listed under “Dismissed”', async () => {
    const rows = await dismiss();
    const row = rowAt(rows, 'Dismissed', FOUNDED);
    assert.ok(
      row.rows.some(({ label }) => label.includes('2001')),
      printed(rows),
    );
    assert.match(row.item.accessibilityInformation?.label ?? '', /line 3, Dismissed, /u);
    await untilSquiggles(editor.document, 'it is no longer reported', (all) =>
      all.every((squiggle) => !squiggle.startsWith('claim/')),
    );
  });

  it('is restored from the fact sheet', async () => {
    const row = rowAt(await rowsOf(shown()), 'Dismissed', FOUNDED);
    assert.equal(row.item.contextValue, 'dismissed');
    await commands.executeCommand('copydesk.restoreFinding', row.node);
    await untilRows(shown(), 'it is contradicted again', isOpen);
    await untilSquiggles(editor.document, 'it is reported again', (all) =>
      all.some((squiggle) => squiggle.startsWith('claim/contradicted')),
    );
  });

  it('is restored by keyboard: the command asks which', async () => {
    await dismiss();
    void commands.executeCommand('copydesk.restoreFinding');
    await until('it is contradicted again', async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return isOpen(printed(await rowsOf(shown())));
    });
  });

  it('is restored by undoing the dismissal', async () => {
    await dismiss();
    await commands.executeCommand('copydesk.undoDecision');
    await untilRows(shown(), 'it is contradicted again', isOpen);
  });
});

describe('the sign-off', () => {
  const shown = (): View => view('factSheet');
  const MODI = 'Narendra Modi stays away.';
  let draft: Uri;
  let file: Uri;
  let editor: TextEditor;

  before(async () => {
    const folder = workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder !== undefined);
    draft = Uri.joinPath(folder, 'signed.md');
    file = Uri.joinPath(folder, '.copydesk-signoff.ndjson');
    const quote = '“From a long-term, strategic perspective, this railway is very important,”';
    const text = `# Signed Notes\n\n${FOUNDED} ${MODI}\n\n${quote} said Niva Yau.\n`;
    await workspace.fs.writeFile(draft, new TextEncoder().encode(text));
    editor = await openDraft('signed.md');
    await commands.executeCommand('copydesk.showFactSheet', draft.toString());
  });

  after(async () => {
    await commands.executeCommand('copydesk.filterFactSheet', 'all');
    await window.showTextDocument(draft);
    await closeActive();
    await workspace.fs.delete(draft);
  });

  const stored = async (): Promise<string> =>
    workspace.fs.readFile(file).then(
      (bytes) => new TextDecoder().decode(bytes),
      () => '',
    );
  const isSigned = (text: string): boolean => text.includes(`${MODI} — checked by MO`);

  it('marks an entry as checked, in its row and in a file of the folder', async () => {
    const rows = await untilRows(shown(), 'the statement is there', (text) => text.includes(MODI));
    const row = rowAt(rows, 'Supported', MODI);
    assert.equal(checkboxOf(row), TreeItemCheckboxState.Unchecked);
    assert.equal(row.item.contextValue, 'supported unsigned');
    await commands.executeCommand('copydesk.setInitials', 'MO');
    await commands.executeCommand('copydesk.signOff', row.node);
    const signed = rowAt(await untilRows(shown(), 'it is signed', isSigned), 'Supported', MODI);
    assert.equal(checkboxOf(signed), TreeItemCheckboxState.Checked);
    assert.equal(signed.item.contextValue, 'supported signed');
    assert.match(
      signed.item.accessibilityInformation?.label ?? '',
      /, checked by MO, Checked by MO on /u,
    );
    assert.match(await stored(), /^\{"draft":"signed\.md","by":"MO",.*Narendra Modi stays away/u);
  });

  it('stores the second and later signatures at once too, without a tab of the file', async () => {
    const lines = async (): Promise<number> => (await stored()).split('\n').filter(Boolean).length;
    const row = rowAt(await rowsOf(shown()), /^Contradicted/u, FOUNDED);
    await commands.executeCommand('copydesk.signOff', row.node);
    assert.equal(await lines(), 2);
    await commands.executeCommand('copydesk.reopen', row.node);
    assert.equal(await lines(), 1);
    const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
    assert.ok(tabs.every(({ label }) => !label.endsWith('.ndjson')));
  });

  it('filters by open and checked', async () => {
    await commands.executeCommand('copydesk.filterFactSheet', 'checked');
    await untilRows(shown(), 'only the signed statement is shown', (text) =>
      /^Supported — 1\n\s+Narendra Modi stays away\. — checked by MO\n/u.test(text),
    );
    await commands.executeCommand('copydesk.filterFactSheet', 'open');
    await untilRows(
      shown(),
      'everything else is shown',
      (text) => text.includes(FOUNDED) && !text.includes(MODI),
    );
    await commands.executeCommand('copydesk.filterFactSheet', 'all');
    await untilRows(shown(), 'all is shown', isSigned);
  });

  it('is exported with the draft', async () => {
    const sheet = Uri.joinPath(draft, '..', 'signed-sheet.md');
    await commands.executeCommand('copydesk.exportFactSheet', sheet);
    const text = new TextDecoder().decode(await workspace.fs.readFile(sheet));
    await workspace.fs.delete(sheet);
    assert.match(text, /^- \[x\] Line 3: Narendra Modi stays away\..*\n {2}- Checked by MO on /mu);
    assert.match(text, /1 of \d+ claims and names are checked \(MO 1\)/u);
  });

  it('is open again, and says so, when the sentence is changed', async () => {
    const edit = new WorkspaceEdit();
    edit.replace(draft, rangeOf(editor.document, 'stays away'), 'stays at home');
    await workspace.applyEdit(edit);
    const rows = await untilRows(shown(), 'it is reopened', (text) =>
      text.includes('Narendra Modi stays at home. — reopened'),
    );
    const row = rows
      .flatMap(({ rows: below }) => below)
      .find(({ label }) => label.includes('home'));
    assert.match(
      row?.item.accessibilityInformation?.label ?? '',
      /Reopened: the sentence was changed after MO checked it on .*It was: “Narendra Modi stays away\.”/u,
    );
  });

  it('reads the file again when it changes on disk', async () => {
    const line = (await stored()).replace('"MO"', '"RV"').replace('stays away', 'stays at home');
    await workspace.fs.writeFile(file, new TextEncoder().encode(line));
    const rows = await untilRows(shown(), 'the other checker is shown', (text) =>
      text.includes('Narendra Modi stays at home. — checked by RV'),
    );
    const row = rows
      .flatMap(({ rows: below }) => below)
      .find(({ label }) => label.includes('home'));
    await commands.executeCommand('copydesk.reopen', row?.node);
    await untilRows(
      shown(),
      'it is open',
      (text) => text.includes('stays at home.') && !text.includes('checked by'),
    );
  });
});

describe('the reference', () => {
  const shown = (): View => view('reference');

  it('lists people, organisations, places and sources with their counts', async () => {
    await commands.executeCommand('copydesk.reference.focus');
    const rows = await untilRows(shown(), 'the reference is there', (text) =>
      text.startsWith('People'),
    );
    for (const { label, item, rows: below } of rows) {
      assert.equal(item.description, String(below.length), label);
    }
    assert.deepEqual(
      rows.map(({ label }) => label).filter((label) => label !== 'Events'),
      ['People', 'Organisations', 'Places', 'Sources'],
    );
    const { item } = rowAt(rows, 'People', 'Narendra Modi');
    assert.match(String(item.description), /prime minister/iu);
    assert.match(String(rowAt(rows, 'Sources', /astana/u).item.description), /\d+ facts/u);
  });

  it('opens an entry at its line', async () => {
    await click(rowAt(await rowsOf(shown()), 'People', 'Narendra Modi'));
    const source = await until('the dossier is open', () => {
      const now = window.activeTextEditor;
      return now !== undefined && now.document.uri.path.endsWith('astana-summit.md') && now;
    });
    assert.match(source.document.lineAt(source.selection.active.line).text, /Narendra Modi/u);
  });

  it('is empty without sources for a draft about something else, which is told no claim is missing', async () => {
    const { document } = await openUntitled(
      '# The Pool\n\nThe council of Harrow Bay closed the the pool. Narendra Modi was not asked. Tickets cost six pounds.\n',
    );
    await untilRows(shown(), 'the reference is empty', (text) => text === '');
    await until('only its sentences are reported', () => {
      const reported = squiggles(document);
      return reported.length === 1 && reported[0] === 'sentence/repeated-word “the the”';
    });
    await closeActive();
  });

  it('has commands that go to the next finding and back, hints included, and one that fixes what is safe', async () => {
    const editor = await openUntitled(
      'The pool is is shut. Mr Roe swam there. Mr. Poe sat by the the sea.\n',
    );
    const { document } = editor;
    await untilSquiggles(document, 'all are reported', (all) => all.length === 3);
    const go = async (direction: 'Next' | 'Previous', words: string): Promise<void> => {
      await commands.executeCommand(`copydesk.goTo${direction}Finding`);
      assert.deepEqual(editor.selection.active, rangeOf(document, words).start);
    };
    await go('Next', 'is is');
    await go('Next', 'Mr.');
    await go('Next', 'the the');
    await go('Next', 'is is');
    await go('Previous', 'the the');
    await go('Previous', 'Mr.');
    await commands.executeCommand('copydesk.fixAll');
    await until('what is safe is fixed', () =>
      document.getText().startsWith('The pool is shut. Mr Roe swam there. Mr. Poe sat by the sea.'),
    );
    await closeActive();
  });

  it('lists the sources that could not be read, each with the reason', async () => {
    const { document } = await openDraft('ferry-line.md');
    const sources = Uri.joinPath(document.uri, '..', 'sources');
    const scan = 'contains scanned pages but no text, so it needs text recognition (OCR) first';
    const unread: readonly (readonly [name: string, bytes: Uint8Array, reason: string])[] = [
      ['broken.pdf', new TextEncoder().encode('%PDF-1.7\n'), 'is not a PDF or is damaged'],
      ['scan.pdf', pdfOf([[]]), scan],
    ];
    for (const [name, bytes] of unread) {
      await workspace.fs.writeFile(Uri.joinPath(sources, name), bytes);
    }
    await commands.executeCommand('copydesk.reference.focus');
    const rows = await untilRows(shown(), 'both are listed', (text) =>
      text.startsWith('Not Read — 2'),
    );
    for (const [name, , reason] of unread) {
      const { item } = rowAt(rows, 'Not Read', name);
      assert.equal(item.description, reason);
      assert.equal((item.iconPath as ThemeIcon).id, 'warning');
      assert.equal(item.accessibilityInformation?.label, `sources/${name} ${reason}`);
    }
    await workspace.fs.delete(sources, { recursive: true });
    await untilRows(shown(), 'they are gone', (text) => !text.includes('Not Read'));
  });

  it('takes files and notes as sources, by command or dropped on it', async () => {
    const { document } = await openDraft('ferry-line.md');
    const folder = Uri.joinPath(document.uri, '..');
    const desk = Uri.joinPath(folder, 'desk');
    const at = async (name: string): Promise<Uri> => {
      const uri = Uri.joinPath(desk, name);
      await workspace.fs.writeFile(uri, new TextEncoder().encode('The harbour is open.\n'));
      return uri;
    };
    const [call, photo] = [await at('call.txt'), await at('photo.jpg')];
    const add = async (given: unknown): Promise<readonly string[]> => {
      const added = await commands.executeCommand<readonly Uri[]>('copydesk.addSource', given);
      return added.map(({ path }) => path.slice(folder.path.length + 1));
    };
    assert.deepEqual(await add([call, photo]), ['sources/call.txt']);
    assert.deepEqual(await add([call]), ['sources/call-2.txt']);
    const note = {
      text: 'The mayor rang about the the quay.',
      name: 'The mayor',
      day: '2026-03-09',
    };
    assert.deepEqual(await add(note), ['sources/2026-03-09-the-mayor.txt']);
    const shownNote = window.activeTextEditor?.document;
    assert.equal(shownNote?.getText(), 'The mayor rang about the the quay.');
    await untilSquiggles(
      shownNote,
      'a source is not checked as a draft',
      (all) => all.length === 0,
    );
    await commands.executeCommand('copydesk.reference.focus');
    await untilRows(shown(), 'it is a source', (text) => text.includes('2026-03-09-the-mayor.txt'));
    assert.deepEqual(squiggles(shownNote), []);
    await closeActive();

    const dropped = new DataTransfer();
    const release = await at('release.md');
    const source = Uri.joinPath(folder, 'sources', 'call.txt');
    dropped.set(
      'text/uri-list',
      new DataTransferItem(`${release.toString()}\r\n${source.toString()}`),
    );
    const target = view('reference') as View & TreeDragAndDropController<unknown>;
    await target.handleDrop?.(undefined, dropped, new CancellationTokenSource().token);
    const sources = await workspace.fs.readDirectory(Uri.joinPath(folder, 'sources'));
    assert.deepEqual(sources.map(([name]) => name).sort(), [
      '2026-03-09-the-mayor.txt',
      'call-2.txt',
      'call.txt',
      'release.md',
    ]);
    await workspace.fs.delete(Uri.joinPath(folder, 'sources'), { recursive: true });
    await workspace.fs.delete(desk, { recursive: true });
  });

  it('is not needed for opening a Word document as a draft beside it', async () => {
    const { document } = await openDraft('ferry-line.md');
    const word = Uri.joinPath(document.uri, '..', 'pool.docx');
    const bytes = wordOf(wordParagraph('The the pool is shut.'));
    await workspace.fs.writeFile(word, bytes);
    const open = (): Thenable<Uri | undefined> =>
      commands.executeCommand('copydesk.openAsDraft', word);
    for (const name of ['pool.md', 'pool-2.md']) {
      const draft = await open();
      assert.equal(draft?.path, Uri.joinPath(word, '..', name).path);
      const editor = window.activeTextEditor;
      assert.equal(editor?.document.getText(), 'The the pool is shut.\n');
      await untilSquiggles(editor.document, 'it is checked', (all) =>
        all.includes('sentence/repeated-word “The the”'),
      );
      await closeActive();
    }
    assert.deepEqual(new Uint8Array(await workspace.fs.readFile(word)), bytes);
    for (const name of ['pool.docx', 'pool.md', 'pool-2.md']) {
      await workspace.fs.delete(Uri.joinPath(word, '..', name));
    }
  });

  it('is not needed for a new story folder, which is never written over', async () => {
    const { document } = await openDraft('ferry-line.md');
    const parent = Uri.joinPath(document.uri, '..');
    const create = (): Thenable<Uri | undefined> =>
      commands.executeCommand('copydesk.newStoryFolder', 'Harbour inquiry', parent);
    const draft = await create();
    assert.equal(draft?.path, Uri.joinPath(parent, 'harbour-inquiry', 'harbour-inquiry.md').path);
    const story = Uri.joinPath(draft, '..');
    for (const path of ['sources/dossier.md', '.vscode/settings.json']) {
      await workspace.fs.stat(Uri.joinPath(story, path));
    }
    assert.equal(await create(), undefined);
    await workspace.fs.delete(story, { recursive: true });
  });

  it('inserts a name into the draft', async () => {
    const editor = await openDraft('summit-notes.md');
    const rows = await untilRows(shown(), 'the reference is there', (text) =>
      text.includes('Niva Yau'),
    );
    const { end } = rangeOf(editor.document, 'said Niva Yau.');
    editor.selection = new Selection(end, end);
    await until('the name is there', async () => {
      await commands.executeCommand('copydesk.insertName', rowAt(rows, 'People', 'Niva Yau').node);
      return editor.document.getText().includes('said Niva Yau.Niva Yau');
    });
  });
});
