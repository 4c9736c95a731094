import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Claim } from '../../server/checks/finding.js';
import { checkStateOf } from '../../server/features/checkState.js';
import { createFinding, drafted } from './drafted.js';

const TEXT = 'The pier is old. The mole was lengthened.';

function claim(start: number, end: number, rest: Partial<Claim>): Claim {
  return { span: { start, end }, verdict: 'supported', score: 1, evidence: [], ...rest };
}

describe('the state of a draft', () => {
  it('counts the claims left to check: all that are neither supported nor dismissed', () => {
    const claims = [claim(0, 16, {}), claim(17, 41, { verdict: 'unclear' })];
    const { kind, open } = checkStateOf(drafted(TEXT, { claims }).report);
    assert.deepEqual([kind, open], ['checked', '1 to check']);
    const dismissed = [
      { finding: createFinding({ start: 17, end: 25 }, { code: 'claim/contradicted' }) },
    ];
    assert.equal(checkStateOf(drafted(TEXT, { claims, dismissed }).report).open, '');
    const unreported = [claim(0, 16, { verdict: 'contradicted' })];
    assert.equal(checkStateOf(drafted(TEXT, { claims: unreported }).report).open, '1 contradicted');
  });

  it('names the archive if it answers claims that the sources do not', () => {
    const archived = claim(0, 16, { isFromArchive: true });
    const { report } = drafted(TEXT, { claims: [archived] });
    assert.equal(checkStateOf({ ...report, queries: [] }).text, 'Checked against your archive.');
    const fact = { text: 'It rose.', citation: { source: 'a.md', line: 1 }, unreliable: false };
    const both = drafted(TEXT, { claims: [archived], base: { facts: [fact] } }).report;
    assert.equal(
      checkStateOf({ ...both, queries: [] }).text,
      'Checked against your sources and your archive.',
    );
    assert.equal(
      checkStateOf({ ...both, claims: [claim(0, 16, {})], queries: [] }).text,
      'Checked against your sources.',
    );
  });
});
