import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { entryAtCursor } from '../../client/views/entryAtCursor.js';

function entry(id: string, line: number, from: number, to: number) {
  return {
    id,
    range: { start: { line, character: from }, end: { line, character: to } },
  };
}

/** Statements in the order of their verdicts, not of the draft, with a quote inside the last one. */
const ENTRIES = [
  entry('second', 4, 0, 30),
  entry('first', 2, 0, 30),
  entry('third', 6, 0, 40),
  entry('quote', 6, 10, 20),
];

function at(line: number, character: number): string | undefined {
  return entryAtCursor(ENTRIES, { line, character })?.id;
}

describe('the entry at the cursor', () => {
  it('is the innermost one around it', () => {
    assert.deepEqual(
      [at(2, 5), at(4, 30), at(6, 5), at(6, 15)],
      ['first', 'second', 'third', 'quote'],
    );
  });

  it('is the next one below, or the last', () => {
    assert.deepEqual([at(0, 0), at(3, 0), at(9, 0)], ['first', 'second', 'quote']);
    assert.equal(entryAtCursor<(typeof ENTRIES)[number]>([], { line: 0, character: 0 }), undefined);
  });
});
