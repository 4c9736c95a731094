import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { SentenceRequest } from '../../server/inference/readings.js';
import { ReadingQueue } from '../../server/inference/readingQueue.js';
import { withAllReadings } from '../../server/session/readingRounds.js';
import { FakeReader, NO_READER } from '../inference/fakeReader.js';

const request = (text: string): SentenceRequest => ({ text, place: 'paragraph' });

describe('rounds of reading', () => {
  it('end when nothing more is asked', async () => {
    const reader = new FakeReader();
    const damage = await withAllReadings(new ReadingQueue(reader), (readings, ask) => {
      const draft = readings.sentence(request('draft'));
      if (draft === undefined) ask([request('draft')]);
      const repaired = draft && readings.sentence(request('repaired'));
      if (draft !== undefined && repaired === undefined) ask([request('repaired')]);
      return repaired?.damage;
    });
    assert.equal(damage, 0);
    assert.deepEqual(reader.asked, [['draft'], ['repaired']]);
  });

  it('have an end even if each asks for another sentence', async () => {
    const reader = new FakeReader();
    let rounds = 0;
    await withAllReadings(new ReadingQueue(reader), (_, ask) => {
      ask([request(`round ${++rounds}`)]);
    });
    assert.ok(rounds > 4 && rounds < 100, String(rounds));
  });

  it('are one if the reader is off', async () => {
    for (const queue of [undefined, new ReadingQueue(NO_READER)]) {
      let rounds = 0;
      const isOn = await withAllReadings(queue, (readings) => {
        rounds++;
        return readings.isOn;
      });
      assert.deepEqual([isOn, rounds], [false, 1]);
    }
  });
});
