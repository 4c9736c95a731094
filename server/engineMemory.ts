import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Room for objects that are new, in bytes: some keys' worth, so that most of them are garbage before it is full. */
const YOUNG_BYTES = 8 * 2 ** 20;
/** How often it is looked whether there is as much yet, in milliseconds. */
const LOOK_MILLISECONDS = 20;

/**
 * Tells the engine how a language server uses memory; an engine that does not know a word of it goes on without.
 * Left to itself it lets three times as much garbage pile up as is in use: here half as much.
 * Where each of the rare full collections also moves what is left together, no holes pile up. And what is
 * made while a draft is opened lasts, which is no reason to take the same for lasting when a key makes it.
 * Cannot throw.
 */
export function tuneMemory(): void {
  setFlagsFromString('--heap-growing-percent=50');
  setFlagsFromString('--compact-on-every-full-gc');
  setFlagsFromString('--no-allocation-site-pretenuring');
  // How large the room may become is read when a process starts, but by how much it grows each time it does.
  const look = setInterval(() => {
    const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
    if ((young?.space_size ?? Infinity) < YOUNG_BYTES) return;
    setFlagsFromString('--semi-space-growth-factor=1');
    clearInterval(look);
  }, LOOK_MILLISECONDS);
  look.unref();
}
