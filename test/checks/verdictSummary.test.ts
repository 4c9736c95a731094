import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type ClaimStatus,
  claimsSummary,
  statusOfClaims,
} from '../../server/checks/verdictSummary.js';
import { createFinding } from '../features/drafted.js';

describe('the summary of claims', () => {
  const summary = (...statuses: readonly ClaimStatus[]): string => claimsSummary(statuses);

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

  it('says that an unclear claim is to be checked, and counts dismissed ones apart', () => {
    assert.equal(
      summary('dismissed', 'unclear', 'supported', 'unclear'),
      '4 claims: 1 supported, 2 to check, 1 dismissed',
    );
  });
});

describe('the status of a claim', () => {
  const claim = { span: { start: 0, end: 20 }, verdict: 'contradicted' } as const;
  const about = (code: 'claim/contradicted' | 'name/unknown') =>
    createFinding({ start: 5, end: 8 }, { code });

  it('is “dismissed” once no finding about it is left', () => {
    const dismissed = [{ finding: about('claim/contradicted') }];
    const status = (findings: Parameters<typeof statusOfClaims>[0]['findings']) =>
      statusOfClaims({ findings, dismissed })(claim);
    assert.equal(status([]), 'dismissed');
    assert.equal(status([about('name/unknown')]), 'dismissed');
    assert.equal(status([about('claim/contradicted')]), 'contradicted');
  });

  it('is its verdict if only a name in it was accepted', () => {
    const dismissed = [{ finding: about('name/unknown') }];
    assert.equal(statusOfClaims({ findings: [], dismissed })(claim), 'contradicted');
  });
});
