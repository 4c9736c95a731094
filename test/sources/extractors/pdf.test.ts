import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readPdf } from '../../../server/sources/extractors/pdf.js';
import { pdfOf } from './bytes.js';

describe('a PDF', () => {
  it('is read as paragraphs with their pages', async () => {
    const bytes = pdfOf([
      [
        { text: 'The lido', y: 720, size: 18 },
        { text: 'The council keeps the pool in Marsh Lane', y: 680 },
        { text: 'open, at 210,000 pounds a year.', y: 666 },
        { text: 'It was built in 1936.', y: 640 },
      ],
      [{ text: 'Swimmers had asked for it.', y: 720 }],
    ]);
    assert.deepEqual(await readPdf(bytes), [
      { kind: 'heading', level: 2, text: 'The lido', page: 1 },
      {
        kind: 'paragraph',
        level: 0,
        text: 'The council keeps the pool in Marsh Lane open, at 210,000 pounds a year.',
        page: 1,
      },
      { kind: 'paragraph', level: 0, text: 'It was built in 1936.', page: 1 },
      { kind: 'paragraph', level: 0, text: 'Swimmers had asked for it.', page: 2 },
    ]);
  });

  it('is rejected if it is something else or damaged', async () => {
    const whole = pdfOf([[{ text: 'The lido', y: 720 }]]);
    for (const bytes of [Buffer.from('The lido is open.'), Buffer.alloc(0), whole.slice(0, 40)]) {
      assert.deepEqual(await readPdf(bytes), { unreadable: 'is not a PDF or is damaged' });
    }
  });

  it('is rejected if it has only scanned pages', async () => {
    assert.deepEqual(await readPdf(pdfOf([[]])), {
      unreadable: 'contains scanned pages but no text, so it needs text recognition (OCR) first',
    });
  });
});
