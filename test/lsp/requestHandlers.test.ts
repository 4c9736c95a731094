import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type DocumentSymbol,
  TextDocumentEdit,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import { RequestHandlers } from '../../server/lsp/requestHandlers.js';
import { capabilitiesFor } from '../../server/lsp/capabilities.js';
import type { DraftChecked } from '../../protocol/requests.js';
import { createReference } from '../../server/reference/reference.js';
import { isRequestFailure } from '../../server/lsp/requestFailure.js';
import { Session } from '../../server/session/session.js';
import { person } from '../features/drafted.js';
import { marked } from '../marked.js';
import { CLASSROOM } from '../ingestHost.js';
import { MemoryWorkspace } from '../memoryWorkspace.js';
import { Timers, settled } from '../session/timers.js';

const FOLDER = 'memory://';
const DRAFT = `${FOLDER}/draft.md`;
const DOSSIER =
  '---\ndossier: The lido\n---\n\n## People\n\n### Maren Oduya\n\n- Role: council leader\n\nMaren Oduya leads the council.\n\n## Facts\n\n- The lido opened in 1962.\n';
const SOURCES = { 'sources/lido.md': DOSSIER };
const SLIP = 'Ms. Oduya opened the the lido.\n';

/** What a client can do that asks for everything. */
const PULLS: ClientCapabilities = {
  textDocument: { diagnostic: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
  workspace: { workspaceEdit: { documentChanges: true } },
};

class Beat {
  readonly timers = new Timers();
  readonly published: string[] = [];
  readonly checked: DraftChecked[] = [];
  readonly server: Session;
  readonly answers: RequestHandlers;
  watched: readonly string[] = [];
  refreshes = 0;
  workspace: MemoryWorkspace;

  constructor(
    files: Readonly<Record<string, string>>,
    capabilities = PULLS,
    folders = [FOLDER],
    initializationOptions?: unknown,
  ) {
    this.workspace = new MemoryWorkspace(files);
    this.server = new Session(
      {
        publish: (uri) => this.published.push(uri),
        settings: () => Promise.resolve({ severity: { claim: 'off', reference: 'off' } }),
        watch: (_, globs) => {
          this.watched = globs;
        },
        refresh: () => this.refreshes++,
        draftChecked: (news) => this.checked.push(news),
        tell: () => undefined,
        journal: { info: () => undefined, warn: () => undefined },
        showProgress: () => Promise.resolve(undefined),
      },
      {
        open: () => this.workspace,
        ...CLASSROOM,
        shipped: () =>
          Promise.resolve({
            reference: createReference({ entities: [person('Ana Brandt')], facts: [], quotes: [] }),
            addressOf: (source) => `shipped:///${source}`,
            holds: () => false,
          }),
      },
      this.timers.clock,
    );
    this.answers = new RequestHandlers(this.server, () => this.workspace);
    const workspaceFolders = folders.map((uri) => ({ uri, name: 'beat' }));
    this.server.initialize({ capabilities, workspaceFolders, initializationOptions });
  }

  open(text: string, uri = DRAFT): void {
    this.server.openDocument({ textDocument: { uri, languageId: 'markdown', version: 1, text } });
  }

  /** The names of the folder's diagnostics by draft, once the answer is there. */
  async told(
    previousResultIds: readonly { uri: string; value: string }[] = [],
  ): Promise<readonly string[]> {
    return kinds(await this.ask(previousResultIds));
  }

  ask(
    previousResultIds: readonly { uri: string; value: string }[] = [],
    token = new CancellationTokenSource().token,
  ): Promise<WorkspaceDiagnosticReport> {
    return this.server.workspaceDiagnostics({ previousResultIds: [...previousResultIds] }, token);
  }
}

function kinds({ items }: WorkspaceDiagnosticReport): readonly string[] {
  return items.map((item) =>
    item.kind === 'unchanged'
      ? `${item.uri} unchanged`
      : `${item.uri} v${item.version ?? '-'}: ${item.items.map(({ code }) => String(code)).join()}`,
  );
}

function idsOf({ items }: WorkspaceDiagnosticReport): readonly { uri: string; value: string }[] {
  return items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
}

/** The token of a request that nobody takes back. */
const WANTED = new CancellationTokenSource().token;

const AT = { textDocument: { uri: DRAFT }, position: { line: 0, character: 6 } };

describe('what the server offers', () => {
  it('is what the client can show', () => {
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

describe('requests for what is not open', () => {
  it('are answered with nothing', async () => {
    for (const uri of [DRAFT, `${FOLDER}/sources/lido.md`, 'untitled:Nothing', '']) {
      const { server, answers } = new Beat({ ...SOURCES, 'draft.md': SLIP });
      const at = { ...AT, textDocument: { uri } };
      const { textDocument } = at;
      assert.deepEqual(await answers.documentSymbols({ textDocument }, WANTED), []);
      assert.deepEqual(await answers.highlights(at, WANTED), []);
      assert.deepEqual(
        await answers.references({ ...at, context: { includeDeclaration: true } }, WANTED),
        [],
      );
      assert.equal(await answers.prepareRename(at, WANTED), undefined);
      assert.equal(await answers.rename({ ...at, newName: 'Oduyo' }, WANTED), undefined);
      assert.equal(await answers.completions(at, WANTED), undefined);
      assert.deepEqual(await answers.semanticTokens({ textDocument }, WANTED), { data: [] });
      assert.deepEqual(await answers.codeLenses({ textDocument }, WANTED), []);
      assert.equal(await answers.factSheet({ textDocument }, WANTED), null);
      const report = await server.diagnostics({ textDocument }, WANTED);
      assert.ok(report.kind === 'full' && report.items.length === 0);
      const item = { label: 'x', data: { uri, name: 'Maren Oduya' } };
      assert.deepEqual(answers.resolveCompletion(item), item);
    }
  });
});

describe('references', () => {
  it('are found in drafts, open or not, and in the sources', async () => {
    const beat = new Beat({
      ...SOURCES,
      'draft.md': 'Saved.',
      'may/other.md': 'Rain.\n\n🌧️ Maren Oduya ran.\n',
      'may/none.md': 'Rain.\n',
    });
    beat.open(SLIP);
    beat.open('Oduya sat.\n', 'untitled:Untitled-1');
    const found = async (includeDeclaration: boolean): Promise<readonly string[]> => {
      const places = await beat.answers.references(
        { ...AT, context: { includeDeclaration } },
        WANTED,
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
  it('gives edits that fit the version, and says plainly where nothing can be renamed', async () => {
    const beat = new Beat(SOURCES);
    const { text } = marked('Ms. [|Oduya|] sat. Maren Oduya rose.');
    beat.open(text);
    const edit = await beat.answers.rename({ ...AT, newName: 'Oduyo' }, WANTED);
    assert.ok(edit !== undefined && !isRequestFailure(edit));
    const [change] = edit.documentChanges ?? [];
    assert.ok(TextDocumentEdit.is(change));
    assert.deepEqual(change.textDocument, { uri: DRAFT, version: 1 });
    assert.equal(change.edits.length, 2);
    const elsewhere = { ...AT, position: { line: 0, character: 11 } };
    const isNobody = await beat.answers.prepareRename(elsewhere, WANTED);
    assert.ok(isRequestFailure(isNobody) && isNobody.refused.includes('none stands here'));
    const isBlank = await beat.answers.rename({ ...AT, newName: ' ' }, WANTED);
    assert.ok(isRequestFailure(isBlank) && isBlank.refused.includes('at least one letter'));
    assert.equal(await beat.answers.rename({ ...elsewhere, newName: 'Oduyo' }, WANTED), undefined);
  });
});

describe('workspace symbols', () => {
  it('are those of the sources of the folders, or of the base that ships', async () => {
    const [symbol] = await new Beat(SOURCES).answers.workspaceSymbols({ query: 'odu' });
    assert.equal(symbol?.name, 'Maren Oduya');
    assert.deepEqual(symbol.location.range.start, { line: 6, character: 0 });
    const [shipped] = await new Beat({}, PULLS, []).answers.workspaceSymbols({ query: '' });
    assert.equal(shipped?.name, 'Ana Brandt');
  });
});

describe('document symbols of the server', () => {
  it('are a tree or a list, as the client can show them', async () => {
    const beat = new Beat(SOURCES);
    beat.open(`# The lido\n\n${SLIP}`);
    const [heading] = (await beat.answers.documentSymbols(AT, WANTED)) as readonly DocumentSymbol[];
    assert.equal(heading?.children?.[0]?.name, 'Maren Oduya');
    const flat = new Beat(SOURCES, { textDocument: { documentSymbol: {} } });
    flat.open(`# The lido\n\n${SLIP}`);
    const [, person] = await flat.answers.documentSymbols(AT, WANTED);
    assert.ok(person !== undefined && 'location' in person);
  });
});

describe('completion of the server', () => {
  it('goes by the newest text and the last version that was checked', async () => {
    const beat = new Beat(SOURCES);
    beat.open('Rain. Then.\n');
    await beat.answers.hover(AT, WANTED);
    const at = { line: 0, character: 10 };
    beat.server.changeDocument({
      textDocument: { uri: DRAFT, version: 2 },
      contentChanges: [{ range: { start: at, end: at }, text: ' Od' }],
    });
    const list = await beat.answers.completions(
      { ...AT, position: { line: 0, character: 13 } },
      WANTED,
    );
    const [item] = list?.items ?? [];
    assert.equal(item?.label, 'Maren Oduya');
    assert.match(
      JSON.stringify(beat.answers.resolveCompletion(item).documentation),
      /leads the council/u,
    );
  });
});

describe('pulled diagnostics of the server', () => {
  it('are not sent as well', async () => {
    const beat = new Beat(SOURCES);
    beat.open(SLIP);
    assert.deepEqual(beat.timers.waiting, []);
    const report = await beat.server.diagnostics({ textDocument: { uri: DRAFT } }, WANTED);
    assert.ok(report.kind === 'full');
    assert.deepEqual(
      report.items.map(({ code }) => code),
      ['sentence/repeated-word'],
    );
    beat.server.closeDocument(DRAFT);
    assert.deepEqual(beat.published, []);
  });

  it('are unchanged until something changes', async () => {
    const beat = new Beat(SOURCES);
    beat.open(SLIP);
    const textDocument = { uri: DRAFT };
    const { resultId } = await beat.server.diagnostics({ textDocument }, WANTED);
    const again = async (): Promise<string> => {
      const previousResultId = resultId ?? '';
      const answer = beat.server.diagnostics({ textDocument, previousResultId }, WANTED);
      await settled();
      await beat.timers.run();
      return (await answer).kind;
    };
    assert.equal(await again(), 'unchanged');
    beat.server.changeDocument({
      textDocument: { uri: DRAFT, version: 2 },
      contentChanges: [{ text: `${SLIP}Rain.\n` }],
    });
    assert.equal(await again(), 'full');
  });

  it('wait for a pause in the typing', async () => {
    const beat = new Beat(SOURCES);
    beat.open(SLIP);
    const textDocument = { uri: DRAFT };
    await beat.server.diagnostics({ textDocument }, WANTED);
    const answers = [2, 3].map((version) => {
      beat.server.changeDocument({
        textDocument: { uri: DRAFT, version },
        contentChanges: [{ text: `${SLIP.repeat(version)}\n` }],
      });
      const source = new CancellationTokenSource();
      if (version === 2) source.cancel();
      return beat.server.diagnostics({ textDocument }, source.token);
    });
    assert.deepEqual(beat.timers.waiting, [150, 150]);
    await beat.timers.run();
    const found = (await Promise.all(answers)).map((report) =>
      report.kind === 'full' ? report.items.length : 0,
    );
    assert.deepEqual(found, [0, 3]);
  });

  it('are asked for anew when settings or sources change', () => {
    const beat = new Beat(SOURCES);
    beat.server.changeSettings();
    beat.server.changeFiles([`${FOLDER}/sources/lido.md`]);
    assert.equal(beat.refreshes, 2);
  });

  it('are sent to a client that does not ask', async () => {
    const beat = new Beat(SOURCES, {});
    beat.open(SLIP);
    await beat.timers.run();
    assert.deepEqual(beat.published, [DRAFT]);
  });
});

describe('diagnostics of a folder', () => {
  const FILES = { ...SOURCES, 'draft.md': SLIP, 'may/other.md': 'It is is wet.\n' };
  const BOTH = [
    'memory:///draft.md v-: sentence/repeated-word',
    'memory:///may/other.md v-: sentence/repeated-word',
  ];

  it('are those of all its drafts, and of no source and no fact sheet', async () => {
    const sheet = `---\nfact-sheet: draft.md\n---\n\n${SLIP}`;
    const beat = new Beat({ ...FILES, 'notes/second.md': DOSSIER, 'sheet.md': sheet });
    assert.deepEqual(await beat.told(), BOTH);
    beat.open('It is is is wet.\n');
    assert.deepEqual(await beat.told(), ['memory:///draft.md v1: sentence/repeated-word', BOTH[1]]);
  });

  it('are none where the folder has no sources', async () => {
    assert.deepEqual(await new Beat({ 'README.md': SLIP }).told(), []);
  });

  it('take back there what was told of a draft while it was open', async () => {
    const beat = new Beat({ 'draft.md': SLIP });
    beat.open(SLIP);
    assert.deepEqual(await beat.told(), []);
    beat.server.closeDocument(DRAFT);
    await beat.timers.run();
    const report = await beat.ask();
    assert.deepEqual(kinds(report), [`${DRAFT} v-: `]);
    const again = beat.ask(idsOf(report));
    beat.open(SLIP, `${FOLDER}/other.md`);
    beat.server.closeDocument(`${FOLDER}/other.md`);
    await beat.timers.run();
    assert.deepEqual(kinds(await again), [`${FOLDER}/other.md v-: `]);
  });

  it('wait for a change once the client has them', async () => {
    const beat = new Beat(FILES);
    const ids = idsOf(await beat.ask());
    const answers: WorkspaceDiagnosticReport[] = [];
    const waiting = beat.ask(ids).then((report) => answers.push(report));
    await settled();
    assert.deepEqual(answers, []);
    beat.workspace = new MemoryWorkspace({ ...FILES, 'draft.md': 'It is wet.\n' });
    beat.server.changeFiles([DRAFT]);
    await waiting;
    assert.deepEqual(answers.map(kinds), [
      ['memory:///draft.md v-: ', 'memory:///may/other.md unchanged'],
    ]);
  });

  it('know a draft by its address however the client writes it', async () => {
    const beat = new Beat({ ...SOURCES, 'one, two.md': SLIP });
    const [id] = idsOf(await beat.ask());
    assert.equal(id?.uri, 'memory:///one, two.md');
    const client = 'memory:///one%2C%20two.md';
    const source = new CancellationTokenSource();
    const waiting = beat.ask([{ ...id, uri: client }], source.token);
    await settled();
    source.cancel();
    assert.deepEqual(kinds(await waiting), [`${client} unchanged`]);
    beat.open('It is is wet.\n', client);
    const changed = beat.ask([{ ...id, uri: client }]);
    assert.deepEqual(kinds(await changed), [`${client} v1: sentence/repeated-word`]);
  });

  it('tell once of a draft that is gone', async () => {
    const beat = new Beat(FILES);
    const ids = idsOf(await beat.ask());
    const { 'may/other.md': gone, ...rest } = FILES;
    beat.workspace = new MemoryWorkspace(rest);
    beat.server.changeFiles(['memory:///may/other.md']);
    const next = await beat.ask(ids);
    assert.deepEqual(kinds(next), ['memory:///draft.md unchanged', 'memory:///may/other.md v-: ']);
    assert.ok(gone !== '');
  });

  it('stop waiting when the request is cancelled', async () => {
    const beat = new Beat(FILES);
    const ids = idsOf(await beat.ask());
    const source = new CancellationTokenSource();
    const waiting = beat.ask(ids, source.token);
    await settled();
    source.cancel();
    assert.deepEqual(kinds(await waiting), [
      'memory:///draft.md unchanged',
      'memory:///may/other.md unchanged',
    ]);
  });

  it('are told of no further draft once the request is cancelled', async () => {
    const beat = new Beat(FILES);
    beat.timers.pace = 1000;
    const source = new CancellationTokenSource();
    const asked = beat.ask([], source.token);
    await settled();
    source.cancel();
    await beat.timers.runAll();
    assert.deepEqual(kinds(await asked), []);
  });

  it('are not learned again for a draft that was saved', async () => {
    const beat = new Beat(FILES);
    await beat.ask();
    const before = beat.refreshes;
    beat.server.changeFiles([DRAFT]);
    assert.equal(beat.refreshes, before);
    beat.server.changeSettings();
    await settled();
    assert.deepEqual(beat.watched, ['sources/**', '**/.copydesk.json', '**/*.md', '**/*.markdown']);
  });
});

describe('a client with a fact sheet', () => {
  const beatWith = (commands: readonly string[]): Beat =>
    new Beat(SOURCES, PULLS, [FOLDER], { commands });
  const pull = (beat: Beat, uri = DRAFT) =>
    beat.server.diagnostics({ textDocument: { uri } }, WANTED);

  it('is told of each version of a draft once, with what was found', async () => {
    const beat = beatWith(['copydesk.showFactSheet']);
    beat.open(SLIP);
    await pull(beat);
    await pull(beat);
    const findings = { error: 0, warning: 1, information: 0, hint: 0 };
    assert.deepEqual(beat.checked, [
      { uri: DRAFT, version: 1, draft: { findings, isCovered: true, reference: 1 } },
    ]);
    beat.workspace.write('sources/lido.md', `${DOSSIER}\n`);
    beat.server.changeFiles([`${FOLDER}/sources/lido.md`]);
    await pull(beat);
    assert.deepEqual(
      beat.checked.map(({ version, draft }) => [version, draft.reference]),
      [
        [1, 1],
        [1, 2],
      ],
    );
  });

  it('is told of a source that it is no draft', async () => {
    const beat = beatWith(['copydesk.showFactSheet']);
    const uri = `${FOLDER}/sources/lido.md`;
    beat.open(DOSSIER, uri);
    await pull(beat, uri);
    assert.deepEqual(beat.checked, [{ uri, version: 1, draft: null }]);
  });

  it('alone is told', async () => {
    const beat = beatWith([]);
    beat.open(SLIP);
    await pull(beat);
    assert.deepEqual(beat.checked, []);
  });
});

describe('the reference', () => {
  it('is that of the folder of the document, drafts and sources alike', async () => {
    const beat = new Beat(SOURCES);
    for (const uri of [DRAFT, `${FOLDER}/sources/lido.md`]) {
      const { entries, sources } = await beat.answers.reference({ textDocument: { uri } });
      assert.deepEqual(
        entries.map(({ name, role }) => `${name}, ${role}`),
        ['Maren Oduya, council leader'],
      );
      assert.deepEqual(sources, [
        { name: 'sources/lido.md', summary: '1 person, 2 facts', uri: `${FOLDER}/sources/lido.md` },
      ]);
    }
    const { entries } = await beat.answers.reference({
      textDocument: { uri: 'untitled:Untitled-1' },
    });
    assert.deepEqual(
      entries.map(({ name }) => name),
      ['Ana Brandt'],
    );
  });
});
