import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  createExtractorThread,
  isTooLong,
} from '../../../server/sources/extractors/extractorThread.js';

/** A worker that runs a script instead of the extractors. */
function entry(script: string): URL {
  return new URL(`data:text/javascript,${encodeURIComponent(script)}`);
}

const LISTEN = "import { parentPort } from 'node:worker_threads'; parentPort.on('message', ";
const BYTES = new Uint8Array(1);
const LIMITS = { milliseconds: 5_000, megabytes: 32 };

describe('the extractor thread', () => {
  it('reads one document after another', async () => {
    const read = createExtractorThread(
      entry(`${LISTEN}({ format }) => parentPort.postMessage([{ text: format }]))`),
      LIMITS,
    );
    const documents = await Promise.all([read('pdf', BYTES), read('html', BYTES)]);
    assert.deepEqual(documents, [[{ text: 'pdf' }], [{ text: 'html' }]]);
  });

  it('stops a document that takes too long, and continues with the next', async () => {
    const read = createExtractorThread(
      entry(`${LISTEN}({ format }) => { while (format === 'pdf'); parentPort.postMessage([]); })`),
      { ...LIMITS, milliseconds: 1_500 },
    );
    const [slow, next] = await Promise.all([read('pdf', BYTES), read('html', BYTES)]);
    assert.deepEqual(slow, { unreadable: 'takes too long to read', isTransient: true });
    assert.deepEqual(next, []);
  });

  it('gives a document more time while other programs use the processor, up to a limit', () => {
    for (const [elapsed, computed, isOver] of [
      [900, 3_000, false],
      [1_100, 1_050, true],
      [9_000, 400, false],
      [10_100, 400, true],
    ] as const)
      assert.equal(isTooLong(elapsed, computed, 1_000), isOver);
  });

  it('stops a document that exhausts the heap', async () => {
    const read = createExtractorThread(
      entry(`${LISTEN}() => { const all = []; for (;;) all.push(new Array(1000).fill('x')); })`),
      LIMITS,
    );
    assert.deepEqual(await read('pdf', BYTES), {
      unreadable: 'needs too much memory to read',
      isTransient: true,
    });
  });

  it('stops a document that exhausts the memory outside the heap', async () => {
    const read = createExtractorThread(
      entry(
        `${LISTEN}() => { const all = []; while (all.length < 80) all.push(new Uint8Array(1e7).fill(1)); for (;;); })`,
      ),
      LIMITS,
    );
    assert.deepEqual(await read('pdf', BYTES), {
      unreadable: 'needs too much memory to read',
      isTransient: true,
    });
  });

  it('reports a failure and restarts', async () => {
    const read = createExtractorThread(
      entry(
        `${LISTEN}({ format }) => { if (format === 'pdf') throw new Error('no'); parentPort.postMessage([]); })`,
      ),
      LIMITS,
    );
    assert.deepEqual(await read('pdf', BYTES), {
      unreadable: 'cannot be read (no)',
      isTransient: true,
    });
    assert.deepEqual(await read('html', BYTES), []);
  });

  it('suppresses output on the standard streams', async () => {
    const write = process.stdout.write.bind(process.stdout);
    const printed: unknown[] = [];
    process.stdout.write = (text) => printed.push(text) > 0;
    try {
      const read = createExtractorThread(
        entry(`${LISTEN}() => { console.log('loud'); parentPort.postMessage([]); })`),
        LIMITS,
      );
      await read('pdf', BYTES);
    } finally {
      process.stdout.write = write;
    }
    assert.deepEqual(printed, []);
  });
});
