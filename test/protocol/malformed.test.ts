import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { after, before, describe, it } from 'mocha';
import {
  ErrorCodes,
  type Hover,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { CAPABILITIES, TestClient } from './testClient.js';

const DRAFT = 'memory:///draft.md';
const textDocument = { uri: DRAFT };
const start = { line: 0, character: 0 };
const range = { start, end: start };

/** The capabilities of a client that can use every feature. */
const ALL = {
  ...CAPABILITIES,
  workspace: { ...CAPABILITIES.workspace, symbol: {} },
  textDocument: {
    ...CAPABILITIES.textDocument,
    completion: {},
    rename: { prepareSupport: true },
    codeLens: {},
    diagnostic: {},
    semanticTokens: {
      requests: { full: true, range: true },
      tokenTypes: [],
      tokenModifiers: [],
      formats: [],
    },
  },
};

const AT_POSITION = [
  'hover',
  'definition',
  'references',
  'documentHighlight',
  'completion',
  'prepareRename',
  'rename',
].map((name) => `textDocument/${name}`);
const AT_PLACE = [...AT_POSITION, 'copydesk/entryAt', 'copydesk/findPassages'];
const ON_DOCUMENT = [
  ...['documentSymbol', 'codeLens', 'diagnostic', 'semanticTokens/full'].map(
    (name) => `textDocument/${name}`,
  ),
  ...[
    'factSheet',
    'exportFactSheet',
    'takeBack',
    'signOff',
    'useEvidence',
    'commentedDocument',
    'sourceText',
    'reference',
  ].map((name) => `copydesk/${name}`),
];
/** A passage that was attached to an entry. */
const PASSAGE = { source: 'log.md', line: 4, text: 'It rose.' };

const REQUESTS: readonly (readonly [method: string, params: unknown, name: RegExp])[] = [
  ...[...AT_PLACE, ...ON_DOCUMENT].flatMap((method) =>
    [{}, { textDocument: null }, { textDocument: DRAFT }, { textDocument: { uri: 1 } }].map(
      (params) => [method, params, /“textDocument”/u] as const,
    ),
  ),
  ...AT_PLACE.flatMap((method) =>
    [
      undefined,
      null,
      'top',
      { line: 0 },
      { line: '0', character: 0 },
      { line: -1, character: 0 },
    ].map((position) => [method, { textDocument, position }, /“position”/u] as const),
  ),
  ['textDocument/references', { textDocument, position: start }, /“context”/u],
  ['textDocument/rename', { textDocument, position: start, newName: 3 }, /“newName”/u],
  ['textDocument/semanticTokens/range', { textDocument, range: start }, /“range”/u],
  ['textDocument/codeAction', { textDocument, range: [0, 1] }, /“range”/u],
  ['textDocument/codeAction', { textDocument, range }, /“context”/u],
  [
    'textDocument/codeAction',
    { textDocument, range, context: { diagnostics: [null] } },
    /“context”/u,
  ],
  [
    'textDocument/codeAction',
    { textDocument, range, context: { diagnostics: [], only: 'quickfix' } },
    /“context”/u,
  ],
  ...[undefined, [null], [{ kind: 'ignored' }], [{ kind: 'rain', name: '' }], 'all'].map(
    (decisions) => ['copydesk/takeBack', { textDocument, decisions }, /“decisions”/u] as const,
  ),
  ...[null, [null], [{ kind: 'name' }], [{ kind: 'word', sentence: '' }]].map(
    (subjects) =>
      ['copydesk/signOff', { textDocument, subjects, signature: null }, /“subjects”/u] as const,
  ),
  ...[
    undefined,
    'MO',
    { by: '', note: '' },
    { by: 'MO' },
    { by: 'MO', note: '', decision: 'open' },
  ].map(
    (signature) =>
      ['copydesk/signOff', { textDocument, subjects: [], signature }, /“signature”/u] as const,
  ),
  ...[
    [{}, /“subject”/u] as const,
    [{ subject: { kind: 'name', sentence: '' }, by: ' ', evidence: [] }, /“by”/u] as const,
    ...[null, [null], [{ ...PASSAGE, line: '4' }], [{ ...PASSAGE, source: 1 }]].map(
      (evidence) =>
        [{ subject: { kind: 'name', sentence: '' }, by: 'MO', evidence }, /“evidence”/u] as const,
    ),
  ].map(([params, name]) => ['copydesk/useEvidence', { textDocument, ...params }, name] as const),
  ['copydesk/commentedDocument', { textDocument, document: 1 }, /“document”/u],
  ['copydesk/findPassages', { textDocument, position: start, query: 1 }, /“query”/u],
  ['workspace/symbol', { query: null }, /“query”/u],
  ['workspace/diagnostic', { previousResultIds: DRAFT }, /“previousResultIds”/u],
  ['completionItem/resolve', { label: 1 }, /“label”/u],
];

const NOTIFICATIONS: readonly (readonly [method: string, params: unknown])[] = [
  ['textDocument/didOpen', {}],
  ['textDocument/didOpen', { textDocument: { uri: DRAFT, languageId: 'markdown', version: 9 } }],
  ['textDocument/didChange', { textDocument: { uri: DRAFT, version: 2 }, contentChanges: null }],
  ['textDocument/didChange', { textDocument: { uri: DRAFT, version: 2 }, contentChanges: [null] }],
  [
    'textDocument/didChange',
    { textDocument: { uri: DRAFT, version: 2 }, contentChanges: [{ text: 'x', range: 'all' }] },
  ],
  ['textDocument/didChange', { textDocument, contentChanges: [{ text: 'x' }] }],
  ['textDocument/didClose', { textDocument: DRAFT }],
  ['workspace/didChangeConfiguration', {}],
  ['workspace/didChangeWatchedFiles', { changes: [{ type: 1 }] }],
  ['workspace/didChangeWorkspaceFolders', { event: { added: [] } }],
  ['copydesk/visibleRange', { textDocument, range: null }],
  ['copydesk/cursors', { textDocument, positions: start }],
  ['copydesk/cursors', { textDocument, positions: [{ line: -1, character: 0 }] }],
  ['textDocument/didSave', { textDocument: DRAFT }],
];

describe('the built server, given malformed messages', () => {
  let client: TestClient;

  before(async () => {
    client = new TestClient([process.execPath, 'dist/server.cjs', '--stdio']);
    await client.start(undefined, ALL);
    await client.open(
      DRAFT,
      'Narendra Modi stays away from the Astana summit of the Shanghai Cooperation Organisation.\n',
    );
  });

  after(async () => {
    assert.equal(await client.end(), 0);
  });

  it('rejects requests with the reason', async () => {
    for (const [method, params, name] of REQUESTS) {
      await assert.rejects(client.connection.sendRequest(method, params), (error) => {
        assert.ok(error instanceof ResponseError, method);
        assert.equal(error.code, ErrorCodes.InvalidParams, `${method}: ${error.message}`);
        assert.match(error.message, name);
        assert.match(error.message, / must be .*\.$/u);
        return true;
      });
    }
  });

  for (const params of [null, undefined, []]) {
    it(`rejects requests with ${params === undefined ? 'no' : JSON.stringify(params)} parameters`, async () => {
      for (const method of [...AT_POSITION, ...ON_DOCUMENT]) {
        const asked =
          params === undefined
            ? client.connection.sendRequest(method)
            : client.connection.sendRequest(method, params);
        await assert.rejects(asked, { code: ErrorCodes.InvalidParams }, method);
      }
    });
  }

  it('ignores notifications with a message, and continues', async () => {
    for (const [method, params] of NOTIFICATIONS) {
      const logged = client.log.length;
      await client.connection.sendNotification(method, params);
      const hover: Hover = await client.connection.sendRequest('textDocument/hover', {
        textDocument,
        position: start,
      });
      assert.match(JSON.stringify(hover), /Narendra Modi/u);
      assert.match(
        client.log.slice(logged).join('\n'),
        /invalid message was ignored: “\w+” must be/u,
        method,
      );
    }
  });
});

/** The answers of the built server to requests that no client library would send. */
async function answersTo(requests: readonly object[]): Promise<readonly string[]> {
  const server = spawn(process.execPath, ['dist/server.cjs', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  const answers: string[] = [];
  const received = new Promise<void>((resolve) => {
    new StreamMessageReader(server.stdout).listen((message) => {
      if (answers.push(JSON.stringify(message)) === requests.length) resolve();
    });
  });
  const writer = new StreamMessageWriter(server.stdin);
  for (const [id, request] of requests.entries()) {
    await writer.write(Object.assign({ jsonrpc: '2.0', id }, request));
  }
  await received;
  server.kill();
  await ended;
  return answers;
}

describe('the built server, given messages that are no objects', () => {
  it('reports that, and answers the next one', async () => {
    const client = new TestClient([process.execPath, 'dist/server.cjs', '--stdio']);
    await client.start(undefined, ALL);
    for (const body of ['5', '"hover"', 'true', '[1]', 'null']) client.write(body);
    await client.open(DRAFT, '# The lido reopens\n');
    const symbols: unknown = await client.connection.sendRequest('textDocument/documentSymbol', {
      textDocument,
    });
    assert.match(JSON.stringify(symbols), /The lido reopens/u);
    const log = client.log.join('\n');
    assert.doesNotMatch(log, /queue/u);
    for (const body of ['5', '"hover"', 'true', '[1]', 'null']) {
      assert.ok(log.includes(`A message was ignored because it is not an object: ${body}`), log);
    }
    assert.equal(await client.end(), 0);
  });
});

describe('the built server, given parameters that are “null”', () => {
  it('reports what is missing', async () => {
    const params = { processId: null, rootUri: null, capabilities: {} };
    const [, ...answers] = await answersTo([
      { method: 'initialize', params },
      ...[...AT_POSITION, ...ON_DOCUMENT].map((method) => ({ method, params: null })),
    ]);
    assert.ok(answers.length > 0);
    for (const answer of answers) {
      assert.match(answer, /"code":-32602,"message":"“textDocument” must be /u);
    }
  });
});

describe('the built server, given no capabilities', () => {
  for (const params of [null, {}, { capabilities: null }, { capabilities: 'all' }]) {
    it(`assumes none for ${JSON.stringify(params)}`, async () => {
      const [answer] = await answersTo([{ method: 'initialize', params }]);
      assert.match(answer ?? '', /"serverInfo":\{"name":"Copydesk"/u);
    });
  }
});

describe('the built server, before “initialize”', () => {
  it('rejects all requests', async () => {
    const client = new TestClient([process.execPath, 'dist/server.cjs', '--stdio']);
    await client.open(
      DRAFT,
      'Narendra Modi stays away from the Astana summit of the Shanghai Cooperation Organisation.\n',
    );
    for (const method of [...AT_POSITION, ...ON_DOCUMENT, 'workspace/symbol']) {
      const asked = client.connection.sendRequest(method, { textDocument, position: start });
      await assert.rejects(asked, { code: ErrorCodes.ServerNotInitialized }, method);
    }
    assert.equal(await client.end(), 0);
  });
});

describe('the built server, after a message without a valid length', () => {
  for (const length of ['-5', 'many', '1e3', '99999999999', '']) {
    it(`stops with the reason: ${JSON.stringify(length)}`, () => {
      const input = `Content-Length: ${length}\r\n\r\n{}`;
      const { status, stderr } = spawnSync(process.execPath, ['dist/server.cjs', '--stdio'], {
        encoding: 'utf8',
        input,
      });
      assert.equal(status, 1);
      assert.match(stderr, /^copydesk: A message had the Content-Length “.*”, .*\.\n$/u);
      assert.ok(stderr.includes(`“${length}”`));
    });
  }
});

describe('the built server, given a malformed “initialize”', () => {
  it('rejects it', async () => {
    const client = new TestClient([process.execPath, 'dist/server.cjs', '--stdio']);
    const asked = client.connection.sendRequest('initialize', {
      processId: null,
      capabilities: {},
      workspaceFolders: 'beat',
    });
    await assert.rejects(asked, { code: ErrorCodes.InvalidParams });
    assert.equal(await client.end(), 0);
  });
});
