import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { withPatience } from '../../server/secondOpinion/patience.js';

/** Resolves, once every timer that is due has run, to whether the wait is over. */
function untilTimers(stopping: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(stopping.aborted), 1);
  });
}

describe('patience with a model', () => {
  it('ends in plain words', async () => {
    const waiting = withPatience('The model', 0.001, new AbortController().signal, (stopping) => {
      return new Promise((_, reject) => {
        stopping.addEventListener('abort', () => reject(new Error('aborted')));
      });
    });
    const message = 'The model took more than 0.001 seconds.';
    await assert.rejects(waiting, { name: 'ModelFailure', message });
  });

  it('may be longer than any timer', async () => {
    const { signal } = new AbortController();
    assert.equal(await withPatience('The model', 10_000_000, signal, untilTimers), false);
  });

  it('ends at once when it is cancelled, before or after the start', async () => {
    const stopping = new AbortController();
    const early = withPatience('The model', 60, stopping.signal, untilTimers);
    stopping.abort();
    assert.equal(await early, true);
    assert.equal(await withPatience('The model', 60, stopping.signal, untilTimers), true);
  });
});
