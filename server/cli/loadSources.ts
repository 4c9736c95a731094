import { dirname, join } from 'node:path';
import { DEFAULT_SOURCES } from '../session/settings.js';
import { countWithNoun, summaryOf } from '../reference/summary.js';
import { globProblem, quotedGlob } from '../workspace/globs.js';
import type { SourceIndex } from '../reference/sourceIndex.js';
import {
  type Reference,
  type UnreadSource,
  isEmptyReference,
  referenceFromIndexes,
} from '../reference/reference.js';
import { Ingest } from '../sources/ingest.js';
import { type WorkingDirectory, UnreadableError } from '../workspace/workspace.js';
import type { Host } from './host.js';

/** The reference that a command works with, and its origin. */
export interface LoadedReference {
  readonly reference: Reference;
  /** “3 sources (14 people, …)”, or the sample that ships. */
  readonly description: string;
  /** The paths of the sources, whether or not they could be read; empty for the sample that ships. */
  readonly sources: readonly string[];
  /** The indexes that it was built from; empty for the sample that ships. */
  readonly indexes: readonly SourceIndex[];
  /** False if a source could not be read or has an error; the user was warned. */
  readonly isComplete: boolean;
}

/**
 * Loads the reference from the sources that `globs` name; without globs, from the folder `sources`
 * as the editor does, otherwise the sample that ships. `drafts` are the arguments that name the
 * drafts to check: `sources` may be beside them, and none of them counts as a source. Rejects with
 * an `UnreadableError`.
 */
export async function loadReference(
  host: Host,
  globs: readonly string[] | undefined,
  cache?: string,
  drafts: readonly string[] = [],
): Promise<LoadedReference> {
  const loaded = await loadSources(host, globs, cache, drafts);
  if (loaded === undefined) return withoutSources(host);
  const { paths: sources, indexes, read, unreadable, isComplete } = loaded;
  const reference = referenceFromIndexes(indexes, 'sources', unreadable);
  // As in the editor, an empty source is none.
  if (isEmptyReference(reference) && isComplete)
    return { ...(await withoutSources(host)), sources };
  const description = describeSources(read, reference);
  return { reference, description, sources, indexes, isComplete };
}

/**
 * Indexes the sources that `globs` name, otherwise those of the folder `sources`, as for
 * `loadReference`; `undefined` if there are none. Rejects with an `UnreadableError`.
 */
export async function loadSources(
  host: Host,
  globs: readonly string[] | undefined,
  cache?: string,
  drafts: readonly string[] = [],
): Promise<(LoadedSources & { readonly paths: readonly string[] }) | undefined> {
  const folders = await Promise.all(drafts.map((draft) => folderOf(host, draft)));
  const sourceGlobs = globs ?? (await defaultSources(host, folders));
  if (sourceGlobs.length === 0) return undefined;
  const paths = await resolveSources(host, sourceGlobs, drafts);
  return { ...(await indexSources(host, sourceGlobs, paths, cache)), paths };
}

/** The sample that ships, which only drafts about its subject are checked against. */
async function withoutSources(host: Host): Promise<LoadedReference> {
  const reference = await host.shipped();
  return {
    reference,
    description: `the shipped summit reference (sample: ${summaryOf(reference.base)})`,
    sources: [],
    indexes: [],
    isComplete: true,
  };
}

/** The argument itself if it is a folder, otherwise the folder that contains it. */
async function folderOf({ workspace }: Host, argument: string): Promise<string> {
  return (await workspace.kind(argument)) === 'folder' ? argument : dirname(argument);
}

/**
 * The globs of the sources in the working directory, otherwise in the folders of the drafts or
 * their parent folders; empty if there are none. Rejects with an `UnreadableError` if the drafts
 * have different sources.
 */
