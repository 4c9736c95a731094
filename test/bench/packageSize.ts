import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownTarget, pack } from '../../packaging.js';

/**
 * The size of the file that is installed in an editor on this machine, in megabytes of 2²⁰ bytes.
 */
export async function packageSize(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
  const file = join(folder, 'copydesk.vsix');
  await pack(ownTarget(), file);
  const { size } = statSync(file);
  rmSync(folder, { recursive: true });
  return size / 2 ** 20;
}
