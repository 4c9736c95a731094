import type { Archive, ArchivedPassages } from '../archive/archive.js';
import { archiveEvidence } from '../archive/evidence.js';
import {
  type ArchiveEvidence,
  type ArchiveQuery,
  NO_ARCHIVE_EVIDENCE,
} from '../reference/archiveEvidence.js';

/** Upper bound on searches that wait for the server at once, equal to the number of connections. */
const SEARCHES_AT_ONCE = 4;

/**
 * Upper bound on the answers that are kept, the most recently used ones: those for some forty
 * drafts, a few megabytes.
 */
const MOST_ANSWERS = 4_000;

/** A searchable archive. */
export type Searched = Pick<Archive, 'search'>;

/** Asks an archive, and keeps its answers by the words of the query: each query is sent once. */
export class ArchiveSearch {
  readonly #archive: Searched;
  /** By key, the most recently used at the end. */
  readonly #answers = new Map<string, readonly ArchivedPassages[]>();
  /** The keys of the queries that failed last. */
  readonly #failed = new Set<string>();

  constructor(archive: Searched) {
    this.#archive = archive;
  }

  /**
   * The known answers to some queries. If they have the same passages as `before`, its reference is
   * used, so that nothing is judged again.
   */
  evidence(queries: readonly ArchiveQuery[], before = NO_ARCHIVE_EVIDENCE): ArchiveEvidence {
    const answers = queries.flatMap(({ key }) => {
      const passages = this.#answers.get(key);
      if (passages === undefined) return [];
      this.#keep(key, passages);
      return [{ key, passages }];
    });
    return archiveEvidence(
      answers.flatMap(({ passages }) => passages),
      new Set(answers.map(({ key }) => key)),
      before,
    );
  }

  /** True if all of these were answered. */
  hasAnswered(queries: readonly ArchiveQuery[]): boolean {
    return queries.every(({ key }) => this.#answers.has(key));
  }

  /**
   * Sends the unanswered queries as long as their answers are wanted; those that failed before come
   * last. Rejects with an `UnreadableError` if the archive fails; its answers so far are kept, and
   * nothing more is sent.
   */
  async ask(queries: readonly ArchiveQuery[], isWanted: () => boolean = always): Promise<void> {
    const unanswered = queries.filter(({ key }) => !this.#answers.has(key));
    const hasFailed = ({ key }: ArchiveQuery): boolean => this.#failed.has(key);
    const remaining = [
      ...unanswered.filter((query) => !hasFailed(query)),
      ...unanswered.filter(hasFailed),
    ].values();
    const failures: unknown[] = [];
    const run = async (): Promise<void> => {
      for (const query of remaining) {
        if (failures.length > 0 || !isWanted()) return;
        try {
          this.#keep(query.key, await this.#archive.search(query.words));
          this.#failed.delete(query.key);
        } catch (error) {
          failures.push(error);
          this.#failed.add(query.key);
        }
      }
    };
    await Promise.all(Array.from({ length: SEARCHES_AT_ONCE }, run));
    if (failures.length > 0) throw failures[0];
  }

  #keep(key: string, passages: readonly ArchivedPassages[]): void {
    this.#answers.delete(key);
    this.#answers.set(key, passages);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > MOST_ANSWERS && oldest !== undefined) this.#answers.delete(oldest);
  }
}

const always = (): boolean => true;

/** A draft with its fixes applied asks about other claims; more rounds than this would not end. */
const MOST_ROUNDS = 3;

/**
 * Repeats a check until it had the answers to everything that it asks for. Rejects if the check or
 * the archive rejects.
 */
export async function withArchiveAnswers<Result>(
  search: ArchiveSearch,
  check: (evidence: ArchiveEvidence) => Promise<Result>,
  queriesIn: (result: Result) => readonly ArchiveQuery[],
): Promise<Result> {
  let evidence = NO_ARCHIVE_EVIDENCE;
  for (let round = 1; ; round++) {
    const result = await check(evidence);
    const queries = queriesIn(result);
    if (round > MOST_ROUNDS || isAnswerTo(evidence, queries)) return result;
    await search.ask(queries);
    evidence = search.evidence(queries, evidence);
  }
}

/** True if the evidence answers these queries and no others. */
export function isAnswerTo(
  { answered }: ArchiveEvidence,
  queries: readonly ArchiveQuery[],
): boolean {
  return answered.size === queries.length && queries.every(({ key }) => answered.has(key));
}
