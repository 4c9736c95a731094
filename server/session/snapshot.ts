import type { Problem } from '../reference/model.js';
import type { Reference } from '../reference/reference.js';
import type { SourceIndex } from '../reference/sourceIndex.js';
import { uriKey } from '../workspace/uris.js';
import type { Workspace } from '../workspace/workspace.js';
import { DEFAULT_SOURCES } from './settings.js';

/** The reference that the drafts of a folder are checked against, as of one moment. */
export interface Snapshot {
  readonly reference: Reference;
  /** The URI of a source; `undefined` if the source is not a file. */
  readonly uriOfSource: (source: string) => string | undefined;
  /** The URI of the recording beside a source of captions; absent if no source has captions. */
  readonly recordingOf?: (source: string) => string | undefined;
  /** True for the URI of one of the sources. */
  readonly isSource: (uri: string) => boolean;
  /**
   * The indexes that it was built from, and the paths of all sources; absent for the sample that
   * ships.
   */
  readonly indexes?: readonly SourceIndex[];
  readonly paths?: readonly string[];
  /** The problems in its dossiers. */
  readonly problems?: readonly Problem[];
  /** The dossier that new names are added to; `undefined` if none would be read. */
  readonly dossier?: Dossier;
}

/** A dossier among the sources, or one that does not exist yet. */
export interface Dossier {
  /** The path relative to the folder. */
  readonly path: string;
  readonly uri: string;
  /** Reads the saved text. Rejects with an `UnreadableError`, also if the file does not exist. */
  readonly read: () => Promise<string>;
}

/** A reference with the places of the sources that it was built from, which are at these paths. */
export function snapshotOf(
  reference: Reference,
  workspace: Workspace,
  paths: readonly string[],
): Snapshot {
  const sources = new Set(paths.map((path) => uriKey(workspace.uriOf(path))));
  return {
    reference,
    uriOfSource: (source) => workspace.uriOf(source),
    isSource: (uri) => sources.has(uriKey(uri)),
  };
}

/** The path of the dossier that is created in a folder without one. */
const NEW_DOSSIER = 'sources/dossier.md';

/**
 * The dossier that is created in a folder without one: only at a place where it would be read as a
 * source, next to other sources.
 */
export function newDossier(
  workspace: Workspace,
  globs: readonly string[],
): { readonly dossier?: Dossier } {
  const isRead = DEFAULT_SOURCES.some((glob) => globs.includes(glob));
  return isRead ? { dossier: dossierAt(workspace, NEW_DOSSIER) } : {};
}

/** The dossier at a path among the sources. */
export function dossierAt(workspace: Workspace, path: string): Dossier {
  return { path, uri: workspace.uriOf(path), read: () => workspace.readText(path) };
}
