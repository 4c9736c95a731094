import type { Archive, ArchivedPassages } from '../archive/archive.js';
import { archiveEvidence } from '../archive/evidence.js';
import {
  type ArchiveEvidence,
  type ArchiveQuery,
  NO_ARCHIVE_EVIDENCE,
} from '../reference/archiveEvidence.js';

/** How many searches wait for the server at once: no more than there are connections to it. */
const SEARCHES_AT_ONCE = 4;

/** What an archive has on one draft: each query is sent once. */
export class ArchiveSearch {
  readonly #archive: Pick<Archive, 'search'>;
  readonly #found = new Map<string, readonly ArchivedPassages[]>();
  #evidence = NO_ARCHIVE_EVIDENCE;

  constructor(archive: Pick<Archive, 'search'>) {
    this.#archive = archive;
  }

  /** What was found so far; the same value until something is added. */
  get evidence(): ArchiveEvidence {
    return this.#evidence;
  }

  /** Sends queries. Rejects with an `UnreadableError` if the archive fails; what it answered is kept. */
  async ask(queries: readonly ArchiveQuery[]): Promise<void> {
    const remaining = queries.values();
    const run = async (): Promise<void> => {
      for (const { key, words } of remaining)
        this.#found.set(key, await this.#archive.search(words));
    };
    try {
      await Promise.all(Array.from({ length: SEARCHES_AT_ONCE }, run));
    } finally {
      const passages = [...this.#found.values()].flat();
      this.#evidence = archiveEvidence(passages, new Set(this.#found.keys()));
    }
  }
}

/** A draft asks for other claims when pronouns are understood otherwise; more rounds have no end. */
const MOST_ROUNDS = 3;

/**
 * Runs a check again and again, until the archive was asked for all that it asks for. Rejects with what the check or the
 * archive rejects with.
 */
export async function withArchiveAnswers<Result>(
  search: ArchiveSearch,
  check: (evidence: ArchiveEvidence) => Promise<Result>,
  unaskedIn: (result: Result) => readonly ArchiveQuery[],
): Promise<Result> {
  for (let round = 1; ; round++) {
    const result = await check(search.evidence);
    const unasked = unaskedIn(result);
    if (unasked.length === 0 || round === MOST_ROUNDS) return result;
    await search.ask(unasked);
  }
}
