import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Claim, Verdict } from '../../server/checks/finding.js';
import { codeLensesOf } from '../../server/features/codeLens.js';
import { SHOW_FACT_SHEET } from '../../protocol/capabilityConstants.js';
import { createFinding, drafted } from './drafted.js';

const TEXT = 'By Ana Roe\r\n\r\n# 🌊 The tide\r\n\r\nIt rose.\r\n';

function claims(...verdicts: readonly Verdict[]): readonly Claim[] {
  return verdicts.map((verdict) => ({
    span: { start: 30, end: 38 },
    verdict,
    score: 0.5,
    evidence: [],
  }));
}

describe('code lens', () => {
  it('counts the claims by verdict above the headline', () => {
    const given = claims('supported', 'contradicted', 'supported', 'unsupported');
    assert.deepEqual(codeLensesOf(drafted(TEXT, { claims: given }), false), [
      {
        range: { start: { line: 2, character: 2 }, end: { line: 2, character: 13 } },
        command: {
          title: '4 claims: 2 supported, 1 contradicted, 1 not in the sources',
          command: '',
        },
      },
    ]);
  });

  it('counts claims to check, and leaves dismissed ones out of their verdicts', () => {
    const span = { start: 30, end: 38 };
    const [unclear] = claims('unclear');
    assert.ok(unclear !== undefined);
    const given = [{ ...unclear, span: { start: 2, end: 5 } }, ...claims('contradicted')];
    const dismissed = [{ finding: createFinding(span, { code: 'claim/contradicted' }) }];
    const [lens] = codeLensesOf(drafted(TEXT, { claims: given, dismissed }), false);
    assert.equal(lens?.command?.title, '2 claims: 1 to check, 1 dismissed');
  });

  it('opens the fact sheet if the client can show it', () => {
    const [lens] = codeLensesOf(drafted(TEXT, { claims: claims('supported') }), true);
    assert.deepEqual(lens?.command, {
      title: '1 claim: 1 supported',
      command: SHOW_FACT_SHEET,
      arguments: ['memory:///draft.md'],
    });
  });

  it('is above the first line if there is no headline', () => {
    const draft = drafted('It rose.\n\nIt fell.', { claims: claims('supported') });
    assert.equal(codeLensesOf(draft, false)[0]?.range.start.line, 0);
  });

  it('is empty if no source covers the draft', () => {
    for (const given of [
      { claims: claims('unsupported', 'supported'), isCovered: false },
      { claims: claims('unsupported') },
      { claims: [] },
    ]) {
      assert.deepEqual(codeLensesOf(drafted(TEXT, given), false), []);
    }
    assert.deepEqual(codeLensesOf(drafted('', { claims: claims('supported') }), false), []);
  });
});
