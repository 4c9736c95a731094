import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type DocumentSymbol,
  TextDocumentEdit,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import type { SignedSubject } from '../../protocol/signOff.js';
import { capabilitiesFor } from '../../server/lsp/capabilities.js';
import { isRequestFailure } from '../../server/lsp/requestFailure.js';
import { marked } from '../marked.js';
import { ABOUT_SAMPLE, ELSEWHERE } from '../regatta.js';
import { wordOf, wordParagraph } from '../sources/extractors/bytes.js';
import { MemoryWorkspace } from '../memoryWorkspace.js';
import {
  DRAFT,
  FOLDER,
  FakeEditor,
  type FakeEditorOptions,
  UNCANCELLED,
} from '../session/fakeEditor.js';
import { settled } from '../session/timers.js';

const DOSSIER =
  '---\ndossier: The lido\n---\n\n## People\n\n### Maren Oduya\n\n- Role: council leader\n\nMaren Oduya leads the council.\n\n## Facts\n\n- The lido opened in 1962.\n';
const SOURCES = { 'sources/lido.md': DOSSIER };
const MISTAKE = 'Ms. Oduya opened the the lido.\n';

/** The capabilities of a client that pulls diagnostics. */
const PULLS: ClientCapabilities = {
  textDocument: { diagnostic: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
  workspace: { workspaceEdit: { documentChanges: true } },
};

/** An editor with these files, which pulls diagnostics. */
function editorWith(
  files: Readonly<Record<string, string>>,
  options: FakeEditorOptions = {},
): FakeEditor {
  return new FakeEditor({
    files,
    capabilities: PULLS,
    settings: { severity: { claim: 'off', reference: 'off' } },
    ...options,
  });
}

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

const AT = { textDocument: { uri: DRAFT }, position: { line: 0, character: 6 } };

describe('server capabilities', () => {
  it('are those that the client supports', () => {
    const bare = Object.keys(capabilitiesFor({}));
    const all = capabilitiesFor({
      textDocument: {
        rename: { prepareSupport: true },
        completion: {},
        semanticTokens: { requests: {}, tokenTypes: [], tokenModifiers: [], formats: [] },
        codeLens: {},
        diagnostic: {},
      },
      workspace: { symbol: {} },
    });
    assert.deepEqual(
      Object.keys(all)
        .filter((key) => !bare.includes(key))
        .sort(),
      [
        'codeLensProvider',
        'completionProvider',
        'diagnosticProvider',
        'renameProvider',
        'semanticTokensProvider',
        'workspaceSymbolProvider',
      ],
    );
    assert.deepEqual(all.renameProvider, { prepareProvider: true });
    assert.equal(capabilitiesFor({ textDocument: { rename: {} } }).renameProvider, true);
  });
});

describe('requests about documents that are not open', () => {
  it('have empty answers', async () => {
    for (const uri of [DRAFT, `${FOLDER}sources/lido.md`, 'untitled:Nothing', '']) {
      const { session, handlers } = editorWith({ ...SOURCES, 'draft.md': MISTAKE });
      const at = { ...AT, textDocument: { uri } };
      const { textDocument } = at;
      assert.deepEqual(await handlers.documentSymbols({ textDocument }, UNCANCELLED), []);
      assert.deepEqual(await handlers.highlights(at, UNCANCELLED), []);
      assert.deepEqual(
        await handlers.references({ ...at, context: { includeDeclaration: true } }, UNCANCELLED),
        [],
      );
      assert.equal(await handlers.prepareRename(at, UNCANCELLED), undefined);
      assert.equal(await handlers.rename({ ...at, newName: 'Oduyo' }, UNCANCELLED), undefined);
      assert.equal(await handlers.completions(at, UNCANCELLED), undefined);
      assert.deepEqual(await handlers.semanticTokens({ textDocument }, UNCANCELLED), { data: [] });
      assert.deepEqual(await handlers.codeLenses({ textDocument }, UNCANCELLED), []);
      assert.equal(await handlers.factSheet({ textDocument }, UNCANCELLED), null);
      const report = await session.diagnostics.pull({ textDocument }, UNCANCELLED);
      assert.ok(report.kind === 'full' && report.items.length === 0);
      const item = { label: 'x', data: { uri, name: 'Maren Oduya' } };
      assert.deepEqual(handlers.resolveCompletion(item), item);
    }
  });
});

describe('references', () => {
  it('are found in drafts, open or not, and in the sources', async () => {
    const editor = editorWith({
      ...SOURCES,
      'draft.md': 'Saved.',
      'may/other.md': 'Rain.\n\n🌧️ Maren Oduya ran.\n',
      'may/none.md': 'Rain.\n',
    });
    editor.open(MISTAKE);
    editor.open('Oduya sat.\n', 'untitled:Untitled-1');
    const found = async (includeDeclaration: boolean): Promise<readonly string[]> => {
      const places = await editor.handlers.references(
        { ...AT, context: { includeDeclaration } },
        UNCANCELLED,
      );
      return places.map(
        ({ uri, range: { start, end } }) =>
          `${uri} ${start.line}:${start.character}-${end.character}`,
      );
    };
    assert.deepEqual(await found(true), [
      `${DRAFT} 0:4-9`,
      'memory:///may/other.md 2:4-15',
      'memory:///sources/lido.md 6:4-15',
      'memory:///sources/lido.md 10:0-11',
    ]);
    assert.ok(!(await found(false)).includes('memory:///sources/lido.md 6:4-15'));
  });
});

describe('rename', () => {
  it('returns edits for the version, and explains why something cannot be renamed', async () => {
    const editor = editorWith(SOURCES);
    const { text } = marked('Ms. [|Oduya|] sat. Maren Oduya rose.');
    editor.open(text);
    const edit = await editor.handlers.rename({ ...AT, newName: 'Oduyo' }, UNCANCELLED);
    assert.ok(edit !== undefined && !isRequestFailure(edit));
    const [change] = edit.documentChanges ?? [];
    assert.ok(TextDocumentEdit.is(change));
    assert.deepEqual(change.textDocument, { uri: DRAFT, version: 1 });
    assert.equal(change.edits.length, 2);
    const elsewhere = { ...AT, position: { line: 0, character: 11 } };
    const noName = await editor.handlers.prepareRename(elsewhere, UNCANCELLED);
    assert.ok(isRequestFailure(noName) && noName.reason.startsWith('Only names'));
    const blank = await editor.handlers.rename({ ...AT, newName: ' ' }, UNCANCELLED);
    assert.ok(isRequestFailure(blank) && blank.reason.includes('at least one letter'));
    assert.equal(
      await editor.handlers.rename({ ...elsewhere, newName: 'Oduyo' }, UNCANCELLED),
      undefined,
    );
  });
});

describe('workspace symbols', () => {
  it('are those of the sources of all folders, or of the sample that a draft is about', async () => {
    const [symbol] = await editorWith(SOURCES).handlers.workspaceSymbols({ query: 'odu' });
    assert.equal(symbol?.name, 'Maren Oduya');
    assert.deepEqual(symbol.location.range.start, { line: 6, character: 0 });
    const editor = editorWith({}, { folders: [] });
    editor.open(ELSEWHERE);
    await editor.session.drafts.of(DRAFT, UNCANCELLED);
    assert.deepEqual(await editor.handlers.workspaceSymbols({ query: '' }), []);
    editor.change(ABOUT_SAMPLE);
    await editor.session.drafts.of(DRAFT, UNCANCELLED);
    const [shipped] = await editor.handlers.workspaceSymbols({ query: '' });
    assert.equal(shipped?.name, 'Ana Brandt');
  });
});

describe('document symbols', () => {
  it('are a tree or a list, depending on the client', async () => {
    const editor = editorWith(SOURCES);
    editor.open(`# The lido\n\n${MISTAKE}`);
    const [heading] = (await editor.handlers.documentSymbols(
      AT,
      UNCANCELLED,
    )) as readonly DocumentSymbol[];
    assert.equal(heading?.children?.[0]?.name, 'Maren Oduya');
    const flat = editorWith(SOURCES, { capabilities: { textDocument: { documentSymbol: {} } } });
    flat.open(`# The lido\n\n${MISTAKE}`);
    const [, person] = await flat.handlers.documentSymbols(AT, UNCANCELLED);
    assert.ok(person !== undefined && 'location' in person);
  });
});

describe('completion', () => {
  it('uses the newest text and the last checked version', async () => {
    const editor = editorWith(SOURCES);
    editor.open('Rain. Then.\n');
    await editor.handlers.hover(AT, UNCANCELLED);
    const at = { line: 0, character: 10 };
    editor.session.editing.change({
      textDocument: { uri: DRAFT, version: 2 },
      contentChanges: [{ range: { start: at, end: at }, text: ' Od' }],
    });
    const list = await editor.handlers.completions(
      { ...AT, position: { line: 0, character: 13 } },
      UNCANCELLED,
    );
    const [item] = list?.items ?? [];
    assert.equal(item?.label, 'Maren Oduya');
    assert.match(
      JSON.stringify(editor.handlers.resolveCompletion(item).documentation),
      /leads the council/u,
    );
  });
});

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

describe('a client with a fact sheet', () => {
  const editorWithCommands = (commands: readonly string[]): FakeEditor =>
    editorWith(SOURCES, { initializationOptions: { commands } });
  const pull = (editor: FakeEditor, uri = DRAFT) =>
    editor.session.diagnostics.pull({ textDocument: { uri } }, UNCANCELLED);

  it('is notified once of each version of a draft, with the number of findings', async () => {
    const editor = editorWithCommands(['copydesk.showFactSheet']);
    const files = new MemoryWorkspace(SOURCES);
    editor.workspace = files;
    editor.open(MISTAKE);
    await pull(editor);
    await pull(editor);
    const findings = { error: 0, warning: 1, information: 0, hint: 0 };
    const state = {
      kind: 'checked',
      text: 'Checked against your sources.',
      open: '1 to check',
      isSample: false,
    };
    assert.deepEqual(editor.checked, [
      { uri: DRAFT, version: 1, draft: { findings, state, unread: 0, reference: 1 } },
    ]);
    files.write('sources/lido.md', `${DOSSIER}\n`);
    editor.session.changeFiles([`${FOLDER}sources/lido.md`]);
    await pull(editor);
    assert.deepEqual(
      editor.checked.map(({ version, draft }) => [version, draft?.reference]),
      [
        [1, 1],
        [1, 2],
      ],
    );
  });

  it('is notified of one state of a draft, which the fact sheet and the status bar show', async () => {
    const state = async (
      text: string,
      files: Readonly<Record<string, string>> = {},
    ): Promise<string> => {
      const initializationOptions = { commands: ['copydesk.showFactSheet'] };
      const editor = new FakeEditor({ files, initializationOptions });
      editor.open(text);
      await pull(editor);
      const sheet = await editor.handlers.factSheet({ textDocument: { uri: DRAFT } }, UNCANCELLED);
      const notified = editor.checked.at(-1)?.draft?.state;
      assert.deepEqual(notified, sheet?.state);
      return `${notified?.kind ?? ''}${notified?.isSample === true ? ' sample' : ''}`;
    };
    assert.equal(await state(''), 'noSources');
    assert.equal(await state(ELSEWHERE), 'noSources');
    assert.equal(await state(ABOUT_SAMPLE), 'checked sample');
    assert.equal(await state('', SOURCES), 'nothing');
    assert.equal(await state('# Headline only\n', SOURCES), 'nothing');
    assert.equal(await state('Maren Oduya leads the council.\n', SOURCES), 'checked');
  });

  it('is notified which sources could not be read, if there are no others', async () => {
    const editor = editorWithCommands(['copydesk.showFactSheet']);
    const textDocument = { uri: DRAFT };
    const workspace = new MemoryWorkspace();
    editor.workspace = workspace;
    const shown = async (files: Readonly<Record<string, string>>) => {
      for (const [path, text] of Object.entries(files)) workspace.write(path, text);
      editor.session.changeFiles([`${FOLDER}sources/a.pdf`]);
      await pull(editor);
      const { state } = (await editor.handlers.factSheet({ textDocument }, UNCANCELLED)) ?? {};
      assert.deepEqual(editor.checked.at(-1)?.draft?.state, state);
      const { notice, unread } = await editor.handlers.reference({ textDocument }, UNCANCELLED);
      return [
        state?.kind,
        state?.text,
        notice,
        ...unread.map(({ name, reason }) => [name, reason]),
      ];
    };
    editor.open('Maren Oduya leads the council. It met in May.\n');
    assert.deepEqual(await shown({ 'sources/scan.pdf': '%PDF' }), [
      'unreadable',
      'scan.pdf could not be read, so claims and quotes were not checked.',
      'scan.pdf could not be read.',
      ['sources/scan.pdf', 'is not a PDF or is damaged'],
    ]);
    const [kind, text] = await shown({ 'sources/b.docx': 'PK', 'sources/c.rtf': '{' });
    assert.equal(kind, 'unreadable');
    assert.match(String(text), /^b\.docx and 2 other sources could not be read, /u);
    const [others, , notice] = await shown(SOURCES);
    assert.deepEqual(
      [others, notice],
      ['checked', 'b.docx and 2 other sources could not be read.'],
    );
  });

  it('is notified that there are no sources yet if all are empty, and checks none of them as a draft', async () => {
    const empty = { 'sources/dossier.md': '', 'sources/notes.txt': '\n' };
    const initializationOptions = { commands: ['copydesk.showFactSheet'] };
    const editor = new FakeEditor({ files: empty, initializationOptions });
    editor.open(ELSEWHERE);
    await pull(editor);
    assert.equal(editor.checked.at(-1)?.draft?.state.kind, 'noSources');
    editor.open('', `${FOLDER}sources/dossier.md`);
    await pull(editor, `${FOLDER}sources/dossier.md`);
    assert.equal(editor.checked.at(-1)?.draft, null);
  });

  it('is notified that a source is not a draft', async () => {
    const editor = editorWithCommands(['copydesk.showFactSheet']);
    const uri = `${FOLDER}sources/lido.md`;
    editor.open(DOSSIER, uri);
    await pull(editor, uri);
    assert.deepEqual(editor.checked, [{ uri, version: 1, draft: null }]);
  });

  it('is the only one that is notified', async () => {
    const editor = editorWithCommands([]);
    editor.open(MISTAKE);
    await pull(editor);
    assert.deepEqual(editor.checked, []);
  });
});

describe('a Word document', () => {
  it('becomes the Markdown of a draft, or an error with the reason', async () => {
    const editor = new FakeEditor();
    const workspace = new MemoryWorkspace({
      'lido.docx': wordOf(wordParagraph('The lido *opened*.')),
      'b.docx': 'Not one.',
    });
    editor.workspace = workspace;
    const draftOf = (name: string) =>
      editor.handlers.draftOfDocument({ textDocument: { uri: FOLDER + name } });
    assert.equal(await draftOf('lido.docx'), 'The lido \\*opened\\*.\n');
    assert.deepEqual(await draftOf('b.docx'), {
      reason: 'b.docx is not a Word document (.docx) or is damaged.',
    });
    assert.deepEqual(await draftOf('c.docx'), { reason: 'c.docx does not exist.' });
    assert.deepEqual(await draftOf('a.txt'), {
      reason: 'a.txt is not a Word document (.docx).',
    });
  });
});

describe('the text of a source', () => {
  it('has a paragraph of a document on each line, as it is cited', async () => {
    const editor = new FakeEditor();
    const workspace = new MemoryWorkspace({
      'lido.docx': wordOf(wordParagraph('It opened.') + wordParagraph('It closed.')),
      'log.md': '# Log\n\nIt rained.\n',
      'b.docx': 'Not one.',
    });
    editor.workspace = workspace;
    const textOf = (name: string) =>
      editor.handlers.sourceText({ textDocument: { uri: FOLDER + name } });
    assert.equal(await textOf('lido.docx'), 'It opened.\nIt closed.');
    assert.equal(await textOf('log.md'), '# Log\n\nIt rained.\n');
    assert.deepEqual(await textOf('b.docx'), {
      reason: 'b.docx is not a Word document (.docx) or is damaged.',
    });
    assert.deepEqual(await textOf('none.md'), { reason: 'none.md does not exist.' });
  });
});

describe('the reference overview', () => {
  it('is that of the folder, for drafts and sources alike', async () => {
    const editor = editorWith(SOURCES);
    for (const uri of [DRAFT, `${FOLDER}sources/lido.md`]) {
      const { entries, sources } = await editor.handlers.reference(
        { textDocument: { uri } },
        UNCANCELLED,
      );
      assert.deepEqual(
        entries.map(({ name, role }) => `${name}, ${role}`),
        ['Maren Oduya, council leader'],
      );
      assert.deepEqual(sources, [
        { name: 'sources/lido.md', summary: '1 person, 2 facts', uri: `${FOLDER}sources/lido.md` },
      ]);
    }
  });

  it('is empty without sources, with a message, except for a draft about the sample', async () => {
    const editor = editorWith({});
    editor.open(ELSEWHERE);
    const textDocument = { uri: DRAFT };
    const nothing = await editor.handlers.reference({ textDocument }, UNCANCELLED);
    assert.deepEqual(nothing.entries, []);
    assert.match(nothing.notice, /^No sources yet: add .*“sources”/u);
    editor.change(ABOUT_SAMPLE);
    const sample = await editor.handlers.reference({ textDocument }, UNCANCELLED);
    assert.ok(sample.entries.some(({ name }) => name === 'Ana Brandt'));
    assert.equal(sample.notice, 'Shipped summit reference (sample)');
  });
});

describe('signing off the fact sheet', () => {
  const FILE = `${FOLDER}.copydesk-signoff.ndjson`;
  const TEXT = 'Maren Oduya left.\n';
  const textDocument = { uri: DRAFT };
  const capabilities: ClientCapabilities = {
    ...PULLS,
    workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
  };

  /** The names of the sheet with those who signed them. */
  async function signers(editor: FakeEditor): Promise<readonly string[]> {
    const sheet = await editor.handlers.factSheet({ textDocument }, UNCANCELLED);
    return (sheet?.names ?? []).map(({ text, signOff }) =>
      [text, ...signOff.signatures.map(({ by }) => by)].join(' '),
    );
  }

  async function subjects(editor: FakeEditor): Promise<readonly SignedSubject[]> {
    const sheet = await editor.handlers.factSheet({ textDocument }, UNCANCELLED);
    return (sheet?.names ?? []).map(({ signOff }) => signOff.subject);
  }

  /** The inserted text of an edit, and the file that it is in. */
  async function sign(
    editor: FakeEditor,
  ): Promise<{ readonly uri: string; readonly text: string; readonly kinds: readonly string[] }> {
    const params = {
      textDocument,
      subjects: await subjects(editor),
      signature: { by: 'MO', note: 'rang her' },
    };
    const edit = await editor.handlers.signOff(params, UNCANCELLED);
    assert.ok(edit !== null && !isRequestFailure(edit));
    const changes = edit.documentChanges ?? [];
    const [change] = changes.filter((one) => TextDocumentEdit.is(one));
    assert.ok(change !== undefined);
    const text = change.edits.map((one) => ('newText' in one ? one.newText : '')).join('');
    const kinds = changes.map((one) => ('kind' in one ? one.kind : 'edit'));
    return { uri: change.textDocument.uri, text, kinds };
  }

  it('creates the file in the folder, and reads it from there', async () => {
    const editor = editorWith(SOURCES, { capabilities });
    editor.open(TEXT);
    assert.deepEqual(await signers(editor), ['Maren Oduya']);
    const { uri, text, kinds } = await sign(editor);
    assert.equal(uri, FILE);
    assert.deepEqual(kinds, ['create', 'edit']);
    assert.match(
      text,
      /^\{"draft":"draft\.md","by":"MO","at":"[^"]+Z","kind":"name",.*"rang her"\}\n$/u,
    );
    const signed = editorWith({ ...SOURCES, '.copydesk-signoff.ndjson': text });
    signed.open(TEXT);
    assert.deepEqual(await signers(signed), ['Maren Oduya MO']);
  });

  it('uses the unsaved text of an open file, and does not check it as a draft', async () => {
    const editor = editorWith({ ...SOURCES, '.copydesk-signoff.ndjson': '' }, { capabilities });
    editor.open(TEXT);
    const { text } = await sign(editor);
    editor.open(text, FILE, 'plaintext');
    assert.deepEqual(await signers(editor), ['Maren Oduya MO']);
    assert.equal(await editor.session.drafts.of(FILE, UNCANCELLED), undefined);
  });

  it('exports who signed', async () => {
    const editor = editorWith(SOURCES, { capabilities });
    editor.open(TEXT);
    editor.open((await sign(editor)).text, FILE, 'plaintext');
    const format = 'markdown';
    const sheet = await editor.handlers.exportFactSheet({ textDocument, format }, UNCANCELLED);
    assert.ok(typeof sheet === 'string');
    assert.match(
      sheet,
      /^- \[x\] Line 1: Maren Oduya — .*\n {2}- Checked by MO on .*: rang her$/mu,
    );
  });

  it('fails for a draft that was never saved, and if the file cannot be read', async () => {
    const uri = 'untitled:Untitled-1';
    const signature = { by: 'MO', note: '' };
    const unsaved = editorWith(SOURCES, { capabilities });
    unsaved.open(TEXT, uri);
    const params = { textDocument: { uri }, subjects: await subjects(unsaved), signature };
    assert.ok(isRequestFailure(await unsaved.handlers.signOff(params, UNCANCELLED)));
    const binary = editorWith(
      { ...SOURCES, '.copydesk-signoff.ndjson': '\u0000' },
      { capabilities },
    );
    binary.open(TEXT);
    const other = { textDocument, subjects: await subjects(binary), signature };
    assert.ok(isRequestFailure(await binary.handlers.signOff(other, UNCANCELLED)));
  });
});

describe('an assistant in the editor', () => {
  const FILES = {
    ...SOURCES,
    'sources/tip.md': '---\nconfidential: true\n---\n\nTeun Brakman, the donor, paid.\n',
    'draft.md': 'Maren Oduya opened the lido.\n',
  };
  const ask = (editor: FakeEditor, tool: string, input: unknown): Promise<unknown> =>
    editor.handlers.askAssistant({ textDocument: { uri: FOLDER }, tool, input });

  it('gets answers from the shareable sources of the folder', async () => {
    const editor = editorWith(FILES);
    assert.match(String(await ask(editor, 'who_is', { name: 'Oduya' })), /council leader/u);
    assert.equal(
      await ask(editor, 'who_is', { name: 'Brakman' }),
      JSON.stringify({ known: [], similar: [] }),
    );
  });

  it('gets a draft checked as in the editor, saved or not', async () => {
    const editor = editorWith(FILES);
    const check = (): Promise<unknown> => ask(editor, 'check_draft', { path: 'draft.md' });
    assert.doesNotMatch(String(await check()), /repeated-word/u);
    editor.open(MISTAKE);
    assert.match(String(await check()), /repeated-word/u);
  });

  it('is refused with the reason', async () => {
    const editor = editorWith(FILES);
    const refusal = await ask(editor, 'check_draft', { path: '../draft.md' });
    assert.ok(isRequestFailure(refusal));
    assert.match(refusal.reason, /not a Markdown draft in this folder/u);
  });

  it('gets nothing from the sample that ships', async () => {
    const editor = editorWith({ 'draft.md': MISTAKE });
    const answer = await ask(editor, 'find_evidence', { claim: ABOUT_SAMPLE });
    assert.doesNotMatch(String(answer), /"supported"|"contradicted"|"source"/u);
  });

  it('cannot name a draft outside the folders', async () => {
    const editor = editorWith(FILES, { folders: [] });
    assert.ok(isRequestFailure(await ask(editor, 'check_draft', { path: 'draft.md' })));
    assert.match(String(await ask(editor, 'check_draft', { text: MISTAKE })), /repeated-word/u);
  });
});
