import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { wordOf, wordParagraph } from '../../sources/extractors/bytes.js';
import { MemoryWorkspace } from '../../memoryWorkspace.js';
import { FOLDER, FakeEditor } from '../../session/fakeEditor.js';

describe('a Word document', () => {
  it('becomes the Markdown of a draft, or an error with the reason', async () => {
    const editor = new FakeEditor();
    const workspace = new MemoryWorkspace({
      'lido.docx': wordOf(wordParagraph('The lido *opened*.')),
      'b.docx': 'Not one.',
    });
    editor.workspace = workspace;
    const draftOf = (name: string) =>
      editor.handlers.wordDocuments.draft({ textDocument: { uri: FOLDER + name } });
    assert.equal(await draftOf('lido.docx'), 'The lido \\*opened\\*.\n');
    assert.deepEqual(await draftOf('b.docx'), {
      reason: 'b.docx is not a Word document (.docx) or is damaged.',
    });
    assert.deepEqual(await draftOf('c.docx'), { reason: 'c.docx does not exist.' });
    assert.deepEqual(await draftOf('a.txt'), {
      reason: 'a.txt is not a Word document (.docx).',
    });
  });
});
