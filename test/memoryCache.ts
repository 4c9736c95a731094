import type { IndexedSource, IndexCache } from '../server/sources/ingest.js';

/** An index cache in memory. */
export class MemoryIndexCache implements IndexCache {
  saved: readonly IndexedSource[] = [];
  saveCount = 0;

  load(): Promise<readonly IndexedSource[]> {
    return Promise.resolve(this.saved);
  }

  save(sources: readonly IndexedSource[]): Promise<void> {
    this.saved = sources;
    this.saveCount++;
    return Promise.resolve();
  }
}
