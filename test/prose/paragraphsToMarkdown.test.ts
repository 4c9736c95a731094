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
