import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { CancellationTokenSource, type WorkspaceDiagnosticReport } from 'vscode-languageserver';
import { MemoryWorkspace } from '../../memoryWorkspace.js';
import { DRAFT, FOLDER, type FakeEditor, UNCANCELLED } from '../../session/fakeEditor.js';
import { settled } from '../../session/timers.js';
import { DOSSIER, MISTAKE, SOURCES, editorWith } from '../lidoEditor.js';

interface PreviousResult {
  readonly uri: string;
  readonly value: string;
}

/** Pulls the diagnostics of the folder. */
function pullFolder(
  editor: FakeEditor,
  previousResultIds: readonly PreviousResult[] = [],
  token = UNCANCELLED,
): Promise<WorkspaceDiagnosticReport> {
  return editor.session.diagnostics.pullWorkspace(
    { previousResultIds: [...previousResultIds] },
    token,
  );
}

/** The reports as text: the URI with “unchanged”, or with the version and the codes. */
function kinds({ items }: WorkspaceDiagnosticReport): readonly string[] {
  return items.map((item) =>
    item.kind === 'unchanged'
      ? `${item.uri} unchanged`
      : `${item.uri} v${item.version ?? '-'}: ${item.items.map(({ code }) => String(code)).join()}`,
  );
}

/** The result ids of a report, as the client sends them with the next request. */
function idsOf({ items }: WorkspaceDiagnosticReport): readonly PreviousResult[] {
  return items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
}

describe('pulled diagnostics', () => {
  it('are not published as well', async () => {
    const editor = editorWith(SOURCES);
    editor.open(MISTAKE);
    assert.deepEqual(editor.timers.waiting, []);
    const report = await editor.session.diagnostics.pull(
      { textDocument: { uri: DRAFT } },
      UNCANCELLED,
    );
    assert.ok(report.kind === 'full');
    assert.deepEqual(
      report.items.map(({ code }) => code),
      ['sentence/repeated-word'],
    );
    editor.session.editing.close(DRAFT);
    assert.deepEqual(editor.published, []);
  });

  it('are unchanged until something changes', async () => {
    const editor = editorWith(SOURCES);
    editor.open(MISTAKE);
    const textDocument = { uri: DRAFT };
    const { resultId } = await editor.session.diagnostics.pull({ textDocument }, UNCANCELLED);
    const again = async (): Promise<string> => {
      const previousResultId = resultId ?? '';
      const answer = editor.session.diagnostics.pull(
        { textDocument, previousResultId },
        UNCANCELLED,
      );
      await settled();
      await editor.timers.run();
      return (await answer).kind;
    };
    assert.equal(await again(), 'unchanged');
    editor.session.editing.change({
      textDocument: { uri: DRAFT, version: 2 },
      contentChanges: [{ text: `${MISTAKE}Rain.\n` }],
    });
    assert.equal(await again(), 'full');
  });

  it('wait for a pause in the typing', async () => {
    const editor = editorWith(SOURCES);
    editor.open(MISTAKE);
    const textDocument = { uri: DRAFT };
    await editor.session.diagnostics.pull({ textDocument }, UNCANCELLED);
    const answers = [2, 3].map((version) => {
      editor.session.editing.change({
        textDocument: { uri: DRAFT, version },
        contentChanges: [{ text: `${MISTAKE.repeat(version)}\n` }],
      });
      const source = new CancellationTokenSource();
      if (version === 2) source.cancel();
      return editor.session.diagnostics.pull({ textDocument }, source.token);
    });
    assert.deepEqual(editor.timers.waiting, [150, 150]);
    await editor.timers.run();
    const found = (await Promise.all(answers)).map((report) =>
      report.kind === 'full' ? report.items.length : 0,
    );
    assert.deepEqual(found, [0, 3]);
  });

  it('are requested again when settings or sources change', () => {
    const editor = editorWith(SOURCES);
    editor.session.changeSettings();
    editor.session.changeFiles([`${FOLDER}sources/lido.md`]);
    assert.equal(editor.refreshes, 2);
  });

  it('are published to a client that does not pull', async () => {
    const editor = editorWith(SOURCES, { capabilities: {} });
    editor.open(MISTAKE);
    await editor.timers.run();
    assert.deepEqual(
      editor.published.map(({ uri }) => uri),
      [DRAFT],
    );
  });
});

