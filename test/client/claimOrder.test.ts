import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { nextOpenClaim, openClaimsIn } from '../../client/claimOrder.js';
import type { FactSheet, FactSheetEntry, FactSheetVerdict } from '../../protocol/factSheet.js';
import { SHEET } from '../features/factSheet/sheets.js';

/** A claim on a line, with a decision if somebody has decided. */
function claim(
  line: number,
  verdict: FactSheetVerdict,
  decision?: 'checked' | 'rejected',
): FactSheetEntry {
  const signature = { by: 'MO', at: '2026-11-28T23:10:00Z', note: '' };
  const signed = decision === 'rejected' ? { ...signature, decision } : signature;
  return {
    kind: 'statement',
    verdict,
    text: `${verdict} ${line}`,
    range: { start: { line, character: 2 }, end: { line, character: 9 } },
    messages: [],
    evidence: [],
    signOff: {
      subject: { kind: 'statement', sentence: `${line}` },
      signatures: decision === undefined ? [] : [signed],
    },
  };
}

function next(
  entries: readonly FactSheetEntry[],
  line: number,
  rest: Partial<FactSheet> = {},
): string {
  const found = nextOpenClaim({ ...SHEET, entries, ...rest }, { line, character: 0 });
  return found === undefined
    ? 'none'
    : `${found.entry.text}, ${found.left} left${found.isSupported ? ', supported' : ''}`;
}

const ENTRIES = [
  claim(1, 'supported'),
  claim(9, 'unclear'),
  claim(3, 'contradicted'),
  claim(5, 'unsupported', 'checked'),
  claim(7, 'contradicted', 'rejected'),
];

describe('the next open claim', () => {
  it('follows the order of the draft, and starts over at its end', () => {
    assert.equal(next(ENTRIES, 0), 'contradicted 3, 2 left');
    assert.equal(next(ENTRIES, 4), 'unclear 9, 2 left');
    assert.equal(next(ENTRIES, 10), 'contradicted 3, 2 left');
  });

  it('is one that the sources support only when nothing else is left', () => {
    const [supported, , , ...decided] = ENTRIES;
    assert.ok(supported !== undefined);
    assert.equal(next([supported, ...decided], 4), 'supported 1, 1 left, supported');
  });

  it('is none when all are decided, or none was checked', () => {
    assert.equal(next([claim(1, 'supported', 'checked')], 0), 'none');
    assert.equal(next(ENTRIES, 0, { isCovered: false }), 'none');
  });
});

describe('the open claims', () => {
  it('are the undecided claims that the sources do not support', () => {
    const texts = (isCovered: boolean): readonly string[] =>
      openClaimsIn({ ...SHEET, entries: ENTRIES, isCovered }).map(({ text }) => text);
    assert.deepEqual(texts(true), ['unclear 9', 'contradicted 3']);
    assert.deepEqual(texts(false), []);
  });
});
