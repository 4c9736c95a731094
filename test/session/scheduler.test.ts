import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CooperativeTask } from '../../server/prose/cooperativeTask.js';
import { Scheduler } from '../../server/session/scheduler.js';
import { Timers, settled } from './timers.js';

/** A task that logs one letter per step. */
function* spell(word: string, log: string[]): CooperativeTask<number> {
  for (const letter of word) {
    log.push(letter);
    yield;
  }
  return word.length;
}

describe('scheduler', () => {
  it('needs one turn if there is enough time', async () => {
    const timers = new Timers();
    const log: string[] = [];
    assert.equal(await new Scheduler(timers.clock).run(spell('dateline', log)), 8);
    assert.equal(log.join(''), 'dateline');
    assert.deepEqual(timers.waiting, []);
  });

  it('lets several tasks take turns', async () => {
    const timers = new Timers();
    timers.pace = 1000;
    const scheduler = new Scheduler(timers.clock);
    const log: string[] = [];
    const done = Promise.all([scheduler.run(spell('abc', log)), scheduler.run(spell('uvwx', log))]);
    await settled();
    for (let turn = 0; turn < 8; turn++) {
      await timers.run();
      assert.ok(timers.waiting.length <= 1);
    }
    assert.deepEqual(await done, [3, 4]);
    assert.equal(log.join(''), 'aubvcwx');
  });

  it('stops a task that is no longer wanted', async () => {
    const timers = new Timers();
    timers.pace = 1000;
    const log: string[] = [];
    let isWanted = true;
    const done = new Scheduler(timers.clock).run(spell('headline', log), () => isWanted);
    await settled();
    await timers.run();
    isWanted = false;
    await timers.run();
    assert.equal(await done, undefined);
    assert.equal(log.join(''), 'he');
    assert.deepEqual(timers.waiting, []);
  });

  it('rejects with the error of a task', async () => {
    const timers = new Timers();
    timers.pace = 1000;
    const failing = function* (): CooperativeTask<void> {
      yield;
      throw new Error('no more ink');
    };
    const done = assert.rejects(new Scheduler(timers.clock).run(failing()), /no more ink/u);
    await settled();
    await timers.run();
    await done;
  });
});
