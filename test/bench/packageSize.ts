import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';

/** What the file holds that is installed in an editor, in megabytes of 2²⁰ bytes. */
export async function packageSize(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
  const packagePath = join(folder, 'copydesk.vsix');
  await createVSIX({ packagePath, dependencies: false });
  const { size } = statSync(packagePath);
  rmSync(folder, { recursive: true });
  return size / 2 ** 20;
}
