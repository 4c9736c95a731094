import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkDraft } from '../../../server/checks/check.js';
import { readProse } from '../../../server/prose/prose.js';
import { buildBase } from '../../../server/reference/indexSource.js';
import { referenceFromSources } from '../../../server/reference/reference.js';

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
  it('has each value with the headings of its row and column, and its line', () => {
    assert.deepEqual(factsOf(BUDGET), [
      '1 The board published its budget in May.',
      '5 Dredging, 2023: 4.2 million pounds',
      '5 Dredging, 2024: 5.1 million pounds',
      '6 Pilot boats, 2023: 12',
      '6 Pilot boats, 2024: 14',
      '10 Lifeboat, Crew: 7',
    ]);
  });

  it('has other words of a row only with the heading of that row', () => {
    const table =
      '| Day | Event |\n| --- | --- |\n| 12 May | The pilot boats came back to port |\n| 13 May | Nothing |\n';
    assert.deepEqual(factsOf(table), [
      '3 12 May: The pilot boats came back to port',
      '4 13 May, Event: Nothing',
    ]);
  });

  it('has the same for delimited values, also beside empty cells and under a title', () => {
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

  it('gives a figure all words that show what it counts', () => {
    const csv = `Place,Item,Year,Number,% of all
Lund,Pilot boats,2024,14,3
Lund,Dredgers,2024,2,1
`;
    assert.deepEqual(factsOf(csv, 'fleet.csv'), [
      '2 Lund, 2024, Item: Pilot boats',
      '2 Lund, Year: 2024',
      '2 Lund, Pilot boats, 2024, Number: 14',
      '2 Lund, Pilot boats, 2024, % of all: 3',
      '3 Lund, 2024, Item: Dredgers',
      '3 Lund, Year: 2024',
      '3 Lund, Dredgers, 2024, Number: 2',
      '3 Lund, Dredgers, 2024, % of all: 1',
    ]);
  });

  it('is dated by the days and months in its rows', () => {
    const csv = `Bridge,Inspected,Condition,Cracks,Reopened
Osier Bridge,2026-05-04,poor,9,2026-06-01
Mill Bridge,12 March 2025,fair,3,
`;
    assert.deepEqual(factsOf(csv, 'bridges.csv'), [
      '2 Osier Bridge, Inspected: 4 May 2026',
      '2 Osier Bridge, 4 May 2026, Condition: poor',
      '2 Osier Bridge, 4 May 2026, poor, Cracks: 9',
      '2 Osier Bridge, 4 May 2026, poor, Reopened: 1 June 2026',
      '3 Mill Bridge, Inspected: 12 March 2025',
      '3 Mill Bridge, 12 March 2025, Condition: fair',
      '3 Mill Bridge, 12 March 2025, fair, Cracks: 3',
    ]);
  });

  it('does not take a count by the day or year for a date', () => {
    const csv = `Route,Trips per day,A year earlier,Month
Harbour Loop,14,12,May
`;
    assert.deepEqual(factsOf(csv, 'routes.csv'), [
      '2 Harbour Loop, Trips per day: 14',
      '2 Harbour Loop, A year earlier: 12',
      '2 Harbour Loop, Month: May',
    ]);
  });

  it('has the unit of a column with its figures', () => {
    const csv = `Turbine,Height (m),Cost (£m),Loss (%),Built (planned),Wind (metres per second)
T4,180,5.6,3,2027,calm
T5,149 ft,4.2,0.5,2028,11
`;
    assert.deepEqual(factsOf(csv, 'turbines.csv'), [
      '2 Turbine T4, Height: 180 m',
      '2 Turbine T4, Cost: £5.6m',
      '2 Turbine T4, Loss: 3%',
      '2 Turbine T4, Built (planned): 2027',
      '2 Turbine T4, Wind: calm',
      '3 Turbine T5, Height: 149 ft',
      '3 Turbine T5, Cost: £4.2m',
      '3 Turbine T5, Loss: 0.5%',
      '3 Turbine T5, Built (planned): 2028',
      '3 Turbine T5, Wind: 11 metres per second',
    ]);
  });

  it('in Markdown may have empty cells', () => {
    const table = '| Item | 2023 | 2024 |\n| --- | --- | --- |\n| Dredging | | 5 |\nPilots | 3 |\n';
    assert.deepEqual(factsOf(table), ['3 Dredging, 2024: 5', '4 Pilots, 2023: 3']);
  });

  it('begins with the line above it if a text has several', () => {
    const table = (rent: number): string =>
      `| Place | Rent |\n| --- | --- |\n| Lund | £${rent} |\n\n`;
    const text = `## Small flats\n\n${table(600)}Large flats:\n\n${table(900)}It rained.\n\n${table(1000)}`;
    assert.deepEqual(
      factsOf(text).filter((fact) => fact.includes('Lund')),
      [
        '5 Small flats, Lund, Rent: £600',
        '11 Large flats, Lund, Rent: £900',
        '17 Lund, Rent: £1000',
      ],
    );
  });

  it('knows which values are of one row', () => {
    const { base } = buildBase([
      { name: 'a.csv', text: 'Place,2023,2024\nLund,1,2\nHarrow,3,4\n' },
    ]);
    const rows = base.facts.map(({ row }) => row);
    assert.equal(rows[0], rows[1]);
    assert.equal(rows[2], rows[3]);
    assert.notEqual(rows[1], rows[2]);
  });

  it('without headings is read only if it has two cells', () => {
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
    const reference = referenceFromSources([{ name: 'budget.md', text: BUDGET }]);
    const draft = 'Dredging cost 6.1 million pounds in 2024.';
    const [finding] = checkDraft(readProse(draft), reference).findings;
    assert.equal(finding?.code, 'claim/contradicted');
    assert.deepEqual(finding.evidence, [
      { source: 'budget.md', line: 5, text: 'Dredging, 2024: 5.1 million pounds' },
    ]);
  });
});
