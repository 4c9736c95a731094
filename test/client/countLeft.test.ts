import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { countLeft } from '../../client/views/countLeft.js';
import type { FactSheetEntry } from '../../protocol/factSheet.js';

function entry(signers: readonly string[]): FactSheetEntry {
  const start = { line: 0, character: 0 };
  return {
    kind: 'statement',
    verdict: 'unclear',
    text: 'It rose.',
    range: { start, end: start },
    messages: [],
    evidence: [],
    signOff: {
      subject: { kind: 'statement', sentence: 'It rose.' },
      signatures: signers.map((by) => ({ by, at: '2026-11-28T23:10:00Z', note: '' })),
    },
  };
}

describe('the count of a group', () => {
  it('is that of its entries until one is signed', () => {
    assert.equal(countLeft([]), '0');
    assert.equal(countLeft([entry([]), entry([])]), '2');
  });

  it('is without those that are signed, however often', () => {
    assert.equal(countLeft([entry([]), entry(['MO', 'RV']), entry([])]), '2 left of 3');
    assert.equal(countLeft([entry(['MO'])]), '0 left of 1');
  });
});
