import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { FindingJson } from '../../server/features/reportJson.js';
import { CAPABILITIES, QUIET, TestClient, WITH_FACT_SHEET } from './testClient.js';

const COMMAND = 'dist/cli.cjs';
const SERVER = 'dist/server.cjs';

/**
 * The command prefix of a program that does something to each process of the readers, which is
 * `child`, and to each of their threads, which is `thread`; `processes` and `threads` are the
 * numbers that have been started.
 */
function withReaders(toProcess: string, toThread = ''): readonly string[] {
  const code = `
    import { createRequire, syncBuiltinESMExports } from 'node:module';
    const require = createRequire('file:///x.js');
    const childProcess = require('node:child_process');
    const { fork } = childProcess;
    let processes = 0;
    childProcess.fork = (entry, ...options) => {
      const child = fork(entry, ...options);
      processes++;
      ${toProcess}
      return child;
    };
    const workerThreads = require('node:worker_threads');
    let threads = 0;
    workerThreads.Worker = class extends workerThreads.Worker {
      constructor(entry, options) {
        super(entry, options);
        if (!String(entry).includes('readerWorker')) return;
        const thread = this;
        threads++;
        ${toThread}
      }
    };
    syncBuiltinESMExports();
  `;
  return [process.execPath, '--import', `data:text/javascript,${encodeURIComponent(code)}`];
}

const NO_READERS = withReaders('process.exit(87);', 'process.exit(87);');
const DIES_ONCE = withReaders("if (processes === 1) child.kill('SIGKILL');");
const PROCESSES_DIE = withReaders("child.kill('SIGKILL');");
const THREAD_DIES_ONCE = withReaders(
  "child.kill('SIGKILL');",
  "if (threads === 1) thread.once('online', () => thread.terminate());",
);
const ALWAYS_DIES = withReaders(
  "child.kill('SIGKILL');",
  "thread.once('online', () => thread.terminate());",
);

/** The first three processes are killed with their second request, just after they were sent it. */
const DIE_AT_WORK = withReaders(`
  const { send } = child;
  let requests = 0;
  child.send = (...message) => {
    const isSent = send.apply(child, message);
    if (processes < 4 && ++requests === 2) child.kill('SIGKILL');
    return isSent;
  };
  if (processes === 1) process.on('exit', () => (process.exitCode = processes === 4 ? 0 : 88));
`);

const SENTENCES = ['The ferry left left at noon.', 'Nobody was on board.', 'It rained all day.'];
const DRAFT = `${SENTENCES.join('\n\n')}\n`;

function codesIn(reports: readonly (readonly FindingJson[])[]): readonly (readonly string[])[] {
  return reports.map((findings) => findings.map(({ code }) => code));
}

/** Sentences that no reporter would write. */
const HOSTILE: readonly (readonly [name: string, draft: string])[] = [
  ['lone surrogates', 'Half \ud83c of an emoji \udfca was left left.\n'],
  ['a line of a megabyte', `The ferry left left ${'and came back '.repeat(75_000)}.\n`],
  ['a word of a megabyte', `The ferry left left ${'x'.repeat(1_000_000)}.\n`],
];

