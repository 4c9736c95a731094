import { UnreadableError } from '../workspace/workspace.js';
import { type Archive, type ArchivedDocument, RejectedError } from './archive.js';

/** A document that may have to be read and stored. */
export interface Candidate {
  /** See `ArchivedDocument`; these are known before the document is read. */
  readonly address: string;
  readonly digest: string;
  /** Rejects with an `UnreadableError` if it cannot be read. */
  readonly read: () => Promise<ArchivedDocument>;
  /** Which part of all that is to be loaded is done after this document, 0 to 1. */
  readonly done: number;
}

/** Something that cannot be loaded. */
export interface NoCandidate {
  /** What is wrong and where, in one plain sentence. */
  readonly problem: string;
  /** The address of a document that is there, but cannot be read now. */
  readonly address?: string;
}

/** How far a load is. */
export interface LoadProgress {
  /** How many documents were stored, were stored already, and could not be. */
  readonly stored: number;
  readonly known: number;
  readonly skipped: number;
  /** 0 to 1. */
  readonly done: number;
}

/** The result of a load. */
export interface Loaded extends Omit<LoadProgress, 'done'> {
  /** The addresses of all documents that were met, also of those that could not be stored. */
  readonly addresses: ReadonlySet<string>;
  /** False if something was met whose address is not known: it may be any document. */
  readonly isWhole: boolean;
}

/** Where a load says what it does. */
export interface LoadReport {
  readonly progress: (progress: LoadProgress) => void;
  /** Receives a plain sentence for each document that is skipped. */
  readonly problem: (problem: string) => void;
}

/** How many documents are stored in one transaction: what a kill undoes. */
const BATCH = 200;

/**
 * Stores the documents that an archive does not have as they are. Whatever was stored before it ends, for whatever
 * reason, is found by the next load, so that nothing is lost and nothing stored twice. A document that cannot be read or
 * stored is reported and skipped. Rejects with an `UnreadableError` if the archive fails.
 */
export async function load(
  archive: Pick<Archive, 'digestsOf' | 'store'>,
  candidates: AsyncIterable<Candidate | NoCandidate>,
  report: LoadReport,
): Promise<Loaded> {
  const loader = new Loader(archive, report);
  let batch: Candidate[] = [];
  for await (const candidate of candidates) {
    if ('problem' in candidate) loader.skip(candidate.problem, candidate.address);
    else if (loader.isNew(candidate)) batch.push(candidate);
    if (batch.length < BATCH) continue;
    await loader.add(batch);
    batch = [];
  }
  await loader.add(batch);
  return loader.finish();
}

class Loader {
  readonly #archive: Pick<Archive, 'digestsOf' | 'store'>;
  readonly #report: LoadReport;
  readonly #addresses = new Set<string>();
  #counts = { stored: 0, known: 0, skipped: 0 };
  #isWhole = true;
  /** The batch that is being read while the next one is collected. */
  #reading: Promise<void> = Promise.resolve();
  /** The batch that is being stored while the next one is read. */
  #storing: Promise<void> = Promise.resolve();

  constructor(archive: Pick<Archive, 'digestsOf' | 'store'>, report: LoadReport) {
    this.#archive = archive;
    this.#report = report;
  }

  skip(problem: string, address?: string): void {
    if (address === undefined) this.#isWhole = false;
    else this.#addresses.add(address);
    this.#counts.skipped++;
    this.#report.problem(problem);
  }

  /** False, and a problem, for a second document with the same address. */
  isNew({ address }: Candidate): boolean {
    const isNew = !this.#addresses.has(address);
    this.#addresses.add(address);
    if (!isNew) this.skip(`${address} occurs twice; the second was skipped`, address);
    return isNew;
  }

  /** Resolves when the batch before has been read. */
  async add(batch: readonly Candidate[]): Promise<void> {
    await this.#reading;
    this.#reading = this.#load(batch);
    // A failure is met where it is waited for.
    this.#reading.catch(() => undefined);
  }

  async finish(): Promise<Loaded> {
    await this.#reading;
    await this.#storing;
    return { ...this.#counts, addresses: this.#addresses, isWhole: this.#isWhole };
  }

  /** Resolves when the batch has been read and the one before it has been stored. */
  async #load(batch: readonly Candidate[]): Promise<void> {
    if (batch.length === 0) return;
    const stored = await this.#archive.digestsOf(batch.map(({ address }) => address));
    const changed = batch.filter(({ address, digest }) => stored.get(address) !== digest);
    this.#counts.known += batch.length - changed.length;
    const documents = (await Promise.all(changed.map((candidate) => this.#read(candidate)))).flat();
    await this.#storing;
    this.#storing = this.#store(documents, batch.at(-1)?.done ?? 1);
    this.#storing.catch(() => undefined);
  }

  /** None if it cannot be read. */
  async #read({ address, read }: Candidate): Promise<readonly ArchivedDocument[]> {
    try {
      return [await read()];
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      this.skip(`${error.message}; it was skipped`, address);
      return [];
    }
  }

  async #store(documents: readonly ArchivedDocument[], done: number): Promise<void> {
    if (documents.length > 0) await this.#storeAll(documents);
    this.#report.progress({ ...this.#counts, done });
  }

  async #storeAll(documents: readonly ArchivedDocument[]): Promise<void> {
    try {
      await this.#archive.store(documents);
      this.#counts.stored += documents.length;
    } catch (error) {
      if (!(error instanceof RejectedError)) throw error;
      const [only] = documents;
      if (documents.length === 1 && only !== undefined) {
        const { address } = only;
        this.skip(`${address} cannot be stored: ${error.message}; it was skipped`, address);
        return;
      }
      // One of them is the reason.
      for (const document of documents) await this.#storeAll([document]);
    }
  }
}
