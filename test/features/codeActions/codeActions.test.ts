import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type EditTarget,
  fixAll,
  quickFixes,
} from '../../../server/features/codeActions/codeActions.js';
import { FIX_ALL } from '../../../protocol/capabilityConstants.js';
import { diagnosticsOf } from '../../../server/features/diagnostics/diagnostics.js';
import { readProse } from '../../../server/prose/prose.js';
import { drafted, found } from '../drafted.js';

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
  const draft = readProse('The the the jury retired retired.');

  it('is one edit', () => {
    const action = fixAll(TARGET, draft, readProse('The jury retired.'));
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
  });

  it('is nothing where nothing was mended', () => {
    assert.equal(fixAll(TARGET, draft, draft), undefined);
  });
});