describe('diagnostics of a folder', () => {
  const FILES = { ...SOURCES, 'draft.md': MISTAKE, 'may/other.md': 'It is is wet.\n' };
  const BOTH = [
    'memory:///draft.md v-: sentence/repeated-word',
    'memory:///may/other.md v-: sentence/repeated-word',
  ];

  it('are those of all its drafts, but not of sources and fact sheets', async () => {
    const sheet = `---\nfact-sheet: draft.md\n---\n\n${MISTAKE}`;
    const editor = editorWith({ ...FILES, 'notes/second.md': DOSSIER, 'sheet.md': sheet });
    assert.deepEqual(kinds(await pullFolder(editor)), BOTH);
    editor.open('It is is is wet.\n');
    assert.deepEqual(kinds(await pullFolder(editor)), [
      'memory:///draft.md v1: sentence/repeated-word',
      BOTH[1],
    ]);
  });

  it('list a draft of nested folders once', async () => {
    const editor = editorWith(
      { ...FILES, 'may/sources/lido.md': DOSSIER },
      { settings: { sources: ['**/sources/**'], severity: { claim: 'off', reference: 'off' } } },
    );
    editor.session.changeFolders({ added: [{ uri: `${FOLDER}may`, name: '' }], removed: [] });
    editor.open(MISTAKE, `${FOLDER}may/other.md`);
    assert.deepEqual(kinds(await pullFolder(editor)), [
      BOTH[0],
      'memory:///may/other.md v1: sentence/repeated-word',
    ]);
  });

  it('are empty if the folder has no sources', async () => {
    assert.deepEqual(kinds(await pullFolder(editorWith({ 'README.md': MISTAKE }))), []);
  });

  it('clear the diagnostics of a draft that was closed there', async () => {
    const editor = editorWith({ 'draft.md': MISTAKE });
    editor.open(MISTAKE);
    assert.deepEqual(kinds(await pullFolder(editor)), []);
    editor.session.editing.close(DRAFT);
    await editor.timers.run();
    const report = await pullFolder(editor);
    assert.deepEqual(kinds(report), [`${DRAFT} v-: `]);
    const again = pullFolder(editor, idsOf(report));
    editor.open(MISTAKE, `${FOLDER}other.md`);
    editor.session.editing.close(`${FOLDER}other.md`);
    await editor.timers.run();
    assert.deepEqual(kinds(await again), [`${FOLDER}other.md v-: `]);
  });

  it('wait for a change once the client has them', async () => {
    const editor = editorWith(FILES);
    const ids = idsOf(await pullFolder(editor));
    const answers: WorkspaceDiagnosticReport[] = [];
    const waiting = pullFolder(editor, ids).then((report) => answers.push(report));
    await settled();
    assert.deepEqual(answers, []);
    editor.workspace = new MemoryWorkspace({ ...FILES, 'draft.md': 'It is wet.\n' });
    editor.session.changeFiles([DRAFT]);
    await waiting;
    assert.deepEqual(answers.map(kinds), [
      ['memory:///draft.md v-: ', 'memory:///may/other.md unchanged'],
    ]);
  });

  it('recognise the URI of a draft however the client escapes it', async () => {
    const editor = editorWith({ ...SOURCES, 'one, two.md': MISTAKE });
    const [id] = idsOf(await pullFolder(editor));
    assert.equal(id?.uri, 'memory:///one, two.md');
    const client = 'memory:///one%2C%20two.md';
    const source = new CancellationTokenSource();
    const waiting = pullFolder(editor, [{ ...id, uri: client }], source.token);
    await settled();
    source.cancel();
    assert.deepEqual(kinds(await waiting), [`${client} unchanged`]);
    editor.open('It is is wet.\n', client);
    const changed = pullFolder(editor, [{ ...id, uri: client }]);
    assert.deepEqual(kinds(await changed), [`${client} v1: sentence/repeated-word`]);
  });

  it('clear those of a deleted draft once', async () => {
    const editor = editorWith(FILES);
    const ids = idsOf(await pullFolder(editor));
    editor.workspace = new MemoryWorkspace({ ...SOURCES, 'draft.md': MISTAKE });
    editor.session.changeFiles(['memory:///may/other.md']);
    const next = await pullFolder(editor, ids);
    assert.deepEqual(kinds(next), ['memory:///draft.md unchanged', 'memory:///may/other.md v-: ']);
  });

  it('stop waiting when the request is cancelled', async () => {
    const editor = editorWith(FILES);
    const ids = idsOf(await pullFolder(editor));
    const source = new CancellationTokenSource();
    const waiting = pullFolder(editor, ids, source.token);
    await settled();
    source.cancel();
    assert.deepEqual(kinds(await waiting), [
      'memory:///draft.md unchanged',
      'memory:///may/other.md unchanged',
    ]);
  });

  it('are not computed for further drafts once the request is cancelled', async () => {
    const editor = editorWith(FILES);
    editor.timers.pace = 1000;
    const source = new CancellationTokenSource();
    const asked = pullFolder(editor, [], source.token);
    await settled();
    source.cancel();
    await editor.timers.runAll();
    assert.deepEqual(kinds(await asked), []);
  });

  it('do not index the sources again for a draft that was saved', async () => {
    const editor = editorWith(FILES);
    await pullFolder(editor);
    const before = editor.refreshes;
    editor.session.changeFiles([DRAFT]);
    assert.equal(editor.refreshes, before);
    editor.session.changeSettings();
    await settled();
    assert.deepEqual(editor.watched.at(-1), [
      'sources/**',
      '**/.copydesk.json',
      '**/style.yml',
      '**/.copydesk-signoff.ndjson',
      '**/*.md',
      '**/*.markdown',
      '**/*.fountain',
    ]);
  });
});
