import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { settled } from './session/timers.js';

/** The number of objects that survive a garbage collection. */
export async function countRetained(references: readonly WeakRef<object>[]): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // A weak reference keeps its target until the current job is over.
  await settled();
  collect();
  return references.filter((reference) => reference.deref() !== undefined).length;
}
