import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Paragraph } from '../../server/prose/paragraphs.js';
import { draftSpanOf, proseFromParagraphs } from '../../server/prose/prose.js';

const LIDO: readonly Paragraph[] = [
  { kind: 'heading', level: 2, text: 'The lido' },
  { kind: 'paragraph', level: 0, text: '  Swimmers\nwon.  It was\tclose. ' },
  { kind: 'paragraph', level: 0, text: '' },
  { kind: 'listItem', level: 0, text: '*Not* emphasis.' },
];

describe('the paragraphs of a document', () => {
  const prose = proseFromParagraphs(LIDO);

  it('form a text with one paragraph per line', () => {
    assert.equal(prose.text, 'The lido\nSwimmers won. It was close.\n\n*Not* emphasis.');
  });

  it('keep their kinds', () => {
    assert.deepEqual(
      prose.blocks.map(({ kind, level, role, text }) => [kind, level, role, text]),
      [
        ['heading', 2, 'heading', 'The lido'],
        ['paragraph', 0, 'prose', 'Swimmers won. It was close.'],
        ['listItem', 0, 'prose', '*Not* emphasis.'],
      ],
    );
  });

  it('keep their positions in the text', () => {
    for (const block of prose.blocks) {
      for (const sentence of block.sentences) {
        const { start, end } = draftSpanOf(block, sentence);
        assert.equal(prose.text.slice(start, end), sentence.text);
      }
    }
    const last = prose.blocks.at(-1)?.sentences[0];
    assert.ok(last !== undefined);
  });
});
