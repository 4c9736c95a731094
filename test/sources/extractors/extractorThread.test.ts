import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createExtractorThread } from '../../../server/sources/extractors/extractorThread.js';

/** A thread that runs these words of JavaScript in place of the reader of documents. */
function entry(script: string): URL {
  return new URL(`data:text/javascript,${encodeURIComponent(script)}`);
}

const LISTEN = "import { parentPort } from 'node:worker_threads'; parentPort.on('message', ";
const BYTES = new Uint8Array(1);
const BOUNDS = { milliseconds: 5_000, megabytes: 32 };

describe('the thread that reads documents', () => {
  it('answers one document after another', async () => {
    const read = createExtractorThread(
      entry(`${LISTEN}({ format }) => parentPort.postMessage([{ text: format }]))`),
      BOUNDS,
    );
    const documents = await Promise.all([read('pdf', BYTES), read('html', BYTES)]);
    assert.deepEqual(documents, [[{ text: 'pdf' }], [{ text: 'html' }]]);
  });

  it('gives up what takes too long, and goes on with the next', async () => {
    const read = createExtractorThread(
      entry(`${LISTEN}({ format }) => { while (format === 'pdf'); parentPort.postMessage([]); })`),
      { ...BOUNDS, milliseconds: 1_500 },
    );
    const [slow, next] = await Promise.all([read('pdf', BYTES), read('html', BYTES)]);
    assert.deepEqual(slow, { unreadable: 'takes too long to read', isPassing: true });
    assert.deepEqual(next, []);
  });

  it('gives up what takes all memory', async () => {
    const read = createExtractorThread(
      entry(`${LISTEN}() => { const all = []; for (;;) all.push(new Array(1000).fill('x')); })`),
      BOUNDS,
    );
    assert.deepEqual(await read('pdf', BYTES), {
      unreadable: 'needs too much memory to read',
      isPassing: true,
    });
  });

  it('gives up what takes all memory beside the heap', async () => {
    const read = createExtractorThread(
      entry(
        `${LISTEN}() => { const all = []; while (all.length < 80) all.push(new Uint8Array(1e7).fill(1)); for (;;); })`,
      ),
      BOUNDS,
    );
    assert.deepEqual(await read('pdf', BYTES), {
      unreadable: 'needs too much memory to read',
      isPassing: true,
    });
  });

  it('says why it failed, and starts anew', async () => {
    const read = createExtractorThread(
      entry(
        `${LISTEN}({ format }) => { if (format === 'pdf') throw new Error('no'); parentPort.postMessage([]); })`,
      ),
      BOUNDS,
    );
    assert.deepEqual(await read('pdf', BYTES), {
      unreadable: 'cannot be read (no)',
      isPassing: true,
    });
    assert.deepEqual(await read('html', BYTES), []);
  });

  it('keeps what documents print to itself', async () => {
    const write = process.stdout.write.bind(process.stdout);
    const printed: unknown[] = [];
    process.stdout.write = (text) => printed.push(text) > 0;
    try {
      const read = createExtractorThread(
        entry(`${LISTEN}() => { console.log('loud'); parentPort.postMessage([]); })`),
        BOUNDS,
      );
      await read('pdf', BYTES);
    } finally {
      process.stdout.write = write;
    }
    assert.deepEqual(printed, []);
  });
});
