import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type CodeAction,
  TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Decision, UndoOffer } from '../../../protocol/decisions.js';
import { anchorOf } from '../../../server/checks/anchor.js';
import type { Code } from '../../../server/checks/rules.js';
import { dossierActions } from '../../../server/features/codeActions/dossierActions.js';
import { suppressionActions } from '../../../server/features/codeActions/suppressionActions.js';
import { fileEdit } from '../../../server/features/codeActions/fileEdit.js';
import { takeBackEdit } from '../../../server/features/codeActions/takeBack.js';
import { diagnosticsOf } from '../../../server/features/diagnostics/diagnostics.js';
import { readProse } from '../../../server/prose/prose.js';
import { marked } from '../../marked.js';
import { createFinding, drafted } from '../drafted.js';

const CAPABILITIES = {
  versionedEdits: true,
  createsFiles: true,
  deletesFiles: true,
  storesDecisions: true,
};
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

/** The text of a file after a quick fix with this title, and after Undo; `undefined` if it is deleted. */
function undone(
  title: RegExp,
  text: string | undefined,
  meanwhile: (text: string) => string = (same) => same,
): readonly [done: string | undefined, undone: string | undefined] {
  const name = { text: 'Petri Salo', kind: 'person' } as const;
  const finding = createFinding({ start: 0, end: 10 }, { code: 'name/unknown', name });
  const draft = drafted('Petri Salo spoke.', { findings: [finding] });
  const file = { uri: FILE, path: 'dossier.md', text, version: null, draft: undefined };
  const diagnostics = diagnosticsOf(draft);
  const actions: readonly CodeAction[] = [
    ...suppressionActions(draft, diagnostics, file, CAPABILITIES),
    ...dossierActions(draft, diagnostics, file, CAPABILITIES),
  ];
  const action = actions.find((one) => title.test(one.title));
  const [stored, offer] = (action?.command?.arguments ?? []) as [WorkspaceEdit?, UndoOffer?];
  const done = meanwhile(after(stored, FILE, text ?? '') ?? '');
  const target = { uri: FILE, text: done, version: null };
  const edit = takeBackEdit(
    draft,
    offer?.decisions ?? [],
    {
      draft: { uri: DRAFT, version: 3, versionedEdits: true },
      suppressions: title.source.includes('dossier') ? undefined : target,
      dossier: title.source.includes('dossier') ? target : undefined,
    },
    CAPABILITIES,
  );
  const change = edit?.documentChanges?.[0];
  const isDeleted = change !== undefined && 'kind' in change && change.kind === 'delete';
  return [done, isDeleted ? undefined : after(edit, FILE, done)];
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

  it('removes a word from the dictionary', () => {
    const file = '{\n  "acceptedWords": ["flatpack", "skerrick"]\n}\n';
    const edit = takeBackEdit(
      drafted('It rained.'),
      [{ kind: 'acceptedWord', word: 'flatpack' }],
      {
        draft: { uri: DRAFT, version: 3, versionedEdits: true },
        suppressions: { uri: FILE, text: file, version: null },
        dossier: undefined,
      },
      CAPABILITIES,
    );
    assert.equal(after(edit, FILE, file), '{\n  "acceptedWords": ["skerrick"]\n}\n');
  });

  it('restores the original bytes of the file, also if the list was created', () => {
    const files = [
      '{}',
      '{ }\n',
      '{\n}\n',
      ' \n',
      '',
      '{ "acceptedNames": [] }',
      '{"acceptedNames":["Ana Roe"],"ignoredFindings":[]}',
      '{\n  "acceptedNames": [\n    "Ana Roe"\n  ]\n}\n',
      '{\r\n\t"acceptedNames": [],\r\n}\r\n',
      '{\n  // the beat\n  "$schema": "x" // none\n}\n',
      '{\n  "ignoredFindings": []\n}\n',
    ];
    for (const title of [/^Ignore/u, /is right in this folder$/u]) {
      for (const file of files) {
        const [done, restoredFile] = undone(title, file);
        assert.notEqual(done, file);
        assert.equal(restoredFile, file, JSON.stringify(file));
      }
    }
    const [, dossier] = undone(/dossier/u, '\n\n');
    assert.equal(dossier, '\n\n');
  });

  it('can be followed by another decision while the editor keeps the deleted file open, empty', () => {
    const target = { uri: FILE, text: '', version: 4 };
    const edits = [{ span: { start: 0, end: 0 }, newText: '{}' }];
    const { documentChanges = [] } = fileEdit(target, edits, CAPABILITIES) ?? {};
    const [creation, change] = documentChanges;
    assert.deepEqual(creation, { kind: 'create', uri: FILE, options: { ignoreIfExists: true } });
    assert.ok(TextDocumentEdit.is(change) && change.textDocument.version === null);
  });

  it('deletes a file that it created, if nothing else is in it', () => {
    for (const title of [/^Ignore/u, /is right in this folder$/u, /dossier/u]) {
      const [done, left] = undone(title, undefined);
      assert.ok(done !== undefined && done !== '');
      assert.equal(left, undefined, String(title));
    }
    const [, kept] = undone(/is right in this folder$/u, undefined, (text) => `// ours\n${text}`);
    assert.equal(kept, '// ours\n{}\n');
    const [, others] = undone(/is right in this folder$/u, undefined, (text) =>
      text.replace('"Petri Salo"', '"Petri Salo",\n    "Ana Roe"'),
    );
    assert.match(others ?? '', /"acceptedNames": \[\s*"Ana Roe"\s*\]/u);
  });
});
