import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocumentEdit, type TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { SHOW_FACT_SHEET } from '../../protocol/capabilityConstants.js';
import { isRequestFailure } from '../../server/lsp/requestFailure.js';
import { MemoryWorkspace } from '../memoryWorkspace.js';
import { DRAFT, FOLDER, FakeEditor, UNCANCELLED } from './fakeEditor.js';

const FILE = '.copydesk-signoff.ndjson';
const SOURCE =
  'Council leader Maren Oduya opened the lido in Harne in 2001. The lido cost 900 pounds a day.\n';
const TEXT =
  '# The lido\n\nMaren Oduya opened the lido in Harne in 1996. The lido cost 700 pounds a day.\n';

const PARAMS = { textDocument: { uri: DRAFT } };

/** Signs the first contradicted claim, and writes the file as a client does. */
async function signFirst(editor: FakeEditor, workspace: MemoryWorkspace): Promise<void> {
  const sheet = await editor.handlers.factSheet.sheet(PARAMS, UNCANCELLED);
  const entry = sheet?.entries.find(
    ({ verdict, signOff }) => verdict === 'contradicted' && signOff.signatures.length === 0,
  );
  assert.ok(entry !== undefined);
  const signature = { by: 'MO', note: '' };
  const subjects = [entry.signOff.subject];
  const edit = await editor.handlers.factSheet.signOff(
    { ...PARAMS, subjects, signature },
    UNCANCELLED,
  );
  assert.ok(edit !== null && !isRequestFailure(edit));
  const change = edit.documentChanges?.find((one) => TextDocumentEdit.is(one));
  assert.ok(change !== undefined);
  const before = await workspace.readText(FILE).catch(() => '');
  const document = TextDocument.create(FILE, '', 0, before);
  workspace.write(FILE, TextDocument.applyEdits(document, change.edits as TextEdit[]));
  editor.session.changeFiles([FOLDER + FILE]);
  await editor.timers.run();
}

describe('claims left to check', () => {
  it('are counted and marked without signed ones, in the status, the fact sheet and above the headline', async () => {
    const editor = new FakeEditor({
      files: { 'sources/lido.md': SOURCE },
      capabilities: {
        workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
      },
      initializationOptions: { commands: [SHOW_FACT_SHEET] },
    });
    const workspace = new MemoryWorkspace({ 'sources/lido.md': SOURCE });
    editor.workspace = workspace;
    await editor.openAndCheck(TEXT);
    const found = (): readonly unknown[] => [
      editor.published.at(-1)?.diagnostics.map(({ range: { start } }) => start.character),
      editor.checked.at(-1)?.draft?.findings.error,
    ];
    const counts = async (): Promise<readonly (string | undefined)[]> => [
      editor.checked.at(-1)?.draft?.state.open,
      (await editor.handlers.factSheet.sheet(PARAMS, UNCANCELLED))?.state.open,
      (await editor.handlers.annotations.codeLenses(PARAMS, UNCANCELLED))[0]?.command?.title,
    ];
    assert.deepEqual(await counts(), [
      '2 contradicted',
      '2 contradicted',
      '2 claims: 2 contradicted',
    ]);
    assert.deepEqual(found(), [[40, 60], 2]);
    await signFirst(editor, workspace);
    assert.deepEqual(await counts(), [
      '1 of 2 left to check',
      '1 of 2 left to check',
      '2 claims: 1 of 2 left to check',
    ]);
    assert.deepEqual(found(), [[60], 1]);
    await signFirst(editor, workspace);
    assert.deepEqual(await counts(), ['', '', '2 claims: 2 checked']);
    assert.deepEqual(found(), [[], 0]);
  });
});
