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
  paths: readonly string[],
): Promise<Learned> {
  const read: string[] = [];
  const sources: Source[] = [];
  const stored: Base[] = [];
  const complaints: string[] = [];
  for (const path of paths) {
    try {
      const text = await workspace.readText(path);
      if (path.endsWith('.json')) stored.push(storedBaseIn(path, text));
      else sources.push({ name: path, text });
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
    dossiers: sources.filter(({ text }) => isDossier(text)).map(({ name }) => name),
    complaints: [
      ...complaints,
      ...learned.problems.map(
        ({ citation, message }) => `${citation.source}:${citation.line}: ${message}`,
      ),
    ],
  };
}

/** JSON read as prose would put nonsense in the base. Throws an `UnreadableError`. */
function storedBaseIn(path: string, text: string): Base {
  const base = restoreBase(text);
  if (base !== undefined) return base;
  throw new UnreadableError(
    `${path} is no base that this version of Copydesk stored, or is damaged`,
  );
}
