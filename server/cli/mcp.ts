import { WHAT_ASSISTANTS_SEE } from '../../protocol/assistants.js';
import { AssistantDesk, type FolderSources } from '../assistants/desk.js';
import { SourceTexts } from '../assistants/sourceTexts.js';
import { runToCompletion } from '../prose/cooperativeTask.js';
import { countWithNoun } from '../reference/summary.js';
import { DEFAULT_SOURCES } from '../session/settings.js';
import { Ingest } from '../sources/ingest.js';
import { escapesFolder, globProblem, quotedGlob } from '../workspace/globs.js';
import { UnreadableError, type Workspace } from '../workspace/workspace.js';
import { EXIT, type Host, UsageError } from './host.js';
import { CHECKING, checkingOptions, readOptions } from './options.js';

/**
 * `copydesk mcp`: answers an assistant about a folder until it hangs up. Resolves to the exit status; rejects with a
 * `UsageError` or an `UnreadableError`.
 */
export async function mcp(host: Host, args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, {
    sources: { type: 'string', multiple: true },
    cache: { type: 'string' },
    ...CHECKING,
  });
  const options = checkingOptions(values);
  const [folder = '.', ...others] = positionals;
  if (others.length > 0) throw new UsageError('mcp takes one folder');
  if ((await host.workspace.kind(folder)) !== 'folder')
    throw new UnreadableError(`${folder === '' ? '“”' : folder} is not a folder`);
  const globs = values.sources ?? DEFAULT_SOURCES;
  for (const glob of globs) checkGlob(glob);

  const workspace = host.openFolder(folder);
  const cache = values.cache;
  const sources = sourceReader(
    workspace,
    new Ingest(
      workspace,
      host,
      cache === undefined ? undefined : host.cache(cache, [workspace.uriOf('.'), ...globs]),
    ),
    globs,
  );
  const reader = values['no-reader'] ? undefined : host.reader(cache);
  const desk = new AssistantDesk({
    workspace,
    sources,
    reader,
    options,
    run: (task) => Promise.resolve(runToCompletion(task)),
    now: () => new Date(),
  });
  host.warn(`copydesk: ${WHAT_ASSISTANTS_SEE}`);
  // Meanwhile the assistant already gets answers.
  void announce(host, folder, desk);
  try {
    await host.serveAssistants(desk, new SourceTexts(workspace, host.readDocument, desk));
  } finally {
    await reader?.flush();
    reader?.stop();
  }
  return EXIT.clean;
}

/** Throws a `UsageError` if a glob cannot be used, or names files outside the folder. */
function checkGlob(glob: string): void {
  const fault = escapesFolder(glob) ? 'leaves the folder' : globProblem(glob);
  if (fault !== undefined) throw new UsageError(`${quotedGlob(glob)} ${fault}`);
}

/** Reads changed sources whenever it is called, one call at a time. */
function sourceReader(
  workspace: Workspace,
  ingest: Ingest,
  globs: readonly string[],
): () => Promise<FolderSources> {
  let last: Promise<FolderSources> | undefined;
  const read = async (): Promise<FolderSources> => {
    const paths = await workspace.find(globs);
    const result = await ingest.update(paths);
    return { paths, indexes: result?.indexes ?? [] };
  };
  return () => (last = last === undefined ? read() : last.then(read));
}

/** Reports how many sources an assistant may see, without names: an assistant may read this too. */
async function announce(host: Host, folder: string, desk: AssistantDesk): Promise<void> {
  const { names, withheld, files } = await desk.sources();
  const counts = [
    `${countWithNoun(names.size, 'source')} may be shown`,
    ...(withheld === 0 ? [] : [`${withheld} confidential or embargoed withheld`]),
    ...(files.length === 0
      ? ['there is no folder “sources”: name sources with --sources GLOB']
      : []),
  ];
  host.warn(`copydesk: ${folder}: ${counts.join('; ')}.`);
}
