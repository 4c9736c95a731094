import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readJudgeDecisions } from '../../server/inference/judgeDecisions.js';
import { DECISIONS } from '../checks/claims/fakeJudge.js';

describe('the decisions of the judge', () => {
  it('are read from their file', () => {
    assert.deepEqual(
      readJudgeDecisions(JSON.stringify({ note: 'fitted', ...DECISIONS })),
      DECISIONS,
    );
  });

  for (const [wrong, name] of [
    [{ ...DECISIONS, neither: undefined }, 'neither'],
    [{ ...DECISIONS, supported: '0.8' }, 'supported'],
    [{ ...DECISIONS, contradicted: 1.2 }, 'contradicted'],
    [null, 'supported'],
  ] as const)
    it(`are refused with the name of the wrong part: ${JSON.stringify(wrong)}`, () => {
      assert.throws(
        () => readJudgeDecisions(JSON.stringify(wrong)),
        new RegExp(`“${name}” must be a number from 0 to 1`, 'u'),
      );
    });
});
