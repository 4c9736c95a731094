import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { loadReaderModel } from '../../server/inference/readerModel.js';
import { webAssemblyEngine } from '../../server/inference/webAssemblyEngine.js';
import { TINY_CLAIM, TINY_SENTENCE, differencesFromTraining, tinyReaders } from '../tinyReaders.js';
import { webAssembly } from '../trainedModels.js';

const engine = webAssemblyEngine(webAssembly());
const files = tinyReaders();

describe('readers that take rows of pieces', () => {
  it('give the same output as in training', async () => {
    const { read } = await loadReaderModel(engine, files);
    assert.deepEqual(await differencesFromTraining(read), []);
  });

  it('read a text of a megabyte', async () => {
    const { read } = await loadReaderModel(engine, files);
    const text = 'The ferry left. '.repeat(65_536);
    const claim = { start: 0, end: text.length };
    const judgement = await read({ sentence: text, claim, passages: [text] });
    assert.ok(judgement !== undefined && 'supported' in judgement);
    const reading = await read({ text, place: 'paragraph' });
    assert.ok(reading !== undefined && 'damage' in reading);
    assert.ok(judgement.words.length > 0 && reading.words.length > 0);
  });

  it('have no judgement where there is no judge', async () => {
    const { read } = await loadReaderModel(engine, { sentence: files.sentence });
    assert.equal(await read(TINY_CLAIM), undefined);
    assert.ok((await read(TINY_SENTENCE)) !== undefined);
  });

  it('read the judge with the first claim, and the table once', async () => {
    const read: string[] = [];
    const base = {
      ...files.sentence.base,
      table: () => {
        read.push('table');
        return files.sentence.base.table?.() ?? Promise.reject(new Error('none'));
      },
    };
    const judge = {
      ...files.judge,
      base,
      model: {
        read: () => {
          read.push('judge');
          return files.judge.model.read();
        },
      },
    };
    const model = await loadReaderModel(engine, {
      ...files,
      sentence: { ...files.sentence, base },
      judge,
    });
    await model.read(TINY_SENTENCE);
    assert.deepEqual(read, ['table']);
    await model.read(TINY_CLAIM);
    await model.read(TINY_CLAIM);
    assert.deepEqual(read, ['table', 'judge']);
  });

  it('are not loaded without their table, or with one cut short', async () => {
    const { vocabulary, table } = files.sentence.base;
    const bytes = (await table?.()) ?? new Uint8Array();
    const withBase = (base: { vocabulary: string; table?: () => Promise<Uint8Array> }) =>
      loadReaderModel(engine, { ...files, sentence: { ...files.sentence, base } });
    await assert.rejects(withBase({ vocabulary }), /the table of pieces is missing/u);
    const half = bytes.subarray(0, bytes.length / 2);
    await assert.rejects(
      withBase({ vocabulary, table: () => Promise.resolve(half) }),
      /the table of pieces has \d+ bytes instead of \d+/u,
    );
  });
});
