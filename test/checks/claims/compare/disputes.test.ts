import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkClaims } from '../../../../server/checks/claims/claims.js';
import { runToCompletion } from '../../../../server/prose/cooperativeTask.js';
import { readProse } from '../../../../server/prose/prose.js';
import { referenceFromSources } from '../../../../server/reference/reference.js';

interface JudgedClaim {
  readonly verdict: string;
  readonly note: string | undefined;
  /** The places of the evidence, as “source:line”. */
  readonly evidence: readonly string[];
  readonly messages: readonly string[];
  readonly fixes: number;
}

/** The judgement on a draft's only claim by several sources. */
function judgeClaim(sources: Readonly<Record<string, string>>, draft: string): JudgedClaim {
  const reference = referenceFromSources(
    Object.entries(sources).map(([name, text]) => ({ name, text })),
  );
  const { claims, findings } = runToCompletion(checkClaims(readProse(draft), reference));
  const [claim, ...others] = runToCompletion(claims());
  assert.ok(claim !== undefined && others.length === 0);
  return {
    verdict: claim.verdict,
    note: claim.note,
    evidence: claim.evidence.map(({ source, line }) => `${source}:${line}`),
    messages: findings.map(({ message }) => message),
    fixes: findings.flatMap(({ fixes }) => fixes).length,
  };
}

const CROWD = {
  'agency.txt': 'The fire at the Bexley mill killed 145 people on Monday.',
  'police.txt': 'Rain fell.\nThe fire at the Bexley mill killed 143 people on Monday, police said.',
};

