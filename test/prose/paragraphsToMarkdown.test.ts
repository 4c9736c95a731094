import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Paragraph } from '../../server/prose/paragraphs.js';
import { paragraphsToMarkdown } from '../../server/prose/paragraphsToMarkdown.js';
import { readProse } from '../../server/prose/prose.js';

const plain = (text: string): Paragraph => ({ kind: 'paragraph', level: 0, text });

describe('a document as Markdown', () => {
  it('has headings, lists and links', () => {
    const item = (text: string, depth: number, isOrdered: boolean): Paragraph => ({
      kind: 'listItem',
      level: 0,
      text,
      list: { depth, isOrdered },
    });
    const target = 'https://lido.example/a b_(c)';
    const markdown = paragraphsToMarkdown([
      { kind: 'heading', level: 2, text: 'The lido' },
      { ...plain('It is open.'), links: [{ start: 6, end: 10, target }] },
      item('Boats', 0, false),
      item('Rafts', 5, false),
      item('First', 0, true),
      plain('It rained.'),
    ]);
    assert.equal(
      markdown,
      '## The lido\n\nIt is [open](<https://lido.example/a%20b_(c)>).\n\n- Boats\n   - Rafts\n1. First\n\nIt rained.\n',
    );
    assert.deepEqual(
      readProse(markdown).blocks.map(({ kind, text }) => [kind, text]),
      [
        ['heading', 'The lido'],
        ['paragraph', 'It is open.'],
        ['listItem', 'Boats'],
        ['listItem', 'Rafts'],
        ['listItem', 'First'],
        ['paragraph', 'It rained.'],
      ],
    );
    assert.equal(paragraphsToMarkdown([]), '');
  });

  it('has tables, also with empty cells and cells of several paragraphs', () => {
    const cell = (text: string, row: number, column: number, table = 0): Paragraph => ({
      kind: 'tableCell',
      level: 0,
      text,
      cell: { table, row, column },
    });
    const markdown = paragraphsToMarkdown([
      plain('The board met.'),
      cell('Motion', 0, 0),
      cell('Vote', 0, 1),
      cell('Audit of', 1, 0),
      cell('all | invoices', 1, 0),
      cell('7-0', 1, 1),
      cell('Adjourn', 2, 0),
      cell('Lund', 0, 0, 1),
      cell('14', 0, 1, 1),
      plain('It rained.'),
    ]);
    assert.equal(
      markdown,
      'The board met.\n\n| Motion | Vote |\n| --- | --- |\n| Audit of all \\| invoices | 7-0 |\n| Adjourn |  |\n\n| Lund | 14 |\n| --- | --- |\n\nIt rained.\n',
    );
    assert.deepEqual(
      readProse(markdown).blocks.flatMap(({ text, cell: place }) => (place ? [text] : [])),
      ['Motion', 'Vote', 'Audit of all | invoices', '7-0', 'Adjourn', 'Lund', '14'],
    );
  });

  it('shows the words of the document, whatever they would mean in Markdown', () => {
    const texts = [
      '# is no heading',
      '- is no item',
      '12. is no item',
      '> is no quotation',
      '*Not* emphasis, nor _this_, in snake_case.',
      'No <b>tag</b>, `code`, \\ or &amp; entity.',
      '[No](link), [no][link].',
      '--- is no rule',
      '~~~ is no code',
    ];
    const markdown = paragraphsToMarkdown(texts.map(plain));
    assert.deepEqual(
      readProse(markdown).blocks.map(({ text }) => text),
      texts,
    );
    assert.equal(
      paragraphsToMarkdown([plain('The mayor [TK: name] came.')]),
      'The mayor [TK: name] came.\n',
    );
  });
});
