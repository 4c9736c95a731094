import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Room for objects that are new, both halves of it, in bytes: with more, keys take no less. */
const YOUNG_BYTES = 4 * 2 ** 20;
/** How often it is looked whether there is as much yet, in milliseconds. */
const LOOK_MILLISECONDS = 20;

/** One of so many full collections moves together what is left. */
const COLLECTIONS_TO_COMPACTION = 3;

/**
 * Tells the engine what a language server is; an engine that does not know a word of it goes on without.
 */
export function tuneEngine(): void {
  // Left to itself it lets three times as much garbage pile up as is in use: here a fifth as much, which costs a key
  // nothing that can be measured.
  setFlagsFromString('--heap-growing-percent=20');
  compactAtTimes();
  // What is made while a draft is opened lasts: no reason to take the same for lasting when a key makes it.
  setFlagsFromString('--no-allocation-site-pretenuring');
  // Nearly every expression is asked of each sentence: to interpret it first only means to compile it twice.
  setFlagsFromString('--no-regexp-tier-up');
  // How large the room for what is new may become is read when a process starts, by how much it grows each
  // time it does.
  const look = setInterval(() => {
    const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
    if ((young?.space_size ?? Infinity) < YOUNG_BYTES) return;
    setFlagsFromString('--semi-space-growth-factor=1');
    clearInterval(look);
  }, LOOK_MILLISECONDS);
  look.unref();
}

let collections = 0;

/** Told of after each full collection, as the quick ones let weakly held things be. */
const collected = new FinalizationRegistry<undefined>(compactAtTimes);

/**
 * Has one full collection in some also move together what is left, so that no holes pile up: it takes ten times as
 * long as the others, of which there is one in a hundred keys.
 */
function compactAtTimes(): void {
  const compacts = collections++ % COLLECTIONS_TO_COMPACTION === 0;
  setFlagsFromString(compacts ? '--compact-on-every-full-gc' : '--no-compact-on-every-full-gc');
  collected.register({}, undefined);
}
