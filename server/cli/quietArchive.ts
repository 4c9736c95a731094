import type { Archive, ArchivedPassages } from '../archive/archive.js';
import type { Searched } from '../session/archiveSearch.js';
import { UnreadableError } from '../workspace/workspace.js';
import type { Host } from './host.js';

/** An archive that is not asked again after it has failed. */
class QuietArchive implements Searched {
  readonly #archive: Archive;
  readonly #warn: (reason: string) => void;
  hasFailed = false;

  constructor(archive: Archive, warn: (reason: string) => void) {
    this.#archive = archive;
    this.#warn = warn;
  }

  async search(words: readonly string[]): Promise<readonly ArchivedPassages[]> {
    if (this.hasFailed) return [];
    try {
      return await this.#archive.search(words);
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      // Other searches may be under way.
      if (!this.#fail()) this.#warn(error.message);
      return [];
    }
  }

  close(): Promise<void> {
    return this.#archive.close();
  }

  /** True if it has failed before. */
  #fail(): boolean {
    const before = this.hasFailed;
    this.hasFailed = true;
    return before;
  }
}

/** The archive to ask; none, and a warning, if the address is wrong. */
export async function openArchive(host: Host, address: string): Promise<QuietArchive | undefined> {
  const warn = (reason: string): void =>
    host.warn(`copydesk: ${reason}; the drafts were checked without the archive`);
  try {
    return new QuietArchive(await host.openArchive(address), warn);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    warn(error.message);
    return undefined;
  }
}
