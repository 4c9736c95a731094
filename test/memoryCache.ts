import type { IndexedSource, IndexCache } from '../server/sources/ingest.js';

/** What a test keeps from one start to the next. */
export class MemoryCache implements IndexCache {
  kept: readonly IndexedSource[] = [];
  saves = 0;

  load(): Promise<readonly IndexedSource[]> {
    return Promise.resolve(this.kept);
  }

  save(known: readonly IndexedSource[]): Promise<void> {
    this.kept = known;
    this.saves++;
    return Promise.resolve();
  }
}
