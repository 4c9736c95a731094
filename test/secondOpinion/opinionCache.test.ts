import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { Examined } from '../../server/secondOpinion/examination.js';
import { createOpinionCache } from '../../server/secondOpinion/opinionCache.js';
import type { OpinionStore } from '../../server/secondOpinion/opinionTable.js';

const EXAMINED: Examined = {
  verdict: 'contradicted',
  passage: 1,
  quote: { start: 3, end: 20 },
  words: [{ start: 0, end: 4 }],
};
const KEY = 'mistral: the pool in Sundvik stays shut';

describe('the stored second opinions', () => {
  let folder: string;
  let warnings: string[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'copydesk-'));
    warnings = [];
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  async function cache(version = '1.0.0'): Promise<OpinionStore> {
    const opened = createOpinionCache(join(folder, 'kept'), version, (text) => warnings.push(text));
    await opened.load();
    return opened;
  }

  it('are there again, without a word of what they are about', async () => {
    const first = await cache();
    first.add(KEY, EXAMINED);
    await first.flush();
    const second = await cache();
    assert.deepEqual(second.find(KEY), EXAMINED);
    assert.equal(second.find('another question'), undefined);
    assert.doesNotMatch(
      readFileSync(join(folder, 'kept', 'second.opinions'), 'utf8'),
      /mistral|pool/u,
    );
    assert.deepEqual(warnings, []);
  });

  it('are not used by another version', async () => {
    const first = await cache();
    first.add(KEY, EXAMINED);
    await first.flush();
    assert.equal((await cache('1.0.1')).find(KEY), undefined);
    assert.deepEqual(warnings, []);
  });

  it('are none if the file is damaged, which is said', async () => {
    const first = await cache();
    first.add(KEY, EXAMINED);
    await first.flush();
    writeFileSync(join(folder, 'kept', 'second.opinions'), '{"version": 3');
    assert.equal((await cache()).find(KEY), undefined);
    assert.match(warnings.join(), /are damaged, so the model is asked again\.$/u);
  });
});
