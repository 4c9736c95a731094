import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { FACT_SHEET_ORDER, FACT_SHEET_TITLES } from '../../protocol/factSheet.js';
import {
  type ClaimStatus,
  claimsSummary,
  openClaims,
  statusOfClaims,
} from '../../server/features/verdictSummary.js';
import { createFinding } from './drafted.js';

describe('the words for the verdicts', () => {
  it('are the same in a title and in a count', () => {
    for (const verdict of FACT_SHEET_ORDER) {
      const title = FACT_SHEET_TITLES[verdict];
      assert.equal(claimsSummary([verdict]), `1 claim: 1 ${title.toLowerCase()}`);
    }
    assert.deepEqual(
      FACT_SHEET_ORDER.map((verdict) => FACT_SHEET_TITLES[verdict]),
      ['Contradicted', 'Not in the sources', 'To check', 'Supported'],
    );
  });
});

describe('the summary of claims', () => {
  const summary = (...statuses: readonly ClaimStatus[]): string => claimsSummary(statuses);

  it('counts them by verdict, always in the same order', () => {
    assert.equal(
      summary('unsupported', 'contradicted', 'supported', 'supported'),
      '4 claims: 2 supported, 1 contradicted, 1 not in the sources',
    );
  });

  it('leaves out verdicts that no claim has', () => {
    assert.equal(summary('unsupported'), '1 claim: 1 not in the sources');
    assert.equal(summary(), '0 claims');
  });

  it('counts an unclear claim as “to check”, and dismissed ones separately', () => {
    assert.equal(
      summary('dismissed', 'unclear', 'supported', 'unclear'),
      '4 claims: 1 supported, 2 to check, 1 dismissed',
    );
  });
});

describe('the claims that are left', () => {
  it('are counted by verdict until somebody checks one, and then together', () => {
    assert.equal(
      openClaims(['supported', 'contradicted', 'unclear']),
      '1 contradicted, 1 to check',
    );
    assert.equal(
      openClaims(['supported', 'signed', 'unclear', 'contradicted', 'dismissed']),
      '2 of 3 left to check',
    );
    assert.equal(
      claimsSummary(['supported', 'signed', 'unclear', 'contradicted', 'dismissed']),
      '5 claims: 1 supported, 2 of 3 left to check, 1 dismissed',
    );
  });

  it('are none once all are checked, except those to be corrected', () => {
    assert.equal(openClaims(['supported', 'rejected', 'signed']), '1 to correct');
    assert.equal(
      openClaims(['rejected', 'unclear', 'signed']),
      '1 of 3 left to check, 1 to correct',
    );
    assert.equal(
      claimsSummary(['supported', 'rejected', 'unclear', 'signed', 'dismissed']),
      '5 claims: 1 supported, 1 of 3 left to check, 1 to correct, 1 dismissed',
    );
    assert.equal(openClaims(['supported', 'signed', 'signed']), '');
    assert.equal(
      claimsSummary(['supported', 'signed', 'signed']),
      '3 claims: 1 supported, 2 checked',
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

  it('is “checked” if somebody signed it, unless it is supported anyway', () => {
    const supported = { ...claim, verdict: 'supported' } as const;
    const signed = new Map([claim, supported].map((one) => [one, 'checked' as const]));
    const status = statusOfClaims({ findings: [], dismissed: [] }, signed);
    assert.equal(status(claim), 'signed');
    assert.equal(status(supported), 'supported');
    assert.equal(status({ ...claim }), 'contradicted');
  });

  it('is “to correct” if somebody found it wrong, even if the sources support it or it was dismissed', () => {
    const supported = { ...claim, verdict: 'supported' } as const;
    const signed = new Map([claim, supported].map((one) => [one, 'rejected' as const]));
    const dismissed = [{ finding: about('claim/contradicted') }];
    const status = statusOfClaims({ findings: [], dismissed }, signed);
    assert.equal(status(claim), 'rejected');
    assert.equal(status(supported), 'rejected');
  });

  it('is its verdict if only a name in it was accepted', () => {
    const dismissed = [{ finding: about('name/unknown') }];
    assert.equal(statusOfClaims({ findings: [], dismissed })(claim), 'contradicted');
  });
});
