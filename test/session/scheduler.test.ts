import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CooperativeTask } from '../../server/prose/cooperativeTask.js';
import { Scheduler } from '../../server/session/scheduler.js';
import { Timers, settled } from './timers.js';

/** Notes that it was there, a letter a slice. */
function* spell(word: string, notes: string[]): CooperativeTask<number> {
  for (const letter of word) {
    notes.push(letter);
    yield;
  }
  return word.length;
}

describe('turns', () => {
  it('are one where there is time enough', async () => {
    const timers = new Timers();
    const notes: string[] = [];
    assert.equal(await new Scheduler(timers.clock).take(spell('dateline', notes)), 8);
    assert.equal(notes.join(''), 'dateline');
    assert.deepEqual(timers.waiting, []);
  });

  it('are taken one after the other, by all who have work', async () => {
    const timers = new Timers();
    timers.pace = 1000;
    const turns = new Scheduler(timers.clock);
    const notes: string[] = [];
    const done = Promise.all([turns.take(spell('abc', notes)), turns.take(spell('uvwx', notes))]);
    await settled();
    for (let turn = 0; turn < 8; turn++) {
      await timers.run();
      assert.ok(timers.waiting.length <= 1);
    }
    assert.deepEqual(await done, [3, 4]);
    assert.equal(notes.join(''), 'aubvcwx');
  });

  it('end where the work is not wanted any more', async () => {
    const timers = new Timers();
    timers.pace = 1000;
    const notes: string[] = [];
    let isWanted = true;
    const done = new Scheduler(timers.clock).take(spell('headline', notes), () => isWanted);
    await settled();
    await timers.run();
    isWanted = false;
    await timers.run();
    assert.equal(await done, undefined);
    assert.equal(notes.join(''), 'he');
    assert.deepEqual(timers.waiting, []);
  });

  it('tell what went wrong', async () => {
    const timers = new Timers();
    timers.pace = 1000;
    const failing = function* (): CooperativeTask<void> {
      yield;
      throw new Error('no more ink');
    };
    const done = assert.rejects(new Scheduler(timers.clock).take(failing()), /no more ink/u);
    await settled();
    await timers.run();
    await done;
  });
});
