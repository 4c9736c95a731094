import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { FactSheet } from '../../protocol/factSheet.js';
import { draftComments } from '../../server/features/draftComments.js';
import { factSheetOf } from '../../server/features/factSheet/factSheet.js';
import type { StoredSignOff } from '../../server/features/factSheet/signOffFile.js';
import { runToCompletion } from '../../server/prose/cooperativeTask.js';
import { marked } from '../marked.js';
import { createFinding, drafted } from './drafted.js';

const { text, spans } = marked('The pool cost [|900|] pounds. It [|is is|] shut.');
const [cost = { start: 0, end: 0 }, twice = { start: 0, end: 0 }] = spans;
const STATEMENT = { start: 0, end: 25 };
const LOG = { source: 'log.md', line: 4, text: 'It cost 700 pounds.' };
const TIP = { source: 'tip.md', line: 2, text: 'She said 700.' };

/** The comments as “words, author: text”. */
function comments(
  stored: readonly Partial<StoredSignOff>[] = [],
  confidential: readonly string[] = [],
  settings?: unknown,
): readonly string[] {
  const draft = drafted(text, {
    findings: [
      createFinding(cost, {
        code: 'claim/contradicted',
        message: 'The source says 700.',
        evidence: [LOG, TIP],
        found: '900',
      }),
      createFinding(twice),
    ],
    claims: [{ span: STATEMENT, verdict: 'contradicted', score: 0, evidence: [LOG] }],
    base: {
      facts: [LOG, TIP].map(({ source, line, text: said }) => {
        return { text: said, citation: { source, line }, unreliable: false };
      }),
      confidential: new Set(confidential),
    },
    settings,
  });
  const signed = stored.map((one): StoredSignOff => ({
    draft: 'draft.md',
    kind: 'statement',
    sentence: 'The pool cost 900 pounds.',
    by: 'MO',
    at: '2026-11-28T12:10:00Z',
    verdict: 'contradicted',
    note: '',
    ...one,
  }));
  const sheet: FactSheet = runToCompletion(factSheetOf(draft, signed));
  return draftComments(draft, sheet).map(
    ({ span, author, text: said }) =>
      `${text.slice(span.start, span.end)}, ${author}: ${said.replace(/ on 28 November 2026, \d\d:10/u, '')}`,
  );
}

const FOUND =
  '900, Copydesk: The source says 700.\nIt cost 700 pounds. (log.md:4)\nShe said 700. (tip.md:2)';
const TWICE = 'is is, Copydesk: A word stands twice.';

describe('the comments on a draft', () => {
  it('are its findings with their passages, in the order of the draft', () => {
    assert.deepEqual(comments(), [FOUND, TWICE]);
  });

  it('leave out findings that are turned off', () => {
    assert.deepEqual(comments([], [], { severity: { sentence: 'off' } }), [FOUND]);
  });

  it('include claims that a checker found wrong or noted, with the evidence, but no plain signature', () => {
    const evidence = [LOG];
    const all = comments([
      { by: 'MO', decision: 'rejected', note: 'ask the council', evidence },
      { by: 'RV' },
      { by: 'TE', note: 'rang the pool' },
    ]);
    assert.deepEqual(all, [
      'The pool cost 900 pounds., MO: Found wrong by MO: ask the council\nIt cost 700 pounds. (log.md:4)',
      'The pool cost 900 pounds., TE: Checked by TE: rang the pool\nIt cost 700 pounds. (log.md:4)',
      FOUND,
      TWICE,
    ]);
  });

  it('have neither names nor words of confidential sources', () => {
    const told = comments([{ decision: 'rejected', evidence: [TIP] }], ['tip.md']).join('\n');
    assert.doesNotMatch(told, /tip|She said/u);
    assert.match(told, /confidential source/u);
  });
});
