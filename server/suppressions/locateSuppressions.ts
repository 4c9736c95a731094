import { Utils } from 'vscode-uri';
import type { Suppressions } from '../checks/suppressionData.js';
import {
  SUPPRESSIONS_FILE,
  type SuppressionsProblem,
  parseSuppressions,
} from './suppressionsFile.js';
import { UnreadableError, type Workspace, decodeText } from '../workspace/workspace.js';
import { fileNameOf, parseUri, relativePath } from '../workspace/uris.js';

/** The largest file that is read, in bytes: the file comes with the folder and may be anything. */
const MAX_BYTES = 2 ** 20;

/** The suppressions that apply to a draft, with the file that contains them. */
export interface LocatedSuppressions {
  /** The file's path relative to the workspace in which it was found. */
  readonly path: string;
  readonly uri: string;
  /** The content of the file; empty if it cannot be read. */
  readonly text: string;
  /** False if the file is there and cannot be read, so that nothing may be written to it either. */
  readonly isReadable: boolean;
  readonly suppressions: Suppressions;
  readonly problems: readonly SuppressionsProblem[];
}

/** True for the URI of a suppressions file. */
export function isSuppressionsFile(uri: string): boolean {
  return fileNameOf(uri) === SUPPRESSIONS_FILE;
}

/**
 * Finds the suppressions that apply to a draft: those of the nearest suppressions file in its folder or above;
 * `undefined` if there is none. `openText` returns the text of a file that is open in the editor. Does not reject.
 */
export async function locateSuppressions(
  workspace: Pick<Workspace, 'ancestorPaths' | 'readBytes' | 'uriOf'>,
  draft: string,
  openText: (uri: string) => string | undefined = () => undefined,
): Promise<LocatedSuppressions | undefined> {
  for (const path of workspace.ancestorPaths(draft, SUPPRESSIONS_FILE)) {
    const uri = workspace.uriOf(path);
    try {
      const text = openText(uri) ?? decodeText(await workspace.readBytes(path, MAX_BYTES), path);
      return { path, uri, text, isReadable: true, ...parseSuppressions(text) };
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      if (error.isMissing) continue;
      const message = `${error.message}, so it has no effect.`;
      const problems = [{ span: { start: 0, end: 0 }, message }];
      return { path, uri, text: '', isReadable: false, ...parseSuppressions(''), problems };
    }
  }
  return undefined;
}

/** The path of a draft relative to the folder of a suppressions file; `undefined` if it is not below that folder. */
export function draftPathFrom(suppressionsFile: string, draft: string): string | undefined {
  const [file, draftUri] = [parseUri(suppressionsFile), parseUri(draft)];
  if (file === undefined || draftUri === undefined) return undefined;
  return relativePath(Utils.dirname(file), draftUri);
}
