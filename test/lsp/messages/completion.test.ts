import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { DRAFT, UNCANCELLED } from '../../session/fakeEditor.js';
import { AT, SOURCES, editorWith } from '../lidoEditor.js';

describe('completion', () => {
  it('uses the newest text and the last checked version', async () => {
    const editor = editorWith(SOURCES);
    editor.open('Rain. Then.\n');
    await editor.handlers.annotations.hover(AT, UNCANCELLED);
    const at = { line: 0, character: 10 };
    editor.session.editing.change({
      textDocument: { uri: DRAFT, version: 2 },
      contentChanges: [{ range: { start: at, end: at }, text: ' Od' }],
    });
    const list = await editor.handlers.completion.completions(
      { ...AT, position: { line: 0, character: 13 } },
      UNCANCELLED,
    );
    const [item] = list?.items ?? [];
    assert.equal(item?.label, 'Maren Oduya');
    assert.match(
      JSON.stringify(editor.handlers.completion.resolve(item).documentation),
      /leads the council/u,
    );
  });
});
