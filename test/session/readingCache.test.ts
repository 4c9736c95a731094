import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { Reading, SentenceReading } from '../../server/inference/readings.js';
import type { ReadingStore } from '../../server/inference/readingTable.js';
import { createReadingCache } from '../../server/session/readingCache.js';

const DAMAGED: SentenceReading = { damage: 0.9, words: [] };

describe('the cache of readings', () => {
  let folder: string;
  let warnings: string[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'copydesk-'));
    warnings = [];
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const cacheOf = (version = '1', storage = join(folder, 'new', 'cache')): ReadingStore =>
    createReadingCache(
      storage,
      () => Promise.resolve(version),
      (warning) => warnings.push(warning),
    );

  /** Stores one reading. */
  async function store(key: string): Promise<void> {
    const cache = cacheOf();
    await cache.load();
    cache.add(key, DAMAGED);
    await cache.flush();
  }

  async function found(key: string, version = '1'): Promise<Reading | undefined> {
    const cache = cacheOf(version);
    await cache.load();
    return cache.find(key);
  }

  const file = (): string => {
    const [name = '', ...others] = readdirSync(join(folder, 'new', 'cache'));
    assert.deepEqual(others, []);
    return join(folder, 'new', 'cache', name);
  };

  it('keeps readings for the next start, with those from before', async () => {
    await store('one');
    await store('other');
    assert.deepEqual(await found('one'), DAMAGED);
    assert.deepEqual(await found('other'), DAMAGED);
    assert.equal(await found('third'), undefined);
    assert.deepEqual(warnings, []);
  });

  it('distinguishes lone surrogates', async () => {
    await store('\ud83c');
    assert.equal(await found('\ud83d'), undefined);
    assert.deepEqual(await found('\ud83c'), DAMAGED);
  });

  it('contains no text of a draft', async () => {
    await store('Maren Oduya resigned on Monday.');
    assert.doesNotMatch(readFileSync(file(), 'utf8'), /Oduya|resigned|Monday/u);
  });

  it('ignores readings of another version', async () => {
    await store('one');
    assert.equal(await found('one', '2'), undefined);
    assert.deepEqual(warnings, []);
  });

  it('ignores a damaged file with a message, and writes a new one', async () => {
    await store('one');
    writeFileSync(file(), 'nonsense');
    assert.equal(await found('one'), undefined);
    assert.match(warnings.join(), /damaged/u);
    await store('two');
    assert.deepEqual(await found('two'), DAMAGED);
  });

  it('writes nothing if nothing was read', async () => {
    const cache = cacheOf();
    await cache.load();
    await cache.flush();
    assert.deepEqual(readdirSync(folder), []);
  });

  it('reports a file that cannot be written', async () => {
    writeFileSync(join(folder, 'file'), '');
    const cache = cacheOf('1', join(folder, 'file'));
    cache.add('one', DAMAGED);
    await cache.flush();
    assert.equal(warnings.length, 1);
  });

  it('forgets the least recently used readings, so that the file does not grow for ever', () => {
    const cache = cacheOf();
    cache.add('first', DAMAGED);
    cache.add('used', DAMAGED);
    for (let number = 0; number < 19_999; number++) {
      cache.add(`other ${number}`, DAMAGED);
      cache.find('used');
    }
    assert.equal(cache.find('first'), undefined);
    assert.deepEqual(cache.find('used'), DAMAGED);
    assert.deepEqual(cache.find('other 19998'), DAMAGED);
  });
});
