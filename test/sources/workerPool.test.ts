import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { createWorkerPool } from '../../server/sources/workerPool.js';
import { learnSource } from '../../server/reference/learn.js';
import type { SourceIndex } from '../../server/reference/sourceIndex.js';
import { encodeSourceIndex } from '../../server/reference/sourceIndexBytes.js';
import { PassingError } from '../../server/workspace/workspace.js';

const STUB = Buffer.from(encodeSourceIndex(learnSource({ name: 'taught on a thread', text: '' })));

/** More than are learned without threads. */
const MANY = Array.from({ length: 40 }, (_, index) => ({
  name: `${index}.md`,
  text: 'It rained.',
}));

/** The names of the sources of lessons. */
function namesOf(lessons: readonly SourceIndex[] | undefined): readonly string[] {
  return lessons?.map(({ source }) => source) ?? [];
}

describe('the threads that learn', () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'copydesk-'));
  });

  after(() => rmSync(folder, { recursive: true }));

  /** A thread that runs these words of JavaScript for each source in place of the learner. */
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

  it('are not started for a few', async () => {
    const learn = createWorkerPool(join(folder, 'missing.cjs'));
    const lessons = await Promise.all(MANY.slice(0, 5).map(learn));
    assert.deepEqual(lessons.flatMap(namesOf), ['0.md', '1.md', '2.md', '3.md', '4.md']);
    assert.equal(await learn({ name: 'base.json', stored: Buffer.alloc(60_000) }), undefined);
  });

  it('learn from what is long, be it alone', async () => {
    const learn = createWorkerPool(entry('long', 'parentPort.postMessage([stub])'));
    const long = { name: 'book.md', text: 'It rained. '.repeat(20_000) };
    const paragraphs = Array.from({ length: 20_000 }, () => ({
      kind: 'paragraph' as const,
      level: 0,
      text: 'It rained.',
    }));
    const short = { name: 'short.md', text: 'It rained.' };
    const lessons = await Promise.all([
      learn(short),
      learn(long),
      learn({ name: 'book.pdf', paragraphs }),
      learn({ name: 'base.json', stored: Buffer.alloc(200_000) }),
    ]);
    assert.deepEqual(
      lessons.flatMap(namesOf),
      Array.from({ length: 4 }, () => 'taught on a thread'),
    );
  });

  it('learn from what has many short paragraphs, and from what is long together', async () => {
    const learn = createWorkerPool(entry('short', 'parentPort.postMessage([stub])'));
    const paragraph = { kind: 'paragraph' as const, level: 0, text: 'a' };
    const page = { name: 'page.html', paragraphs: Array.from({ length: 5_000 }, () => paragraph) };
    assert.deepEqual(namesOf(await learn(page)), ['taught on a thread']);
    const again = createWorkerPool(entry('lines', 'parentPort.postMessage([stub])'));
    const lines = { name: 'lines.md', text: 'a\n\n'.repeat(5_000) };
    assert.deepEqual(namesOf(await again(lines)), ['taught on a thread']);
    const third = createWorkerPool(entry('together', 'parentPort.postMessage([stub])'));
    const few = MANY.slice(0, 4).map(({ name }) => ({ name, text: 'It rained. '.repeat(1_000) }));
    const lessons = await Promise.all(few.map(third));
    assert.deepEqual(
      lessons.flatMap(namesOf),
      few.map(() => 'taught on a thread'),
    );
  });

  it('give up what takes too long, and the rest is learned all the same', async () => {
    const learn = createWorkerPool(
      entry('endless', "while (source.name === '20.md'); parentPort.postMessage([stub]);"),
      1_500,
    );
    const lessons = await Promise.allSettled(MANY.map(learn));
    const failed = lessons.flatMap((lesson) =>
      lesson.status === 'rejected' ? [lesson.reason as unknown] : [],
    );
    assert.deepEqual(failed, [new PassingError('20.md takes too long to learn from')]);
  });

  it('learn where there are many', async () => {
    const learn = createWorkerPool(entry('many', 'parentPort.postMessage([stub])'));
    const lessons = await Promise.all(MANY.map(learn));
    const taught = lessons.flatMap(namesOf).filter((name) => name === 'taught on a thread');
    assert.ok(taught.length >= 30, String(taught.length));
    assert.deepEqual(namesOf(await learn({ name: 'later.md', text: '' })), ['taught on a thread']);
  });

  it('that die fail one source each, and the rest are learned all the same', async () => {
    const learn = createWorkerPool(
      entry(
        'dying',
        "if (source.name === '20.md') process.exit(); parentPort.postMessage([stub]);",
      ),
    );
    const lessons = await Promise.allSettled(MANY.map(learn));
    const failed = lessons.flatMap((lesson) =>
      lesson.status === 'rejected' ? [String(lesson.reason)] : [],
    );
    assert.deepEqual(failed, ['UnreadableError: 20.md takes too much to learn from']);
  });

  it('that run out of memory are followed by one with more', async () => {
    const learn = createWorkerPool(
      entry(
        'large',
        "if (source.name === '20.md') { const held = []; for (let n = 0; n < 40; n++) held.push(new Array(1e6).fill(n)); } parentPort.postMessage([stub]);",
      ),
    );
    const lessons = await Promise.all(MANY.map(learn));
    assert.equal(lessons.length, MANY.length);
  });
});
