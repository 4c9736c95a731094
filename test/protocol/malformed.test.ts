import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { ErrorCodes, type Hover, ResponseError } from 'vscode-languageserver/node';
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
