import { type Reference, referenceOf } from '../reference/reference.js';
import { restoreIndexes } from '../reference/storedIndexes.js';
import { UnreadableError, type Workspace } from '../workspace/workspace.js';

/**
 * The reference that ships with Copydesk, as the build stored it among the bundles.
 * Rejects with an `UnreadableError` where that file is missing or damaged.
 */
export async function shippedReference(bundles: Pick<Workspace, 'readText'>): Promise<Reference> {
  const name = 'astana-summit.json';
  const lessons = restoreIndexes(await bundles.readText(name));
  if (lessons === undefined) throw new UnreadableError(`${name}, the base that ships, is damaged`);
  return referenceOf(lessons);
}
