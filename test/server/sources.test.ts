import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readDocument } from '../../server/documents/readDocument.js';
import type { Base } from '../../server/reference/model.js';
import { type Learned, learnSources } from '../../server/sources.js';
import { UnreadableError } from '../../server/workspace.js';
import { pdfOf, wordOf, wordParagraph } from '../documents/bytes.js';
import { MemoryWorkspace } from '../memoryWorkspace.js';

type Files = Readonly<Record<string, string | Uint8Array>>;

function learned(files: Files, gone: Files = {}): Promise<Learned> {
  const paths = Object.keys({ ...files, ...gone });
  return learnSources(new MemoryWorkspace(files), readDocument, paths);
}

function facts({ facts: all }: Base): readonly string[] {
  return all.map(({ text, citation: { source, line, passage } }) =>
    [`${source}:${line}`, ...(passage === undefined ? [] : [passage]), text].join(' '),
  );
}

const STORY = 'The lido stays open. Maren Oduya leads the council.';

describe('sources', () => {
  it('are learned from whatever they are written as, each cited by its line', async () => {
    const { base, read, complaints } = await learned({
      'a.md': `# The lido\n\n${STORY}`,
      'b.txt': STORY,
      'c.html': `<body><h1>The lido</h1><p>${STORY}</p></body>`,
      'd.docx': wordOf(wordParagraph('Of the lido.') + wordParagraph(STORY)),
      'e.pdf': pdfOf([[{ text: 'It rained.', y: 700 }], [{ text: STORY, y: 700 }]]),
    });
    assert.deepEqual(complaints, []);
    assert.equal(read.length, 5);
    assert.deepEqual(
      facts(base).filter((fact) => fact.includes('stays')),
      [
        'a.md:3 The lido stays open.',
        'b.txt:1 The lido stays open.',
        'c.html:2 The lido stays open.',
        'd.docx:2 The lido stays open.',
        'e.pdf:2 p. 2 The lido stays open.',
      ],
    );
  });

  it('are read in the encoding they are in', async () => {
    const western = Buffer.from('Zo\xeb Nu\xf1ez leads the council.', 'latin1');
    const wide = Buffer.from('\uFEFFJürgen Groß swims.', 'utf16le');
    const { base } = await learned({ 'a.txt': western, 'b.txt': wide });
    assert.deepEqual(facts(base), [
      'a.txt:1 Zoë Nuñez leads the council.',
      'b.txt:1 Jürgen Groß swims.',
    ]);
  });

  it('that cannot be read are told with the reason, and the rest is learned', async () => {
    const { base, read, complaints } = await learned(
      {
        'a.md': STORY,
        'b.md': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00]),
        'c.docx': Buffer.from('not a document'),
        'd.pdf': Buffer.from('%PDF-1.7\nbroken'),
        'e.rtf': '{\\rtf1 The lido}',
        'f.json': '{}',
        'g.html': '<script>alert(1)</script>',
      },
      { 'h.txt': '' },
    );
    assert.deepEqual(complaints, [
      'b.md is a binary file, not text; it is left out',
      'c.docx is no Word document (.docx), or is damaged; it is left out',
      'd.pdf is no PDF, or is damaged; it is left out',
      'e.rtf is of a kind that is not read (.rtf); it is left out',
      'f.json is no base that this version of Copydesk stored, or is damaged; it is left out',
      'g.html holds no text; it is left out',
      'h.txt does not exist; it is left out',
    ]);
    assert.deepEqual(read, ['a.md']);
    assert.equal(base.facts.length, 2);
  });

  it('of 50 MB are refused unread', async () => {
    const { complaints } = await learned({ 'a.txt': Buffer.alloc(50 * 1024 * 1024, 'word ') });
    assert.deepEqual(complaints, ['a.txt is larger than 4 MB; it is left out']);
  });

  it('may vanish between being found and being read', async () => {
    class Vanishing extends MemoryWorkspace {
      override readBytes(path: string): Promise<Uint8Array> {
        return Promise.reject(new UnreadableError(`${path} does not exist`, true));
      }
    }
    const workspace = new Vanishing({ 'a.md': STORY });
    const { base, complaints } = await learnSources(
      workspace,
      readDocument,
      await workspace.find(['*.md']),
    );
    assert.deepEqual(complaints, ['a.md does not exist; it is left out']);
    assert.deepEqual(base.facts, []);
  });
});
