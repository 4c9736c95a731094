import type { HouseStyle } from '../checks/houseStyle/styleRule.js';
import { fileNameOf } from '../workspace/uris.js';
import { UnreadableError, type Workspace, decodeText } from '../workspace/workspace.js';
import { STYLE_FILE, type StyleProblem, parseStyle } from './styleFile.js';

/** The largest file that is read, in bytes: the file comes with the folder and may be anything. */
const MAX_BYTES = 2 ** 20;

/** The house style that applies to a draft, with the file that contains it. */
export interface LocatedStyle {
  /** The file's path relative to the workspace in which it was found. */
  readonly path: string;
  readonly uri: string;
  /** The content of the file; empty if it cannot be read. */
  readonly text: string;
  readonly style: HouseStyle;
  readonly problems: readonly StyleProblem[];
}

/** True for the URI of a file with the name of a house style. */
export function isStyleFile(uri: string): boolean {
  return fileNameOf(uri) === STYLE_FILE;
}

/**
 * Finds the house style that applies to a draft: the nearest in its folder or above; `undefined` if
 * there is none. Another kind of file with the same name is skipped. `openText` returns the text of
 * a file that is open in the editor. Does not reject.
 */
export async function locateStyle(
  workspace: Pick<Workspace, 'ancestorPaths' | 'readBytes' | 'uriOf'>,
  draft: string,
  openText: (uri: string) => string | undefined = () => undefined,
): Promise<LocatedStyle | undefined> {
  for (const path of workspace.ancestorPaths(draft, STYLE_FILE)) {
    const uri = workspace.uriOf(path);
    try {
      const text = openText(uri) ?? decodeText(await workspace.readBytes(path, MAX_BYTES), path);
      const { style, problems } = parseStyle(text);
      if (style !== undefined) return { path, uri, text, style, problems };
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      if (error.isMissing) continue;
      const message = `${error.message}, so it has no effect.`;
      const problems = [{ span: { start: 0, end: 0 }, message }];
      return { path, uri, text: '', style: { rules: [] }, problems };
    }
  }
  return undefined;
}
