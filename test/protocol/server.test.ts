import assert from 'node:assert/strict';
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type {
  CodeAction,
  Diagnostic,
  Hover,
  LocationLink,
  TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CAPABILITIES, QUIET, TestClient } from './testClient.js';

const SERVER = [process.execPath, 'dist/server.cjs', '--stdio'];

const DOSSIER = `---
dossier: The lido
---

## People

### Maren Oduya

- Role: council leader

Maren Oduya has led the council since May.
`;

const TEXT = 'Council leader Maren Oduay opened the lido on Monday.\n';

describe('the built server', () => {
  let folder: string;
  let draft: string;
  let client: TestClient;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'copydesk-'));
    draft = pathToFileURL(join(folder, 'draft.md')).href;
    await mkdir(join(folder, 'sources'));
    await writeFile(join(folder, 'sources', 'lido.md'), DOSSIER);
    client = new TestClient(SERVER);
  });

  afterEach(async () => {
    assert.equal(await client.end(), 0);
    await rm(folder, { recursive: true });
  });

  it('announces its capabilities', async () => {
    const { capabilities, serverInfo } = await client.start(pathToFileURL(folder).href);
    assert.equal(serverInfo?.name, 'Copydesk');
    assert.deepEqual(capabilities, {
      textDocumentSync: { openClose: true, change: 2, save: true },
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      documentSymbolProvider: { label: 'Copydesk' },
      codeActionProvider: { codeActionKinds: ['quickfix', 'refactor', 'source.fixAll.copydesk'] },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    });
  });

  const WITH_PROGRESS = { ...CAPABILITIES, window: { workDoneProgress: true } };

  /** Writes this number of sources, all of them different. */
  async function addSources(count: number): Promise<void> {
    for (let index = 0; index < count; index++) {
      const text = Array.from(
        { length: 12 },
        (_, line) =>
          `On day ${line} the harbour board of pier ${index} met ${line + index} pilots.`,
      );
      await writeFile(join(folder, 'sources', `${index}.md`), text.join('\n\n'));
    }
  }

  it('shows the progress of indexing, and caches the source indexes', async () => {
    await addSources(80);
    const storage = pathToFileURL(join(folder, 'cache')).href;
    await client.start(pathToFileURL(folder).href, WITH_PROGRESS, { storage });
    await client.open(draft, TEXT);
    assert.equal((await client.diagnostics(draft, 1))[0]?.code, 'name/misspelled');
    assert.deepEqual([client.progress[0], client.progress.at(-1)], ['begin', 'end']);
    assert.equal(await client.end(), 0);
    assert.equal((await readdir(join(folder, 'cache'))).length, 1);

    client = new TestClient(SERVER);
    await client.start(pathToFileURL(folder).href, WITH_PROGRESS, { storage });
    await client.open(draft, TEXT);
    assert.equal((await client.diagnostics(draft, 1))[0]?.code, 'name/misspelled');
    assert.match(client.log.join(' '), /Indexed 81 sources \(0 new or changed\)/u);
  });

  it('stops indexing if the reporter cancels it', async () => {
    await addSources(600);
    client.cancelsProgress = true;
    await client.start(pathToFileURL(folder).href, WITH_PROGRESS);
    await client.open(draft, TEXT);
    const diagnostics = await client.diagnostics(draft, 1);
    assert.ok(!diagnostics.some(({ code }) => code === 'name/misspelled'));
    assert.match(client.log.join(' '), /was cancelled, so drafts are not checked against them/u);
    assert.equal(client.progress.at(-1), 'end');
  });

  it('checks a draft while it is typed, explains a name and fixes it', async () => {
    await client.start(pathToFileURL(folder).href);
    await client.open(draft, TEXT);
    const [finding] = await client.diagnostics(draft, 1);
    assert.equal(finding?.code, 'name/misspelled');
    assert.equal(finding.source, 'copydesk');
    assert.equal(
      finding.relatedInformation?.[0]?.location.uri,
      pathToFileURL(join(folder, 'sources', 'lido.md')).href,
    );

    const position = { line: 0, character: 24 };
    const hover: Hover = await client.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: draft },
      position,
    });
    assert.match(JSON.stringify(hover.contents), /Maren Oduya.*council leader/u);
    const links: LocationLink[] = await client.connection.sendRequest('textDocument/definition', {
      textDocument: { uri: draft },
      position,
    });
    assert.deepEqual(links[0]?.targetRange.start, { line: 6, character: 0 });

    const actions: CodeAction[] = await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: draft },
      range: finding.range,
      context: { diagnostics: [finding] },
    });
    const change = actions.find(({ isPreferred }) => isPreferred)?.edit?.documentChanges?.[0];
    assert.ok(change !== undefined && 'edits' in change);
    assert.equal(change.textDocument.version, 1);
    const edits = change.edits as TextEdit[];
    assert.match(
      TextDocument.applyEdits(TextDocument.create(draft, 'markdown', 1, TEXT), edits),
      /Maren Oduya opened/u,
    );

    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: draft, version: 2 },
      contentChanges: edits.map(({ range, newText }) => ({ range, text: newText })),
    });
    assert.deepEqual(await client.diagnostics(draft, 2), []);
  });

  it('publishes diagnostics only for the last of a burst of changes', async () => {
    await client.start(pathToFileURL(folder).href);
    await client.open(draft, 'The lido is open.\n');
    await client.diagnostics(draft, 1);
    const typed = ' It is is free.';
    await Promise.all(
      Array.from(typed, (text, index) => {
        const at = { line: 0, character: 17 + index };
        return client.connection.sendNotification('textDocument/didChange', {
          textDocument: { uri: draft, version: index + 2 },
          contentChanges: [{ range: { start: at, end: at }, text }],
        });
      }),
    );
    const [diagnostic] = await client.diagnostics(draft, typed.length + 1);
    assert.equal(diagnostic?.code, 'sentence/repeated-word');
    assert.ok(client.versions(draft).length < typed.length);
  });

  it('shows a client that reports no cursor nothing wrong with a sentence before its end', async () => {
    const before = 'The lido is open.\n\n';
    const typed = 'The swimmers met In Lund.';
    await client.start(pathToFileURL(folder).href);
    await client.open(draft, before);
    await client.diagnostics(draft, 1);
    const type = async (letter: string, index: number): Promise<readonly Diagnostic[]> => {
      const at = { line: 2, character: index };
      await client.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: draft, version: index + 2 },
        contentChanges: [{ range: { start: at, end: at }, text: letter }],
      });
      return client.diagnostics(draft, index + 2);
    };
    for (const [index, letter] of Array.from(typed).entries()) {
      const codes = (await type(letter, index)).map(({ code }) => code);
      assert.deepEqual(codes, index === typed.length - 1 ? ['sentence/stray-capital'] : []);
    }
    const more = ' They they';
    for (const [index, letter] of Array.from(more).entries()) {
      const codes = (await type(letter, typed.length + index)).map(({ code }) => code);
      assert.deepEqual(codes, ['sentence/stray-capital']);
    }
    await client.connection.sendNotification('textDocument/didSave', {
      textDocument: { uri: draft },
    });
    const version = typed.length + more.length + 1;
    const isAll = ({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }): boolean =>
      diagnostics.some(({ code }) => code === 'sentence/repeated-word');
    assert.ok((await client.diagnostics(draft, version, isAll)).length > 1);
  });

  it('fixes the whole draft on request', async () => {
    const text = 'Maren Oduay opened the the lido.\n';
    await client.start(pathToFileURL(folder).href);
    await client.open(draft, text);
    const start = { line: 0, character: 0 };
    const [action]: CodeAction[] = await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: draft },
      range: { start, end: start },
      context: { diagnostics: [], only: ['source.fixAll.copydesk'] },
    });
    const change = action?.edit?.documentChanges?.[0];
    assert.ok(change !== undefined && 'edits' in change);
    assert.equal(
      TextDocument.applyEdits(
        TextDocument.create(draft, 'markdown', 1, text),
        change.edits as TextEdit[],
      ),
      'Maren Oduya opened the lido.\n',
    );
  });

  it('checks drafts against the sources of a folder that is added', async () => {
    await client.start(undefined);
    await client.open(draft, TEXT);
    await client.diagnostics(draft, 1);
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: pathToFileURL(folder).href, name: 'beat' }], removed: [] },
    });
    const isMisspelled = ({ code }: Diagnostic): boolean => code === 'name/misspelled';
    await client.diagnostics(draft, 1, ({ diagnostics }) => diagnostics.some(isMisspelled));
  });

  it('applies changed settings', async () => {
    client.settings = { severity: { ...QUIET, name: 'information' } };
    await client.start(pathToFileURL(folder).href);
    await client.open(draft, TEXT);
    assert.equal((await client.diagnostics(draft, 1))[0]?.severity, 3);
    client.settings = { enable: false };
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: null,
    });
    await client.diagnostics(draft, 1, ({ diagnostics }) => diagnostics.length === 0);
  });

  it('indexes a source again when it changes', async () => {
    await client.start(pathToFileURL(folder).href);
    await client.open(draft, TEXT);
    await client.diagnostics(draft, 1);
    const watch = client.registrations.find(
      ({ method }) => method === 'workspace/didChangeWatchedFiles',
    );
    assert.deepEqual(watch?.registerOptions, {
      watchers: [
        'sources/**',
        '**/.copydesk.json',
        '**/style.yml',
        '**/.copydesk-signoff.ndjson',
      ].map((pattern) => ({
        globPattern: { baseUri: pathToFileURL(folder).href, pattern },
      })),
    });
    const source = join(folder, 'sources', 'lido.md');
    await writeFile(source, DOSSIER.replaceAll('Oduya', 'Oduay'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(source).href, type: 2 }],
    });
    await client.diagnostics(draft, 1, ({ diagnostics }) => diagnostics.length === 0);
  });

  it('accepts a name by an edit of .copydesk.json, in all drafts below it', async () => {
    await client.start(pathToFileURL(folder).href);
    await client.open(draft, TEXT);
    const [finding] = await client.diagnostics(draft, 1);
    assert.ok(finding !== undefined);
    const actions: CodeAction[] = await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: draft },
      range: finding.range,
      context: { diagnostics: [finding] },
    });
    assert.deepEqual(
      actions.map(({ title, isPreferred }) => `${isPreferred === true ? '* ' : ''}${title}`),
      [
        '* Change to “Oduya”',
        'Insert TK note: [TK: verify name]',
        'This spelling is right in this folder',
        'Ignore here',
      ],
    );

    const file = pathToFileURL(join(folder, '.copydesk.json')).href;
    const accept = actions.find(({ title }) => title === 'This spelling is right in this folder');
    const [create, change] = accept?.edit?.documentChanges ?? [];
    assert.deepEqual(create, { kind: 'create', uri: file, options: { ignoreIfExists: true } });
    assert.ok(change !== undefined && 'edits' in change);
    assert.deepEqual(change.textDocument, { uri: file, version: null });
    await writeFile(
      join(folder, '.copydesk.json'),
      TextDocument.applyEdits(
        TextDocument.create(file, 'jsonc', 1, ''),
        change.edits as TextEdit[],
      ),
    );
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: file, type: 1 }],
    });
    await client.diagnostics(draft, 1, ({ diagnostics }) => diagnostics.length === 0);
    await mkdir(join(folder, 'may'));
    const other = pathToFileURL(join(folder, 'may', 'draft.md')).href;
    await client.open(other, TEXT);
    assert.deepEqual(await client.diagnostics(other, 1), []);
  });

  it('reports problems in .copydesk.json, saved or not', async () => {
    const path = join(folder, '.copydesk.json');
    const file = pathToFileURL(path).href;
    await writeFile(path, '{\n  "acceptedNames": ["Maren Oduay"\n}\n');
    await client.start(pathToFileURL(folder).href);
    await client.open(draft, TEXT);
    const [wrong] = await client.diagnostics(file, undefined);
    assert.deepEqual(wrong?.range.start.line, 2);
    assert.equal((await client.diagnostics(draft, 1)).length, 1);
    await client.open(file, '{ "acceptedNames": ["Maren Oduay"] }');
    assert.deepEqual(await client.diagnostics(file, 1), []);
    await client.diagnostics(draft, 1, ({ diagnostics }) => diagnostics.length === 0);
  });

  it('checks a draft about the sample against it without a folder, and reports that', async () => {
    await client.start(undefined);
    await client.open(
      'untitled:Untitled-1',
      'Narendra Mdoi stays away from the Astana summit of the Shanghai Cooperation Organisation, unlike Vladimir V. Putin.\n',
    );
    const [finding] = await client.diagnostics('untitled:Untitled-1', 1);
    assert.equal(finding?.code, 'name/misspelled');
    assert.equal(
      finding.relatedInformation?.[0]?.location.uri,
      pathToFileURL('reference/astana-summit.md').href,
    );
    assert.match(
      client.log.join('\n'),
      /the shipped summit reference \(sample\), with \d+ people/u,
    );
  });

  it('serves a client with hardly any capabilities', async () => {
    await client.start(pathToFileURL(folder).href, {}, { severity: { ...QUIET, name: 'error' } });
    await client.open(draft, TEXT);
    const [finding] = await client.diagnostics(draft, 1);
    assert.equal(finding?.severity, 1);
    const links: unknown[] = await client.connection.sendRequest('textDocument/definition', {
      textDocument: { uri: draft },
      position: { line: 0, character: 24 },
    });
    assert.deepEqual(Object.keys(links[0] ?? {}), ['uri', 'range']);
    const actions: CodeAction[] = await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: draft },
      range: finding.range,
      context: { diagnostics: [finding] },
    });
    assert.ok(actions.length > 1);
    assert.deepEqual(Object.keys(actions[0]?.edit?.changes ?? {}), [draft]);
    assert.ok(actions.every(({ edit }) => edit?.changes !== undefined && !edit.documentChanges));
  });

  it('has no answer about a document that is not open', async () => {
    await client.start(pathToFileURL(folder).href);
    const hover: unknown = await client.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: draft },
      position: { line: 0, character: 0 },
    });
    assert.equal(hover ?? null, null);
  });
});

describe('the bundle that an editor starts', () => {
  it('announces the capabilities before anything else is loaded', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'copydesk-'));
    await copyFile('dist/server.cjs', join(folder, 'server.cjs'));
    const client = new TestClient([process.execPath, join(folder, 'server.cjs'), '--stdio']);
    const { serverInfo } = await client.initialize(undefined);
    assert.equal(serverInfo?.name, 'Copydesk');
    assert.equal(await client.end(), 0);
    await rm(folder, { recursive: true });
  });
});

describe('copydesk serve --stdio', () => {
  it('starts the same server', async () => {
    const client = new TestClient([process.execPath, 'dist/cli.cjs', 'serve', '--stdio']);
    const { serverInfo } = await client.start(undefined);
    assert.equal(serverInfo?.name, 'Copydesk');
    assert.equal(await client.end(), 0);
  });
});
