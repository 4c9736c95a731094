import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type EditTarget,
  fixAllAction,
  quickFixes,
} from '../../../server/features/codeActions/codeActions.js';
import { FIX_ALL } from '../../../protocol/capabilityConstants.js';
import { diagnosticsOf } from '../../../server/features/diagnostics/diagnostics.js';
import { readProse } from '../../../server/prose/prose.js';
import { drafted, createFinding } from '../drafted.js';

const TARGET: EditTarget = { uri: 'memory:///draft.md', version: 3, versionedEdits: true };
const TEXT = 'The the jury retired.';
const SPAN = { start: 3, end: 7 };
const FINDING = createFinding(SPAN, {
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
  const diagnosed = () => diagnosticsOf(drafted(TEXT, { findings: [FINDING] }));

  it('come from the data of the diagnostic', () => {
    const diagnostics = diagnosed();
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

  it('are plain edits for a client without versioned edits', () => {
    const [first] = quickFixes({ ...TARGET, versionedEdits: false }, diagnosed());
    assert.deepEqual(Object.keys(first?.edit ?? {}), ['changes']);
  });

  it('are empty for another version of the draft or another server’s diagnostic', () => {
    const diagnostics = diagnosed();
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

  it('are empty for malformed data', () => {
    const edit = { range: { start: { line: 0, character: 3 }, end: null }, newText: '' };
    const fix = { title: 'Leave out “the”', preferred: true };
    for (const malformed of [
      null,
      7,
      'x',
      {},
      { ...fix, edits: null },
      { ...fix, edits: [null] },
      { ...fix, edits: [edit] },
      { edits: [] },
    ]) {
      const data = { version: TARGET.version, fixes: [malformed] };
      const diagnostics = diagnosed().map((diagnostic) => ({ ...diagnostic, data }));
      assert.deepEqual(quickFixes(TARGET, diagnostics), [], JSON.stringify(malformed));
    }
  });
});

describe('fix all', () => {
  const TEXT = 'The the the jury retired retired.';

  it('is one edit', () => {
    const action = fixAllAction(TARGET, readProse(TEXT), readProse('The jury retired.'));
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

  it('is undefined if nothing was fixed', () => {
    const draft = readProse(TEXT);
    assert.equal(fixAllAction(TARGET, draft, draft), undefined);
  });
});
