/** Explains in one plain sentence why a file could not be read. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
  /** True if the file does not exist. */
  readonly isMissing: boolean;

  constructor(message: string, isMissing = false) {
    super(message);
    this.isMissing = isMissing;
  }
}

/** A failure caused by the machine, such as a lack of memory or time: reading the file again may succeed. */
export class TransientReadError extends UnreadableError {}

/**
 * The host's files, seen from one folder. Paths are relative to the folder, with forward slashes; a path
 * may be absolute or leave the folder (`../notes.md`).
 */
export interface Workspace {
  /** Like `readBytes`, for text; `limit` defaults to `MAX_TEXT_BYTES`. */
  readText(path: string, limit?: number): Promise<string>;
  /**
   * The bytes of a file. Rejects with an `UnreadableError`, also for anything that is not a regular
   * file, for a link that points outside the folder, and for a file of more than `limit` bytes, of
   * which nothing is read.
   */
  readBytes(path: string, limit: number): Promise<Uint8Array>;
  /**
   * A stamp of a file, which stays the same until the file is written. `undefined` if a change might go
   * unnoticed, as for a file that was written just now, and for a missing file. Does not reject.
   */
  stamp(path: string): Promise<string | undefined>;
  /**
   * The paths of the files that match any of the globs, sorted and without duplicates. `globProblem` must
   * have accepted the globs. Does not reject.
   */
  find(globs: readonly string[]): Promise<readonly string[]>;
  /** The paths of files with this name in the folder of `path` and all folders above it, nearest first. */
  ancestorPaths(path: string, name: string): readonly string[];
  /** The URI with which an editor opens a file. */
  uriOf(path: string): string;
}

/** The folder that a command was started in. */
export interface WorkingDirectory extends Workspace {
  /**
   * The text of a file that the user named, up to `limit` bytes as for `readText`. It may be a pipe, or a
   * link to any place. Rejects with an `UnreadableError`.
   */
  readNamed(path: string, limit?: number): Promise<string>;
  /** The target of a path, following links; `undefined` if it does not exist. Does not reject. */
  kind(path: string): Promise<'file' | 'folder' | undefined>;
  /** Like `Workspace.find`, with globs relative to the folder `within`. */
  find(globs: readonly string[], within?: string): Promise<readonly string[]>;
}

/** The size of the largest text that is read, in bytes: more than any book has. */
export const MAX_TEXT_BYTES = 4 * 1024 * 1024;

/**
 * Reads a stream, such as a pipe, to its end. Rejects with an `UnreadableError` after more than `limit`
 * bytes, and with the error of the stream. `name` appears in the message.
 */
export async function readUpTo(
  stream: AsyncIterable<Uint8Array>,
  limit: number,
  name: string,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > limit) throw fileTooLarge(name, limit);
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** The error for a file of more than `limit` bytes. */
export function fileTooLarge(path: string, limit: number): UnreadableError {
  return new UnreadableError(`${path} is larger than ${Math.round(limit / 1024 / 1024)} MB`);
}

/**
 * Decodes UTF-8 strictly, so that a file in another encoding is rejected rather than misread. A byte order
 * mark is kept, so that offsets are those of the file. `name` appears in the message. Throws an
 * `UnreadableError`.
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  if (bytes.includes(0)) throw new UnreadableError(`${name} is a binary file, not text`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UnreadableError(`${name} is not valid UTF-8`);
  }
}
