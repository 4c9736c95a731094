import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { indexVersion, createIndexCache } from '../../server/sources/indexCache.js';
import { learnSource } from '../../server/reference/learn.js';
import { factsOf } from '../../server/reference/sourceIndex.js';
import type { IndexedSource, IndexCache } from '../../server/sources/ingest.js';

function known(path: string, ...texts: readonly string[]): IndexedSource {
  const lessons = texts.map((text) => learnSource({ name: path, text }));
  return { path, hash: `hash of ${path}`, stamp: '12 34', lessons };
}

const TWO = [known('a.md', 'The lido is open.'), known('ø.json', 'It rained.', 'Ferries run.')];

/** What was kept, each source with its sentences. */
function plain(sources: readonly IndexedSource[]): unknown {
  return sources.map(({ lessons, ...entry }) => ({
    ...entry,
    facts: factsOf(lessons).map(({ text }) => text),
  }));
}

describe('the cache of lessons', () => {
  let folder: string;
  let told: string[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'copydesk-'));
    told = [];
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const cacheOf = (whose = 'beat', version = '1', storage = join(folder, 'kept')): IndexCache =>
    createIndexCache(
      storage,
      whose,
      () => Promise.resolve(version),
      (complaint) => told.push(complaint),
    );

  /** The one file that was kept. */
  const file = (): string => {
    const [name = '', ...others] = readdirSync(join(folder, 'kept'));
    assert.deepEqual(others, []);
    return join(folder, 'kept', name);
  };

  it('gives back what was kept, and nothing before that', async () => {
    assert.deepEqual(await cacheOf().load(), []);
    await cacheOf().save(TWO);
    assert.deepEqual(plain(await cacheOf().load()), plain(TWO));
    assert.deepEqual(told, []);
  });

  it('gives back that one could not be read', async () => {
    const unread = {
      path: 'a.pdf',
      hash: 'x',
      stamp: '1',
      lessons: [],
      complaint: 'a.pdf is no PDF',
    };
    await cacheOf().save([...TWO, unread]);
    assert.deepEqual((await cacheOf().load()).at(-1), unread);
  });

  it('keeps one folder apart from another', async () => {
    await cacheOf().save(TWO);
    assert.deepEqual(await cacheOf('another beat').load(), []);
  });

  it('gives nothing that another version learned', async () => {
    await cacheOf().save(TWO);
    assert.deepEqual(await cacheOf('beat', '2').load(), []);
    assert.deepEqual(told, []);
  });

  it('gives nothing of a damaged file, says so, and is whole again after the next time', async () => {
    await cacheOf().save(TWO);
    const whole = readFileSync(file());
    const flipped = Buffer.from(whole);
    flipped[whole.length - 20] = (flipped[whole.length - 20] ?? 0) ^ 1;
    for (const damaged of [flipped, whole.subarray(0, whole.length / 2), Buffer.alloc(0)]) {
      told = [];
      writeFileSync(file(), damaged);
      assert.deepEqual(await cacheOf().load(), []);
      assert.match(told.join(' '), /is damaged, so they are learned from anew\.$/u);
    }
    await cacheOf().save(TWO);
    assert.equal((await cacheOf().load()).length, 2);
  });

  it('opens no pipe, device or folder in its place, and puts a file there the next time', async () => {
    await cacheOf().save(TWO);
    const path = file();
    const makers: readonly (() => unknown)[] = [
      () => execFileSync('mkfifo', [path]),
      () => symlinkSync('/dev/zero', path),
      () => {
        writeFileSync(path, '');
        truncateSync(path, 600 * 2 ** 20);
      },
    ];
    for (const make of makers) {
      told = [];
      rmSync(path);
      make();
      assert.deepEqual(await cacheOf().load(), []);
      assert.match(told.join(' '), /is damaged, so they are learned from anew\.$/u);
      await cacheOf().save(TWO);
      assert.equal((await cacheOf().load()).length, 2);
    }
  });

  it('has another version where the learning, the grammar or a reader of documents has', async () => {
    const names = [
      'ingestWorker.cjs',
      'grammar.bin',
      'extractors/extractorWorker.mjs',
      'extractors/pdf-1.mjs',
    ];
    mkdirSync(join(folder, 'extractors'));
    for (const name of names) writeFileSync(join(folder, name), 'one');
    const versions = [await indexVersion(folder)];
    assert.equal(await indexVersion(folder), versions[0]);
    for (const name of names) {
      writeFileSync(join(folder, name), 'two');
      versions.push(await indexVersion(folder));
    }
    assert.equal(new Set(versions).size, 5);
  });

  it('stays as it was where writing ends in the middle', async () => {
    await cacheOf().save(TWO);
    const before = readFileSync(file());
    const broken = { ...TWO[0], lessons: [Object.create(null)] } as unknown as IndexedSource;
    await cacheOf().save([broken]);
    assert.deepEqual(readFileSync(file()), before);
    assert.match(told.join(' '), /could not be kept/u);
  });

  it('is whole however many write it at the same time', async () => {
    const writers = Array.from({ length: 8 }, (_, index) => known(`${index}.md`, 'It rained.'));
    await Promise.all(writers.map((source) => cacheOf().save([source])));
    assert.equal((await cacheOf().load()).length, 1);
    assert.deepEqual(told, []);
    file();
  });

  it('clears away what a crash left half written, and leaves what may still be in hand', async () => {
    await cacheOf().save(TWO);
    const [old, fresh] = [`${file()}.old.tmp`, `${file()}.new.tmp`];
    for (const left of [old, fresh]) writeFileSync(left, 'half');
    utimesSync(old, 0, 0);
    await cacheOf().save(TWO);
    const left = readdirSync(join(folder, 'kept')).filter((name) => name.endsWith('.tmp'));
    assert.deepEqual(left, [basename(fresh)]);
  });

  it('tells where it cannot be written', async () => {
    const blocked = join(folder, 'blocked');
    writeFileSync(blocked, '');
    await cacheOf('beat', '1', blocked).save(TWO);
    assert.match(told.join(' '), /could not be kept in .*blocked.* the next start takes as long/u);
  });
});
