import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type FactSheetFilter, countLeft, sheetGroups } from '../../client/views/sheetGroups.js';
import type { FactSheet } from '../../protocol/factSheet.js';
import { SHEET, UNCOVERED } from '../features/factSheet/sheets.js';

/** The groups, each with the lines of its rows, 1-based. */
function groups(filter: FactSheetFilter, sheet: FactSheet = SHEET): readonly string[] {
  return sheetGroups(sheet, filter).map(
    ({ group, rows }) => `${group} ${rows.map(({ entry }) => entry.range.start.line + 1).join()}`,
  );
}

describe('the groups of the fact sheet', () => {
  it('begin with entries to be corrected, and keep checked ones in place', () => {
    assert.deepEqual(groups('all'), [
      'corrections 4',
      'notes 4',
      'contradicted 5',
      'unsupported 7',
      'unclear 9',
      'supported 3',
      'names 3,9',
      'dismissed 6,8',
    ]);
  });

  it('are filtered by what was decided', () => {
    assert.deepEqual(groups('open'), [
      'notes 4',
      'contradicted 5',
      'unsupported 7',
      'unclear 9',
      'names 3,9',
    ]);
    assert.deepEqual(groups('checked'), ['supported 3']);
    assert.deepEqual(groups('corrections'), ['corrections 4']);
    assert.deepEqual(groups('dismissed'), ['dismissed 6,8']);
  });

  it('have no verdicts if no source covers the draft', () => {
    const uncovered = { ...SHEET, isCovered: false, state: UNCOVERED };
    assert.deepEqual(groups('all', uncovered), ['notes 4', 'names 3,9', 'dismissed 6,8']);
  });

  it('keep the row of the same text, and give a repeated text another', () => {
    const [first] = SHEET.entries;
    assert.ok(first !== undefined);
    const ids = sheetGroups({ ...SHEET, entries: [first, first] }, 'all')
      .flatMap(({ group, rows }) => (group === 'supported' ? rows : []))
      .map(({ id }) => id);
    assert.deepEqual(ids, ['statement The pier is old. 1', 'statement The pier is old. 2']);
  });

  it('count what is left after the first decision', () => {
    const { entries } = SHEET;
    assert.equal(countLeft(entries), '3 of 5 left');
    assert.equal(countLeft(entries.slice(3)), '2');
    assert.equal(countLeft([]), '0');
  });
});
