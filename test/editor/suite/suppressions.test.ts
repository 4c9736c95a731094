import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import {
  type CompletionList,
  Position,
  type TextEditor,
  Uri,
  WorkspaceEdit,
  commands,
  languages,
  window,
  workspace,
} from 'vscode';
import { until } from '../until.js';
import { closeActive, openDraft, rangeOf, squiggles, applyFix, untilSquiggles } from './drafts.js';

describe('suppressions for a draft', () => {
  let editor: TextEditor;
  let file: Uri;

  const saved = async (): Promise<unknown> =>
    JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(file)));
  const assertNoTab = (): void => {
    const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
    assert.deepEqual(
      tabs.filter(({ label }) => label === '.copydesk.json'),
      [],
    );
  };

  before(async () => {
    editor = await openDraft('ferry-line.md');
    file = Uri.joinPath(editor.document.uri, '..', '.copydesk.json');
  });

  after(async () => {
    await closeActive();
    await workspace.fs.delete(file);
  });

  it('accept a name everywhere, in a file that is saved', async () => {
    const names = (shown: readonly string[]) => shown.filter((s) => s.startsWith('name/')).length;
    await untilSquiggles(editor.document, 'both names have squiggles', (s) => names(s) === 2);
    await applyFix(editor.document, 'Sergei Lavrof', 'This spelling is right in this folder');
    await untilSquiggles(editor.document, 'the names are accepted', (s) => names(s) === 0);
    assert.deepEqual(await saved(), { acceptedNames: ['Sergei Lavrof'] });
    assertNoTab();
  });

  it('are undone by a command that deletes their new file, with the draft in the editor', async () => {
    await commands.executeCommand('copydesk.undoDecision');
    await untilSquiggles(
      editor.document,
      'both names have squiggles again',
      (shown) => shown.filter((squiggle) => squiggle.startsWith('name/')).length === 2,
    );
    await assert.rejects(async () => workspace.fs.stat(file), 'the new file is deleted');
    assert.equal(window.activeTextEditor?.document, editor.document);
  });

  it('add a word to the dictionary, which is the same file', async () => {
    const edit = new WorkspaceEdit();
    edit.insert(editor.document.uri, new Position(2, 0), 'The comittee met. ');
    await workspace.applyEdit(edit);
    const spelling = (shown: readonly string[]) => shown.filter((s) => s.startsWith('spelling/'));
    await untilSquiggles(
      editor.document,
      'the word has a squiggle',
      (shown) => spelling(shown).join() === 'spelling/misspelled “comittee”',
    );
    await applyFix(editor.document, 'comittee', 'This spelling is right in this folder');
    await untilSquiggles(
      editor.document,
      'the word is accepted',
      (shown) => spelling(shown).length === 0,
    );
    assert.deepEqual(await saved(), { acceptedWords: ['comittee'] });
    await commands.executeCommand('copydesk.undoDecision');
    await untilSquiggles(
      editor.document,
      'the word has a squiggle again',
      (shown) => spelling(shown).length === 1,
    );
    const back = new WorkspaceEdit();
    back.delete(editor.document.uri, rangeOf(editor.document, 'The comittee met. '));
    await workspace.applyEdit(back);
  });

  it('ignore one finding, even after edits elsewhere in the draft', async () => {
    const repeated = (shown: readonly string[]) =>
      shown.some((squiggle) => squiggle.startsWith('sentence/repeated-word'));
    await untilSquiggles(editor.document, 'the doubled word has a squiggle', repeated);
    await applyFix(editor.document, 'the the', 'Ignore here');
    await untilSquiggles(editor.document, 'it is ignored', (s) => !repeated(s));
    const edit = new WorkspaceEdit();
    edit.insert(editor.document.uri, new Position(2, 0), 'It is an an old plan. ');
    await workspace.applyEdit(edit);
    await untilSquiggles(editor.document, 'only the new mistake has a squiggle', repeated);
    const shown = squiggles(editor.document).filter((s) => s.startsWith('sentence/'));
    assert.deepEqual(shown, ['sentence/repeated-word “an an”']);
  });

  it('are on disk when the command returns, the second and later ones too', async () => {
    const codes = async (): Promise<readonly string[]> =>
      ((await saved()) as { ignoredFindings: { code: string }[] }).ignoredFindings.map(
        ({ code }) => code,
      );
    await applyFix(editor.document, 'an an', 'Ignore here');
    assert.deepEqual(await codes(), ['sentence/repeated-word', 'sentence/repeated-word']);
    await commands.executeCommand('copydesk.undoDecision');
    assert.deepEqual(await codes(), ['sentence/repeated-word']);
    assertNoTab();
  });

  it('are in an open editor of the file too, which is saved', async () => {
    const { document: written } = await window.showTextDocument(file, { preview: false });
    await window.showTextDocument(editor.document);
    await untilSquiggles(editor.document, 'the mistake has a squiggle', (shown) =>
      shown.includes('sentence/repeated-word “an an”'),
    );
    await applyFix(editor.document, 'an an', 'Ignore here');
    assert.deepEqual(JSON.parse(written.getText()), await saved());
    assert.match(written.getText(), /an an/u);
    assert.ok(!written.isDirty, 'it is saved');
  });

  it('are completed and validated with the schema', async () => {
    const { document: written } = await window.showTextDocument(file);
    assert.equal(written.languageId, 'jsonc');
    const edit = new WorkspaceEdit();
    edit.insert(file, written.positionAt(1), '\n  "accepted": [],');
    await workspace.applyEdit(edit);
    const marks = () => languages.getDiagnostics(file).map(({ message }) => message);
    await until(
      'the editor marks the unknown property',
      () => marks().some((message) => message.includes('accepted is not allowed')),
      { state: () => marks().join(' ') || 'without marks' },
    );
    const list = await until('the editor completes', async () => {
      const found = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        file,
        rangeOf(written, 'code": "sentence').end.translate(0, -1),
      );
      return found.items.length > 0 && found;
    });
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(
      labels.some((label) => label.includes('name/misspelled')),
      labels.join(),
    );
  });
});
