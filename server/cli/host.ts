import type { Reference } from '../reference/reference.js';
import type { IngestHost, IndexCache } from '../sources/ingest.js';
import type { StartFolder } from '../workspace/workspace.js';

/** What a command has to do with: the files, the three streams, the base that ships. */
export interface Host extends IngestHost {
  readonly workspace: StartFolder;
  readonly input: AsyncIterable<Uint8Array>;
  /** Writes to standard output; resolves when the reader is ready for more. */
  readonly write: (text: string) => Promise<void>;
  /** Writes one line to standard error. */
  readonly tell: (line: string) => void;
  /** Shows on a terminal, in the place of what it showed before, how far something is. */
  readonly report: (state: string) => void;
  /** What keeps in a folder what the sources taught that globs name. */
  readonly cache: (folder: string, globs: readonly string[]) => IndexCache;
  /** Writes a file whole or not at all. Rejects with an `UnreadableError`. */
  readonly save: (path: string, text: string) => Promise<void>;
  /** The reference that ships. Rejects with an `UnreadableError`. */
  readonly shipped: () => Promise<Reference>;
  /** True where standard output is a terminal that shows colour. */
  readonly colour: boolean;
  /** Starts the language server on the standard streams; it ends the process when its client leaves. */
  readonly serve: () => Promise<void>;
  readonly version: string;
}

/** The exit statuses of the command. */
export const EXIT = {
  /** Nothing at or above the severity that fails. */
  clean: 0,
  /** Something at or above it. */
  found: 1,
  /** Bad usage, or input that cannot be read. */
  unusable: 2,
} as const;

/** Tells in one plain sentence what is wrong with how the command was called. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
