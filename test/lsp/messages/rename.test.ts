import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocumentEdit } from 'vscode-languageserver';
import { isRequestFailure } from '../../../server/lsp/requestFailure.js';
import { marked } from '../../marked.js';
import { DRAFT, UNCANCELLED } from '../../session/fakeEditor.js';
import { AT, SOURCES, editorWith } from '../lidoEditor.js';

describe('rename', () => {
  it('returns edits for the version, and explains why something cannot be renamed', async () => {
    const editor = editorWith(SOURCES);
    const { text } = marked('Ms. [|Oduya|] sat. Maren Oduya rose.');
    editor.open(text);
    const edit = await editor.handlers.rename.rename({ ...AT, newName: 'Oduyo' }, UNCANCELLED);
    assert.ok(edit !== undefined && !isRequestFailure(edit));
    const [change] = edit.documentChanges ?? [];
    assert.ok(TextDocumentEdit.is(change));
    assert.deepEqual(change.textDocument, { uri: DRAFT, version: 1 });
    assert.equal(change.edits.length, 2);
    const elsewhere = { ...AT, position: { line: 0, character: 11 } };
    const noName = await editor.handlers.rename.prepare(elsewhere, UNCANCELLED);
    assert.ok(isRequestFailure(noName) && noName.reason.startsWith('Only names'));
    const blank = await editor.handlers.rename.rename({ ...AT, newName: ' ' }, UNCANCELLED);
    assert.ok(isRequestFailure(blank) && blank.reason.includes('at least one letter'));
    assert.equal(
      await editor.handlers.rename.rename({ ...elsewhere, newName: 'Oduyo' }, UNCANCELLED),
      undefined,
    );
  });
});
