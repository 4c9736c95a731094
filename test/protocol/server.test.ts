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
import { CAPABILITIES, QUIET, Talk } from './talk.js';

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
  let talk: Talk;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'copydesk-'));
    draft = pathToFileURL(join(folder, 'draft.md')).href;
    await mkdir(join(folder, 'sources'));
    await writeFile(join(folder, 'sources', 'lido.md'), DOSSIER);
    talk = new Talk(SERVER);
  });

  afterEach(async () => {
    assert.equal(await talk.end(), 0);
    await rm(folder, { recursive: true });
  });

  it('says what it can do', async () => {
    const { capabilities, serverInfo } = await talk.start(pathToFileURL(folder).href);
    assert.equal(serverInfo?.name, 'Copydesk');
    assert.deepEqual(capabilities, {
      textDocumentSync: { openClose: true, change: 2 },
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      documentSymbolProvider: { label: 'Copydesk' },
      codeActionProvider: { codeActionKinds: ['quickfix', 'refactor', 'source.fixAll.copydesk'] },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    });
  });

  const WITH_BARS = { ...CAPABILITIES, window: { workDoneProgress: true } };

  /** As many sources, of which none is like another. */
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

  it('shows how far learning is, and keeps what it learned where it may', async () => {
    await addSources(80);
    const storage = pathToFileURL(join(folder, 'kept')).href;
    await talk.start(pathToFileURL(folder).href, WITH_BARS, { storage });
    await talk.open(draft, TEXT);
    assert.equal((await talk.diagnostics(draft, 1))[0]?.code, 'name/misspelled');
    assert.deepEqual([talk.progress[0], talk.progress.at(-1)], ['begin', 'end']);
    assert.equal(await talk.end(), 0);
    assert.equal((await readdir(join(folder, 'kept'))).length, 1);

    talk = new Talk(SERVER);
    await talk.start(pathToFileURL(folder).href, WITH_BARS, { storage });
    await talk.open(draft, TEXT);
    assert.equal((await talk.diagnostics(draft, 1))[0]?.code, 'name/misspelled');
    assert.match(talk.log.join(' '), /Learned from 81 sources \(0 new or changed\)/u);
  });

  it('stops learning where the reporter cancels it', async () => {
    await addSources(600);
    talk.cancels = true;
    await talk.start(pathToFileURL(folder).href, WITH_BARS);
    await talk.open(draft, TEXT);
    const told = await talk.diagnostics(draft, 1);
    assert.ok(!told.some(({ code }) => code === 'name/misspelled'));
    assert.match(talk.log.join(' '), /was cancelled, so drafts are not held against them/u);
    assert.equal(talk.progress.at(-1), 'end');
  });

  it('follows the typing, shows who is meant, and mends', async () => {
    await talk.start(pathToFileURL(folder).href);
    await talk.open(draft, TEXT);
    const [slip] = await talk.diagnostics(draft, 1);
    assert.equal(slip?.code, 'name/misspelled');
    assert.equal(slip.source, 'copydesk');
    assert.equal(
      slip.relatedInformation?.[0]?.location.uri,
      pathToFileURL(join(folder, 'sources', 'lido.md')).href,
    );

    const position = { line: 0, character: 24 };
    const hover: Hover = await talk.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: draft },
      position,
    });
    assert.match(JSON.stringify(hover.contents), /Maren Oduya.*council leader/u);
    const links: LocationLink[] = await talk.connection.sendRequest('textDocument/definition', {
      textDocument: { uri: draft },
      position,
    });
    assert.deepEqual(links[0]?.targetRange.start, { line: 6, character: 0 });

    const actions: CodeAction[] = await talk.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: draft },
      range: slip.range,
      context: { diagnostics: [slip] },
    });
    const change = actions.find(({ isPreferred }) => isPreferred)?.edit?.documentChanges?.[0];
    assert.ok(change !== undefined && 'edits' in change);
    assert.equal(change.textDocument.version, 1);
    const edits = change.edits as TextEdit[];
    assert.match(
      TextDocument.applyEdits(TextDocument.create(draft, 'markdown', 1, TEXT), edits),
      /Maren Oduya opened/u,
    );

    await talk.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: draft, version: 2 },
      contentChanges: edits.map(({ range, newText }) => ({ range, text: newText })),
    });
    assert.deepEqual(await talk.diagnostics(draft, 2), []);
  });

  it('tells only of the last of a burst of changes', async () => {
    await talk.start(pathToFileURL(folder).href);
    await talk.open(draft, 'The lido is open.\n');
    await talk.diagnostics(draft, 1);
    const typed = ' It is is free.';
    await Promise.all(
      Array.from(typed, (text, index) => {
        const at = { line: 0, character: 17 + index };
        return talk.connection.sendNotification('textDocument/didChange', {
          textDocument: { uri: draft, version: index + 2 },
          contentChanges: [{ range: { start: at, end: at }, text }],
        });
      }),
    );
    const [diagnostic] = await talk.diagnostics(draft, typed.length + 1);
    assert.equal(diagnostic?.code, 'sentence/repeated-word');
    assert.ok(talk.versions(draft).length < typed.length);
  });

  it('mends the whole draft on request', async () => {
    const text = 'Maren Oduay opened the the lido.\n';
    await talk.start(pathToFileURL(folder).href);
    await talk.open(draft, text);
    const start = { line: 0, character: 0 };
    const [action]: CodeAction[] = await talk.connection.sendRequest('textDocument/codeAction', {
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

  it('holds drafts against the sources of a folder that is added', async () => {
    await talk.start(undefined);
    await talk.open(draft, TEXT);
    await talk.diagnostics(draft, 1);
    await talk.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: pathToFileURL(folder).href, name: 'beat' }], removed: [] },
    });
    const isSlip = ({ code }: Diagnostic): boolean => code === 'name/misspelled';
    await talk.diagnostics(draft, 1, ({ diagnostics }) => diagnostics.some(isSlip));
  });

  it('obeys settings when they change', async () => {
    talk.settings = { severity: { ...QUIET, name: 'information' } };
    await talk.start(pathToFileURL(folder).href);
    await talk.open(draft, TEXT);
    assert.equal((await talk.diagnostics(draft, 1))[0]?.severity, 3);
    talk.settings = { enable: false };
    await talk.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await talk.diagnostics(draft, 1, ({ diagnostics }) => diagnostics.length === 0);
  });

  it('learns again when a source changes', async () => {
    await talk.start(pathToFileURL(folder).href);
    await talk.open(draft, TEXT);
    await talk.diagnostics(draft, 1);
    const watch = talk.registrations.find(
      ({ method }) => method === 'workspace/didChangeWatchedFiles',
    );
    assert.deepEqual(watch?.registerOptions, {
      watchers: ['sources/**', '**/.copydesk.json'].map((pattern) => ({
        globPattern: { baseUri: pathToFileURL(folder).href, pattern },
      })),
    });
    const source = join(folder, 'sources', 'lido.md');
    await writeFile(source, DOSSIER.replaceAll('Oduya', 'Oduay'));
    await talk.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(source).href, type: 2 }],
    });
    await talk.diagnostics(draft, 1, ({ diagnostics }) => diagnostics.length === 0);
  });

  it('accepts a name by an edit of .copydesk.json, in all drafts below it', async () => {
    await talk.start(pathToFileURL(folder).href);
    await talk.open(draft, TEXT);
    const [slip] = await talk.diagnostics(draft, 1);
    assert.ok(slip !== undefined);
    const actions: CodeAction[] = await talk.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: draft },
      range: slip.range,
      context: { diagnostics: [slip] },
    });
    assert.deepEqual(
      actions.map(({ title, isPreferred }) => `${isPreferred === true ? '* ' : ''}${title}`),
      [
        '* Change to “Oduya”',
        'Accept the name “Maren Oduay” everywhere (.copydesk.json)',
        'Ignore name/misspelled here (.copydesk.json)',
        'Add “Maren Oduay” to the dossier sources/lido.md',
        'Mark as [TK: verify name]',
        'Ignore name/misspelled in this block (comment in the text)',
      ],
    );

    const file = pathToFileURL(join(folder, '.copydesk.json')).href;
    const accept = actions.find(({ title }) => title.startsWith('Accept'));
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
    await talk.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: file, type: 1 }],
    });
    await talk.diagnostics(draft, 1, ({ diagnostics }) => diagnostics.length === 0);
    await mkdir(join(folder, 'may'));
    const other = pathToFileURL(join(folder, 'may', 'draft.md')).href;
    await talk.open(other, TEXT);
    assert.deepEqual(await talk.diagnostics(other, 1), []);
  });

  it('tells in .copydesk.json what is wrong with it, saved or not', async () => {
    const path = join(folder, '.copydesk.json');
    const file = pathToFileURL(path).href;
    await writeFile(path, '{\n  "acceptedNames": ["Maren Oduay"\n}\n');
    await talk.start(pathToFileURL(folder).href);
    await talk.open(draft, TEXT);
    const [wrong] = await talk.diagnostics(file, undefined);
    assert.deepEqual(wrong?.range.start.line, 2);
    assert.equal((await talk.diagnostics(draft, 1)).length, 1);
    await talk.open(file, '{ "acceptedNames": ["Maren Oduay"] }');
    assert.deepEqual(await talk.diagnostics(file, 1), []);
    await talk.diagnostics(draft, 1, ({ diagnostics }) => diagnostics.length === 0);
  });

  it('uses the base that ships without a folder, and says so', async () => {
    await talk.start(undefined);
    await talk.open('untitled:Untitled-1', 'Narendra Mdoi stays at home.\n');
    const [slip] = await talk.diagnostics('untitled:Untitled-1', 1);
    assert.equal(slip?.code, 'name/misspelled');
    assert.equal(
      slip.relatedInformation?.[0]?.location.uri,
      pathToFileURL('reference/astana-summit.md').href,
    );
    assert.match(talk.log.join('\n'), /the base that comes with Copydesk is used: \d+ people/u);
  });

  it('serves a client that can do next to nothing', async () => {
    await talk.start(pathToFileURL(folder).href, {}, { severity: { ...QUIET, name: 'error' } });
    await talk.open(draft, TEXT);
    const [slip] = await talk.diagnostics(draft, 1);
    assert.equal(slip?.severity, 1);
    const links: unknown[] = await talk.connection.sendRequest('textDocument/definition', {
      textDocument: { uri: draft },
      position: { line: 0, character: 24 },
    });
    assert.deepEqual(Object.keys(links[0] ?? {}), ['uri', 'range']);
    const actions: CodeAction[] = await talk.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: draft },
      range: slip.range,
      context: { diagnostics: [slip] },
    });
    assert.ok(actions.length > 1);
    assert.deepEqual(Object.keys(actions[0]?.edit?.changes ?? {}), [draft]);
    assert.ok(actions.every(({ edit }) => edit?.changes !== undefined && !edit.documentChanges));
  });

  it('answers nothing about a document that is not open', async () => {
    await talk.start(pathToFileURL(folder).href);
    const hover: unknown = await talk.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: draft },
      position: { line: 0, character: 0 },
    });
    assert.equal(hover ?? null, null);
  });
});

describe('the bundle that an editor starts', () => {
  it('says what the server can do before anything else is loaded', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'copydesk-'));
    await copyFile('dist/server.cjs', join(folder, 'server.cjs'));
    const talk = new Talk([process.execPath, join(folder, 'server.cjs'), '--stdio']);
    const { serverInfo } = await talk.introduce(undefined);
    assert.equal(serverInfo?.name, 'Copydesk');
    assert.equal(await talk.end(), 0);
    await rm(folder, { recursive: true });
  });
});

describe('copydesk serve --stdio', () => {
  it('is the same server', async () => {
    const talk = new Talk([process.execPath, 'dist/cli.cjs', 'serve', '--stdio']);
    const { serverInfo } = await talk.start(undefined);
    assert.equal(serverInfo?.name, 'Copydesk');
    assert.equal(await talk.end(), 0);
  });
});
