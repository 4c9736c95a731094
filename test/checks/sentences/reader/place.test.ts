import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readProse } from '../../../../server/prose/prose.js';
import { placedRequest } from '../../../../server/checks/sentences/reader/place.js';
import { passagesOf } from '../../../../server/checks/sentences/structure/passage.js';

/** The requests to the reader for a draft, as “place: text”. */
function asked(draft: string): readonly string[] {
  return readProse(draft).blocks.flatMap((block) =>
    passagesOf(block).flatMap((passage) => {
      const placed = placedRequest(block, passage);
      return placed === undefined ? [] : [`${placed.request.place}: ${placed.request.text}`];
    }),
  );
}

describe('the place of a sentence', () => {
  it('is that of its block', () => {
    assert.deepEqual(
      asked(
        '# Lock shut\n\nThe lock is shut. Nobody minds.\n\n- It is old.\n\n> We trusted them.\n\n| Lock | Year |\n| --- | --- |\n| Upper | 1890 |',
      ),
      [
        'heading: Lock shut',
        'paragraph: The lock is shut.',
        'paragraph: Nobody minds.',
        'list-item: It is old.',
        'quote: We trusted them.',
        'cell: Lock',
        'cell: Year',
        'cell: Upper',
      ],
    );
  });

  it('is a heading for a line without an end mark', () => {
    assert.deepEqual(asked('Lock still shut after a year'), [
      'heading: Lock still shut after a year',
    ]);
  });

  it('is a quote behind a speaker’s label, which is not read', () => {
    assert.deepEqual(asked('Q: Who shut the lock?'), ['quote: Who shut the lock?']);
    assert.deepEqual(asked('ANA RUIZ: We shut it. It was old.'), [
      'quote: We shut it.',
      'paragraph: It was old.',
    ]);
  });

  it('is none for text without a letter', () => {
    assert.deepEqual(asked('| 1890 | — |\n| --- | --- |\n| 12 | 13 |'), []);
  });
});
