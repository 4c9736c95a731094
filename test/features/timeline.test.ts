import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { draftTimeline } from '../../server/features/timeline.js';
import { runToCompletion } from '../../server/prose/cooperativeTask.js';
import { drafted } from './drafted.js';

describe('the timeline in the editor', () => {
  it('has the places of the draft and links to the sources', () => {
    const draft = drafted('It sank\non 22 July 2024 at 14:10.', {
      base: {
        facts: [
          {
            text: 'It was built in 1987.',
            citation: { source: 'log.md', line: 4 },
            unreliable: false,
          },
        ],
        confidential: new Set(['log.md']),
      },
    });
    assert.deepEqual(runToCompletion(draftTimeline(draft)), {
      uri: 'memory:///draft.md',
      entries: [
        {
          moment: '1987',
          day: '1987',
          clock: '',
          text: 'It was built in 1987.',
          source: { name: 'log.md', line: 4, uri: 'memory:///log.md', isConfidential: true },
        },
        {
          moment: '2024-07-22T14:10',
          day: 'Monday 22 July 2024',
          clock: '14:10',
          text: 'It sank on 22 July 2024 at 14:10.',
          range: { start: { line: 0, character: 0 }, end: { line: 1, character: 25 } },
        },
      ],
    });
  });
});
