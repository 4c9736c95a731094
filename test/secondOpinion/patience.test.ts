import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { withPatience } from '../../server/secondOpinion/patience.js';

/** Resolves, once every timer that is due has run, to whether the wait is over. */
function untilTimers(stopping: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(stopping.aborted), 1);
  });
}

function stopsWhenTold(stopping: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = (): void => reject(new Error('stopped'));
    stopping.addEventListener('abort', stop);
    if (stopping.aborted) stop();
  });
}

function neverStops(): Promise<never> {
  return new Promise(() => undefined);
}

describe('patience with a model', () => {
  for (const [name, run] of [
    ['that stops when it is told to', stopsWhenTold],
    ['that never stops', neverStops],
  ] as const) {
    it(`${name} ends in plain words`, async () => {
      const waiting = withPatience('The model', 0.001, new AbortController().signal, run);
      const message = 'The model took more than 0.001 seconds.';
      await assert.rejects(waiting, { name: 'ModelFailure', message });
    });

    it(`${name} ends at once when it is cancelled, before or after the start`, async () => {
      const stopping = new AbortController();
      const early = withPatience('The model', 60, stopping.signal, run);
      stopping.abort();
      await assert.rejects(early, { name: 'ModelFailure' });
      const late = withPatience('The model', 60, stopping.signal, run);
      await assert.rejects(late, { name: 'ModelFailure' });
    });
  }

  it('may be longer than any timer', async () => {
    const { signal } = new AbortController();
    assert.equal(await withPatience('The model', 10_000_000, signal, untilTimers), false);
  });
});
