import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { largestWeights } from '../../server/bin/modelFiles.js';
import { SMALL_WEIGHTS } from '../../server/bin/smallWeights.js';
import { LARGE_READER_FILES } from '../../server/inference/readerFiles.js';

const { model, decisions, judgeModel, judgeDecisions } = LARGE_READER_FILES;
const OF_SENTENCES = { paragraph: { 'missing-verb': 0.9 } };
const OF_JUDGE = {
  supported: 0.7,
  differing: 0.5,
  value: 0.7,
  contradicted: 0.9,
  neither: 0.6,
};

describe('the largest weights in a folder', () => {
  let folder: string;
  const warnings: string[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'copydesk-'));
    warnings.length = 0;
  });

  afterEach(() => rm(folder, { recursive: true }));

  async function weightsWith(files: Readonly<Record<string, unknown>>) {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), JSON.stringify(content));
    }
    return largestWeights(folder, (message) => warnings.push(message));
  }

  it('are the small ones without large readers', async () => {
    assert.equal(await weightsWith({}), SMALL_WEIGHTS);
  });

  it('are those of both large readers', async () => {
    const files = {
      [model]: '',
      [decisions]: OF_SENTENCES,
      [judgeModel]: '',
      [judgeDecisions]: OF_JUDGE,
    };
    assert.deepEqual(await weightsWith(files), {
      name: 'large',
      hasLargeSentence: true,
      hasJudge: true,
      decisions: OF_SENTENCES,
      judgeDecisions: OF_JUDGE,
    });
  });

  it('are those of one large reader together with the small one', async () => {
    const { hasLargeSentence, hasJudge, decisions } = await weightsWith({
      [judgeModel]: '',
      [judgeDecisions]: OF_JUDGE,
    });
    assert.deepEqual([hasLargeSentence, hasJudge], [false, true]);
    assert.equal(decisions, SMALL_WEIGHTS.decisions);
    assert.deepEqual(warnings, []);
  });

  it('are the small ones, with a warning, if those of a large reader are damaged', async () => {
    const files = { [judgeModel]: '', [judgeDecisions]: { supported: 'high' } };
    assert.equal(await weightsWith(files), SMALL_WEIGHTS);
    assert.match(warnings.join(), /“supported” must be a number/u);
  });
});
