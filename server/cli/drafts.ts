import { mayBeDraft } from '../session/analysis.js';
import { DRAFT_FILES } from '../session/folderDrafts.js';
import { type StartFolder, UnreadableError } from '../workspace/workspace.js';
import { isGlob, filesMatching } from './known.js';

/** The path that stands for standard input. */
export const STANDARD_INPUT = '-';

/**
 * The drafts that an argument names: the file itself, whatever it holds; of a folder its Markdown
 * drafts, of a glob what matches, in both cases without sources, dossiers and fact sheets, as in the
 * editor. `sources` are paths. Rejects with an `UnreadableError` where a folder or a glob leads to no
 * draft; a file that is missing is found out when it is read.
 */
export async function draftsAt(
  workspace: StartFolder,
  argument: string,
  sources: readonly string[],
): Promise<readonly string[]> {
  if (argument === STANDARD_INPUT) return [argument];
  const kind = await workspace.kind(argument);
  if (kind === 'folder') {
    const drafts = await draftsAmong(
      workspace,
      await workspace.find(DRAFT_FILES, argument),
      sources,
    );
    if (drafts.length > 0) return drafts;
    throw new UnreadableError(`${argument} holds no draft, which is Markdown that is no source`);
  }
  if (kind === 'file' || !isGlob(argument)) return [argument];
  const drafts = await draftsAmong(workspace, await filesMatching(workspace, argument), sources);
  if (drafts.length > 0) return drafts;
  throw new UnreadableError(`no draft matches “${argument}”`);
}

/** A folder of sources, of whichever draft. */
const SOURCES = /(?:^|[\\/])sources[\\/]/u;

/** What cannot be read stays: why is told when it is its turn. */
async function draftsAmong(
  workspace: StartFolder,
  paths: readonly string[],
  sources: readonly string[],
): Promise<readonly string[]> {
  const shelf = new Set(sources.map((path) => workspace.uriOf(path)));
  const drafts: string[] = [];
  for (const path of paths) {
    if (shelf.has(workspace.uriOf(path)) || SOURCES.test(path)) continue;
    if (mayBeDraft(await workspace.readText(path).catch(() => ''))) drafts.push(path);
  }
  return drafts;
}
