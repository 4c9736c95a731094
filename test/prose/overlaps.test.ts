import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Overlaps } from '../../server/prose/overlaps.js';
import { type Span, overlaps } from '../../server/prose/span.js';

const things = [
  [4, 9],
  [0, 3],
  [0, 20],
  [9, 12],
  [5, 6],
  [18, 25],
].map(([start = 0, end = 0]) => ({ span: { start, end } }));

describe('overlaps', () => {
  it('are all that share something with a stretch, in the order given', () => {
    const among = new Overlaps(things);
    for (let start = 0; start < 27; start++) {
      for (let end = start + 1; end < 28; end++) {
        const stretch: Span = { start, end };
        assert.deepEqual(
          among.with(stretch),
          things.filter(({ span }) => overlaps(span, stretch)),
        );
      }
    }
  });

  it('are none where there is nothing', () => {
    assert.deepEqual(new Overlaps([]).with({ start: 0, end: 9 }), []);
  });
});
