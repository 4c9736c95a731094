import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, it } from 'mocha';
import {
  CancellationTokenSource,
  type Diagnostic,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { QUIET, TestClient } from '../protocol/testClient.js';
import { type AnyEdit, HUGE_DRAFTS, anyEdits, edit, holds, hostileDraft } from './hostileDrafts.js';

const SERVER = [process.execPath, 'dist/server.cjs', '--stdio'];

/** A client that asks for diagnostics, so that no test waits for a pause in the typing. */
const ASKS = {
  workspace: { configuration: true },
  textDocument: {
    diagnostic: {},
    completion: {},
    documentSymbol: {},
    documentHighlight: {},
    references: {},
    rename: { prepareSupport: true },
    semanticTokens: { requests: { full: true }, tokenTypes: [], tokenModifiers: [], formats: [] },
    codeLens: {},
  },
};

/** An edit in the protocol's form. */
function changeOf(
  document: TextDocument,
  next: AnyEdit,
): { readonly range: Diagnostic['range']; readonly text: string } {
  const text = document.getText();
  const start = Math.floor(next.at * text.length);
  return {
    range: {
      start: document.positionAt(start),
      end: document.positionAt(Math.min(text.length, start + next.removed)),
    },
    text: next.newText,
  };
}

describe('the built server', function () {
  this.timeout(0);

  let client: TestClient;

  beforeEach(async () => {
    client = new TestClient(SERVER);
    client.settings = { severity: QUIET };
    await client.start(undefined, ASKS);
  });

  // The server exits with 0 only if there was no uncaught exception.
  afterEach(async () => {
    assert.equal(await client.end(), 0);
  });

  const findingsIn = async (uri: string): Promise<readonly string[]> => {
    const report = await client.connection.sendRequest<DocumentDiagnosticReport>(
      'textDocument/diagnostic',
      { textDocument: { uri } },
    );
    if (report.kind !== 'full') assert.fail('the report is not full');
    return report.items.map(({ code, message, range }) => JSON.stringify([code, message, range]));
  };
  const close = (uri: string): Promise<void> =>
    client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  const change = (uri: string, version: number, contentChanges: unknown): Promise<void> =>
    client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });

  it('reports the same for an edited draft as for one opened with that text', () =>
    holds(120, fc.tuple(hostileDraft, anyEdits), async ([text, edits]) => {
      await client.open('memory:///grown.md', text);
      let document = TextDocument.create('memory:///grown.md', 'markdown', 1, text);
      for (const [index, next] of edits.entries()) {
        const applied = changeOf(document, next);
        document = TextDocument.update(document, [applied], index + 2);
        await change('memory:///grown.md', index + 2, [applied]);
      }
      await client.open('memory:///opened.md', document.getText());
      assert.deepEqual(
        await findingsIn('memory:///grown.md'),
        await findingsIn('memory:///opened.md'),
      );
      await close('memory:///grown.md');
      await close('memory:///opened.md');
    }));

  const requests = fc.array(
    fc.record({
      method: fc.constantFrom(
        ...['hover', 'definition', 'completion', 'documentHighlight', 'references', 'diagnostic'],
        ...['prepareRename', 'rename', 'documentSymbol', 'semanticTokens/full', 'codeLens'],
        'codeAction',
      ),
      uri: fc.constantFrom('memory:///a.md', 'memory:///b.md', 'memory:///never.md', 'x', ''),
      line: fc.nat(12),
      character: fc.oneof(fc.nat(80), fc.constant(2 ** 31 - 1)),
      isCancelled: fc.boolean(),
      isChanged: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  );

  it('answers or refuses any request about any document, cancelled or not', () =>
    holds(120, fc.tuple(hostileDraft, anyEdits, requests), async ([text, edits, asked]) => {
      let draft = text;
      let version = 1;
      await client.open('memory:///a.md', draft);
      await client.open('memory:///b.md', '');
      await close('memory:///b.md');
      const answers = asked.map(
        async ({ method, uri, line, character, isCancelled, isChanged }) => {
          if (isChanged) {
            draft = edit(
              draft,
              edits[version % edits.length] ?? { at: 0, removed: 1, newText: '' },
            );
            await change('memory:///a.md', ++version, [{ text: draft }]);
          }
          const source = new CancellationTokenSource();
          const position = { line, character };
          const answer = client.connection.sendRequest(
            `textDocument/${method}`,
            {
              textDocument: { uri },
              position,
              range: { start: position, end: position },
              context: { diagnostics: [], includeDeclaration: true, triggerKind: 1 },
              newName: 'Ana Roe',
            },
            source.token,
          );
          if (isCancelled) source.cancel();
          return answer.then(
            () => undefined,
            () => undefined,
          );
        },
      );
      await Promise.all(answers);
      await findingsIn('memory:///a.md');
      await close('memory:///a.md');
    }));

  it('accepts a flood of changes, and reports on the last', async () => {
    await client.open('memory:///flood.md', 'It rained.\n');
    const words = Array.from(
      { length: 2000 },
      (_, index) => `The the gate number ${index} fell.\n`,
    );
    for (const [index, text] of words.entries()) {
      await change('memory:///flood.md', index + 2, [{ text }]);
    }
    const [first] = await findingsIn('memory:///flood.md');
    assert.match(first ?? '', /repeated-word/u);
  });

  it('answers requests while it reads a very long draft', async () => {
    const small = 'memory:///small.md';
    await client.open(small, 'It rained.\n');
    await findingsIn(small);
    for (const [index, text] of HUGE_DRAFTS.entries()) {
      const huge = `memory:///huge${index}.md`;
      await client.open(huge, text);
      const isRead = findingsIn(huge).then(() => true);
      const isNotYet = (): Promise<boolean> =>
        new Promise((resolve) => setImmediate(() => resolve(false)));
      let answers = 0;
      do {
        await client.connection.sendRequest('textDocument/hover', {
          textDocument: { uri: small },
          position: { line: 0, character: 4 },
        });
        answers++;
      } while (!(await Promise.race([isRead, isNotYet()])));
      await close(huge);
      assert.ok(answers > 1, JSON.stringify(text.slice(0, 40)));
    }
  });
});

/** A message in its frame. */
function framed(message: unknown): string {
  const body = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

describe('a malformed message', () => {
  let server: ChildProcess;
  let out = '';

  beforeEach(() => {
    out = '';
    server = spawn(process.execPath, ['dist/server.cjs', '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    server.stdout?.on('data', (chunk) => (out += String(chunk)));
  });

  afterEach(async () => {
    const ended = once(server, 'exit');
    server.kill();
    await ended;
  });

  /** Resolves once the server has answered the request `id`. */
  async function answered(id: number): Promise<void> {
    while (!out.includes(`"id":${id}`)) await once(server.stdout ?? server, 'data');
  }

  for (const [what, bytes] of [
    ['without a length', 'Foo: bar\r\n\r\n'],
    ['whose body is not JSON', 'Content-Length: 5\r\n\r\n{nope'],
    ['with a batch', framed([1, 2, 3])],
    ['without a method', framed({ jsonrpc: '2.0', id: 4 })],
    ['of zeros', '\0\0\0\0\r\n\r\n'],
    [
      'in an unknown character set',
      'Content-Length: 2\r\nContent-Type: x; charset=utf-99\r\n\r\n{}',
    ],
    [
      'with parameters of the wrong type',
      framed({ jsonrpc: '2.0', id: 5, method: 'textDocument/hover', params: 7 }),
    ],
    ['without parameters', framed({ jsonrpc: '2.0', method: 'textDocument/didOpen' })],
    ['with an unknown request', framed({ jsonrpc: '2.0', id: 6, method: 'x/y' })],
  ] as const) {
    it(`${what} stops nothing`, async () => {
      const start = { processId: null, rootUri: null, capabilities: {} };
      server.stdin?.write(framed({ jsonrpc: '2.0', id: 1, method: 'initialize', params: start }));
      server.stdin?.write(bytes);
      // A client sends the next message in a chunk of its own.
      await answered(1);
      const place = {
        textDocument: { uri: 'memory:///a.md' },
        position: { line: 0, character: 0 },
      };
      server.stdin?.write(
        framed({ jsonrpc: '2.0', id: 77, method: 'textDocument/hover', params: place }),
      );
      await answered(77);
    });
  }
});
