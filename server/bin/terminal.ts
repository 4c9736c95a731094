import { once } from 'node:events';
import { realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { run } from '../cli/command.js';
import type { Host } from '../cli/host.js';
import { createExtractorThread } from '../sources/extractors/extractorThread.js';
import { createWorkerPool } from '../sources/workerPool.js';
import { digest, indexVersion, createIndexCache } from '../sources/indexCache.js';
import { NodeWorkspace } from '../workspace/nodeWorkspace.js';
import type { Reference } from '../reference/reference.js';
import { shippedReference } from '../sources/shippedReference.js';
import { provideWeights } from './weights.js';
import { atomicWrite } from '../workspace/atomicWrite.js';
import { UnreadableError } from '../workspace/workspace.js';

/** Put in by the build. */
declare const COPYDESK_VERSION: string;

let shipped: Promise<Reference> | undefined;

const host: Host = {
  workspace: new NodeWorkspace(process.cwd()),
  readDocument: createExtractorThread(join(__dirname, 'extractors', 'extractorWorker.mjs')),
  learn: createWorkerPool(join(__dirname, 'ingestWorker.cjs')),
  digest,
  cache: (folder, globs) =>
    createIndexCache(
      resolve(folder),
      JSON.stringify([process.cwd(), globs]),
      () => indexVersion(__dirname),
      (complaint) => host.tell(`copydesk: ${complaint}`),
    ),
  input: process.stdin,
  write: async (text) => {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  },
  tell: (line) => {
    report('');
    process.stderr.write(`${line}\n`);
  },
  report,
  save,
  shipped: () => (shipped ??= shippedReference(new NodeWorkspace(__dirname))),
  colour: process.stdout.isTTY && process.stdout.hasColors(),
  serve: async () => {
    await import('./node.js');
  },
  version: COPYDESK_VERSION,
};

/** A link stays a link, and the file keeps its mode; one that is read-only is not replaced. */
async function save(path: string, text: string): Promise<void> {
  const target = await realpath(path).catch(() => path);
  try {
    const mode = await stat(target).then(
      (stats) => stats.mode,
      () => undefined,
    );
    if (mode !== undefined && (mode & ANYBODY_WRITES) === 0) throw new Error('it is read-only');
    await atomicWrite(target, [Buffer.from(text)], mode);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnreadableError(`${path} cannot be written (${reason})`);
  }
}

const ANYBODY_WRITES = 0o222;

let shown = 0;

/** Shows a state at most ten times a second, and an empty one, which takes the line away, always. */
function report(state: string): void {
  if (!process.stderr.isTTY) return;
  const now = performance.now();
  if (state !== '' && now - shown < 100) return;
  shown = now;
  process.stderr.write(`\r\u001b[K${state}`);
}

provideWeights(__dirname);

// A reader that has seen enough, as “head” does, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 2);
});

void run(host, process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
