import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { timelineGroups, timelineRowText } from '../../client/views/timelineRows.js';
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

  it('begin with the place, so that a narrow view does not cut it off', () => {
    assert.deepEqual(timelineRowText(IN_DRAFT), {
      label: 'line 3',
      description: 'It sank.',
      tooltip: 'It sank.\n\nline 3 of the draft',
      spoken: 'It sank., line 3 of the draft',
    });
    const source = { name: 'sources/tip.txt', line: 7, isConfidential: true } as const;
    assert.deepEqual(timelineRowText({ ...IN_SOURCE, clock: '13:40', source }), {
      label: '13:40 tip.txt:7',
      description: 'It left.',
      tooltip: 'It left.\n\nsources/tip.txt:7, confidential',
      spoken: '13:40, It left., sources/tip.txt:7, confidential',
    });
  });
});
