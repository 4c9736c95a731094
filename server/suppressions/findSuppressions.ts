import type { Suppressions } from '../checks/suppression.js';
import {
  SUPPRESSIONS_FILE,
  type SuppressionsProblem,
  parseSuppressions,
} from './suppressionsFile.js';
import {
  UnreadableError,
  type Workspace,
  decodeText,
  plainAddress,
} from '../workspace/workspace.js';

/** Far more than people decide; the file comes with the folder, and may be anything. */
const LARGEST = 2 ** 20;

/** The decisions that hold for a draft, and the file that they stand in. */
export interface LocatedSuppressions {
  /** As a path from the workspace that it was found in. */
  readonly path: string;
  readonly uri: string;
  /** Empty where the file cannot be read. */
  readonly text: string;
  readonly suppressions: Suppressions;
  readonly problems: readonly SuppressionsProblem[];
}

/** True for the address of a decisions file. */
export function isSuppressionsFile(uri: string): boolean {
  return uri.endsWith(`/${SUPPRESSIONS_FILE}`);
}

/**
 * The decisions that hold for a draft: those of the nearest file in its folder or above, and of no
 * other; `undefined` where there is none. `openText` gives the text of a file that an editor holds
 * open. Does not reject.
 */
export async function locateSuppressions(
  workspace: Workspace,
  draft: string,
  openText: (uri: string) => string | undefined = () => undefined,
): Promise<LocatedSuppressions | undefined> {
  for (const path of workspace.above(draft, SUPPRESSIONS_FILE)) {
    const uri = workspace.uriOf(path);
    try {
      const text = openText(uri) ?? decodeText(await workspace.readBytes(path, LARGEST), path);
      return { path, uri, text, ...parseSuppressions(text) };
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      if (error.isMissing) continue;
      const message = `${error.message}, so it counts for nothing.`;
      const problems = [{ span: { start: 0, end: 0 }, message }];
      return { path, uri, text: '', ...parseSuppressions(''), problems };
    }
  }
  return undefined;
}

/** The path of a draft from the folder of a decisions file; `undefined` where it does not lie there. */
export function pathFrom(decisionsFile: string, draft: string): string | undefined {
  const folder = plainAddress(decisionsFile).slice(0, -SUPPRESSIONS_FILE.length);
  const address = plainAddress(draft);
  return address.startsWith(folder) ? address.slice(folder.length) : undefined;
}
