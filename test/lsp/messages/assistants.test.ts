import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isRequestFailure } from '../../../server/lsp/requestFailure.js';
import { ABOUT_SAMPLE } from '../../regatta.js';
import { FOLDER, type FakeEditor } from '../../session/fakeEditor.js';
import { MISTAKE, SOURCES, editorWith } from '../lidoEditor.js';

describe('an assistant in the editor', () => {
  const FILES = {
    ...SOURCES,
    'sources/tip.md': '---\nconfidential: true\n---\n\nTeun Brakman, the donor, paid.\n',
    'draft.md': 'Maren Oduya opened the lido.\n',
  };
  const ask = (editor: FakeEditor, tool: string, input: unknown): Promise<unknown> =>
    editor.handlers.assistants.ask({ textDocument: { uri: FOLDER }, tool, input });

  it('gets answers from the shareable sources of the folder', async () => {
    const editor = editorWith(FILES);
    assert.match(String(await ask(editor, 'who_is', { name: 'Oduya' })), /council leader/u);
    assert.equal(
      await ask(editor, 'who_is', { name: 'Brakman' }),
      JSON.stringify({ known: [], similar: [] }),
    );
  });

  it('gets a draft checked as in the editor, saved or not', async () => {
    const editor = editorWith(FILES);
    const check = (): Promise<unknown> => ask(editor, 'check_draft', { path: 'draft.md' });
    assert.doesNotMatch(String(await check()), /repeated-word/u);
    editor.open(MISTAKE);
    assert.match(String(await check()), /repeated-word/u);
  });

  it('is refused with the reason', async () => {
    const editor = editorWith(FILES);
    const refusal = await ask(editor, 'check_draft', { path: '../draft.md' });
    assert.ok(isRequestFailure(refusal));
    assert.match(refusal.reason, /not a Markdown draft in this folder/u);
  });

  it('gets nothing from the sample that ships', async () => {
    const editor = editorWith({ 'draft.md': MISTAKE });
    const answer = await ask(editor, 'find_evidence', { claim: ABOUT_SAMPLE });
    assert.doesNotMatch(String(answer), /"supported"|"contradicted"|"source"/u);
  });

  it('cannot name a draft outside the folders', async () => {
    const editor = editorWith(FILES, { folders: [] });
    assert.ok(isRequestFailure(await ask(editor, 'check_draft', { path: 'draft.md' })));
    assert.match(String(await ask(editor, 'check_draft', { text: MISTAKE })), /repeated-word/u);
  });
});
