import { once } from 'node:events';
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './cli/command.js';
import type { Host } from './cli/host.js';
import { documentThread } from './documents/documentThread.js';
import { NodeWorkspace } from './nodeWorkspace.js';
import type { Reference } from './reference/reference.js';
import { shippedReference } from './shipped.js';
import { provideWeights } from './weights.js';
import { UnreadableError } from './workspace.js';

/** Put in by the build. */
declare const COPYDESK_VERSION: string;

let shipped: Promise<Reference> | undefined;

const host: Host = {
  workspace: new NodeWorkspace(process.cwd()),
  readDocument: documentThread(join(__dirname, 'documents', 'worker.mjs')),
  input: process.stdin,
  write: async (text) => {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  },
  tell: (line) => process.stderr.write(`${line}\n`),
  save,
  shipped: () => (shipped ??= shippedReference(new NodeWorkspace(__dirname))),
  colour: process.stdout.isTTY && process.stdout.hasColors(),
  serve: async () => {
    await import('./main.js');
  },
  version: COPYDESK_VERSION,
};

/**
 * Writes beside the file first, so that a crash in the middle leaves the old one whole. A link stays
 * a link, and the file keeps its mode.
 */
async function save(path: string, text: string): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const unfinished = `${target}.${process.pid}.tmp`;
  try {
    const mode = await stat(target).then(
      (stats) => stats.mode,
      () => undefined,
    );
    await writeFile(unfinished, text, { mode });
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnreadableError(`${path} cannot be written (${reason})`);
  }
}

provideWeights(__dirname);

// A reader that has seen enough, as “head” does, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 2);
});

void run(host, process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
