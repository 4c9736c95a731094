import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { judgeDraft, verdicts } from '../judgeDraft.js';

describe('support', () => {
  it('needs every name, figure and time of the claim', () => {
    const source = 'The council in Corrie paid 300 pounds for a lifeboat.';
    assert.deepEqual(verdicts(source, 'The council in Corrie paid 300 pounds.'), ['supported']);
    assert.deepEqual(verdicts(source, 'The council in Corrie paid Brennan for a lifeboat.'), [
      'unclear',
    ]);
  });

  it('is not found in a denial', () => {
    assert.deepEqual(
      verdicts('The trustees have not decided to sue.', 'The trustees have decided to sue.'),
      ['unclear'],
    );
    assert.notDeepEqual(verdicts('There were no arrests.', 'Police arrested a man of 52.'), [
      'supported',
    ]);
  });

  it('is not found in a plan or a condition for what is said to have happened', () => {
    assert.deepEqual(
      verdicts(
        'If convicted of arson, the guard faces nine years.',
        'The guard was convicted of arson.',
      ),
      ['unclear'],
    );
  });

  it('that is open leaves no mark, and lists the related passages', () => {
    const { claims, findings } = judgeDraft(
      'The ferry company owns four boats. The harbour master inspected the crew.',
      'The harbour master praised the crew of the ferry company.',
    );
    assert.deepEqual(
      claims.map(({ verdict }) => verdict),
      ['unclear'],
    );
    assert.deepEqual(findings, []);
    assert.notEqual(claims[0]?.evidence.length, 0);
  });
});
