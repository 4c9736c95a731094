import { DEFAULT_SOURCES } from '../features/settings.js';
import { counted, summaryOf } from '../features/summary.js';
import type { Base } from '../reference/model.js';
import { type Reference, createReference } from '../reference/reference.js';
import { learnSources } from '../sources.js';
import { UnreadableError } from '../workspace.js';
import type { Host } from './host.js';

/** A reference that a command works with, and where it came from. */
export interface Known {
  readonly reference: Reference;
  /** “3 sources (14 people, …)”. */
  readonly description: string;
  /** False where a source could not be read or holds a mistake, which was told. */
  readonly sound: boolean;
}

/**
 * The reference from the sources that `globs` name; where there are no globs, from the folder
 * `sources` as the editor does, or else the one that ships. Rejects with an `UnreadableError`.
 */
export async function knownFrom(host: Host, globs: readonly string[] | undefined): Promise<Known> {
  const own =
    globs ?? ((await host.workspace.find(DEFAULT_SOURCES)).length > 0 ? DEFAULT_SOURCES : []);
  if (own.length === 0) {
    const reference = await host.shipped();
    return {
      reference,
      description: `the base that comes with Copydesk (${summaryOf(reference.base)})`,
      sound: true,
    };
  }
  const { base, description, sound } = await learnedFrom(host, own);
  return { reference: createReference(base), description, sound };
}

/**
 * Learns a base from the sources that globs or plain paths name, and tells what is wrong with them.
 * Rejects with an `UnreadableError` where one names nothing at all.
 */
export async function learnedFrom(
  host: Host,
  globs: readonly string[],
): Promise<{ readonly base: Base; readonly description: string; readonly sound: boolean }> {
  const paths: string[] = [];
  for (const glob of globs) paths.push(...(await pathsOf(host, glob)));
  const { base, read, complaints } = await learnSources(host.workspace, host.readDocument, [
    ...new Set(paths),
  ]);
  for (const complaint of complaints) host.tell(`copydesk: ${complaint}`);
  return {
    base,
    description: `${counted(read.length, 'source')} (${summaryOf(base)})`,
    sound: complaints.length === 0,
  };
}

async function pathsOf({ workspace }: Host, glob: string): Promise<readonly string[]> {
  const found = await workspace.find([glob]);
  if (found.length > 0) return found;
  // Some paths no glob finds, as one with brackets. What else is wrong with it is told when it is read.
  await workspace.readBytes(glob, 0).catch((error: unknown) => {
    if (!(error instanceof UnreadableError) || !error.isMissing) return;
    throw /[*?[{]/u.test(glob) ? new UnreadableError(`no file matches “${glob}”`) : error;
  });
  return [glob];
}
