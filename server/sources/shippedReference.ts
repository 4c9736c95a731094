import { type Reference, referenceFromIndexes } from '../reference/reference.js';
import { restoreIndexes } from '../reference/storedIndexes.js';
import { UnreadableError, type Workspace } from '../workspace/workspace.js';

/**
 * The sample reference that ships with Copydesk, about the 2024 summit in Astana, which the build stores next to the bundles. Rejects with an
 * `UnreadableError` if that file is missing or damaged.
 */
export async function shippedReference(bundles: Pick<Workspace, 'readText'>): Promise<Reference> {
  const name = 'astana-summit.json';
  const indexes = restoreIndexes(await bundles.readText(name));
  if (indexes === undefined)
    throw new UnreadableError(`the bundled reference (${name}) is damaged`);
  return referenceFromIndexes(indexes, 'sample');
}
