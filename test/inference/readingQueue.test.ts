import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type {
  JudgeReading,
  JudgeRequest,
  SentenceReading,
  SentenceRequest,
} from '../../server/inference/readings.js';
import { ReadingQueue } from '../../server/inference/readingQueue.js';
import { settled } from '../session/timers.js';
import { FakeReader, NO_READER, SOUND } from './fakeReader.js';

const DAMAGED: SentenceReading = { damage: 0.9, words: [] };

const requests = (...texts: readonly string[]): readonly SentenceRequest[] =>
  texts.map((text) => ({ text, place: 'paragraph' }));

const ignore = (): void => undefined;

describe('the queue of sentences', () => {
  it('reads the requests of a draft, once', async () => {
    const reader = new FakeReader({ b: DAMAGED });
    const queue = new ReadingQueue(reader);
    await queue.read(requests('a', 'b', 'a'));
    assert.deepEqual(reader.asked, [['a', 'b']]);
    assert.deepEqual(
      requests('a', 'b', 'c').map((request) => queue.readings.sentence(request)),
      [SOUND, DAMAGED, undefined],
    );
    await queue.read(requests('b', 'c'));
    assert.deepEqual(reader.asked, [['a', 'b'], ['c']]);
  });

  it('resolves at once if nothing is requested', async () => {
    const reader = new FakeReader();
    await new ReadingQueue(reader).read([]);
    assert.deepEqual(reader.asked, []);
  });

  it('passes a few sentences to the reader at once, the most urgent first', async () => {
    const reader = new FakeReader();
    const queue = new ReadingQueue(reader, undefined, 2);
    await queue.read(requests('a', 'b', 'c', 'd', 'e'));
    assert.deepEqual(reader.asked, [['a', 'b'], ['c', 'd'], ['e']]);
  });

  it('reports the number of sentences that still wait', async () => {
    const queue = new ReadingQueue(new FakeReader(), undefined, 2);
    const remaining: number[] = [];
    queue.want('draft', requests('a', 'b', 'c'), (count) => void remaining.push(count));
    assert.deepEqual(remaining, []);
    await queue.read(requests('a', 'b', 'c'));
    assert.deepEqual(remaining, [1, 0]);
  });

  it('reports also if everything was read before', async () => {
    const queue = new ReadingQueue(new FakeReader());
    await queue.read(requests('a'));
    const remaining: number[] = [];
    queue.want('draft', requests('a'), (count) => void remaining.push(count));
    assert.deepEqual(remaining, []);
    await queue.read(requests('b'));
    assert.deepEqual(remaining, [0]);
  });

  it('reads the draft that asked last first', async () => {
    const reader = new FakeReader();
    const queue = new ReadingQueue(reader, undefined, 2);
    const open = reader.hold();
    queue.want('one', requests('a', 'b', 'c', 'd'), ignore);
    await settled();
    queue.want('other', requests('x', 'y', 'z'), ignore);
    open();
    await queue.read(requests('d'));
    await settled();
    assert.deepEqual(reader.asked, [['a', 'b'], ['d', 'x'], ['y', 'z'], ['c']]);
  });

  it('does not read sentences that nobody wants any more', async () => {
    const reader = new FakeReader();
    const queue = new ReadingQueue(reader, undefined, 1);
    const open = reader.hold();
    queue.want('edited', requests('a', 'b', 'c'), ignore);
    queue.want('closed', requests('c', 'd'), ignore);
    await settled();
    queue.want('edited', requests('a', 'b2'), ignore);
    queue.drop('closed');
    open();
    await settled();
    assert.deepEqual(reader.asked, [['c'], ['a'], ['b2']]);
  });

  it('looks up stored readings before it asks the reader', async () => {
    const reader = new FakeReader();
    let isLoaded = false;
    const queue = new ReadingQueue(reader, {
      load: () => {
        isLoaded = true;
        return Promise.resolve();
      },
      find: (key) => (isLoaded && key === 'small paragraph stored' ? DAMAGED : undefined),
      add: ignore,
      flush: () => Promise.resolve(),
    });
    await queue.read(requests('stored', 'new'));
    assert.deepEqual(reader.asked, [['new']]);
    assert.equal(queue.readings.sentence({ text: 'stored', place: 'paragraph' }), DAMAGED);
  });

  it('requests judgements if there is a judge, and does not wait for one if there is none', async () => {
    const sentence = 'The ferry left.';
    const claim = { start: 0, end: sentence.length };
    const request: JudgeRequest = { sentence, claim, passages: ['It sank.'] };
    const judgement: JudgeReading = { supported: 0, contradicted: 0.9, neither: 0.1, words: [] };
    const judge = new FakeReader({}, { [sentence]: judgement });
    const queue = new ReadingQueue(judge);
    await queue.read([request]);
    assert.equal(queue.readings.hasJudge, true);
    assert.equal(queue.readings.judge(request), judgement);

    const reader = new FakeReader();
    const without = new ReadingQueue(reader);
    await without.read([request, ...requests('a')]);
    assert.equal(without.readings.hasJudge, false);
    assert.equal(without.readings.judge(request), undefined);
    assert.deepEqual(reader.asked, [['a']]);
  });

  it('asks once for a claim that turns out not to be judged', async () => {
    const reader = new FakeReader({}, {});
    const claim = { start: 0, end: 3 };
    const queue = new ReadingQueue(reader);
    await queue.read([{ sentence: 'It rained.', claim, passages: [] }]);
    assert.deepEqual(reader.asked, [['It ']]);
  });

  it('does not wait for a reader that is off or turns itself off', async () => {
    const off = new ReadingQueue(NO_READER);
    await off.read(requests('a'));
    assert.equal(off.readings.isOn, false);

    const reader = new FakeReader();
    const queue = new ReadingQueue(reader, undefined, 1);
    const open = reader.hold();
    const remaining: number[] = [];
    queue.want('draft', requests('a', 'b', 'c'), (count) => void remaining.push(count));
    await settled();
    reader.isOn = false;
    open();
    await queue.read(requests('d'));
    assert.equal(remaining.at(-1), 0);
    assert.equal(reader.asked.length, 1);
    assert.equal(queue.readings.isOn, false);
    assert.equal(queue.readings.sentence({ text: 'a', place: 'paragraph' }), undefined);
  });
});
