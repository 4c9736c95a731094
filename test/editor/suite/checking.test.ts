import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { Selection, type TextEditor, Uri, commands, window, workspace } from 'vscode';
import { until } from '../until.js';
import { applyFix, closeActive, hoverTextAt, openDraft, rangeOf } from './drafts.js';
import { sheetRow, untilSheet } from './sheet.js';

const COST = 'The new slipway in Ardmoyle cost 900 pounds.';
const OPENED = 'Councillor Brida Halloway opened the slipway on Friday.';
const VISITORS = 'The slipway in Ardmoyle pleases its visitors.';
const DRAFT = `# A Slipway for Ardmoyle\n\n${COST} ${OPENED}\n\n${VISITORS} Who will sit on it?\n`;

const INVOICE = 'The slipway in Ardmoyle cost 700 pounds.';
const NOTES = 'Brida Halloway, a councillor, opened the slipway on Friday.';
const SEATS = 'Nobody counted what there is to sit on beside the slipway in Ardmoyle.';

const START = new Selection(0, 0, 0, 0);

describe('checking claims', () => {
  let folder: Uri;
  let editor: TextEditor;

  before(async () => {
    const opened = workspace.workspaceFolders?.[0]?.uri;
    assert.ok(opened !== undefined);
    folder = opened;
    await write('sources/invoice.md', `${INVOICE}\n\n${SEATS}\n`);
    await write('sources/notes.md', `${NOTES}\n`);
    await write('slipway.md', DRAFT);
    editor = await openDraft('slipway.md');
    await commands.executeCommand('copydesk.setInitials', 'MO');
    await commands.executeCommand('copydesk.showFactSheet', editor.document.uri.toString());
    await untilSheet('the claims are judged by the sources', (text) => text.includes('900 → 700'));
    editor = await openDraft('slipway.md');
    editor.selection = START;
  });

  after(async () => {
    await openDraft('slipway.md');
    await closeActive();
    await workspace.fs.delete(Uri.joinPath(folder, 'sources'), { recursive: true });
    await workspace.fs.delete(Uri.joinPath(folder, 'slipway.md'));
    await workspace.fs.delete(Uri.joinPath(folder, '.copydesk-signoff.ndjson'));
  });

  it('goes through open claims in the order of the text, and starts over at the end', async () => {
    for (const words of [COST, VISITORS, COST]) {
      await commands.executeCommand('copydesk.goToNextClaim');
      assert.deepEqual(editor.selection.active, rangeOf(editor.document, words).start, words);
    }
  });

  it('decides from the links in the hover of a claim', async () => {
    const text = await hoverTextAt(editor.document, COST, 'copydesk.checkClaim');
    assert.match(text, /Checked\].*Wrong….*Find in Sources…/u);
    await runLink(text, 'Checked');
    await untilSheet('it is signed', (sheet) => sheet.includes(`${COST} — checked by MO\n`));
    const signed = await hoverTextAt(editor.document, COST, 'Checked by MO on');
    await runLink(signed, 'Reopen');
    await untilSheet('it is open', (sheet) => !sheet.includes('checked by'));
  });

  it('offers to decide among the quick fixes', async () => {
    await applyFix(editor.document, 'pleases', 'Mark as checked');
    await untilSheet('it is signed', (sheet) => sheet.includes(`${VISITORS} — checked by MO\n`));
    await applyFix(editor.document, 'pleases', 'Reopen');
    await untilSheet('it is open', (sheet) => !sheet.includes('checked by'));
  });

  it('marks a claim as wrong and lists it under “To correct”', async () => {
    const text = await hoverTextAt(editor.document, COST, 'copydesk.checkClaim');
    // No note is typed.
    await accepting(runLink(text, 'Wrong…'));
    await untilSheet('it is to be corrected', (sheet) =>
      sheet.startsWith(`✎To correct 1\n  ${COST} — wrong, says MO\n`),
    );
    assert.match(await stored(), /"decision":"rejected"/u);
  });

  it('finds a passage, uses it as evidence and signs, with commands that have keys and with Enter', async () => {
    editor = await openDraft('slipway.md');
    editor.selection = START;
    await commands.executeCommand('copydesk.goToNextClaim');
    assert.deepEqual(editor.selection.active, rangeOf(editor.document, VISITORS).start);
    await accepting(commands.executeCommand('copydesk.findInSources'));
    await untilSheet('it is signed', (sheet) => sheet.includes(`${VISITORS} — checked by MO\n`));
    const { entry } = sheetRow('unsupported', VISITORS);
    assert.ok('signOff' in entry);
    assert.deepEqual(
      entry.signOff.evidence?.map(({ source, text }) => [source, text]),
      [['sources/invoice.md', INVOICE]],
    );
    assert.match(await stored(), /"evidence":\[\{/u);
  });

  it('goes through supported claims when only signatures are missing, and signs with Enter', async () => {
    editor = await openDraft('slipway.md');
    await commands.executeCommand('copydesk.goToNextClaim');
    assert.deepEqual(editor.selection.active, rangeOf(editor.document, OPENED).start);
    await accepting(commands.executeCommand('copydesk.checkClaim'));
    await untilSheet('it is signed', (sheet) => sheet.includes(`${OPENED} — checked by MO\n`));
    editor.selection = START;
    await commands.executeCommand('copydesk.goToNextClaim');
    assert.ok(editor.selection.isEqual(START), 'nothing is left to go to');
  });

  it('finds a passage for selected words that are no claim, and opens it beside the draft', async () => {
    const { start, end } = rangeOf(editor.document, 'sit on');
    editor.selection = new Selection(start, end);
    await accepting(commands.executeCommand('copydesk.findInSources'));
    const active = window.activeTextEditor;
    assert.equal(active?.document.getText(active.selection), SEATS);
    assert.notEqual(active.viewColumn, editor.viewColumn);
    await closeActive();
    editor = await openDraft('slipway.md');
  });

  it('closes the passage beside the draft on Escape, even if its source is open in another tab', async () => {
    await window.showTextDocument(Uri.joinPath(folder, 'sources/invoice.md'), { preview: false });
    editor = await openDraft('slipway.md');
    const { start, end } = rangeOf(editor.document, 'sit on');
    editor.selection = new Selection(start, end);
    const before = openTabs();
    const asked = commands.executeCommand('copydesk.findInSources');
    await until('the passage is shown', () => openTabs().length > before.length);
    await commands.executeCommand('workbench.action.closeQuickOpen');
    await asked;
    assert.deepEqual(openTabs(), before);
    await openDraft('sources/invoice.md');
    await closeActive();
    editor = await openDraft('slipway.md');
  });

  it('marks evidence as stale when the source is changed', async () => {
    await write('sources/invoice.md', `The slipway in Ardmoyle cost less.\n\n${SEATS}\n`);
    await untilSheet('the evidence is stale', (sheet) =>
      /^ {4}Evidence .*was changed since and no longer has these words/mu.test(sheet),
    );
  });

  async function write(path: string, text: string): Promise<void> {
    await workspace.fs.writeFile(Uri.joinPath(folder, path), new TextEncoder().encode(text));
  }

  async function stored(): Promise<string> {
    const file = Uri.joinPath(folder, '.copydesk-signoff.ndjson');
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  }
});

/** Runs the command of a link in a hover. */
async function runLink(hover: string, label: string): Promise<void> {
  const links = [
    ...hover.matchAll(/\[(?:\$\([\w-]+\) )?([^\]]+)\]\(command:([\w.]+)\?([^)]+)\)/gu),
  ];
  const [, , command = '', given = ''] = links.find(([, shown]) => shown === label) ?? [];
  assert.notEqual(command, '', `no link “${label}” in: ${hover}`);
  await commands.executeCommand(command, ...(JSON.parse(decodeURIComponent(given)) as unknown[]));
}

/** Each open tab as its column and title. */
function openTabs(): readonly string[] {
  return window.tabGroups.all.flatMap(({ tabs, viewColumn }) =>
    tabs.map(({ label }) => `${viewColumn} ${label}`),
  );
}

/** Resolves with something that asks, each time answered by Enter. */
async function accepting(asking: Thenable<unknown>): Promise<void> {
  let isDone = false;
  const done = Promise.resolve(asking).then(() => {
    isDone = true;
  });
  await until('everything is answered', async () => {
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isDone;
  });
  await done;
}
