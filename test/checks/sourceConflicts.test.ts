import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { sidesInWords } from '../../server/checks/differingSources.js';
import { sourceConflicts } from '../../server/checks/sourceConflicts.js';
import { runToCompletion } from '../../server/prose/cooperativeTask.js';
import { referenceFromSources } from '../../server/reference/reference.js';

const SUNDAY = '# Sunday 21 July 2024\n\n';
const MONDAY = '# Monday 22 July 2024\n\n';

/** The conflicts between the two sources sunday.md and monday.md. */
function conflictsBetween(sunday: string, monday: string): readonly string[] {
  const reference = referenceFromSources([
    { name: 'monday.md', text: MONDAY + monday },
    { name: 'sunday.md', text: SUNDAY + sunday },
  ]);
  return runToCompletion(sourceConflicts(reference)).map((sides) =>
    sidesInWords(sides, (source) => reference.base.days?.get(source)),
  );
}

describe('sources', () => {
  it('differ on an outcome, the older first', () => {
    assert.deepEqual(
      conflictsBetween(
        'The council of Sundvik rejected the flood budget.',
        'The council of Sundvik approved the flood budget.',
      ),
      ['rejected (Sunday, sunday.md:3), approved (Monday, monday.md:3)'],
    );
  });

  it('differ on casualties below ten', () => {
    assert.deepEqual(
      conflictsBetween('Two people died in the fire.', 'The fire killed five people.'),
      ['Two (Sunday, sunday.md:3), five (Monday, monday.md:3)'],
    );
  });

  it('differ on the spelling of a name', () => {
    assert.deepEqual(
      conflictsBetween('Maren Oduyya leads the council.', 'Maren Oduya leads the council.'),
      ['Maren Oduyya (Sunday, sunday.md:3), Maren Oduya (Monday, monday.md:3)'],
    );
  });

  it('differ on how long something is or takes, and not on two measures of it', () => {
    assert.deepEqual(
      conflictsBetween(
        'The walk in Sundvik took 30 minutes.',
        'The walk in Sundvik took 45 minutes.',
      ),
      ['30 (Sunday, sunday.md:3), 45 (Monday, monday.md:3)'],
    );
    for (const [sunday, monday] of [
      ['The bridge is 57 metres long.', 'The bridge is 90 metres from the school.'],
      ['The bridge measures 57 metres in width.', 'The bridge measures 90 metres in length.'],
      ['The lorry carried 40 tonnes of sand.', 'The lorry carried 30 tonnes of coal.'],
      ['The tower stands 60 metres from the sea.', 'The tower stands 40 metres high.'],
    ] as const)
      assert.deepEqual(conflictsBetween(sunday, monday), [], sunday);
  });

  it('do not differ on two people or two votes', () => {
    for (const [sunday, monday] of [
      ['Maren Oduya leads the council.', 'Karen Oduya leads the council.'],
      ['Ada Roe leads the council.', 'Ada Doe leads the council.'],
      ['The council rejected the flood budget.', 'The council approved the school budget.'],
      ['The council rejected the budget.', 'The council approved the budget in 2019.'],
    ] as const)
      assert.deepEqual(conflictsBetween(sunday, monday), []);
  });
});
