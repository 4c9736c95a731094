import type { URI } from 'vscode-uri';
import type { Archive } from '../archive/archive.js';
import type { ReadingQueue } from '../inference/readingQueue.js';
import type { ReaderReports } from '../inference/workerReader.js';
import type { IndexCache, IngestHost } from '../sources/ingest.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Log } from './clientApi.js';
import type { OpinionsHost } from './opinionsHost.js';
import type { OpinionsModule } from './secondOpinions.js';
import type { Snapshot } from './snapshot.js';

/** The machine that a session runs on, as far as a session uses it. */
export interface SessionHost extends IngestHost, OpinionsHost {
  /** The files of a folder; `undefined` if URIs of its scheme cannot be read. */
  readonly open: (folder: URI) => Workspace | undefined;
  /**
   * The cache in the folder `storage` for the sources that `key` identifies; `undefined` if nothing can be
   * stored there.
   */
  readonly cache?: (storage: URI, key: string, log: Log) => IndexCache | undefined;
  /** The sample reference that ships. May reject. */
  readonly shipped: () => Promise<Snapshot>;
  /**
   * The readers, which start their worker with the first sentence; left out if there are none.
   * Readings are stored in the folder `storage`.
   */
  readonly reader?: (reports: ReaderReports, storage: URI | undefined) => ReadingQueue;
  /**
   * Connects to the newsroom's archive when it is first asked; left out if none should be asked.
   * May reject with an `UnreadableError`.
   */
  readonly openArchive?: (() => Promise<Pick<Archive, 'search' | 'close'>>) | undefined;
  /** Loads the code for second opinions when somebody uses a model or looks for one. */
  readonly loadOpinions: () => Promise<OpinionsModule>;
  /** The URI of the page that explains the rules. */
  readonly rulesPage?: string;
}

/** The part of a machine that opens documents of other programs. */
export type DocumentHost = Pick<SessionHost, 'open' | 'readDocument'>;
