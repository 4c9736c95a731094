import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { describe, it } from 'mocha';
import { fromBase64 } from '../../protocol/base64.js';
import { isRequestFailure } from '../../server/lsp/requestFailure.js';
import { readProse } from '../../server/prose/prose.js';
import { commentsOnParagraphs } from '../../server/session/commentedDocument.js';
import { marked } from '../marked.js';
import { MemoryWorkspace } from '../memoryWorkspace.js';
import { wordOf, wordParagraph } from '../sources/extractors/bytes.js';
import { DRAFT, FOLDER, FakeEditor, UNCANCELLED } from './fakeEditor.js';

/** The comments on the marked words of a draft, as “paragraph words: text”. */
function placed(paragraphs: readonly string[], draft: string): readonly string[] {
  const { text, spans } = marked(draft);
  const comments = spans.map((span) => ({ span, author: 'Copydesk', text: 'Here.' }));
  return commentsOnParagraphs(paragraphs, readProse(text), comments).map(
    ({ paragraph, span, text: said }) => {
      const words = paragraphs[paragraph]?.slice(span.start, span.end) ?? '';
      return `${paragraph} ${words === '' ? '-' : words}: ${said}`;
    },
  );
}

describe('the comments on the paragraphs of a document', () => {
  it('are at the words of the draft, without markup', () => {
    assert.deepEqual(
      placed(
        ['The pool', 'It cost 900 pounds & is * shut.', 'Bring a towel.'],
        '# The pool\n\nIt cost [|900|] pounds & is \\* [|shut|].\n\n- Bring [|a *towel*|].\n',
      ),
      ['1 900: Here.', '1 shut: Here.', '2 a towel: Here.'],
    );
  });

  it('distinguish equal words', () => {
    const { text, spans } = marked('It is 9, not [|9|].');
    const [comment] = commentsOnParagraphs(
      ['It is 9, not 9.'],
      readProse(text),
      spans.map((span) => ({ span, author: 'MO', text: '' })),
    );
    assert.deepEqual([comment?.span, comment?.initials], [{ start: 13, end: 14 }, 'MO']);
  });

  it('show what was changed, added and removed in the draft', () => {
    assert.deepEqual(
      placed(
        ['The pool cost 900 pounds.', 'It rained all day long.', 'It stood.'],
        'The pool cost [|700|] [|pounds|].\n\nNobody [|came|].\n\nIt stood.\n',
      ),
      [
        '0 -: Here.',
        '0 pounds: Here.',
        '0 -: Here.',
        '0 -: Changed in the draft: “The pool cost 700 pounds.”',
        '0 -: Added in the draft: “Nobody came.”',
        '1 -: Removed in the draft.',
      ],
    );
  });
});

describe('a Word document with the comments on its draft', () => {
  const TEXT = 'Maren Oduya opened the the lido in 2001.';
  const word = wordOf(wordParagraph(TEXT), { '[Content_Types].xml': '<Types></Types>' });

  /** An editor with a draft and a Word document. */
  function editorWith(document: Uint8Array): FakeEditor {
    const editor = new FakeEditor();
    const workspace = new MemoryWorkspace({
      'sources/lido.md': 'Council leader Maren Oduya opened the lido in 2001.\n',
    });
    workspace.write('lido.docx', document);
    editor.workspace = workspace;
    editor.open(`${TEXT}\n`);
    return editor;
  }

  const params = { textDocument: { uri: DRAFT }, document: `${FOLDER}lido.docx` };

  it('has the findings at their words', async () => {
    const result = await editorWith(word).handlers.wordDocuments.commented(params, UNCANCELLED);
    assert.ok(result !== null && !isRequestFailure(result));
    assert.equal(result.count, 1);
    const parts = unzipSync(fromBase64(result.base64));
    const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    assert.match(body, /<w:commentRangeStart w:id="0"\/><w:r><w:t [^>]+>the the<\/w:t>/u);
    assert.match(strFromU8(parts['word/comments.xml'] ?? new Uint8Array()), /w:author="Copydesk"/u);
  });

  it('fails with the reason if it cannot be read', async () => {
    const broken = editorWith(new Uint8Array([1, 2]));
    const result = await broken.handlers.wordDocuments.commented(params, UNCANCELLED);
    assert.ok(result !== null && isRequestFailure(result));
    assert.equal(result.reason, 'lido.docx is not a Word document (.docx) or is damaged.');
    const missing = await broken.handlers.wordDocuments.commented(
      { ...params, document: `${FOLDER}none.docx` },
      UNCANCELLED,
    );
    assert.ok(missing !== null && isRequestFailure(missing));
  });

  it('is none for a document that is not a draft', async () => {
    const textDocument = { uri: `${FOLDER}other.md` };
    const editor = editorWith(word);
    assert.equal(
      await editor.handlers.wordDocuments.commented({ ...params, textDocument }, UNCANCELLED),
      null,
    );
  });
});
