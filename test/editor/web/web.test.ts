import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import {
  type CodeAction,
  type TextEditor,
  UIKind,
  Uri,
  commands,
  env,
  extensions,
  window,
  workspace,
} from 'vscode';
import type { Views } from '../../../client/activation.js';
import {
  hoverTextAt,
  openDraft,
  placeCursor,
  rangeOf,
  squiggles,
  untilSquiggles,
} from '../suite/drafts.js';
import { answering, behave, requests } from '../suite/fakeModels.js';
import { isDecided } from '../../../protocol/factSheet.js';
import { until } from '../until.js';

const FILES: Readonly<Record<string, string>> = {
  'sources/pier.md':
    'Maren Oduya, head of the harbour board, opened pier 4 on Monday. She has led it since 2019.\n',
  'sources/budget.pdf': 'a document',
  'drafts/pier.md': '# The pier\n\nMaren Oduay opened pier 4 on Tuesday. It is is open.\n',
  // No rule finds the error here.
  'drafts/ferry.md': 'He has been a member the council since 2019.\n',
  '.copydesk.json': JSON.stringify({
    ignoredFindings: [
      { code: 'sentence/repeated-word', words: 'is is', sentence: 'It is is open.' },
    ],
  }),
};

describe('a folder in the browser', () => {
  let editor: TextEditor;

  before(async () => {
    assert.equal(env.uiKind, UIKind.Web);
    const folder = workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open');
    assert.notEqual(folder.scheme, 'file');
    for (const [path, text] of Object.entries(FILES)) {
      await workspace.fs.writeFile(Uri.joinPath(folder, path), new TextEncoder().encode(text));
    }
    editor = await openDraft('drafts/pier.md');
  });

  it('has its drafts checked against its own sources', () =>
    untilSquiggles(editor.document, 'the draft is checked against its sources', (shown) =>
      ['name/misspelled “Oduay”', 'claim/contradicted “Tuesday”'].every((squiggle) =>
        shown.includes(squiggle),
      ),
    ));

  it('applies its suppressions file', () =>
    assert.deepEqual(
      squiggles(editor.document).filter((shown) => shown.startsWith('sentence')),
      [],
    ));

  it('has its sentences read by the trained reader', async () => {
    const read = await openDraft('drafts/ferry.md');
    await untilSquiggles(read.document, 'the damaged sentence is found', (shown) =>
      shown.some((squiggle) => squiggle.startsWith('sentence/')),
    );
    editor = await openDraft('drafts/pier.md');
  });

  it('shows who a person is, with a link to the source', async () => {
    const text = await hoverTextAt(editor.document, 'Oduay', 'harbour');
    assert.match(decodeURIComponent(text), /vscode-test-web:[^)]*\/sources\/pier\.md/u);
  });

  it('offers the fix', () =>
    until('the fix is offered', async () => {
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        editor.document.uri,
        rangeOf(editor.document, 'Oduay'),
      );
      return actions.some(({ title }) => title === 'Change to “Oduya”');
    }));

  it('finds passages about the statement at the cursor', async () => {
    const active = await openDraft('drafts/pier.md');
    placeCursor(active, 'opened');
    const finding = commands.executeCommand('copydesk.findInSources');
    await until('the source is shown', () =>
      window.visibleTextEditors.some(
        ({ document, selection }) =>
          document.uri.path.endsWith('/sources/pier.md') &&
          document.getText(selection).startsWith('Maren Oduya'),
      ),
    );
    await commands.executeCommand('workbench.action.closeQuickOpen');
    await finding;
    editor = await openDraft('drafts/pier.md');
  });

  it('gets a second opinion from the model that is chosen in the list', async () => {
    await behave({ kind: 'say', text: '{}' });
    await answering(
      commands.executeCommand('copydesk.useMyOwnModel'),
      'workbench.action.acceptSelectedQuickOpenItem',
      'notification.acceptPrimaryAction',
    );
    placeCursor(await openDraft('drafts/pier.md'), 'opened');
    await commands.executeCommand('copydesk.secondOpinion');
    assert.deepEqual(
      (await requests()).map(({ model }) => model),
      ['Acme Y'],
    );
    await commands.executeCommand('copydesk.useMyOwnModel', 'none');
  });

  it('fills the views', async () => {
    const { reference } =
      extensions.getExtension<Views>('copydesk.copydesk')?.exports ?? assert.fail();
    await commands.executeCommand('copydesk.reference.focus');
    await until('the reference has the people', () =>
      reference
        .getChildren()
        .flatMap((group) => reference.getChildren(group))
        .some((node) => reference.getTreeItem(node).label === 'Maren Oduya'),
    );
  });

  it('signs an entry of the fact sheet in a file of the folder', async () => {
    const { factSheet } =
      extensions.getExtension<Views>('copydesk.copydesk')?.exports ?? assert.fail();
    await openDraft('drafts/pier.md');
    await commands.executeCommand('copydesk.showFactSheet', editor.document.uri.toString());
    const rowsIn = (wanted: string) =>
      factSheet.groups.flatMap(({ group, rows }) => (group === wanted ? rows : []));
    const claim = await until('the fact sheet has the statement', () => rowsIn('contradicted')[0]);
    await commands.executeCommand('copydesk.setInitials', 'MO');
    await factSheet.act({ act: 'tick', id: claim.id });
    await until('the row is ticked', () =>
      rowsIn('contradicted').some(({ entry }) => isDecided(entry)),
    );
    const folder = workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open');
    const file = Uri.joinPath(folder, '.copydesk-signoff.ndjson');
    await until('it is stored', async () => {
      const bytes = await workspace.fs.readFile(file).then(
        (read) => read,
        () => new Uint8Array(),
      );
      return new TextDecoder().decode(bytes).includes('"draft":"drafts/pier.md","by":"MO"');
    });
  });
});
