import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Reference, referenceFromSources } from '../../../../server/reference/reference.js';
import { judgeDraft } from '../judgeDraft.js';

const CREWS = `Lifeboat crews and launches,,,,
Station,Month,Crew,Launches,Cost (£)
Hollen,May 2026,14,31,"2,150"
Hollen,June 2026,14,27,"1,980"
Sandwick,May 2026,9,12,870
Sandwick,June 2026,11,16,"1,040"
Total,,,86,"6,040"
`;

function referenceTo(text: string, name = 'stations.csv'): Reference {
  return referenceFromSources([{ name, text }]);
}

/** The verdict on the last statement of a draft. */
function verdictOn(draft: string, source = CREWS): string {
  return judgeDraft(referenceTo(source), draft).claims.at(-1)?.verdict ?? 'none';
}

function expectVerdicts(verdict: string, ...drafts: readonly string[]): void {
  for (const draft of drafts) assert.equal(verdictOn(draft), verdict, draft);
}

describe('a claim about a table', () => {
  it('is compared with the row that its subject and time select', () => {
    expectVerdicts(
      'supported',
      'Sandwick had a crew of nine in May 2026.',
      'Sandwick had 16 launches in June.',
      'In June the cost at Hollen was £1,980.',
      'In all there were 86 launches.',
    );
    expectVerdicts(
      'contradicted',
      'Sandwick had 31 launches in May 2026.',
      'Sandwick had a crew of nine in June.',
      'In June the cost at Hollen was £1,890.',
    );
  });

  it('may leave out what its figure counts, or give the sum of a column', () => {
    const bills = `Bill,Month,Trips planned,Trips driven,Amount
K-1,May 2026,410,388,"£81,500"
K-2,June 2026,410,402,"£84,250"
K-3,July 2026,395,391,"£79,125"
`;
    const verdicts = (...drafts: readonly string[]): readonly string[] =>
      drafts.map((draft) => verdictOn(draft, bills));
    assert.deepEqual(
      verdicts(
        'In June 410 trips were planned. Only 402 were driven.',
        'The amount of the bills was £244,875 in all.',
      ),
      ['supported', 'supported'],
    );
    for (const verdict of verdicts(
      'In June 410 trips were planned. Only 391 were driven.',
      'The amount of the bills was £244,785 in all.',
      'The amount of the bills for May and June was £244,875 in all.',
    ))
      assert.notEqual(verdict, 'supported');
  });

  it('may be about the time of the sentence before it', () => {
    expectVerdicts(
      'supported',
      'The crews met at Sandwick in June. Sandwick had 16 launches that month.',
    );
    expectVerdicts(
      'contradicted',
      'The crews met at Sandwick in June. Sandwick had 12 launches that month.',
    );
  });

  it('is told what the row has, with a fix', () => {
    const [finding] = judgeDraft(
      referenceTo(CREWS),
      'Sandwick had 61 launches in June 2026.',
    ).findings;
    assert.equal(finding?.message, '“61”: the source says “16”.');
    assert.deepEqual(finding.evidence, [
      { source: 'stations.csv', line: 6, text: 'Sandwick, June 2026, Launches: 16' },
    ]);
    assert.equal(finding.fixes[0]?.edits[0]?.newText, '16');
  });

  it('is left open if it selects several rows or columns, or none', () => {
    expectVerdicts(
      'unclear',
      'Sandwick had 12 launches.',
      'Sandwick had 14 launches.',
      'Sandwick had 20 launches in May 2019.',
      'In June 2026 there were 16 launches.',
    );
  });

  it('is left open if it says what the table has no word for', () => {
    for (const draft of [
      'Sandwick lost a crew of nine in May 2026.',
      'Sandwick added 12 launches in May 2026.',
      'Sandwick cancelled 12 launches in May 2026.',
      'Sandwick did not have 12 launches in May 2026.',
      'Sandwick had 12 false launches in May 2026.',
      'Sandwick will have 20 launches in June.',
      'Sandwick had 20 more launches in June.',
      'Sandwick earlier had a crew of eight in June.',
      'Sandwick had 20 of its launches in June at night.',
    ])
      assert.match(verdictOn(draft), /^(?:unclear|unsupported|none)$/u, draft);
  });

  it('is not judged by a table if another sentence of the sources has its figure', () => {
    const text = `Sandwick had 61 launches in June 2026.

| Station | Month | Launches |
| --- | --- | --- |
| Sandwick | June 2026 | 16 |
| Hollen | June 2026 | 27 |
`;
    const { claims } = judgeDraft(
      referenceTo(text, 'notes.md'),
      'Sandwick had 61 launches in June 2026.',
    );
    assert.notEqual(claims[0]?.verdict, 'contradicted');
  });
});
