import { join } from 'node:path';
import { ARCHIVE_PASSWORD_VARIABLE, ARCHIVE_VARIABLE } from '../../protocol/archive.js';
import type { Archive } from '../archive/archive.js';
import { openArchive } from '../archive/postgresArchive.js';

/**
 * Connects to the archive at an address. Only this function loads the driver, the one bundle that
 * can reach a network. Rejects with an `UnreadableError`.
 *
 * @param folder The folder of the bundles.
 */
export async function connectToArchive(
  folder: string,
  address: string,
  password?: string,
): Promise<Archive> {
  const { driver } = await import('./databaseDriver.js');
  return openArchive(driver, address, password, join(folder, 'archive'));
}

/**
 * Connects to the archive that the environment names, and removes it from the environment;
 * `undefined` if it names none.
 */
export function archiveOfEnvironment(
  folder: string,
  environment: NodeJS.ProcessEnv,
): (() => Promise<Archive>) | undefined {
  const { [ARCHIVE_VARIABLE]: address = '', [ARCHIVE_PASSWORD_VARIABLE]: password } = environment;
  for (const name of [ARCHIVE_VARIABLE, ARCHIVE_PASSWORD_VARIABLE])
    Reflect.deleteProperty(environment, name);
  return address === '' ? undefined : () => connectToArchive(folder, address, password);
}