describe('sources that differ', () => {
  it('in a figure are both shown, and neither is wrong', () => {
    for (const count of [145, 143]) {
      const judged = judgeClaim(CROWD, `The fire at the Bexley mill killed ${count} people.`);
      assert.equal(judged.verdict, 'supported');
      assert.equal(judged.note, 'Two sources differ: 145 (agency.txt:1), 143 (police.txt:2).');
      assert.deepEqual([...judged.evidence].sort(), ['agency.txt:1', 'police.txt:2']);
      assert.deepEqual(judged.messages, []);
    }
  });

  it('contradict a third figure, without a fix', () => {
    const judged = judgeClaim(CROWD, 'The fire at the Bexley mill killed 190 people.');
    assert.equal(judged.verdict, 'contradicted');
    assert.match(
      judged.messages.join(' '),
      /^“190”: two sources differ: 14[35] \(\w+\.txt:\d\), 14[35] \(\w+\.txt:\d\)\.$/u,
    );
    assert.equal(judged.fixes, 0);
    assert.deepEqual([...judged.evidence].sort(), ['agency.txt:1', 'police.txt:2']);
  });

  it('do not differ on two measures or prices, such as a length and a distance', () => {
    for (const [one, other] of [
      ['The Sund bridge is 57 metres long.', 'The Sund bridge is 640 metres from the school.'],
      ['The bridge measures 57 metres in length.', 'The bridge measures 6 metres in width.'],
      ['The lorry carried 40 tonnes of sand.', 'The lorry carried 30 tonnes of coal.'],
      [
        'The council paid 2 million euros for the bridge.',
        'The council paid 5 million euros for the school.',
      ],
    ] as const) {
      const sources = { 'one.md': one, 'other.md': other };
      const same = judgeClaim(sources, one);
      assert.deepEqual([same.verdict, same.note], ['supported', undefined], one);
      const third = judgeClaim(sources, one.replace(/\d+/u, '75'));
      assert.doesNotMatch(third.messages.join(' '), /sources differ/u, one);
    }
  });

  it('in how long something is are both shown', () => {
    const sources = {
      'one.md': 'The Sund bridge is 57 metres long.',
      'other.md': 'The Sund bridge is 64 metres long.',
      'school.md': 'The Sund bridge is 640 metres from the school.',
    };
    const { note } = judgeClaim(sources, 'The Sund bridge is 57 metres long.');
    assert.equal(note, 'Two sources differ: 57 (one.md:1), 64 (other.md:1).');
    assert.deepEqual(judgeClaim(sources, 'The Sund bridge is 75 metres long.').messages, [
      '“75”: two sources differ: 57 (one.md:1), 64 (other.md:1).',
    ]);
  });

  it('in a day are both shown', () => {
    const judged = judgeClaim(
      {
        'club.md': 'Rovers signed Lucas Moreau on Tuesday.',
        'paper.md': 'Rovers signed Lucas Moreau on Thursday.',
      },
      'Rovers signed Lucas Moreau on Tuesday.',
    );
    assert.equal(judged.verdict, 'supported');
    assert.equal(judged.note, 'Two sources differ: Tuesday (club.md:1), Thursday (paper.md:1).');
  });

  it('in an outcome are both shown, the older first; the older one proves nothing', () => {
    const sources = {
      'monday.md': '# Monday 22 July 2024\n\nThe council of Sundvik approved the flood budget.',
      'sunday.md': '# Sunday 21 July 2024\n\nThe council of Sundvik rejected the flood budget.',
    };
    for (const [draft, verdict, order] of [
      ['The council approved the flood budget.', 'supported', ['monday.md:3', 'sunday.md:3']],
      ['The council voted down the flood budget.', 'unclear', ['sunday.md:3', 'monday.md:3']],
    ] as const) {
      const judged = judgeClaim(sources, draft);
      assert.equal(
        judged.note,
        'Two sources differ: rejected (Sunday, sunday.md:3), approved (Monday, monday.md:3).',
        draft,
      );
      assert.equal(judged.verdict, verdict, draft);
      assert.deepEqual(judged.evidence, order);
      assert.deepEqual(judged.messages, []);
    }
  });

  it('do not differ on two votes or two trials', () => {
    for (const [one, other, draft] of [
      [
        'The council rejected the flood budget.',
        'The council approved the school budget.',
        'The council rejected the flood budget.',
      ],
      [
        'Jonas Lind was convicted of fraud.',
        'Ada Lind was acquitted of fraud.',
        'Jonas Lind was convicted of fraud.',
      ],
      [
        'The council approved the budget in 2023.',
        'The council rejected the budget in 2024.',
        'The council approved the budget in 2023.',
      ],
    ] as const)
      assert.equal(judgeClaim({ 'one.md': one, 'other.md': other }, draft).note, undefined, draft);
  });

  it('do not differ on two votes, sessions or rounds that they number', () => {
    for (const [one, other] of [
      [
        'Twelve councillors backed the plan in the second vote.',
        'Fourteen councillors backed the plan in the third vote.',
      ],
      [
        'The council rejected the budget at its 14th session.',
        'The council approved the budget at its 15th session.',
      ],
      ['The second round began on Monday.', 'The third round began on Tuesday.'],
    ] as const) {
      const judged = judgeClaim({ 'one.md': one, 'other.md': other }, one);
      assert.deepEqual([judged.verdict, judged.note], ['supported', undefined], one);
    }
  });

  it('are not reported if they agree, exactly or roughly', () => {
    for (const other of ['145 people', 'about 145 people', 'more than 140 people', 'many people']) {
      const judged = judgeClaim(
        {
          'agency.txt': 'The fire at the Bexley mill killed 145 people on Monday.',
          'police.txt': `The fire at the Bexley mill killed ${other} on Monday, police said.`,
        },
        'The fire at the Bexley mill killed 145 people.',
      );
      assert.deepEqual([judged.verdict, judged.note], ['supported', undefined], other);
    }
  });

  it('are not reported for two events', () => {
    const judged = judgeClaim(
      {
        'agency.txt': 'The fire at the Bexley mill killed 145 people.',
        'old.txt': 'The flood in Harlow injured 143 people.',
      },
      'The fire at the Bexley mill killed 145 people.',
    );
    assert.equal(judged.note, undefined);
  });

  it('are not reported if one source has both values', () => {
    const judged = judgeClaim(
      {
        'agency.txt': 'The fire at the Bexley mill killed 145 people.',
        'later.txt':
          'The fire at the Bexley mill killed 143 people, police said. In the end the fire at the Bexley mill killed 145 people.',
      },
      'The fire at the Bexley mill killed 145 people.',
    );
    assert.equal(judged.note, undefined);
  });

  it('are not reported for a damaged sentence', () => {
    const judged = judgeClaim(
      { ...CROWD, 'police.txt': 'The the fire at the Bexley mill killed 143 people on Monday.' },
      'The fire at the Bexley mill killed 145 people.',
    );
    assert.equal(judged.note, undefined);
  });
});
