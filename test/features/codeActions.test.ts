import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type EditTarget, fixAll, quickFixes } from '../../server/features/codeActions.js';
import { FIX_ALL } from '../../server/features/offers.js';
import { diagnosticsOf } from '../../server/features/diagnostics.js';
import { readProse } from '../../server/prose/prose.js';
import { drafted, found } from './drafted.js';

const TARGET: EditTarget = { uri: 'memory:///draft.md', version: 3, versioned: true };
const TEXT = 'The the jury retired.';
const SPAN = { start: 3, end: 7 };
const FINDING = found(SPAN, {
  fixes: [
    { title: 'Leave out “the”', preferred: true, edits: [{ span: SPAN, newText: '' }] },
    {
      title: 'Mark it',
      preferred: false,
      edits: [{ span: { start: 0, end: 0 }, newText: '[TK]' }],
    },
  ],
});

describe('quick fixes', () => {
  const diagnostics = diagnosticsOf(drafted(TEXT, { findings: [FINDING] }));

  it('come from what travelled with the diagnostic', () => {
    const [first, second] = quickFixes(TARGET, diagnostics);
    assert.deepEqual(first, {
      title: 'Leave out “the”',
      kind: 'quickfix',
      diagnostics: [...diagnostics],
      isPreferred: true,
      edit: {
        documentChanges: [
          {
            textDocument: { uri: 'memory:///draft.md', version: 3 },
            edits: [
              {
                range: { start: { line: 0, character: 3 }, end: { line: 0, character: 7 } },
                newText: '',
              },
            ],
          },
        ],
      },
    });
    assert.equal(second?.isPreferred, false);
  });

  it('are plain edits for a client that knows no versions', () => {
    const [first] = quickFixes({ ...TARGET, versioned: false }, diagnostics);
    assert.deepEqual(Object.keys(first?.edit ?? {}), ['changes']);
  });

  it('offer nothing where the draft has moved on, or the diagnostic is another’s', () => {
    assert.deepEqual(quickFixes({ ...TARGET, version: 4 }, diagnostics), []);
    for (const changed of [{ source: 'spell' }, { data: undefined }, { data: 'x' }]) {
      assert.deepEqual(
        quickFixes(
          TARGET,
          diagnostics.map((diagnostic) => ({ ...diagnostic, ...changed })),
        ),
        [],
      );
    }
  });
});

describe('fix all', () => {
  /** Finds words that stand twice, as the sentence check does, and a claim that is not to be touched. */
  const check = (text: string) => ({
    findings: [
      ...[...text.matchAll(/\b(\w+) \1\b/giu)].map((match) => {
        const [whole, word = ''] = match;
        const span = { start: match.index + word.length, end: match.index + whole.length };
        return found(span, {
          fixes: [{ title: 'Leave out', preferred: true, edits: [{ span, newText: '' }] }],
        });
      }),
      found(
        { start: 0, end: 3 },
        {
          code: 'claim/contradicted',
          fixes: [
            {
              title: 'No',
              preferred: true,
              edits: [{ span: { start: 0, end: 3 }, newText: 'No' }],
            },
          ],
        },
      ),
    ],
    claims: [],
  });

  it('mends until nothing is left to mend, in one edit', () => {
    const text = 'The the the jury retired retired.';
    const action = fixAll(TARGET, readProse(text), check);
    assert.equal(action?.kind, FIX_ALL);
    assert.deepEqual(action.edit?.documentChanges, [
      {
        textDocument: { uri: 'memory:///draft.md', version: 3 },
        edits: [
          {
            range: { start: { line: 0, character: 4 }, end: { line: 0, character: 24 } },
            newText: 'jury',
          },
        ],
      },
    ]);
    assert.equal(fixAll(TARGET, readProse('The jury retired.'), check), undefined);
  });

  it('ends where two fixes undo each other', () => {
    const flip = (text: string) => ({
      findings: [
        found(
          { start: 0, end: 1 },
          {
            fixes: [
              {
                title: 'Flip',
                preferred: true,
                edits: [{ span: { start: 0, end: 1 }, newText: text === 'a' ? 'b' : 'a' }],
              },
            ],
          },
        ),
      ],
      claims: [],
    });
    assert.equal(fixAll(TARGET, readProse('a'), flip), undefined);
  });
});
