import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { createWorkerPool } from '../../server/sources/workerPool.js';
import { indexSource } from '../../server/reference/indexSource.js';
import type { SourceIndex } from '../../server/reference/sourceIndex.js';
import { encodeSourceIndex } from '../../server/reference/sourceIndexBytes.js';
import { TransientReadError } from '../../server/workspace/workspace.js';

const STUB = Buffer.from(encodeSourceIndex(indexSource({ name: 'indexed on a thread', text: '' })));

/** More sources than are indexed without threads. */
const MANY = Array.from({ length: 40 }, (_, index) => ({
  name: `${index}.md`,
  text: 'It rained.',
}));

/** The names of the sources of indexes. */
function namesOf(indexes: readonly SourceIndex[] | undefined): readonly string[] {
  return indexes?.map(({ source }) => source) ?? [];
}

describe('a worker pool', () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'copydesk-'));
  });

  after(() => rmSync(folder, { recursive: true }));

  /** A worker that runs a script for each source instead of the indexer. */
  const entry = (name: string, script: string): string => {
    const file = join(folder, `${name}.cjs`);
    writeFileSync(
      file,
      `const { parentPort } = require('node:worker_threads');
       const stub = Uint8Array.from(Buffer.from('${STUB.toString('base64')}', 'base64'));
       parentPort.on('message', (source) => { ${script} });`,
    );
    return file;
  };

  it('starts no threads for a few sources', async () => {
    const index = createWorkerPool(join(folder, 'missing.cjs'));
    const indexes = await Promise.all(MANY.slice(0, 5).map(index));
    assert.deepEqual(indexes.flatMap(namesOf), ['0.md', '1.md', '2.md', '3.md', '4.md']);
    assert.equal(await index({ name: 'base.json', stored: Buffer.alloc(60_000) }), undefined);
  });

  it('indexes large sources on threads, even a single one', async () => {
    const index = createWorkerPool(entry('long', 'parentPort.postMessage([stub])'));
    const long = { name: 'book.md', text: 'It rained. '.repeat(20_000) };
    const paragraphs = Array.from({ length: 20_000 }, () => ({
      kind: 'paragraph' as const,
      level: 0,
      text: 'It rained.',
    }));
    const short = { name: 'short.md', text: 'It rained.' };
    const indexes = await Promise.all([
      index(short),
      index(long),
      index({ name: 'book.pdf', paragraphs }),
      index({ name: 'base.json', stored: Buffer.alloc(200_000) }),
    ]);
    assert.deepEqual(
      indexes.flatMap(namesOf),
      Array.from({ length: 4 }, () => 'indexed on a thread'),
    );
  });

  it('indexes many short paragraphs, and sources that are large together, on threads', async () => {
    const index = createWorkerPool(entry('short', 'parentPort.postMessage([stub])'));
    const paragraph = { kind: 'paragraph' as const, level: 0, text: 'a' };
    const page = { name: 'page.html', paragraphs: Array.from({ length: 5_000 }, () => paragraph) };
    assert.deepEqual(namesOf(await index(page)), ['indexed on a thread']);
    const again = createWorkerPool(entry('lines', 'parentPort.postMessage([stub])'));
    const lines = { name: 'lines.md', text: 'a\n\n'.repeat(5_000) };
    assert.deepEqual(namesOf(await again(lines)), ['indexed on a thread']);
    const third = createWorkerPool(entry('together', 'parentPort.postMessage([stub])'));
    const few = MANY.slice(0, 4).map(({ name }) => ({ name, text: 'It rained. '.repeat(1_000) }));
    const indexes = await Promise.all(few.map(third));
    assert.deepEqual(
      indexes.flatMap(namesOf),
      few.map(() => 'indexed on a thread'),
    );
  });

  it('stops a source that takes too long and indexes the others', async () => {
    const index = createWorkerPool(
      entry('endless', "while (source.name === '20.md'); parentPort.postMessage([stub]);"),
      1_500,
    );
    const indexes = await Promise.allSettled(MANY.map(index));
    const failed = indexes.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as unknown] : [],
    );
    assert.deepEqual(failed, [new TransientReadError('20.md takes too long to index')]);
  });

  it('indexes many sources on threads', async () => {
    const index = createWorkerPool(entry('many', 'parentPort.postMessage([stub])'));
    const indexes = await Promise.all(MANY.map(index));
    const onThreads = indexes.flatMap(namesOf).filter((name) => name === 'indexed on a thread');
    assert.ok(onThreads.length >= 30, String(onThreads.length));
    assert.deepEqual(namesOf(await index({ name: 'later.md', text: '' })), ['indexed on a thread']);
  });

  it('fails only the source that makes a thread exit', async () => {
    const index = createWorkerPool(
      entry(
        'dying',
        "if (source.name === '20.md') process.exit(); parentPort.postMessage([stub]);",
      ),
    );
    const indexes = await Promise.allSettled(MANY.map(index));
    const failed = indexes.flatMap((result) =>
      result.status === 'rejected' ? [String(result.reason)] : [],
    );
    assert.deepEqual(failed, ['UnreadableError: 20.md needs too much memory to index']);
  });

  it('retries a source with more memory', async () => {
    const index = createWorkerPool(
      entry(
        'large',
        "if (source.name === '20.md') { const held = []; for (let n = 0; n < 40; n++) held.push(new Array(1e6).fill(n)); } parentPort.postMessage([stub]);",
      ),
    );
    const indexes = await Promise.all(MANY.map(index));
    assert.equal(indexes.length, MANY.length);
  });
});
