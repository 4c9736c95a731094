import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocumentEdit, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Decision } from '../../../protocol/decisions.js';
import { anchorOf } from '../../../server/checks/anchor.js';
import type { Code } from '../../../server/checks/rules.js';
import { takeBackEdit } from '../../../server/features/codeActions/takeBack.js';
import { readProse } from '../../../server/prose/prose.js';
import { marked } from '../../marked.js';
import { createFinding, drafted } from '../drafted.js';

const CAPABILITIES = { versionedEdits: true, createsFiles: true, offersUndo: true };
const DRAFT = 'memory:///draft.md';
const FILE = 'memory:///.copydesk.json';

/** The text of a document after an edit; `undefined` if the edit leaves it alone. */
function after(edit: WorkspaceEdit | undefined, uri: string, text: string): string | undefined {
  const change = edit?.documentChanges?.find(
    (one) => TextDocumentEdit.is(one) && one.textDocument.uri === uri,
  );
  if (change === undefined || !TextDocumentEdit.is(change)) return undefined;
  return TextDocument.applyEdits(TextDocument.create(uri, '', 1, text), change.edits as TextEdit[]);
}

/** The draft and the suppressions file after the finding at the marked words is restored. */
function restored(
  source: string,
  code: Code,
  file: string,
): readonly [draft: string | undefined, file: string | undefined] {
  const { text, spans } = marked(source);
  const [span = { start: 0, end: 0 }] = spans;
  const anchor = anchorOf(readProse(text), span);
  assert.ok(anchor !== undefined);
  const edit = takeBackEdit(
    drafted(text, { dismissed: [{ finding: createFinding(span, { code }) }] }),
    [{ kind: 'ignored', code, ...anchor }],
    {
      draft: { uri: DRAFT, version: 3, versionedEdits: true },
      suppressions: { uri: FILE, text: file, version: null },
      dossier: undefined,
    },
    CAPABILITIES,
  );
  return [after(edit, DRAFT, text), after(edit, FILE, file)];
}

describe('taking a decision back', () => {
  const CODE = 'sentence/repeated-word';

  it('removes a comment, or only the code that ignores the finding', () => {
    assert.deepEqual(restored(`<!-- copydesk-ignore ${CODE} -->\nIt [|was was|] wet.`, CODE, ''), [
      'It was was wet.',
      undefined,
    ]);
    assert.deepEqual(
      restored(
        `- <!-- copydesk-ignore name, sentence: his style --> It [|was was|] wet.`,
        CODE,
        '',
      ),
      ['- <!-- copydesk-ignore name: his style --> It was was wet.', undefined],
    );
  });

  it('removes all entries that ignore the finding, by code or family, and no other', () => {
    const entry = (words: string, code = CODE) => ({ code, words, sentence: 'It was was wet.' });
    const file = JSON.stringify({
      acceptedNames: ['Ana Roe'],
      ignoredFindings: [entry('was was'), entry('wet'), entry('was was', 'sentence')],
    });
    const [draft, left] = restored('It [|was was|] wet.', CODE, file);
    assert.equal(draft, undefined);
    assert.deepEqual(JSON.parse(left ?? ''), {
      acceptedNames: ['Ana Roe'],
      ignoredFindings: [entry('wet')],
    });
  });

  it('edits the draft and the file if both ignore the finding', () => {
    const file = `{ "ignoredFindings": [{ "code": "${CODE}", "words": "was was", "sentence": "It was was wet." }] }`;
    const source = `<!-- copydesk-ignore ${CODE} -->\nIt [|was was|] wet.`;
    assert.deepEqual(restored(source, CODE, file), [
      'It was was wet.',
      '{ "ignoredFindings": [] }',
    ]);
  });

  it('is impossible if nothing is left, whatever the file contains', () => {
    for (const file of ['', '{', '[]', '7', '{"ignoredFindings": 3, "acceptedNames": {}}']) {
      for (const decision of [
        { kind: 'accepted', name: 'Ana Roe' },
        { kind: 'ignored', code: CODE, sentence: 'It rained.', words: 'rained' },
        { kind: 'ignored', code: 'no-code', sentence: '', words: '', occurrence: 0 },
        { kind: 'added', text: '' },
        { kind: 'added', text: '\n\n### Ana Roe' },
      ] as const satisfies readonly Decision[]) {
        const target = { uri: FILE, text: file, version: null };
        const files = {
          draft: { uri: DRAFT, version: 3, versionedEdits: true },
          suppressions: target,
          dossier: { ...target, text: '### Ana Roe Salo\n' },
        };
        const edit = takeBackEdit(drafted('It rained.'), [decision], files, CAPABILITIES);
        assert.equal(edit, undefined, `${file} ${JSON.stringify(decision)}`);
      }
    }
  });

  it('removes every copy of an accepted name', () => {
    const file = '{\n  "acceptedNames": ["Ana Roe", "Petri Salo", "Ana Roe"]\n}\n';
    const edit = takeBackEdit(
      drafted('It rained.'),
      [{ kind: 'accepted', name: 'Ana Roe' }],
      {
        draft: { uri: DRAFT, version: 3, versionedEdits: true },
        suppressions: { uri: FILE, text: file, version: null },
        dossier: undefined,
      },
      CAPABILITIES,
    );
    assert.equal(after(edit, FILE, file), '{\n  "acceptedNames": ["Petri Salo"]\n}\n');
  });
});
