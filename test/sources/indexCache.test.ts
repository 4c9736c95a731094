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
import { indexerVersion, createIndexCache } from '../../server/sources/indexCache.js';
import { indexSource } from '../../server/reference/indexSource.js';
import { factsOf } from '../../server/reference/indexedFacts.js';
import type { IndexedSource, IndexCache } from '../../server/sources/ingest.js';

function source(path: string, ...texts: readonly string[]): IndexedSource {
  const indexes = texts.map((text) => indexSource({ name: path, text }));
  return { path, hash: `hash of ${path}`, stamp: '12 34', indexes: indexes };
}

const TWO = [source('a.md', 'The lido is open.'), source('ø.json', 'It rained.', 'Ferries run.')];

/** The sources with their sentences. */
function plain(sources: readonly IndexedSource[]): unknown {
  return sources.map(({ indexes: indexes, ...entry }) => ({
    ...entry,
    facts: factsOf(indexes).map(({ text }) => text),
  }));
}

describe('the index cache', () => {
  let folder: string;
  let warnings: string[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'copydesk-'));
    warnings = [];
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const cacheOf = (key = 'beat', version = '1', storage = join(folder, 'cache')): IndexCache =>
    createIndexCache(
      storage,
      key,
      () => Promise.resolve(version),
      (warning) => warnings.push(warning),
    );

  /** The only file of the cache. */
  const file = (): string => {
    const [name = '', ...others] = readdirSync(join(folder, 'cache'));
    assert.deepEqual(others, []);
    return join(folder, 'cache', name);
  };

  it('returns what was saved, and nothing before', async () => {
    assert.deepEqual(await cacheOf().load(), []);
    await cacheOf().save(TWO);
    assert.deepEqual(plain(await cacheOf().load()), plain(TWO));
    assert.deepEqual(warnings, []);
  });

  it('returns a source that could not be read', async () => {
    const unread = {
      path: 'a.pdf',
      hash: 'x',
      stamp: '1',
      indexes: [],
      failure: 'a.pdf is not a PDF',
    };
    await cacheOf().save([...TWO, unread]);
    assert.deepEqual((await cacheOf().load()).at(-1), unread);
  });

  it('separates folders', async () => {
    await cacheOf().save(TWO);
    assert.deepEqual(await cacheOf('another beat').load(), []);
  });

  it('returns nothing of another version', async () => {
    await cacheOf().save(TWO);
    assert.deepEqual(await cacheOf('beat', '2').load(), []);
    assert.deepEqual(warnings, []);
  });

  it('ignores and reports a damaged file, and replaces it at the next save', async () => {
    await cacheOf().save(TWO);
    const whole = readFileSync(file());
    const flipped = Buffer.from(whole);
    flipped[whole.length - 20] = (flipped[whole.length - 20] ?? 0) ^ 1;
    for (const damaged of [flipped, whole.subarray(0, whole.length / 2), Buffer.alloc(0)]) {
      warnings = [];
      writeFileSync(file(), damaged);
      assert.deepEqual(await cacheOf().load(), []);
      assert.match(warnings.join(' '), /is damaged, so your sources are being indexed again\.$/u);
    }
    await cacheOf().save(TWO);
    assert.equal((await cacheOf().load()).length, 2);
  });

  it('does not open a pipe or a device, and replaces it at the next save', async () => {
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
      warnings = [];
      rmSync(path);
      make();
      assert.deepEqual(await cacheOf().load(), []);
      assert.match(warnings.join(' '), /is damaged, so your sources are being indexed again\.$/u);
      await cacheOf().save(TWO);
      assert.equal((await cacheOf().load()).length, 2);
    }
  });

  it('has another version if the indexer, the grammar or an extractor changes', async () => {
    const names = [
      'ingestWorker.cjs',
      'grammar.bin',
      'extractors/extractorWorker.mjs',
      'extractors/pdf-1.mjs',
    ];
    mkdirSync(join(folder, 'extractors'));
    for (const name of names) writeFileSync(join(folder, name), 'one');
    const versions = [await indexerVersion(folder)];
    assert.equal(await indexerVersion(folder), versions[0]);
    for (const name of names) {
      writeFileSync(join(folder, name), 'two');
      versions.push(await indexerVersion(folder));
    }
    assert.equal(new Set(versions).size, 5);
  });

  it('is unchanged if saving fails', async () => {
    await cacheOf().save(TWO);
    const before = readFileSync(file());
    const broken = { ...TWO[0], indexes: [Object.create(null)] } as unknown as IndexedSource;
    await cacheOf().save([broken]);
    assert.deepEqual(readFileSync(file()), before);
    assert.match(warnings.join(' '), /could not be saved/u);
  });

  it('stays valid with concurrent writers', async () => {
    const writers = Array.from({ length: 8 }, (_, index) => source(`${index}.md`, 'It rained.'));
    await Promise.all(writers.map((each) => cacheOf().save([each])));
    assert.equal((await cacheOf().load()).length, 1);
    assert.deepEqual(warnings, []);
    file();
  });

  it('removes old temporary files after a crash, but not recent ones', async () => {
    await cacheOf().save(TWO);
    const [old, fresh] = [`${file()}.old.tmp`, `${file()}.new.tmp`];
    for (const left of [old, fresh]) writeFileSync(left, 'half');
    utimesSync(old, 0, 0);
    await cacheOf().save(TWO);
    const left = readdirSync(join(folder, 'cache')).filter((name) => name.endsWith('.tmp'));
    assert.deepEqual(left, [basename(fresh)]);
  });

  it('reports that it cannot be written', async () => {
    const blocked = join(folder, 'blocked');
    writeFileSync(blocked, '');
    await cacheOf('beat', '1', blocked).save(TWO);
    assert.match(
      warnings.join(' '),
      /could not be saved in .*blocked.* the next run will take as long/u,
    );
  });
});
