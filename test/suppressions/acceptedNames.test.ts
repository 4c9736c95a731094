import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Finding } from '../../server/checks/finding.js';
import { AcceptedNames } from '../../server/suppressions/acceptedNames.js';
import { readProse } from '../../server/prose/prose.js';

/** True if a finding that marks all of `written` is about one of the accepted names. */
function covers(
  accepted: readonly string[],
  written: string,
  rest: Partial<Finding> = {},
): boolean {
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
  return new AcceptedNames(accepted).nameCovering(finding, readProse(written)) !== undefined;
}

describe('accepted names', () => {
  it('match in capitals, with other apostrophes and across a line break', () => {
    assert.ok(covers(['Ana O’Hara'], "Ana\nO'Hara"));
    assert.ok(covers(['Ana O’Hara'], 'ANA O’HARA'));
    assert.ok(!covers(['Ana O’Hara'], 'ana o’hara'));
    assert.ok(!covers(['Malaga'], 'Málaga'));
  });

  it('match the surname alone after a given name, even if it is an English word', () => {
    assert.ok(covers(['Anna Brown'], 'Brown'));
    assert.ok(covers(['Ludwig van der Meer'], 'van der Meer'));
    assert.ok(!covers(['Atlantic Council'], 'Council'));
    assert.ok(!covers(['Harrow Bay Council'], 'Council'));
    assert.ok(!covers(['Anna Brown'], 'Anna'));
  });

  it('do not match findings of other families or without a name', () => {
    assert.ok(!covers(['Brown'], 'Brown', { code: 'claim/unsupported' }));
    assert.ok(!covers([], 'Brown'));
    assert.ok(!covers([''], 'Brown'));
  });
});
