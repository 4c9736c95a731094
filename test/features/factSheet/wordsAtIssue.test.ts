import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readableText } from '../../../server/checks/anchor.js';
import type { Finding } from '../../../server/checks/finding.js';
import { wordsAtIssue } from '../../../server/features/factSheet/wordsAtIssue.js';
import { readProse } from '../../../server/prose/prose.js';
import { mark, marked } from '../../marked.js';
import { createFinding } from '../drafted.js';

/** The readable text of a whole draft with the words at issue marked, and their replacements. */
function shown(source: string, rest: Partial<Finding> = {}): readonly [string, ...string[]] {
  const { text, spans } = marked(source);
  const prose = readProse(text);
  const place = { start: 0, end: text.length };
  const findings = spans.map((span) => createFinding(span, rest));
  const issues = wordsAtIssue(place, findings, { prose });
  const words = mark(readableText(prose, place), issues);
  return [words, ...issues.map(({ instead = '' }) => instead)];
}

describe('the words at issue', () => {
  it("are marked in the readable text, with the source's words", () => {
    assert.deepEqual(shown('The *tide*\n rose at **[|ten|]** there.', { expected: 'nine' }), [
      'The tide rose at [|ten|] there.',
      'nine',
    ]);
    assert.deepEqual(shown('[|Ten|] boats [|left|].'), ['[|Ten|] boats [|left|].', '', '']);
  });

  it('are empty if they are the whole text', () => {
    assert.deepEqual(shown('[|The tide rose at ten.|]'), ['The tide rose at ten.']);
  });

  it('do not overlap, and stay within the place', () => {
    const text = 'The tide rose at ten.';
    const prose = readProse(`${text} It fell.`);
    const findings = [
      { start: 0, end: 3 },
      { start: 4, end: 13 },
      { start: 9, end: 16 },
      { start: 17, end: 29 },
    ].map((span) => createFinding(span));
    const issues = wordsAtIssue({ start: 4, end: 21 }, findings, { prose });
    assert.equal(mark('tide rose at ten.', issues), '[|tide rose|] at [|ten.|]');
  });
});
