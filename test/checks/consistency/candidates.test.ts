import assert from 'node:assert/strict';
import { comparable } from '../../../server/checks/consistency/candidates.js';
import { readProse, sentencesOf } from '../../../server/prose/prose.js';

describe('sentences that may contradict each other', () => {
  const compared = (draft: string): readonly string[] =>
    comparable(sentencesOf(readProse(draft)).map(({ sentence }) => sentence)).map(
      ({ text }) => text,
    );

  it('have two values of one thing', () => {
    for (const draft of [
      'Twelve people died in the fire. The fire killed 14 people.',
      'The clinic has 12 beds. The clinic has 16 beds.',
      'The museum opened on Monday. The museum opened on Friday.',
      'The bill passed. The council rejected a plan.',
      'A jury convicted Vos. A jury acquitted Vos.',
      'Northfield beat Eastvale. Eastvale beat Northfield.',
    ])
      assert.equal(compared(draft).join(' '), draft);
  });

  it('may be told both to be right by a third', () => {
    const draft =
      'Twelve people died. The fire killed 14 people. The toll rose from 12 people to 14.';
    assert.equal(compared(draft).join(' '), draft);
  });

  it('are of one time, have values of one size, and words that decide something', () => {
    for (const draft of [
      'The fire killed 12 people in March. The fire killed 14 people in June.',
      'The clinic has 12 beds. The clinic has 9,000 beds.',
      'The museum opened on Monday. The museum opened on Mondays.',
      'The bus passed. The council rejected a plan.',
      'A jury convicted Vos. A jury convicted Berg.',
    ])
      assert.deepEqual(compared(draft), []);
  });
});
