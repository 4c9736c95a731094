import { mayBeDraft } from '../session/draftAnalysis.js';
import { DRAFT_FILES } from '../session/folderDrafts.js';
import { type WorkingDirectory, UnreadableError } from '../workspace/workspace.js';
import { isGlob, filesMatching } from './loadSources.js';

/** The path that means standard input. */
export const STANDARD_INPUT = '-';

/**
 * The paths of the drafts that an argument names: a file itself, whatever its content; the Markdown
 * drafts in a folder; the files that match a glob. Folders and globs leave out sources, dossiers and
 * fact sheets, as the editor does. `sources` are paths. Rejects with an `UnreadableError` if a folder
 * or a glob has no draft; a missing file is reported when it is read.
 */
export async function resolveDrafts(
  workspace: WorkingDirectory,
  argument: string,
  sources: readonly string[],
): Promise<readonly string[]> {
  if (argument === STANDARD_INPUT) return [argument];
  const kind = await workspace.kind(argument);
  if (kind === 'folder') {
    const drafts = await filterDrafts(
      workspace,
      await workspace.find(DRAFT_FILES, argument),
      sources,
    );
    if (drafts.length > 0) return drafts;
    throw new UnreadableError(
      `${argument} contains no drafts (Markdown files that are not sources)`,
    );
  }
  if (kind === 'file' || !isGlob(argument)) return [argument];
  const drafts = await filterDrafts(workspace, await filesMatching(workspace, argument), sources);
  if (drafts.length > 0) return drafts;
  throw new UnreadableError(`no draft matches “${argument}”`);
}

/** A path in a folder of sources, of any draft. */
const SOURCES_FOLDER = /(?:^|[\\/])sources[\\/]/u;

/**
 * Leaves out files that are not drafts. Unreadable files stay, to be reported when they are read.
 */
async function filterDrafts(
  workspace: WorkingDirectory,
  paths: readonly string[],
  sources: readonly string[],
): Promise<readonly string[]> {
  const sourceUris = new Set(sources.map((path) => workspace.uriOf(path)));
  const drafts: string[] = [];
  for (const path of paths) {
    if (sourceUris.has(workspace.uriOf(path)) || SOURCES_FOLDER.test(path)) continue;
    if (mayBeDraft(await workspace.readText(path).catch(() => ''))) drafts.push(path);
  }
  return drafts;
}
