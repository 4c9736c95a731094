import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { settled } from './session/timers.js';

/** How many of the things are still held after all that nothing holds was cleared away. */
export async function heldOf(things: readonly WeakRef<object>[]): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // A weak reference lets go of its target only when the work is over that made it.
  await settled();
  collect();
  return things.filter((thing) => thing.deref() !== undefined).length;
}
