import type { KnownSource, LessonCache } from '../server/sources/ingest.js';

/** What a test keeps from one start to the next. */
export class MemoryCache implements LessonCache {
  kept: readonly KnownSource[] = [];
  saves = 0;

  load(): Promise<readonly KnownSource[]> {
    return Promise.resolve(this.kept);
  }

  save(known: readonly KnownSource[]): Promise<void> {
    this.kept = known;
    this.saves++;
    return Promise.resolve();
  }
}
