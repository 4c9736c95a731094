import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { placeOfItem, timelineGroups } from '../../client/views/timelineRows.js';
import type { TimelineItem } from '../../protocol/timeline.js';

const MONDAY = { moment: '2024-07-22', day: 'Monday 22 July 2024', clock: '' };
const IN_DRAFT: TimelineItem = {
  ...MONDAY,
  text: 'It sank.',
  range: { start: { line: 2, character: 0 }, end: { line: 2, character: 8 } },
};
const IN_SOURCE: TimelineItem = {
  ...MONDAY,
  text: 'It left.',
  source: { name: 'sources/police.txt', line: 7 },
};
const BUILT: TimelineItem = { ...IN_SOURCE, moment: '1987', day: '1987' };

describe('the rows of the timeline', () => {
  it('stand under their days', () => {
    const groups = timelineGroups({ uri: '', entries: [BUILT, IN_SOURCE, IN_DRAFT] });
    assert.deepEqual(groups, [
      { day: '1987', items: [BUILT] },
      { day: 'Monday 22 July 2024', items: [IN_SOURCE, IN_DRAFT] },
    ]);
  });

  it('say where they are', () => {
    assert.equal(placeOfItem(IN_DRAFT), 'line 3 of the draft');
    assert.equal(placeOfItem(IN_SOURCE), 'police.txt:7');
    const source = { name: 'tip.txt', line: 1, isConfidential: true } as const;
    assert.equal(placeOfItem({ ...IN_SOURCE, source }), 'tip.txt:1, confidential');
  });
});
