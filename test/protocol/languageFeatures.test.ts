import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'mocha';
import type {
  CodeLens,
  CompletionItem,
  CompletionList,
  DocumentDiagnosticReport,
  DocumentHighlight,
  DocumentSymbol,
  Location,
  PrepareRenameResult,
  Range,
  SemanticTokens,
  SymbolInformation,
  WorkspaceDiagnosticReport,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { FactSheet, FactSheetEvidence, SignableEntry } from '../../protocol/factSheet.js';
import type { ReferenceOverview } from '../../protocol/referenceOverview.js';
import { TestClient } from './testClient.js';

const SERVER = [process.execPath, 'dist/server.cjs', '--stdio'];

const DOSSIER = `---
dossier: The lido
---

## People

### Maren Oduya

- Role: council leader

Maren Oduya has led the council since May.

## Facts

- The lido opened in 1962.
- Maren Oduya leads the council.

## Quotes

- “Nobody asked us about the price of the tickets” — Maren Oduya
`;

const TEXT = `# The lido 🏊

Maren Oduya leads the council. The lido opened in 1968.

“Nobody asked us about the price of the tickets,” Ms. Oduya said.

Then Odu
`;

const TOKENS = {
  requests: { full: true, range: true },
  tokenTypes: [],
  tokenModifiers: [],
  formats: [],
};

const CAPABILITIES = {
  textDocument: {
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    documentHighlight: {},
    references: {},
    rename: { prepareSupport: true },
    completion: { contextSupport: true },
    semanticTokens: TOKENS,
    codeLens: {},
    diagnostic: {},
  },
  workspace: {
    symbol: {},
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] },
    diagnostics: { refreshSupport: true },
  },
};

/** A range as `line:character-character`. */
function place({ start, end }: Range): string {
  return `${start.line}:${start.character}-${end.character}`;
}

function codesIn(report: DocumentDiagnosticReport): readonly unknown[] {
  return report.kind === 'full' ? report.items.map(({ code }) => code) : [];
}

