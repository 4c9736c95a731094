import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Finding } from '../../server/checks/finding.js';
import { AcceptedNames } from '../../server/suppressions/acceptedNames.js';
import { readProse } from '../../server/prose/prose.js';

/** True where a finding that marks all of `written` is about one of the accepted names. */
function holds(accepted: readonly string[], written: string, rest: Partial<Finding> = {}): boolean {
  const finding: Finding = {
    code: 'name/misspelled',
    severity: 'warning',
    message: '',
    span: { start: 0, end: written.length },
    evidence: [],
    fixes: [],
    name: { text: written, kind: 'person' },
    ...rest,
  };
  return new AcceptedNames(accepted).holds(finding, readProse(written));
}

describe('accepted names', () => {
  it('stand in capitals, with other apostrophes and across a line break', () => {
    assert.ok(holds(['Ana O’Hara'], "Ana\nO'Hara"));
    assert.ok(holds(['Ana O’Hara'], 'ANA O’HARA'));
    assert.ok(!holds(['Ana O’Hara'], 'ana o’hara'));
    assert.ok(!holds(['Malaga'], 'Málaga'));
  });

  it('stand for the surname alone, however English its word, after a given name', () => {
    assert.ok(holds(['Anna Brown'], 'Brown'));
    assert.ok(holds(['Ludwig van der Meer'], 'van der Meer'));
    assert.ok(!holds(['Atlantic Council'], 'Council'));
    assert.ok(!holds(['Harrow Bay Council'], 'Council'));
    assert.ok(!holds(['Anna Brown'], 'Anna'));
  });

  it('are of no other family, and nothing without a name', () => {
    assert.ok(!holds(['Brown'], 'Brown', { code: 'claim/unsupported' }));
    assert.ok(!holds([], 'Brown'));
    assert.ok(!holds([''], 'Brown'));
  });
});
