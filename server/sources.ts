import { decodeSource } from './documents/encoding.js';
import { type DocumentReader, documentFormat, isUnreadable } from './documents/document.js';
import { isDossier } from './reference/dossier.js';
import { type Source, learn } from './reference/learn.js';
import type { Base } from './reference/model.js';
import { restoreBase } from './reference/storedBase.js';
import { UnreadableError, type Workspace } from './workspace.js';

/** What was learned from a folder's sources. */
export interface Learned {
  readonly base: Base;
  /** The sources that were read, by path. */
  readonly read: readonly string[];
  /** Those of them that are dossiers. */
  readonly dossiers: readonly string[];
  /** What is wrong with a source, one plain sentence each with file and line; the rest was learned all the same. */
  readonly complaints: readonly string[];
}

/**
 * Reads sources and learns from them; a base that was stored before is taken as it is. A source that
 * cannot be read is told and left out. Does not reject.
 */
export async function learnSources(
  workspace: Workspace,
  readDocument: DocumentReader,
  paths: readonly string[],
): Promise<Learned> {
  const read: string[] = [];
  const sources: Source[] = [];
  const stored: Base[] = [];
  const complaints: string[] = [];
  for (const path of paths) {
    try {
      if (path.endsWith('.json')) stored.push(storedBaseIn(path, await workspace.readText(path)));
      else sources.push(await readSource(workspace, readDocument, path));
      read.push(path);
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      complaints.push(`${error.message}; it is left out`);
    }
  }
  const learned = learn(sources);
  const bases = [learned.base, ...stored];
  return {
    base: {
      entities: bases.flatMap(({ entities }) => entities),
      facts: bases.flatMap(({ facts }) => facts),
      quotes: bases.flatMap(({ quotes }) => quotes),
    },
    read,
    dossiers: sources
      .filter((source) => 'text' in source && isDossier(source.text))
      .map(({ name }) => name),
    complaints: [
      ...complaints,
      ...learned.problems.map(
        ({ citation, message }) => `${citation.source}:${citation.line}: ${message}`,
      ),
    ],
  };
}

const MEGABYTE = 1024 * 1024;
/** The most that is read of a text, in bytes: more than any book has. */
const LARGEST_TEXT = 4 * MEGABYTE;
/** The most that is read of a document, in bytes: it may be full of pictures. */
const LARGEST_DOCUMENT = 64 * MEGABYTE;

/** Rejects with an `UnreadableError`. */
async function readSource(
  workspace: Workspace,
  readDocument: DocumentReader,
  path: string,
): Promise<Source> {
  const [other] = OTHER.exec(path) ?? [];
  if (other !== undefined)
    throw new UnreadableError(`${path} is of a kind that is not read (${other})`);
  const format = documentFormat(path);
  if (format === undefined) {
    const text = decodeSource(await workspace.readBytes(path, LARGEST_TEXT));
    if (text === undefined) throw new UnreadableError(`${path} is a binary file, not text`);
    return { name: path, text };
  }
  const bytes = await workspace.readBytes(path, LARGEST_DOCUMENT);
  const document = await readDocument(format, bytes);
  if (isUnreadable(document)) throw new UnreadableError(`${path} ${document.unreadable}`);
  return { name: path, paragraphs: document };
}

/** Names of files that are written in characters but hold no prose, or hide it in codes. */
const OTHER = /\.(?:rtf|csv|tsv|xml|svg|css|m?js|map|ya?ml|toml|ini|log|sql|py|sh)$/iu;

/** JSON read as prose would put nonsense in the base. Throws an `UnreadableError`. */
function storedBaseIn(path: string, text: string): Base {
  const base = restoreBase(text);
  if (base !== undefined) return base;
  throw new UnreadableError(
    `${path} is no base that this version of Copydesk stored, or is damaged`,
  );
}