async function defaultSources(
  { workspace }: Host,
  draftFolders: readonly string[],
): Promise<readonly string[]> {
  if ((await workspace.find(DEFAULT_SOURCES)).length > 0) return DEFAULT_SOURCES;
  const withSources = new Set<string>();
  for (const draftFolder of new Set(draftFolders)) {
    for (const folder of [draftFolder, join(draftFolder, '..')]) {
      if ((await workspace.find(DEFAULT_SOURCES, folder)).length === 0) continue;
      withSources.add(folder);
      break;
    }
  }
  const sources = [...withSources].map((folder) => `${folder}/sources`);
  if (sources.length > 1) {
    throw new UnreadableError(
      `the drafts have different sources, ${sources.join(' and ')}: choose with --sources`,
    );
  }
  return sources;
}

/** The indexes of the sources that a command names. */
export interface LoadedSources {
  readonly indexes: readonly SourceIndex[];
  /** The paths of those that could be read. */
  readonly read: readonly string[];
  /** The paths of the others. */
  readonly unreadable: readonly UnreadSource[];
  /** False if one could not be read or has an error; the user was warned. */
  readonly isComplete: boolean;
}

/**
 * The paths of the sources that globs or paths name, except those in `excluded`; a folder names all
 * files in it. Rejects with an `UnreadableError` if one of `globs` matches nothing, or if nothing is
 * left.
 */
export async function resolveSources(
  host: Host,
  globs: readonly string[],
  excluded: readonly string[] = [],
): Promise<readonly string[]> {
  const paths = new Map<string, string>();
  for (const glob of globs) {
    for (const path of await matchingPaths(host, glob)) paths.set(host.workspace.uriOf(path), path);
  }
  // By URI, as different paths can name the same file.
  for (const path of excluded) paths.delete(host.workspace.uriOf(path));
  if (paths.size > 0) return [...paths.values()];
  throw new UnreadableError(
    `${globs.join(', ')} names only the draft itself, which cannot be its own source`,
  );
}

/**
 * Indexes the sources at `paths`, which match `globs`, and warns about their problems. Sources that
 * are cached in the folder `cache` are not indexed again. Does not reject.
 */
export async function indexSources(
  host: Host,
  globs: readonly string[],
  paths: readonly string[],
  cache?: string,
): Promise<LoadedSources> {
  const sources = new Ingest(
    host.workspace,
    host,
    cache === undefined ? undefined : host.cache(cache, globs),
  );
  const result = await sources.update(paths, {
    report: (done, all) => host.showProgress(`Indexed ${done} of ${countWithNoun(all, 'source')}`),
    isCancelled: () => false,
  });
  host.showProgress('');
  const { indexes = [], read = [], unreadable = [], warnings = [], notes = [] } = result ?? {};
  for (const warning of [...warnings, ...notes]) host.warn(`copydesk: ${warning}`);
  return { indexes, read, unreadable, isComplete: warnings.length === 0 };
}

/** “3 sources (14 people, …)”. */
export function describeSources(
  read: readonly string[],
  { base }: Pick<Reference, 'base'>,
): string {
  return `${countWithNoun(read.length, 'source')} (${summaryOf(base)})`;
}

/** True for an argument with glob syntax, even if a file has that very name. */
export function isGlob(argument: string): boolean {
  return /[*?[{]/u.test(argument);
}

/**
 * The files that match a glob; `kind` is 'file' if a file has that very name. Rejects with an
 * `UnreadableError` if the glob is not supported and there is no such file.
 */
export async function filesMatching(
  workspace: WorkingDirectory,
  glob: string,
  kind?: 'file',
): Promise<readonly string[]> {
  const fault = globProblem(glob);
  if (fault === undefined) return workspace.find([glob]);
  if (kind === 'file') return [];
  throw new UnreadableError(`${quotedGlob(glob)} ${fault}`);
}

async function matchingPaths({ workspace }: Host, glob: string): Promise<readonly string[]> {
  const kind = await workspace.kind(glob);
  const found =
    kind === 'folder'
      ? await workspace.find(['**'], glob)
      : await filesMatching(workspace, glob, kind);
  if (found.length > 0) return found;
  // A glob does not find every path, such as one with brackets. If it is unreadable, reading it
  // reports why.
  if (kind === 'file') return [glob];
  if (kind === 'folder') throw new UnreadableError(`${glob} contains no sources`);
  throw isGlob(glob)
    ? new UnreadableError(`no file matches “${glob}”`)
    : new UnreadableError(`${glob} does not exist`, true);
}
