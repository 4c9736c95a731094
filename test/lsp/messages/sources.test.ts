import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ABOUT_SAMPLE, ELSEWHERE } from '../../regatta.js';
import { wordOf, wordParagraph } from '../../sources/extractors/bytes.js';
import { MemoryWorkspace } from '../../memoryWorkspace.js';
import { DRAFT, FOLDER, FakeEditor, UNCANCELLED } from '../../session/fakeEditor.js';
import { SOURCES, editorWith } from '../lidoEditor.js';

describe('the text of a source', () => {
  it('has a paragraph of a document on each line, as it is cited', async () => {
    const editor = new FakeEditor();
    const workspace = new MemoryWorkspace({
      'lido.docx': wordOf(wordParagraph('It opened.') + wordParagraph('It closed.')),
      'log.md': '# Log\n\nIt rained.\n',
      'b.docx': 'Not one.',
    });
    editor.workspace = workspace;
    const textOf = (name: string) =>
      editor.handlers.sources.text({ textDocument: { uri: FOLDER + name } });
    assert.equal(await textOf('lido.docx'), 'It opened.\nIt closed.');
    assert.equal(await textOf('log.md'), '# Log\n\nIt rained.\n');
    assert.deepEqual(await textOf('b.docx'), {
      reason: 'b.docx is not a Word document (.docx) or is damaged.',
    });
    assert.deepEqual(await textOf('none.md'), { reason: 'none.md does not exist.' });
  });
});

describe('the reference overview', () => {
  it('is that of the folder, for drafts and sources alike', async () => {
    const editor = editorWith(SOURCES);
    for (const uri of [DRAFT, `${FOLDER}sources/lido.md`]) {
      const { entries, sources } = await editor.handlers.sources.overview(
        { textDocument: { uri } },
        UNCANCELLED,
      );
      assert.deepEqual(
        entries.map(({ name, role }) => `${name}, ${role}`),
        ['Maren Oduya, council leader'],
      );
      assert.deepEqual(sources, [
        { name: 'sources/lido.md', summary: '1 person, 2 facts', uri: `${FOLDER}sources/lido.md` },
      ]);
    }
  });

  it('is empty without sources, with a message, except for a draft about the sample', async () => {
    const editor = editorWith({});
    editor.open(ELSEWHERE);
    const textDocument = { uri: DRAFT };
    const nothing = await editor.handlers.sources.overview({ textDocument }, UNCANCELLED);
    assert.deepEqual(nothing.entries, []);
    assert.match(nothing.notice, /^No sources yet: add .*“sources”/u);
    editor.change(ABOUT_SAMPLE);
    const sample = await editor.handlers.sources.overview({ textDocument }, UNCANCELLED);
    assert.ok(sample.entries.some(({ name }) => name === 'Ana Brandt'));
    assert.equal(sample.notice, 'Shipped summit reference (sample)');
  });
});
