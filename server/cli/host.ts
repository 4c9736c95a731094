import type { Archive } from '../archive/archive.js';
import type { AssistantDesk } from '../assistants/desk.js';
import type { SourceTexts } from '../assistants/sourceTexts.js';
import type { ReadingQueue } from '../inference/readingQueue.js';
import type { Reference } from '../reference/reference.js';
import type { IngestHost, IndexCache } from '../sources/ingest.js';
import type { WorkingDirectory, Workspace } from '../workspace/workspace.js';
import type { CommandOpinionsModule, OpinionsTerminal } from './secondOpinion.js';

/** The environment of a command: files, standard streams, the reference that ships. */
export interface Host extends IngestHost, OpinionsTerminal {
  readonly workspace: WorkingDirectory;
  readonly input: AsyncIterable<Uint8Array>;
  /** Writes to standard output; resolves when the reader is ready for more. */
  readonly write: (text: string) => Promise<void>;
  /** The cache, in a folder, of the indexes of the sources that globs name. */
  readonly cache: (folder: string, globs: readonly string[]) => IndexCache;
  /**
   * Opens the archive at the address of a database; only this loads the code that uses a network.
   * Rejects with an `UnreadableError`.
   */
  readonly openArchive: (address: string) => Promise<Archive>;
  /** Loads what asks for second opinions, when somebody wants them. */
  readonly loadOpinions: () => Promise<CommandOpinionsModule>;
  /**
   * The bytes of a file of any size, with their number. Rejects with an `UnreadableError`, and so
   * does reading `chunks`.
   */
  readonly stream: (
    path: string,
  ) => Promise<{ readonly size: number; readonly chunks: AsyncIterable<Uint8Array> }>;
  /** Writes a whole file or nothing. Rejects with an `UnreadableError`. */
  readonly save: (path: string, text: string) => Promise<void>;
  /** The reference that ships. Rejects with an `UnreadableError`. */
  readonly shipped: () => Promise<Reference>;
  /**
   * The readers, which store readings in the folder `cache`; they are started when the first sentence is read.
   * Call `stop` when nothing is left to read.
   */
  readonly reader: (cache?: string) => ReadingQueue;
  /** The files of a folder, which is given relative to that of `workspace`. */
  readonly openFolder: (folder: string) => Workspace;
  /** Answers an assistant on the standard streams; resolves when it has hung up. */
  readonly serveAssistants: (desk: AssistantDesk, texts: SourceTexts) => Promise<void>;
  /** True if standard output is a terminal with colours. */
  readonly colour: boolean;
  /** Starts the language server on the standard streams; it ends the process when its client exits. */
  readonly serve: () => Promise<void>;
  readonly version: string;
}

/** The exit statuses of the command. */
export const EXIT = {
  /** No finding at or above the `--fail-on` level. */
  clean: 0,
  /** A finding at or above it. */
  found: 1,
  /** Wrong usage, or unreadable input. */
  unusable: 2,
} as const;

/** Wrong usage of the command; the message names the problem in one sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
