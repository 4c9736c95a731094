import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { reportJson } from '../../server/features/reportJson.js';
import { NO_REFERENCE } from '../../server/reference/reference.js';
import { LineMap } from '../../server/prose/sourceMap.js';
import { marked } from '../marked.js';
import { createFinding } from './drafted.js';

describe('a report as JSON', () => {
  it('has ranges as UTF-16 offsets and as lines and characters', () => {
    const { text, spans } = marked('😀 A first line.\r\nThe judge [|the the|] court.\n');
    const span = spans[0] ?? { start: 0, end: 0 };
    const evidence = [{ source: 'ruling.md', line: 7, text: 'The judge left.' }];
    const fixes = [{ title: 'Remove it', preferred: true, edits: [{ span, newText: 'the' }] }];
    const report = {
      findings: [createFinding(span, { evidence, fixes, expected: 'the', found: 'the the' })],
      dismissed: [],
      claims: [{ span, verdict: 'supported', score: 0.75, evidence } as const],
      isCovered: true,
      unread: [],
      leftOut: [],
      reference: NO_REFERENCE,
    };
    const offset = [28, 35];
    const range = { start: { line: 1, character: 10 }, end: { line: 1, character: 17 } };
    assert.deepEqual(reportJson(report, new LineMap(text)), {
      findings: [
        {
          code: 'sentence/repeated-word',
          severity: 'warning',
          message: 'A word stands twice.',
          offset,
          range,
          evidence,
          fixes: [
            { title: 'Remove it', preferred: true, edits: [{ offset, range, newText: 'the' }] },
          ],
        },
      ],
      claims: [{ offset, range, verdict: 'supported', score: 0.75, evidence }],
    });
  });
});
