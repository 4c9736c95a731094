import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import {
  Selection,
  type TextEditor,
  Uri,
  ViewColumn,
  WorkspaceEdit,
  commands,
  env,
  window,
  workspace,
} from 'vscode';
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
import { factSheet, printedSheet, sheetRow, sheetTitles, untilSheet } from './sheet.js';

const FOUNDED = 'The Shanghai Cooperation Organisation was founded in 1999.';

describe('the fact sheet', () => {
  let editor: TextEditor;

  before(async () => {
    editor = await openDraft('summit-notes.md');
    await commands.executeCommand('copydesk.showFactSheet', editor.document.uri.toString());
  });

  /** The selection of the active editor. */
  const selected = (): string | undefined => {
    const active = window.activeTextEditor;
    return active?.document.getText(active.selection);
  };

  it('groups statements and quotes by verdict, with the words at issue and what the sources have', async () => {
    await untilSheet('the statement is there', (text) => text.includes(FOUNDED));
    assert.deepEqual(sheetTitles(), ['✕Contradicted 1', '✓Supported 2', '@Names and titles 3']);
    assert.match(
      printedSheet(),
      new RegExp(`^  ${FOUNDED} — 1999 → 2001 · astana-summit\\.md:\\d+, par\\. \\d+$`, 'mu'),
    );
    const { entry } = sheetRow('contradicted', FOUNDED);
    assert.ok('issues' in entry);
    assert.deepEqual(
      entry.issues.map(({ start, end, instead }) => [entry.text.slice(start, end), instead]),
      [['1999', '2001']],
    );
  });

  it('expands to the line, the message and each passage with its place', () =>
    assert.match(
      printedSheet(),
      /^ {2}The Shanghai .*\n {4}Line 3\n {4}.*1999.*\n {4}.*2001.*reference\/astana-summit\.md:\d+, par\. \d+ Use as Evidence$/mu,
    ));

  it('shows a statement in the draft and goes to it, and opens its evidence without losing the draft', async () => {
    const { id } = sheetRow('contradicted', FOUNDED);
    editor.selection = new Selection(0, 0, 0, 0);
    await factSheet().act({ act: 'reveal', id });
    assert.equal(editor.document.getText(editor.selection), FOUNDED);
    await factSheet().act({ act: 'go', id });
    assert.equal(selected(), FOUNDED);
    // The source has the focus when it is opened for the second time.
    for (const time of ['first', 'second']) {
      await factSheet().act({ act: 'open', id, list: 'evidence', index: 0 });
      const source = await until(`the source is open for the ${time} time`, () => {
        const now = window.activeTextEditor;
        return now !== undefined && now.document.uri.path.endsWith('astana-summit.md') && now;
      });
      assert.match(source.document.getText(source.selection), /2001/u);
      assert.ok(source.visibleRanges.some((range) => range.contains(source.selection)));
      const drafts = window.visibleTextEditors.filter(
        ({ document }) => document === editor.document,
      );
      assert.equal(drafts.length, 1, 'the draft is still in view');
      assert.notEqual(drafts[0]?.viewColumn, source.viewColumn);
      assert.equal(window.tabGroups.all.length, 2);
    }
    await untilSheet('the draft is still shown', (text) => text.includes(FOUNDED));
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

  it('copies an entry with its evidence', async () => {
    await factSheet().act({ act: 'copy', id: sheetRow('contradicted', FOUNDED).id });
    assert.match(
      await env.clipboard.readText(),
      new RegExp(`^${FOUNDED}\nContradicted\\. [^]*\n– .*2001.* \\(reference/astana-summit`, 'u'),
    );
  });

  it('updates while the draft is edited', async () => {
    const edit = new WorkspaceEdit();
    edit.replace(editor.document.uri, rangeOf(editor.document, '1999'), '2001');
    await workspace.applyEdit(edit);
    await untilSheet('nothing is contradicted', (text) => text.startsWith('✓Supported 3'));
    assert.deepEqual(sheetTitles(), ['✓Supported 3', '@Names and titles 3']);
  });

  it('lists each name with its title and its source', async () => {
    assert.match(
      printedSheet(),
      /^ {2}Narendra Modi\b.*\n {4}Line \d+\n {4}Title: .*\n(?: {4}.*\n)* {4}.*astana-summit\.md:\d+ Use as Evidence$/mu,
    );
    await factSheet().act({ act: 'go', id: sheetRow('names', 'Narendra Modi').id });
    assert.equal(selected(), 'Narendra Modi');
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
    await untilSheet('the draft is still shown', (text) => text.includes('2001'));
    assert.deepEqual(squiggles(await workspace.openTextDocument(uri)), []);
    await workspace.fs.delete(uri);
  });

  it('shows another draft when it becomes active', async () => {
    await openDraft('rail-link.md');
    await untilSheet('the other draft is shown', (text) => text.includes('TK tonnes of freight'));
  });

  it('lists placeholders and notes, and a command goes there', async () => {
    const { document } = await openDraft('rail-link.md');
    await untilSheet('the note is there', (text) => text.startsWith('…TK and open notes 1'));
    assert.match(printedSheet(), /^ {2}TK — .*TK tonnes of freight/mu);
    const isAtNote = (): boolean =>
      window.activeTextEditor?.document === document && selected() === 'TK';
    await factSheet().act({ act: 'go', id: sheetRow('notes', 'TK').id });
    assert.ok(isAtNote(), 'the row goes to the note');
    const shown = await window.showTextDocument(document);
    shown.selection = new Selection(0, 0, 0, 0);
    void commands.executeCommand('copydesk.goToNote');
    await until('the note is selected', async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return isAtNote();
    });
  });

  it('offers to add a source if none covers the draft', async () => {
    const { document } = await openUntitled(
      '# The Pool\n\nThe council of Harrow Bay closed the pool. Narendra Modi was not asked.\n',
    );
    await commands.executeCommand('copydesk.showFactSheet', document.uri.toString());
    await until('the button is there', () =>
      factSheet().html.includes('data-command="copydesk.addSource"'),
    );
    await closeActive();
  });
});

describe('a dismissed finding', () => {
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

  async function dismiss(): Promise<void> {
    await untilSheet('it is contradicted', isOpen);
    await applyFix(editor.document, '1999', 'Ignore here');
    await untilSheet('it is dismissed', isDismissed);
  }
  const isOpen = (text: string): boolean =>
    text.startsWith('✕Contradicted 1') && !text.includes('Dismissed');
  const isDismissed = (text: string): boolean =>
    text.includes('–Dismissed 1') && !text.includes('Contradicted');

  it('leaves the Problems and the other groups, and is listed under “Dismissed”', async () => {
    await dismiss();
    assert.match(printedSheet(), new RegExp(`^–Dismissed 1\n  ${FOUNDED}.*\n[^]*2001`, 'mu'));
    await untilSquiggles(editor.document, 'it is no longer reported', (all) =>
      all.every((squiggle) => !squiggle.startsWith('claim/')),
    );
  });

  it('is restored from the fact sheet', async () => {
    await factSheet().act({ act: 'restore', id: sheetRow('dismissed', FOUNDED).id });
    await untilSheet('it is contradicted again', isOpen);
    await untilSquiggles(editor.document, 'it is reported again', (all) =>
      all.some((squiggle) => squiggle.startsWith('claim/contradicted')),
    );
  });

  it('is restored by undoing the dismissal', async () => {
    await dismiss();
    await commands.executeCommand('copydesk.undoDecision');
    await untilSheet('it is contradicted again', isOpen);
  });
});

describe('the sign-off', () => {
  const MODI = 'Narendra Modi stays away.';
  /** The evidence is that of the contradicted statement. */
  const TIED = /^ {4}Evidence .*2001/mu;
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
    factSheet().setFilter('all');
    await window.showTextDocument(draft);
    await closeActive();
    await workspace.fs.delete(draft);
  });

  const stored = (): Thenable<string> =>
    workspace.fs.readFile(file).then(
      (bytes) => new TextDecoder().decode(bytes),
      () => '',
    );
  const isSigned = (text: string): boolean => text.includes(`  ${MODI} — checked by MO\n`);

  it('marks an entry as checked, in its row and in a file of the folder', async () => {
    await untilSheet('the statement is there', (text) => text.includes(MODI));
    await commands.executeCommand('copydesk.setInitials', 'MO');
    await factSheet().act({ act: 'check', id: sheetRow('supported', MODI).id });
    await untilSheet('it is signed', isSigned);
    assert.match(printedSheet(), /^ {2}Narendra Modi stays away\.[^–]*\n {4}Checked by MO on /mu);
    assert.match(await stored(), /^\{"draft":"signed\.md","by":"MO",.*Narendra Modi stays away/u);
  });

  it('stores the second and later signatures at once too, without a tab of the file', async () => {
    const lines = async (): Promise<number> => (await stored()).split('\n').filter(Boolean).length;
    const { id } = sheetRow('contradicted', FOUNDED);
    await factSheet().act({ act: 'tick', id });
    assert.equal(await lines(), 2);
    await factSheet().act({ act: 'tick', id });
    assert.equal(await lines(), 1);
    const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
    assert.ok(tabs.every(({ label }) => !label.endsWith('.ndjson')));
  });

  it('attaches a shown passage to the entry, and detaches it', async () => {
    const { id } = sheetRow('contradicted', FOUNDED);
    await factSheet().act({ act: 'tie', id, list: 'evidence', index: 0 });
    await untilSheet('it is evidence', (text) => TIED.test(text));
    assert.match(await stored(), /"evidence":\[\{.*2001/u);
    await factSheet().act({ act: 'untie', id, list: 'chosen', index: 0 });
    await untilSheet('it is not', (text) => !TIED.test(text));
  });

  it('filters by open and checked', () => {
    factSheet().setFilter('checked');
    assert.deepEqual(sheetTitles(), ['✓Supported 1']);
    assert.ok(isSigned(printedSheet()));
    factSheet().setFilter('open');
    assert.ok(printedSheet().includes(FOUNDED) && !printedSheet().includes(`  ${MODI}`));
    factSheet().setFilter('all');
    assert.ok(isSigned(printedSheet()));
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
    await untilSheet('it is reopened', (text) =>
      text.includes('  Narendra Modi stays at home. — reopened\n'),
    );
    assert.match(
      printedSheet(),
      /Reopened: the sentence was changed after MO checked it on .*It was: “Narendra Modi stays away\.”/u,
    );
  });

  it('reads the file again when it changes on disk', async () => {
    const line = (await stored()).replace('"MO"', '"RV"').replace('stays away', 'stays at home');
    await workspace.fs.writeFile(file, new TextEncoder().encode(line));
    await untilSheet('the other checker is shown', (text) =>
      text.includes('  Narendra Modi stays at home. — checked by RV\n'),
    );
    const row = factSheet()
      .groups.flatMap(({ rows }) => rows)
      .find(({ entry }) => entry.text === 'Narendra Modi stays at home.');
    await factSheet().act({ act: 'reopen', id: row?.id ?? '' });
    await untilSheet(
      'it is open',
      (text) => text.includes('stays at home.') && !text.includes('checked by'),
    );
  });
});
