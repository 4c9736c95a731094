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

/** An edit as the protocol has it. */
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

  let talk: TestClient;

  beforeEach(async () => {
    talk = new TestClient(SERVER);
    talk.settings = { severity: QUIET };
    await talk.start(undefined, ASKS);
  });

  // It ends well only where nothing was thrown that nobody caught.
  afterEach(async () => {
    assert.equal(await talk.end(), 0);
  });

  const told = async (uri: string): Promise<readonly string[]> => {
    const report = await talk.connection.sendRequest<DocumentDiagnosticReport>(
      'textDocument/diagnostic',
      { textDocument: { uri } },
    );
    if (report.kind !== 'full') assert.fail('nothing was told before');
    return report.items.map(({ code, message, range }) => JSON.stringify([code, message, range]));
  };
  const close = (uri: string): Promise<void> =>
    talk.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  const change = (uri: string, version: number, contentChanges: unknown): Promise<void> =>
    talk.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });

  it('tells of a draft that grew the same as of one that was opened so', () =>
    holds(fc.tuple(hostileDraft, anyEdits), async ([text, edits]) => {
      await talk.open('memory:///grown.md', text);
      let document = TextDocument.create('memory:///grown.md', 'markdown', 1, text);
      for (const [index, next] of edits.entries()) {
        const applied = changeOf(document, next);
        document = TextDocument.update(document, [applied], index + 2);
        await change('memory:///grown.md', index + 2, [applied]);
      }
      await talk.open('memory:///opened.md', document.getText());
      assert.deepEqual(await told('memory:///grown.md'), await told('memory:///opened.md'));
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

  it('answers or refuses whatever is asked, of whatever document, cancelled or not', () =>
    holds(fc.tuple(hostileDraft, anyEdits, requests), async ([text, edits, asked]) => {
      let draft = text;
      let version = 1;
      await talk.open('memory:///a.md', draft);
      await talk.open('memory:///b.md', '');
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
          const answer = talk.connection.sendRequest(
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
      await told('memory:///a.md');
      await close('memory:///a.md');
    }));

  it('takes a flood of changes, and tells of the last', async () => {
    await talk.open('memory:///flood.md', 'It rained.\n');
    const words = Array.from(
      { length: 2000 },
      (_, index) => `The the gate number ${index} fell.\n`,
    );
    for (const [index, text] of words.entries()) {
      await change('memory:///flood.md', index + 2, [{ text }]);
    }
    const [first] = await told('memory:///flood.md');
    assert.match(first ?? '', /repeated-word/u);
  });

  it('keeps nobody waiting for a second while it reads the longest of drafts', async () => {
    const small = 'memory:///small.md';
    await talk.open(small, 'It rained.\n');
    await told(small);
    for (const [index, text] of HUGE_DRAFTS.entries()) {
      const huge = `memory:///huge${index}.md`;
      await talk.open(huge, text);
      const isRead = told(huge).then(() => true);
      const isNotYet = (): Promise<boolean> =>
        new Promise((resolve) => setImmediate(() => resolve(false)));
      let longest = 0;
      do {
        const start = performance.now();
        await talk.connection.sendRequest('textDocument/hover', {
          textDocument: { uri: small },
          position: { line: 0, character: 4 },
        });
        longest = Math.max(longest, performance.now() - start);
      } while (!(await Promise.race([isRead, isNotYet()])));
      await close(huge);
      assert.ok(longest < 1000, `${JSON.stringify(text.slice(0, 40))}: ${longest.toFixed(0)} ms`);
    }
  });
});

/** A message in its frame. */
function framed(message: unknown): string {
  const body = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

describe('a broken frame', () => {
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
    ['whose body is no JSON', 'Content-Length: 5\r\n\r\n{nope'],
    ['with a batch', framed([1, 2, 3])],
    ['without a method', framed({ jsonrpc: '2.0', id: 4 })],
    ['of zeros', '\0\0\0\0\r\n\r\n'],
    [
      'in a character set that nobody knows',
      'Content-Length: 2\r\nContent-Type: x; charset=utf-99\r\n\r\n{}',
    ],
    [
      'with parameters of another kind',
      framed({ jsonrpc: '2.0', id: 5, method: 'textDocument/hover', params: 7 }),
    ],
    ['without parameters', framed({ jsonrpc: '2.0', method: 'textDocument/didOpen' })],
    ['with a request that nobody knows', framed({ jsonrpc: '2.0', id: 6, method: 'x/y' })],
  ] as const) {
    it(`${what} stops nothing`, async () => {
      const start = { processId: null, rootUri: null, capabilities: {} };
      server.stdin?.write(framed({ jsonrpc: '2.0', id: 1, method: 'initialize', params: start }));
      server.stdin?.write(bytes);
      // The next message comes in a piece of its own, as from a client.
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
