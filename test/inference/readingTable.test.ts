import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ReadingTable, readingKey } from '../../server/inference/readingTable.js';
import type { JudgeReading, JudgeRequest } from '../../server/inference/readings.js';
import { SOUND } from './fakeReader.js';

const SMALL = (): string => 'small';
const DAMAGED = { damage: 0.9, words: [] };

describe('the table of readings', () => {
  it('distinguishes sentences in different places', () => {
    const table = new ReadingTable(SMALL);
    table.set(readingKey({ text: 'Ferry late', place: 'heading' }), SOUND);
    table.set(readingKey({ text: 'Ferry late', place: 'paragraph' }), DAMAGED);
    assert.equal(table.get(readingKey({ text: 'Ferry late', place: 'heading' })), SOUND);
    assert.equal(table.get(readingKey({ text: 'Ferry late', place: 'paragraph' })), DAMAGED);
    assert.equal(table.get(readingKey({ text: 'Ferry late', place: 'cell' })), undefined);
  });

  it('returns no reading of other weights, and finds it again for the same weights', () => {
    let weights = 'large';
    const table = new ReadingTable(() => weights);
    table.set('read', DAMAGED);
    weights = 'small';
    assert.equal(table.get('read'), undefined);
    table.set('read', SOUND);
    weights = 'large';
    assert.equal(table.get('read'), DAMAGED);
  });

  it('forgets the least recently used readings', () => {
    const table = new ReadingTable(SMALL, undefined, 1000);
    table.set('asked', DAMAGED);
    table.set('not asked', DAMAGED);
    for (let number = 0; number < 100; number++) {
      table.set(`other ${number}`, SOUND);
      assert.equal(table.get('asked'), DAMAGED);
    }
    assert.equal(table.get('not asked'), undefined);
    assert.equal(table.get('other 0'), undefined);
    assert.equal(table.get('other 99'), SOUND);
  });

  it('has judgements beside sentences, each by its claim and everything beside it', () => {
    const reading: JudgeReading = { supported: 0.9, contradicted: 0, neither: 0.1, words: [] };
    const request: JudgeRequest = {
      ...{ sentence: 'It rained, and the ferry left.', claim: { start: 15, end: 29 } },
      ...{ passages: ['The ferry left.', 'It rained.'] },
    };
    const table = new ReadingTable(SMALL);
    const sentence = { text: request.sentence, place: 'paragraph' } as const;
    table.set(readingKey(request), reading);
    table.set(readingKey(sentence), SOUND);
    assert.equal(table.judge({ ...request }), reading);
    assert.equal(table.sentence({ ...sentence }), SOUND);
    const others: readonly Partial<JudgeRequest>[] = [
      { sentence: 'It rained, and the ferry sank.' },
      { claim: { start: 0, end: 9 } },
      { passages: ['The ferry left.'] },
      { passages: ['It rained.', 'The ferry left.'] },
    ];
    for (const other of others) assert.equal(table.judge({ ...request, ...other }), undefined);
  });

  it('counts the words of a reading', () => {
    const word = { start: 0, end: 1, damage: 1, kinds: [], edits: [] };
    const table = new ReadingTable(SMALL, undefined, 1000);
    const large = { damage: 1, words: [word, word, word, word] };
    for (const key of ['a', 'b', 'c']) table.set(key, large);
    assert.equal(table.get('a'), undefined);
    assert.equal(table.get('c'), large);
  });

  it('adds to the store and finds its readings', () => {
    const added: string[] = [];
    const table = new ReadingTable(SMALL, {
      load: () => Promise.resolve(),
      find: (key) => (key === 'small stored' ? DAMAGED : undefined),
      add: (key) => added.push(key),
      flush: () => Promise.resolve(),
    });
    assert.equal(table.get('stored'), DAMAGED);
    assert.equal(table.get('other'), undefined);
    table.set('new', SOUND);
    assert.deepEqual(added, ['small new']);
  });
});
