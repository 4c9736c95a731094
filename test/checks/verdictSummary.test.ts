import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Verdict } from '../../server/checks/finding.js';
import { claimsSummary } from '../../server/checks/verdictSummary.js';

describe('the summary of claims', () => {
  const summary = (...verdicts: readonly Verdict[]): string =>
    claimsSummary(verdicts.map((verdict) => ({ verdict })));

  it('counts them by verdict, always in the same order', () => {
    assert.equal(
      summary('unsupported', 'contradicted', 'supported', 'supported'),
      '4 claims: 2 supported, 1 contradicted, 1 unsupported',
    );
  });

  it('leaves out verdicts that no claim has', () => {
    assert.equal(summary('unsupported'), '1 claim: 1 unsupported');
    assert.equal(summary(), '0 claims');
  });
});