describe('language features of the built server', () => {
  let folder: string;
  let draft: string;
  let client: TestClient;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'copydesk-'));
    draft = pathToFileURL(join(folder, 'draft.md')).href;
    await mkdir(join(folder, 'sources'));
    await writeFile(join(folder, 'sources', 'lido.md'), DOSSIER);
    await writeFile(join(folder, 'other one.md'), 'Maren Oduya ran the the race.\n');
    client = new TestClient(SERVER);
    await client.start(pathToFileURL(folder).href, CAPABILITIES, {
      commands: ['copydesk.showFactSheet'],
    });
    await client.open(draft, TEXT);
    await client.settled(
      () => ask<DocumentDiagnosticReport>('textDocument/diagnostic'),
      () => client.checked.at(-1)?.draft?.unread === 0,
    );
  });

  after(async () => {
    assert.equal(await client.end(), 0);
    await rm(folder, { recursive: true });
  });

  const ask = <Result>(method: string, params: object = {}): Promise<Result> =>
    client.connection.sendRequest(method, { textDocument: { uri: draft }, ...params });
  const AT_SURNAME = { position: { line: 4, character: 57 } };

  it('returns the outline', async () => {
    const [heading] = await ask<DocumentSymbol[]>('textDocument/documentSymbol');
    assert.equal(heading?.name, 'The lido 🏊');
    assert.equal(place(heading.selectionRange), '0:2-13');
    const [person, ...claims] = heading.children ?? [];
    assert.equal(person?.detail, 'council leader');
    assert.ok(claims.some(({ detail }) => detail === 'contradicted'));
  });

  it('shows all mentions of a person', async () => {
    const found = await ask<DocumentHighlight[]>('textDocument/documentHighlight', AT_SURNAME);
    assert.deepEqual(
      found.map(({ range, kind }) => [place(range), kind]),
      [
        ['2:0-11', 2],
        ['4:54-59', 2],
      ],
    );
    const places = await ask<Location[]>('textDocument/references', {
      ...AT_SURNAME,
      context: { includeDeclaration: false },
    });
    assert.deepEqual(
      [...new Set(places.map(({ uri }) => uri))],
      [
        draft,
        pathToFileURL(join(folder, 'other one.md')).href,
        pathToFileURL(join(folder, 'sources', 'lido.md')).href,
      ],
    );
  });

  it('renames a person, and explains why something else cannot be renamed', async () => {
    const prepared = await ask<PrepareRenameResult>('textDocument/prepareRename', AT_SURNAME);
    assert.ok('placeholder' in prepared);
    assert.deepEqual([place(prepared.range), prepared.placeholder], ['4:54-59', 'Maren Oduya']);
    const edit = await ask<WorkspaceEdit>('textDocument/rename', {
      ...AT_SURNAME,
      newName: 'Oduyo',
    });
    const [change] = edit.documentChanges ?? [];
    assert.ok(change !== undefined && 'edits' in change && change.edits.length === 2);
    await assert.rejects(
      ask('textDocument/prepareRename', { position: { line: 2, character: 34 } }),
      /Only names that appear in your sources can be renamed/u,
    );
  });

  it('finds names in the reference', async () => {
    const [symbol] = await ask<SymbolInformation[]>('workspace/symbol', { query: 'oduya' });
    assert.equal(symbol?.name, 'Maren Oduya');
  });

  it('completes names, with a summary of the entity', async () => {
    const list = await ask<CompletionList>('textDocument/completion', {
      position: { line: 6, character: 8 },
      context: { triggerKind: 2, triggerCharacter: 'u' },
    });
    const [item] = list.items;
    assert.equal(item?.label, 'Oduya');
    const resolved: CompletionItem = await client.connection.sendRequest(
      'completionItem/resolve',
      item,
    );
    assert.match(JSON.stringify(resolved.documentation), /has led the council since May/u);
  });

  it('colours names, quotes and attributions', async () => {
    const all = await ask<SemanticTokens>('textDocument/semanticTokens/full');
    assert.deepEqual(all.data.slice(0, 5), [2, 0, 11, 0, 0]);
    const range = { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } };
    const some = await ask<SemanticTokens>('textDocument/semanticTokens/range', { range });
    assert.deepEqual(some.data.slice(0, 5), [4, 0, 49, 2, 0]);
  });

  it('counts the claims over the headline', async () => {
    const [lens] = await ask<CodeLens[]>('textDocument/codeLens');
    assert.match(lens?.command?.title ?? '', /^3 claims: 2 supported, 1 contradicted$/u);
    assert.equal(lens?.command?.command, 'copydesk.showFactSheet');
  });

  it('returns the fact sheet', async () => {
    const sheet = await ask<FactSheet>('copydesk/factSheet');
    assert.equal(sheet.headline, 'The lido 🏊');
    assert.deepEqual(
      sheet.entries.map(({ kind, verdict, text, range }) => [kind, verdict, text, place(range)]),
      [
        ['statement', 'supported', 'Maren Oduya leads the council.', '2:0-30'],
        ['statement', 'contradicted', 'The lido opened in 1968.', '2:31-55'],
        [
          'quote',
          'supported',
          '“Nobody asked us about the price of the tickets,” Ms. Oduya said.',
          '4:0-65',
        ],
      ],
    );
    const opened = sheet.entries[1];
    assert.match(opened?.messages.join() ?? '', /1962/u);
    assert.deepEqual(opened?.evidence[0], {
      source: 'sources/lido.md',
      line: 15,
      text: 'The lido opened in 1962.',
      uri: pathToFileURL(join(folder, 'sources', 'lido.md')).href,
    });
    const untitled = { textDocument: { uri: 'untitled:Untitled-1' } };
    assert.equal(await ask('copydesk/factSheet', untitled), null);
  });

  it('finds the entry at a place, and passages for it and for words', async () => {
    const position = { line: 2, character: 40 };
    const entry = await ask<SignableEntry>('copydesk/entryAt', { position });
    assert.equal(entry.text, 'The lido opened in 1968.');
    const find = (query: string): Promise<readonly FactSheetEvidence[]> =>
      ask('copydesk/findPassages', { position, query });
    for (const query of ['', '1962', 'lido op'])
      assert.equal((await find(query))[0]?.text, 'The lido opened in 1962.', query);
  });

  it('ties a passage to an entry and signs it, in a file that the client writes', async () => {
    const position = { line: 2, character: 40 };
    const { signOff } = await ask<SignableEntry>('copydesk/entryAt', { position });
    const { subject } = signOff;
    const evidence = [{ source: 'sources/lido.md', line: 15, text: 'The lido opened in 1962.' }];
    const written = async (method: string, params: object): Promise<string> => {
      const edit = await ask<WorkspaceEdit>(method, params);
      return JSON.stringify(edit.documentChanges);
    };
    const tied = await written('copydesk/useEvidence', { subject, by: 'MO', evidence });
    assert.match(tied, /decision\\":\\"open\\".*The lido opened in 1962/u);
    const signature = { by: 'MO', note: 'wrong year', decision: 'rejected' };
    const rejected = await written('copydesk/signOff', { subjects: [subject], signature });
    assert.match(rejected, /decision\\":\\"rejected\\".*wrong year.*The lido opened in 1962/u);
  });

  it('exports the fact sheet as a web page or Markdown, and in no other format', async () => {
    const sheet = (format: string): Promise<string> => ask('copydesk/exportFactSheet', { format });
    assert.match(await sheet('html'), /^<!doctype html>/iu);
    assert.match(await sheet('markdown'), /^# /mu);
    assert.match(await sheet('table'), /<td [^>]+>The lido opened in 1968\.<\/td>/u);
    assert.match(await sheet('text'), /\tThe lido opened in 1968\.\t/u);
    await assert.rejects(sheet('docx'), /can be exported as “html”, “markdown”, .* or “text”/u);
  });

  it('returns the reference overview', async () => {
    const { entries, sources } = await ask<ReferenceOverview>('copydesk/reference');
    assert.ok(entries.some(({ name, kind }) => name === 'Maren Oduya' && kind === 'person'));
    assert.deepEqual(
      sources.map(({ name }) => name),
      ['sources/lido.md'],
    );
  });

  it('returns diagnostics on request, and publishes none', async () => {
    const report = await ask<DocumentDiagnosticReport>('textDocument/diagnostic');
    assert.ok(report.kind === 'full');
    assert.ok(codesIn(report).includes('claim/contradicted'));
    const again = await ask<DocumentDiagnosticReport>('textDocument/diagnostic', {
      previousResultId: report.resultId,
    });
    assert.deepEqual(again, { kind: 'unchanged', resultId: report.resultId });
    const whole = await ask<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    });
    const other = whole.items.find(({ uri }) => uri.endsWith('other%20one.md'));
    assert.ok(other?.kind === 'full' && other.version === null);
    assert.deepEqual(
      other.items.map(({ code }) => code),
      ['sentence/repeated-word'],
    );
    assert.deepEqual(client.versions(draft), []);
    assert.deepEqual(client.checked.at(-1), {
      uri: draft,
      version: 1,
      draft: {
        findings: { error: 1, warning: 0, information: 0, hint: 0 },
        state: {
          kind: 'checked',
          text: 'Checked against your sources.',
          open: '1 contradicted',
          isSample: false,
        },
        // All of its sentences, as the first check requests them.
        unread: 0,
        reference: 1,
      },
    });
  });
});
