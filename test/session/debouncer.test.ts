import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Debouncer } from '../../server/session/debouncer.js';
import { Timers, settled } from './timers.js';

describe('publisher', () => {
  it('publishes once for a burst of changes', async () => {
    const timers = new Timers();
    const published: string[] = [];
    let computed = 0;
    const publisher = new Debouncer(
      (uri) => Promise.resolve(`${uri} ${++computed}`),
      (_uri, result) => published.push(result),
      timers.timer,
    );
    publisher.schedule('a', 150);
    publisher.schedule('a', 150);
    publisher.schedule('b', 150);
    assert.deepEqual(timers.waiting, [150, 150]);
    await timers.run();
    assert.deepEqual(published, ['a 1', 'b 2']);
  });

  it('never publishes a result that a newer change made obsolete', async () => {
    const timers = new Timers();
    const finish: ((result: string) => void)[] = [];
    const published: string[] = [];
    const publisher = new Debouncer<string>(
      () => new Promise((resolve) => finish.push(resolve)),
      (_uri, result) => published.push(result),
      timers.timer,
    );
    publisher.schedule('a', 150);
    await timers.run();
    publisher.schedule('a', 150);
    await timers.run();
    finish[1]?.('new');
    await settled();
    finish[0]?.('old');
    await settled();
    assert.deepEqual(published, ['new']);
  });

  it('publishes nothing if cancelled or without a result', async () => {
    const timers = new Timers();
    const published: string[] = [];
    const publisher = new Debouncer<string>(
      (uri) => (uri === 'broken' ? Promise.reject(new Error('no')) : Promise.resolve(undefined)),
      (_uri, result) => published.push(result),
      timers.timer,
    );
    for (const uri of ['closed', 'broken', 'nothing']) publisher.schedule(uri, 0);
    publisher.cancel('closed');
    await timers.run();
    assert.deepEqual(published, []);
  });
});
