import { dirname, join } from 'node:path';
import { DEFAULT_SOURCES } from '../session/settings.js';
import { counted, summaryOf } from '../reference/summary.js';
import { globFault, quotedGlob } from '../workspace/globs.js';
import type { SourceIndex } from '../reference/sourceIndex.js';
import { type Reference, referenceOf } from '../reference/reference.js';
import { Ingest } from '../sources/ingest.js';
import { type StartFolder, UnreadableError } from '../workspace/workspace.js';
import type { Host } from './host.js';

/** A reference that a command works with, and where it came from. */
export interface Known {
  readonly reference: Reference;
  /** “3 sources (14 people, …)”. */
  readonly description: string;
  /** The paths of the sources, read or not; none of the base that ships. */
  readonly sources: readonly string[];
  /** False where a source could not be read or holds a mistake, which was told. */
  readonly sound: boolean;
}

/**
 * The reference from the sources that `globs` name; where there are no globs, from the folder
 * `sources` as the editor does, or else the one that ships. `drafts` are what is to be held against it,
 * as it was named: a folder of theirs may have the sources, and none of them is a source itself. Rejects
 * with an `UnreadableError`.
 */
export async function knownFrom(
  host: Host,
  globs: readonly string[] | undefined,
  cache?: string,
  drafts: readonly string[] = [],
): Promise<Known> {
  const beside = await Promise.all(drafts.map((draft) => folderOf(host, draft)));
  const own = globs ?? (await usualSources(host, beside));
  if (own.length === 0) {
    if (cache !== undefined) {
      host.tell('copydesk: --cache has nothing to keep: there are no sources to learn from.');
    }
    const reference = await host.shipped();
    return {
      reference,
      description: `the base that comes with Copydesk (${summaryOf(reference.base)})`,
      sources: [],
      sound: true,
    };
  }
  const sources = await sourcesNamed(host, own, drafts);
  const { lessons, read, sound } = await learnedFrom(host, own, sources, cache);
  const reference = referenceOf(lessons);
  return { reference, description: descriptionOf(read, reference), sources, sound };
}

/** The folder that a draft lies in, or that the argument is. */
async function folderOf({ workspace }: Host, place: string): Promise<string> {
  return (await workspace.kind(place)) === 'folder' ? place : dirname(place);
}

/** The sources here, or else those beside the drafts or beside their folder; none where there are none. Rejects with an `UnreadableError` where there are two sets. */
async function usualSources(
  { workspace }: Host,
  beside: readonly string[],
): Promise<readonly string[]> {
  if ((await workspace.find(DEFAULT_SOURCES)).length > 0) return DEFAULT_SOURCES;
  const having = new Set<string>();
  for (const folder of new Set(beside)) {
    for (const place of [folder, join(folder, '..')]) {
      if ((await workspace.find(DEFAULT_SOURCES, place)).length === 0) continue;
      having.add(place);
      break;
    }
  }
  const folders = [...having];
  if (folders.length > 1) {
    const named = folders.map((folder) => `${folder}/sources`).join(' and ');
    throw new UnreadableError(
      `the drafts have different sources, ${named}: name one with --sources`,
    );
  }
  return folders.map((folder) => `${folder}/sources`);
}

/** What sources that a command names teach. */
export interface Taught {
  readonly lessons: readonly SourceIndex[];
  /** The paths of those that could be read. */
  readonly read: readonly string[];
  /** False where one could not be read or holds a mistake, which was told. */
  readonly sound: boolean;
}

/**
 * The paths of the sources that globs or plain paths name, all in a folder where one names a folder, without
 * those in `apart`. Rejects with an `UnreadableError` where a glob names nothing at all, and where all together name
 * nothing else than those.
 */
export async function sourcesNamed(
  host: Host,
  globs: readonly string[],
  apart: readonly string[] = [],
): Promise<readonly string[]> {
  const paths = new Map<string, string>();
  for (const glob of globs) {
    for (const path of await pathsOf(host, glob)) paths.set(host.workspace.uriOf(path), path);
  }
  // A file can be named in several ways.
  for (const path of apart) paths.delete(host.workspace.uriOf(path));
  if (paths.size > 0) return [...paths.values()];
  throw new UnreadableError(
    `${globs.join(', ')} names no source but the draft itself, which bears nothing out`,
  );
}

/**
 * Learns from the sources at `paths`, which `globs` named, and tells what is wrong with them; what is kept in the
 * folder `cache` is not learned again. Does not reject.
 */
export async function learnedFrom(
  host: Host,
  globs: readonly string[],
  paths: readonly string[],
  cache?: string,
): Promise<Taught> {
  const sources = new Ingest(
    host.workspace,
    host,
    cache === undefined ? undefined : host.cache(cache, globs),
  );
  const learned = await sources.learn(paths, {
    report: (done, all) => host.report(`Learned from ${done} of ${counted(all, 'source')}`),
    isCancelled: () => false,
  });
  host.report('');
  const { lessons = [], read = [], complaints = [] } = learned ?? {};
  for (const complaint of complaints) host.tell(`copydesk: ${complaint}`);
  return { lessons, read, sound: complaints.length === 0 };
}

/** “3 sources (14 people, …)”. */
export function descriptionOf(read: readonly string[], { base }: Pick<Reference, 'base'>): string {
  return `${counted(read.length, 'source')} (${summaryOf(base)})`;
}

/** True for what is to be looked for rather than opened, unless a file has this very name. */
export function isGlob(argument: string): boolean {
  return /[*?[{]/u.test(argument);
}

/**
 * The files that match what is given as a glob, of which `kind` says what lies there under that very name.
 * Rejects with an `UnreadableError` where no files are looked for by it.
 */
export async function filesMatching(
  workspace: StartFolder,
  glob: string,
  kind?: 'file',
): Promise<readonly string[]> {
  const fault = globFault(glob);
  if (fault === undefined) return workspace.find([glob]);
  if (kind === 'file') return [];
  throw new UnreadableError(`${quotedGlob(glob)} ${fault}`);
}

async function pathsOf({ workspace }: Host, glob: string): Promise<readonly string[]> {
  const kind = await workspace.kind(glob);
  const found =
    kind === 'folder'
      ? await workspace.find(['**'], glob)
      : await filesMatching(workspace, glob, kind);
  if (found.length > 0) return found;
  // Some paths no glob finds, as one with brackets. What is wrong with it is told when it is read.
  if (kind === 'file') return [glob];
  if (kind === 'folder') throw new UnreadableError(`${glob} holds no sources`);
  throw isGlob(glob)
    ? new UnreadableError(`no file matches “${glob}”`)
    : new UnreadableError(`${glob} does not exist`, true);
}
