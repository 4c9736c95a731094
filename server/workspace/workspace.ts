/** Tells in one plain sentence why a file could not be read as text. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
  /** True where there is no such file at all. */
  readonly isMissing: boolean;

  constructor(message: string, isMissing = false) {
    super(message);
    this.isMissing = isMissing;
  }
}

/** The same, where the reason lies in the machine: another time, or with more time or memory, it may be read. */
export class PassingError extends UnreadableError {}

/**
 * The host's files, as one folder shows them. Paths are relative to the folder, with forward
 * slashes; a path that leaves the folder (`../notes.md`) or is absolute is taken as it is.
 */
export interface Workspace {
  /** As `readBytes`, for text; `limit` is `LARGEST_TEXT` where none is given. */
  readText(path: string, limit?: number): Promise<string>;
  /**
   * The bytes of a file of the folder. Rejects with an `UnreadableError`, too, for what is no plain
   * file, for a link that leads out of the folder, and for a file of more than `limit` bytes, which
   * is not even begun.
   */
  readBytes(path: string, limit: number): Promise<Uint8Array>;
  /**
   * Two stamps of one file are the same where it was not written between them. `undefined` where that
   * cannot be told, as of a file that is missing or was written this very moment. Does not reject.
   */
  stamp(path: string): Promise<string | undefined>;
  /** The files that match any of the globs, which are sound by `globFault`, sorted, each once. Rejects never: a glob without a match finds nothing. */
  find(globs: readonly string[]): Promise<readonly string[]>;
  /** The paths at which a file of this name may lie in the folder of `path` or above it, nearest first. */
  above(path: string, name: string): readonly string[];
  /** The address under which an editor opens a file. */
  uriOf(path: string): string;
}

/** The folder that a command was started in: what is named there may be a folder as well. */
export interface StartFolder extends Workspace {
  /**
   * The text of what a user named himself, of `limit` bytes at most as for `readText`: it may be a pipe, and lie
   * wherever a link leads. Rejects with an `UnreadableError`.
   */
  readNamed(path: string, limit?: number): Promise<string>;
  /** What lies at a path, through links; `undefined` where nothing does. Does not reject. */
  kind(path: string): Promise<'file' | 'folder' | undefined>;
  /** As `Workspace.find`; where `within` names a folder, the globs count from there. */
  find(globs: readonly string[], within?: string): Promise<readonly string[]>;
}

/** The most that is read of a text, in bytes: more than any book has. */
export const LARGEST_TEXT = 4 * 1024 * 1024;

/**
 * All bytes of a stream that ends, as of a pipe. Reads on no further than `limit` bytes, and rejects then with an
 * `UnreadableError`; rejects with what the stream does. `name` stands in the message.
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
    if (length > limit) throw tooLarge(name, limit);
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

/** Says that a file has more bytes than are read of its kind. */
export function tooLarge(path: string, limit: number): UnreadableError {
  return new UnreadableError(`${path} is larger than ${Math.round(limit / 1024 / 1024)} MB`);
}

/** An address as all write it: editors and Node escape one address differently. */
export function plainAddress(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/**
 * Reads UTF-8 strictly: what is not text is refused rather than read as something else. A byte order
 * mark stays, so that offsets count as in the file. `name` stands in the message. Throws an
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