describe('the sentence reader', function () {
  // The first sentence waits for the model to be loaded.
  this.timeout(120_000);

  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'copydesk-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const stored = (): string => join(folder, 'storage', 'sentences.readings');

  /** The number of readings that the server has stored. */
  const storedCount = (): number =>
    (JSON.parse(readFileSync(stored(), 'utf8')) as { readonly readings: readonly unknown[] })
      .readings.length;

  /** A client whose server stores its readings. */
  async function clientOf(node: readonly string[], settings: object = {}): Promise<TestClient> {
    const client = new TestClient([...node, SERVER, '--stdio']);
    client.settings = { severity: QUIET, ...settings };
    await client.start(undefined, CAPABILITIES, {
      ...WITH_FACT_SHEET,
      storage: pathToFileURL(join(folder, 'storage')).href,
    });
    return client;
  }

  /** Resolves when the draft was published again, after its sentences were read. */
  async function untilRead(client: TestClient, uri: string): Promise<readonly unknown[]> {
    let count = 0;
    const diagnostics = await client.diagnostics(uri, 1, () => ++count === 2);
    return diagnostics.map(({ code }) => code);
  }

  function batch(
    drafts: readonly string[],
    node: readonly string[] = [process.execPath],
    ...options: readonly string[]
  ): readonly FindingJson[][] {
    const [program = '', ...args] = [...node, COMMAND, 'batch', ...options];
    const { status, stdout, stderr } = spawnSync(program, args, {
      encoding: 'utf8',
      input: drafts
        .map((draft, id) => JSON.stringify({ id: `${id}`, draft, sources: [] }))
        .join('\n'),
      maxBuffer: 2 ** 28,
    });
    assert.equal(stderr, '');
    assert.equal(status, 0);
    return stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { readonly findings: FindingJson[] }).findings);
  }

  it('reads a draft after its first publication, and keeps the readings for the next start', async () => {
    const client = await clientOf([process.execPath]);
    await client.open('untitled:draft', DRAFT);
    assert.deepEqual(await untilRead(client, 'untitled:draft'), ['sentence/repeated-word']);
    assert.equal(await client.end(), 0);
    assert.equal(storedCount(), SENTENCES.length);

    const next = await clientOf(NO_READERS);
    await next.open('untitled:draft', DRAFT);
    assert.deepEqual(await untilRead(next, 'untitled:draft'), ['sentence/repeated-word']);
    assert.equal(await next.end(), 0);
  });

  for (const [name, node, engine] of [
    ['its process', DIES_ONCE, 'Readers: native engine.'],
    [
      'all processes and a thread',
      THREAD_DIES_ONCE,
      'Readers: WebAssembly, because the native engine failed again and again: its process ended (SIGKILL).',
    ],
  ] as const) {
    it(`goes on after ${name} died`, async () => {
      const client = await clientOf(node);
      await client.open('untitled:draft', DRAFT);
      await untilRead(client, 'untitled:draft');
      assert.equal(await client.engine, engine);
      assert.deepEqual(
        client.log.filter((line) => line.includes('eader')),
        [engine],
      );
      assert.equal(await client.end(), 0);
      // The small reader may also have read a sentence with a repair by then.
      assert.ok(storedCount() >= SENTENCES.length);
    });
  }

  it('loses nothing if its processes are killed while they read a batch', () => {
    const drafts = Array.from(
      { length: 12 },
      (_, index) => `Although the captain had read page ${index} twice.\n`,
    );
    const expected = batch(drafts);
    assert.ok(expected.every((findings) => findings.length > 0));
    assert.deepEqual(batch(drafts, DIE_AT_WORK), expected);
    // Threads run the small reader, whose fixes may be others.
    assert.deepEqual(codesIn(batch(drafts, PROCESSES_DIE)), codesIn(expected));
  });

  it('stays off if its processes and threads always die, and reports that once', async () => {
    const client = await clientOf(ALWAYS_DIES);
    await client.open('untitled:draft', DRAFT);
    assert.deepEqual(await untilRead(client, 'untitled:draft'), ['sentence/repeated-word']);
    await client.open('untitled:other', 'It rained rained.\n');
    await client.diagnostics('untitled:other', 1);
    assert.equal(client.log.filter((line) => line.includes('sentence reader is off')).length, 1);
    assert.equal(await client.end(), 0);
    assert.equal(existsSync(stored()), false);
  });

  it('is not even loaded if it is turned off', async () => {
    const client = await clientOf(NO_READERS, { sentenceReader: 'off' });
    await client.open('untitled:draft', DRAFT);
    const codes = (await client.diagnostics('untitled:draft', 1)).map(({ code }) => code);
    assert.deepEqual(codes, ['sentence/repeated-word']);
    assert.equal(await client.end(), 0);
    assert.equal(existsSync(stored()), false);
    assert.equal(batch([DRAFT], NO_READERS, '--no-reader')[0]?.length, 1);
  });

  it('reads 10,000 sentences in one batch, whose process then ends', () => {
    const sentences = Array.from({ length: 10_000 }, (_, index) => `Go ${index % 50}.`);
    const [findings] = batch([`${sentences.join(' ')}\n\nThe ferry left left.\n`]);
    assert.ok(findings?.some(({ code }) => code === 'sentence/repeated-word'));
  });

  for (const [name, draft] of HOSTILE) {
    it(`survives ${name}, in the batch and the editor`, async () => {
      const [, after] = batch([draft, DRAFT]);
      assert.deepEqual(
        after?.map(({ code }) => code),
        ['sentence/repeated-word'],
      );
      const client = await clientOf([process.execPath]);
      await client.open('untitled:draft', draft);
      await client.open('untitled:after', DRAFT);
      await untilRead(client, 'untitled:after');
      await untilRead(client, 'untitled:draft');
      assert.deepEqual(
        client.log.filter((line) => line.includes('sentence reader')),
        [],
      );
      assert.equal(await client.end(), 0);
    });
  }

  it('finds the same in the editor, on the command line and in a batch', async () => {
    const draft =
      '# Ferry Fares Rise\n\nFerry the left at noon with forty passengers. It was was late.\n';
    writeFileSync(join(folder, 'draft.md'), draft);
    const [inBatch] = batch([draft]);
    const { stdout } = spawnSync(
      process.execPath,
      [join(process.cwd(), COMMAND), 'check', 'draft.md', '--format', 'json', '--cache', 'storage'],
      { cwd: folder, encoding: 'utf8' },
    );
    const { files } = JSON.parse(stdout) as {
      readonly files: readonly { readonly findings: FindingJson[] }[];
    };
    assert.deepEqual(files[0]?.findings, inBatch);

    const client = await clientOf([process.execPath]);
    client.settings = {};
    await client.open('untitled:draft', draft);
    const shown = await client.diagnostics('untitled:draft', 1, ({ diagnostics }) =>
      diagnostics.some(({ code }) => code === 'sentence/swapped-words'),
    );
    assert.deepEqual(
      shown.map(({ code, message, range }) => ({ code, message, range })),
      inBatch?.map(({ code, message, range }) => ({ code, message, range })),
    );
    assert.equal(await client.end(), 0);
  });
});
