import { type Reference, createReference } from './reference/reference.js';
import { restoreBase } from './reference/storedBase.js';
import { UnreadableError, type Workspace } from './workspace.js';

/**
 * The reference that ships with Copydesk, as the build stored it in the folder of the bundles.
 * Rejects with an `UnreadableError` where that file is missing or damaged.
 */
export async function shippedReference(bundles: Workspace): Promise<Reference> {
  const name = 'astana-summit.json';
  const base = restoreBase(await bundles.readText(name));
  if (base === undefined) throw new UnreadableError(`${name}, the base that ships, is damaged`);
  return createReference(base);
}
