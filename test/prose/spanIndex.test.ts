import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { SpanIndex } from '../../server/prose/spanIndex.js';
import { type Span, overlaps } from '../../server/prose/span.js';

const items = [
  [4, 9],
  [0, 3],
  [0, 20],
  [9, 12],
  [5, 6],
  [18, 25],
].map(([start = 0, end = 0]) => ({ span: { start, end } }));

describe('a span index', () => {
  it('finds all overlapping items, in their original order', () => {
    const index = new SpanIndex(items);
    for (let start = 0; start < 27; start++) {
      for (let end = start + 1; end < 28; end++) {
        const query: Span = { start, end };
        assert.deepEqual(
          index.overlapping(query),
          items.filter(({ span }) => overlaps(span, query)),
        );
      }
    }
  });

  it('finds nothing where there are no items', () => {
    assert.deepEqual(new SpanIndex([]).overlapping({ start: 0, end: 9 }), []);
  });
});
