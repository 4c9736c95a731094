import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkDraft } from '../../../server/checks/check.js';
import { readProse } from '../../../server/prose/prose.js';
import { buildBase } from '../../../server/reference/indexSource.js';
import { createReference } from '../../../server/reference/reference.js';

const BUDGET = `The board published its budget in May.

| Item | 2023 | 2024 |
| --- | ---: | ---: |
| Dredging | 4.2 million pounds | 5.1 million pounds |
| Pilot boats | 12 | 14 |

|  | Crew |
| --- | --- |
| Lifeboat | 7 |
`;

function factsOf(text: string, name = 'budget.md'): readonly string[] {
  const { base } = buildBase([{ name, text }]);
  return base.facts.map((fact) => `${fact.citation.line} ${fact.text}`);
}

describe('a table in a source', () => {
  it('says each value with the headings of its row and column, and its line', () => {
    assert.deepEqual(factsOf(BUDGET), [
      '1 The board published its budget in May.',
      '5 Dredging, 2023: 4.2 million pounds',
      '5 Dredging, 2024: 5.1 million pounds',
      '6 Pilot boats, 2023: 12',
      '6 Pilot boats, 2024: 14',
      '10 Lifeboat, Crew: 7',
    ]);
  });

  it('says what more than a value says with the heading of its row alone', () => {
    const table =
      '| Day | Event |\n| --- | --- |\n| 12 May | The pilot boats came back to port |\n| 13 May | Nothing |\n';
    assert.deepEqual(factsOf(table), [
      '3 12 May: The pilot boats came back to port',
      '4 13 May, Event: Nothing',
    ]);
  });

  it('of delimited values says the same, also beside empty cells and under a title', () => {
    const csv = `Harbour budget,,
Item,2023,2024
Dredging,4.2 million pounds,
Pilot boats,,14
"North
pier",3,4
Lifeboat,It sank twice. Nobody was hurt.,1
`;
    assert.deepEqual(factsOf(csv, 'budget.csv'), [
      '1 Harbour budget',
      '3 Dredging, 2023: 4.2 million pounds',
      '4 Pilot boats, 2024: 14',
      '6 North pier, 2023: 3',
      '6 North pier, 2024: 4',
      '7 It sank twice.',
      '7 Nobody was hurt.',
      '7 Lifeboat, 2024: 1',
    ]);
  });

  it('names with a figure all that says what it counts', () => {
    const csv = `Place,Item,Year,Number,% of all
Lund,Pilot boats,2024,14,3
Lund,Dredgers,2024,2,1
`;
    assert.deepEqual(factsOf(csv, 'fleet.csv'), [
      '2 Lund, Item: Pilot boats',
      '2 Lund, Year: 2024',
      '2 Lund, Pilot boats, 2024, Number: 14',
      '2 Lund, Pilot boats, 2024, % of all: 3',
      '3 Lund, Item: Dredgers',
      '3 Lund, Year: 2024',
      '3 Lund, Dredgers, 2024, Number: 2',
      '3 Lund, Dredgers, 2024, % of all: 1',
    ]);
  });

  it('without headings says only what two cells say', () => {
    assert.deepEqual(factsOf('Lund,14,3\nHarrow,9,2\n', 'fleet.csv'), []);
    assert.deepEqual(factsOf('Lund,14\nHarrow,9\n', 'fleet.csv'), ['1 Lund: 14', '2 Harrow: 9']);
  });

  it('keeps sentences in its cells as they are', () => {
    const table = `| Question | Answer |
| --- | --- |
| Who pays for the wall? | The harbour board pays for the wall. |
`;
    assert.ok(factsOf(table).includes('3 The harbour board pays for the wall.'));
  });

  it('is evidence that can be read without the table', () => {
    const { base } = buildBase([{ name: 'budget.md', text: BUDGET }]);
    const draft = 'Dredging cost 6.1 million pounds in 2024.';
    const [finding] = checkDraft(readProse(draft), createReference(base)).findings;
    assert.equal(finding?.code, 'claim/contradicted');
    assert.deepEqual(finding.evidence, [
      { source: 'budget.md', line: 5, text: 'Dredging, 2024: 5.1 million pounds' },
    ]);
  });
});
