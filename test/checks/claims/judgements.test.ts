import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { judgementsOf } from '../../../server/checks/claims/judgements.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { type Prose, readProse } from '../../../server/prose/prose.js';
import { referenceFromSources } from '../../../server/reference/reference.js';

const REFERENCE = referenceFromSources([
  {
    name: 'budget.txt',
    text: 'Taxes will rise by 3 percent in Oslo on Monday. The council approved a budget of 48 million euros.',
  },
]);
const RISE = 'Taxes will rise by 3 percent in Oslo.';
const BUDGET = 'The council approved a budget of 40 million euros.';

describe('judgements', () => {
  it('do not change if the same words are judged meanwhile', () => {
    const draft = readProse(`${RISE}\n\n${BUDGET}\n\n${RISE}\n\n*${RISE}*\n`);
    const verdicts = (): readonly string[] =>
      runToCompletion(judgementsOf(draft, REFERENCE)).map(({ verdict }) => verdict);
    const alone = verdicts();
    assert.deepEqual(alone, ['supported', 'contradicted', 'supported', 'supported']);
    for (const foreign of [true, false]) {
      for (let steps = 0; steps < 6; steps++) {
        verdicts();
        const judging = judgementsOf(draft, REFERENCE);
        let done = undefined;
        for (let step = 0; step < steps && done === undefined; step++) {
          const next = judging.next();
          if (next.done === true) done = next.value;
        }
        runToCompletion(judgementsOf(draft, REFERENCE, { foreign }));
        done ??= runToCompletion(judging);
        assert.deepEqual(
          done.map(({ verdict }) => verdict),
          alone,
        );
      }
    }
  });

  it('resolve a shared surname to the person introduced in this version of the draft', () => {
    const reference = referenceFromSources([
      {
        name: 'bridge.txt',
        text: 'Mary Osei, the mayor, and William Osei, the treasurer, opened the bridge on Tuesday. Mary Osei praised the plan. William Osei rejected the budget of 12,000 pounds.',
      },
    ]);
    const drafts = [
      'Mary Osei, the mayor, opened the bridge on Tuesday.',
      'The bridge was opened on Tuesday.',
      'Mary Osei and William Osei opened the bridge on Tuesday.',
    ].map((opening) => `${opening}\n\nOsei rejected the budget of 12,000 pounds.\n`);
    const verdict = (prose: Prose) =>
      runToCompletion(judgementsOf(prose, reference)).at(-1)?.verdict;
    const alone = drafts.map((draft) => verdict(readProse(draft)));
    assert.deepEqual(alone, ['unclear', 'supported', 'supported']);
    for (const older of drafts) {
      for (const [index, newer] of drafts.entries()) {
        const before = readProse(older);
        verdict(before);
        assert.equal(verdict(readProse(newer, 'markdown', before)), alone[index]);
      }
    }
  });

  it('resolve pronouns in the current version of the draft', () => {
    const text = `Ms. Moe spoke.\n\n${RISE}\n\nShe left at noon.\n`;
    const read = (draft: string, before?: ReturnType<typeof readProse>) => {
      const prose = readProse(draft, 'markdown', before);
      const judgements = runToCompletion(judgementsOf(prose, REFERENCE));
      return {
        prose,
        meant: judgements.map(({ statement: { terms } }) =>
          terms.filter(({ resolved }) => resolved).map(({ word }) => word),
        ),
      };
    };
    const first = read(text);
    assert.deepEqual(first.meant, read(text).meant);
    assert.deepEqual(first.meant.at(-1), ['moe']);
    const second = read(text.replace('Moe', 'Lie'), first.prose);
    assert.deepEqual(second.meant.at(-1), ['lie']);
  });
});
