import type { Archive } from '../archive/archive.js';
import {
  type ArchiveEvidence,
  type ArchiveQuery,
  NO_ARCHIVE_EVIDENCE,
} from '../reference/archiveEvidence.js';
import { ArchiveSearch, isAnswerTo } from './archiveSearch.js';
import type { ClientApi } from './clientApi.js';
import type { Timer } from './clock.js';

/**
 * How long a draft must stay unchanged before an archive is asked about it: longer than the pause
 * between two words.
 */
const PAUSE_MILLISECONDS = 1_000;

/**
 * The pause after the first failure of an archive; it doubles with each further failure, up to the
 * longest.
 */
const SHORTEST_REST_MILLISECONDS = 5_000;
const LONGEST_REST_MILLISECONDS = 300_000;

/** The queries about the newest version of a draft. */
interface Wanted {
  readonly queries: readonly ArchiveQuery[];
  readonly cancelPause: () => void;
  /** True once the pause is over. */
  isDue: boolean;
}

/**
 * Asks a newsroom's archive about open drafts that have not changed for a moment, and requests
 * another check with its answers. After a failure it waits, longer each time; the drafts are
 * checked without it.
 */
export class DraftArchive {
  readonly #open: () => Promise<Pick<Archive, 'search' | 'close'>>;
  readonly #client: Pick<ClientApi, 'log' | 'showMessage'>;
  readonly #checkAgain: (uri: string) => void;
  readonly #timer: Timer;
  readonly #evidence = new Map<string, ArchiveEvidence>();
  readonly #wanted = new Map<string, Wanted>();
  #archive: Promise<Pick<Archive, 'search' | 'close'>> | undefined;
  readonly #search = new ArchiveSearch({
    search: async (words) => (await this.#opened()).search(words),
  });
  /** The number of failures since its last answer. */
  #failures = 0;
  #isResting = false;

  /**
   * @param open Connects to the archive when it is first asked. Connection and searches may reject.
   * @param checkAgain Called when a draft should be checked with other evidence, or when its
   *   findings should be shown although the archive was not asked.
   */
  constructor(
    open: () => Promise<Pick<Archive, 'search' | 'close'>>,
    client: Pick<ClientApi, 'log' | 'showMessage'>,
    checkAgain: (uri: string) => void,
    timer: Timer,
  ) {
    this.#open = open;
    this.#client = client;
    this.#checkAgain = checkAgain;
    this.#timer = timer;
  }

  /** The archive's answers about a draft so far; the same value until there are more. */
  evidence(uri: string): ArchiveEvidence {
    return this.#evidence.get(uri) ?? NO_ARCHIVE_EVIDENCE;
  }

  /** True if answers about a draft are expected soon. */
  isAsking(uri: string): boolean {
    return this.#wanted.has(uri) && !this.#isResting;
  }

  /** Sends the queries of a check of a draft, in place of its earlier ones. */
  ask(uri: string, queries: readonly ArchiveQuery[]): void {
    const before = this.#wanted.get(uri);
    if (before !== undefined && isSame(before.queries, queries)) return;
    this.cancel(uri);
    if (isAnswerTo(this.evidence(uri), queries)) return;
    const wanted: Wanted = {
      queries,
      cancelPause: this.#timer(() => {
        wanted.isDue = true;
        void this.#send(uri, wanted);
      }, PAUSE_MILLISECONDS),
      isDue: false,
    };
    this.#wanted.set(uri, wanted);
  }

  /** Call when a draft has changed: its waiting queries are not sent any more. */
  cancel(uri: string): void {
    this.#wanted.get(uri)?.cancelPause();
    this.#wanted.delete(uri);
  }

  /** Call when a draft is closed. */
  forget(uri: string): void {
    this.cancel(uri);
    this.#evidence.delete(uri);
  }

  /** Ends the connections. Does not reject. */
  async close(): Promise<void> {
    for (const uri of this.#wanted.keys()) this.cancel(uri);
    const archive = await this.#archive?.catch(() => undefined);
    await archive?.close().catch(() => undefined);
  }

  #opened(): Promise<Pick<Archive, 'search' | 'close'>> {
    return (this.#archive ??= this.#open());
  }

  async #send(uri: string, wanted: Wanted): Promise<void> {
    const isWanted = (): boolean => !this.#isResting && this.#wanted.get(uri) === wanted;
    if (!isWanted()) return;
    const isKnown = this.#search.hasAnswered(wanted.queries);
    try {
      await this.#search.ask(wanted.queries, isWanted);
      if (!isKnown && !this.#isResting) this.#answer();
    } catch (error) {
      this.#rest(error instanceof Error ? error.message : String(error));
    }
    if (this.#wanted.get(uri) !== wanted) return;
    const isAnswered = this.#search.hasAnswered(wanted.queries);
    if (isAnswered) this.#wanted.delete(uri);
    const before = this.evidence(uri);
    const evidence = this.#search.evidence(wanted.queries, before);
    // Shown only if some of the answers are new; otherwise the same queries would be repeated for
    // ever.
    if (isAnswered || evidence.answered.size > before.answered.size)
      this.#evidence.set(uri, evidence);
    this.#checkAgain(uri);
  }

  #answer(): void {
    if (this.#failures > 0) this.#client.log.info('The archive answers again.');
    this.#failures = 0;
  }

  /** Pauses the queries, and reports the failure the first time. */
  #rest(reason: string): void {
    if (this.#isResting) return;
    this.#isResting = true;
    // The address may be wrong, so it is read again.
    this.#archive?.catch(() => (this.#archive = undefined));
    const milliseconds = Math.min(
      SHORTEST_REST_MILLISECONDS * 2 ** this.#failures++,
      LONGEST_REST_MILLISECONDS,
    );
    const message = `Drafts are checked without the archive for now: ${reason}.`;
    if (this.#failures === 1) this.#client.showMessage(message);
    this.#client.log.warn(`${message} It is asked again in ${milliseconds / 1_000} seconds.`);
    this.#timer(() => {
      this.#isResting = false;
      for (const [uri, wanted] of this.#wanted) if (wanted.isDue) void this.#send(uri, wanted);
    }, milliseconds);
  }
}

function isSame(a: readonly ArchiveQuery[], b: readonly ArchiveQuery[]): boolean {
  return a.length === b.length && a.every(({ key }, at) => key === b[at]?.key);
}
