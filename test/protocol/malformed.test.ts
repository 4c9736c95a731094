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
import { CAPABILITIES, Talk } from './talk.js';

const DRAFT = 'memory:///draft.md';
const textDocument = { uri: DRAFT };
const start = { line: 0, character: 0 };
const range = { start, end: start };

/** A client that is offered all there is. */
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
const ON_DOCUMENT = [
  ...['documentSymbol', 'codeLens', 'diagnostic', 'semanticTokens/full'].map(
    (name) => `textDocument/${name}`,
  ),
  ...['factSheet', 'exportFactSheet', 'reference'].map((name) => `copydesk/${name}`),
];

const REQUESTS: readonly (readonly [method: string, params: unknown, name: RegExp])[] = [
  ...[...AT_POSITION, ...ON_DOCUMENT].flatMap((method) =>
    [{}, { textDocument: null }, { textDocument: DRAFT }, { textDocument: { uri: 1 } }].map(
      (params) => [method, params, /“textDocument”/u] as const,
    ),
  ),
  ...AT_POSITION.flatMap((method) =>
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
  ['workspace/didChangeWatchedFiles', { changes: [{ type: 1 }] }],
  ['workspace/didChangeWorkspaceFolders', { event: { added: [] } }],
  ['copydesk/view', { textDocument, range: null }],
];

describe('of what is malformed, the built server', () => {
  let talk: Talk;

  before(async () => {
    talk = new Talk([process.execPath, 'dist/server.cjs', '--stdio']);
    await talk.start(undefined, ALL);
    await talk.open(DRAFT, 'Narendra Modi stays at home.\n');
  });

  after(async () => {
    assert.equal(await talk.end(), 0);
  });

  it('refuses requests, and says why', async () => {
    for (const [method, params, name] of REQUESTS) {
      await assert.rejects(talk.connection.sendRequest(method, params), (error) => {
        assert.ok(error instanceof ResponseError, method);
        assert.equal(error.code, ErrorCodes.InvalidParams, `${method}: ${error.message}`);
        assert.match(error.message, name);
        assert.match(error.message, / must be .*\.$/u);
        return true;
      });
    }
  });

  for (const params of [null, undefined, []]) {
    it(`refuses ${params === undefined ? 'no' : JSON.stringify(params)} parameters`, async () => {
      for (const method of [...AT_POSITION, ...ON_DOCUMENT]) {
        const asked =
          params === undefined
            ? talk.connection.sendRequest(method)
            : talk.connection.sendRequest(method, params);
        await assert.rejects(asked, { code: ErrorCodes.InvalidParams }, method);
      }
    });
  }

  it('passes over news, says so, and goes on with what it had', async () => {
    for (const [method, params] of NOTIFICATIONS) {
      const told = talk.log.length;
      await talk.connection.sendNotification(method, params);
      const hover: Hover = await talk.connection.sendRequest('textDocument/hover', {
        textDocument,
        position: start,
      });
      assert.match(JSON.stringify(hover), /Narendra Modi/u);
      assert.match(talk.log.slice(told).join('\n'), /passed over: “\w+” must be/u, method);
    }
  });
});

/** What the built server answers to requests as they stand, which no client's library would send so. */
async function answersTo(requests: readonly object[]): Promise<readonly string[]> {
  const server = spawn(process.execPath, ['dist/server.cjs', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  const answers: string[] = [];
  const heard = new Promise<void>((resolve) => {
    new StreamMessageReader(server.stdout).listen((message) => {
      if (answers.push(JSON.stringify(message)) === requests.length) resolve();
    });
  });
  const writer = new StreamMessageWriter(server.stdin);
  for (const [id, request] of requests.entries()) {
    await writer.write(Object.assign({ jsonrpc: '2.0', id }, request));
  }
  await heard;
  server.kill();
  await ended;
  return answers;
}

describe('of parameters that are “null”, the built server', () => {
  it('says what is missing in them', async () => {
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

describe('of an introduction without what the client can do, the built server', () => {
  for (const params of [null, {}, { capabilities: null }, { capabilities: 'all' }]) {
    it(`takes it that this is nothing: ${JSON.stringify(params)}`, async () => {
      const [answer] = await answersTo([{ method: 'initialize', params }]);
      assert.match(answer ?? '', /"serverInfo":\{"name":"Copydesk"/u);
    });
  }
});

describe('before it knows its client, the built server', () => {
  it('answers nothing', async () => {
    const talk = new Talk([process.execPath, 'dist/server.cjs', '--stdio']);
    await talk.open(DRAFT, 'Narendra Modi stays at home.\n');
    for (const method of [...AT_POSITION, ...ON_DOCUMENT, 'workspace/symbol']) {
      const asked = talk.connection.sendRequest(method, { textDocument, position: start });
      await assert.rejects(asked, { code: ErrorCodes.ServerNotInitialized }, method);
    }
    assert.equal(await talk.end(), 0);
  });
});

describe('after a message of no length that there can be, the built server', () => {
  for (const length of ['-5', 'many', '1e3', '99999999999', '']) {
    it(`ends, and says why: ${JSON.stringify(length)}`, () => {
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

describe('a malformed introduction', () => {
  it('is refused', async () => {
    const talk = new Talk([process.execPath, 'dist/server.cjs', '--stdio']);
    const asked = talk.connection.sendRequest('initialize', {
      processId: null,
      capabilities: {},
      workspaceFolders: 'beat',
    });
    await assert.rejects(asked, { code: ErrorCodes.InvalidParams });
    assert.equal(await talk.end(), 0);
  });
});
