import { UnreadableError } from '../workspace/workspace.js';
import { type Archive, type ArchivedDocument, RejectedError } from './archive.js';

/** A document that may have to be read and stored. */
export interface Candidate {
  /** See `ArchivedDocument`; these are known before the document is read. */
  readonly address: string;
  readonly digest: string;
  /** Rejects with an `UnreadableError` if it cannot be read. */
  readonly read: () => Promise<ArchivedDocument>;
  /** The part of the whole load that is done after this document, 0 to 1. */
  readonly done: number;
}

/** Something that cannot be loaded. */
export interface NoCandidate {
  /** The problem and its place, in one plain sentence. */
  readonly problem: string;
  /** The address of a document that exists, but cannot be read now. */
  readonly address?: string;
}

/** The progress of a load. */
export interface LoadProgress {
  /** The number of documents that were stored, were stored already, and could not be stored. */
  readonly stored: number;
  readonly known: number;
  readonly skipped: number;
  /** 0 to 1. */
  readonly done: number;
}

/** The result of a load. */
export interface Loaded extends Omit<LoadProgress, 'done'> {
  /** The addresses of all documents in the input, including those that could not be stored. */
  readonly addresses: ReadonlySet<string>;
  /** False if the input has something without a known address: it may be any document. */
  readonly isWhole: boolean;
}

/** Receives the messages of a load. */
export interface LoadReport {
  readonly progress: (progress: LoadProgress) => void;
  /** Receives a plain sentence for each document that is skipped. */
  readonly problem: (problem: string) => void;
}

/** The number of documents in one transaction, which an interruption undoes. */
const BATCH = 200;

/**
 * Stores new and changed documents in an archive. However a load ends, the next one finds the
 * documents that it stored, so that nothing is lost and nothing stored twice. A document that
 * cannot be read or stored is reported and skipped. Rejects with an `UnreadableError` if the
 * archive fails.
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

  /** Resolves when the previous batch has been read. */
  async add(batch: readonly Candidate[]): Promise<void> {
    await this.#reading;
    this.#reading = this.#load(batch);
    // A failure is handled where the batch is awaited.
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
