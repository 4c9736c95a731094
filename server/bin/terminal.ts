import { once } from 'node:events';
import { open, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { run } from '../cli/command.js';
import type { Host } from '../cli/host.js';
import { createExtractorThread } from '../sources/extractors/extractorThread.js';
import { createWorkerPool } from '../sources/workerPool.js';
import { sha256, indexerVersion, createIndexCache } from '../sources/indexCache.js';
import { NodeWorkspace } from '../workspace/nodeWorkspace.js';
import type { Reference } from '../reference/reference.js';
import { shippedReference } from '../sources/shippedReference.js';
import { connectToArchive } from './nodeArchive.js';
import { createNodeReader } from './nodeReader.js';
import { loadLoopback, openOpinionCache } from './ownModel.js';
import { provideWeights } from './weights.js';
import { atomicWrite } from '../workspace/atomicWrite.js';
import { UnreadableError } from '../workspace/workspace.js';

/** Defined by the build. */
declare const COPYDESK_VERSION: string;

/** Most drafts are read at once. */
const SENTENCES_AT_ONCE = 256;

let shipped: Promise<Reference> | undefined;

const host: Host = {
  workspace: new NodeWorkspace(process.cwd()),
  readDocument: createExtractorThread(join(__dirname, 'extractors', 'extractorWorker.mjs')),
  index: createWorkerPool(join(__dirname, 'ingestWorker.cjs')),
  digest: sha256,
  cache: (folder, globs) =>
    createIndexCache(
      resolve(folder),
      JSON.stringify([process.cwd(), globs]),
      () => indexerVersion(__dirname),
      (warning) => host.warn(`copydesk: ${warning}`),
    ),
  openArchive: (address) => connectToArchive(__dirname, address),
  loadOpinions: () => import('../cli/secondOpinion.js'),
  openLoopback: loadLoopback,
  opinionStore: (folder) =>
    openOpinionCache(resolve(folder), (warning) => host.warn(`copydesk: ${warning}`)),
  stream: async (path) => {
    try {
      const file = await open(path);
      return { size: (await file.stat()).size, chunks: file.createReadStream() };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new UnreadableError(`${path} cannot be read (${reason})`);
    }
  },
  input: process.stdin,
  write: async (text) => {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  },
  warn: (line) => {
    showProgress('');
    process.stderr.write(`${line}\n`);
  },
  showProgress,
  save,
  shipped: () => (shipped ??= shippedReference(new NodeWorkspace(__dirname))),
  colour: process.stdout.isTTY && process.stdout.hasColors(),
  reader: (cache) =>
    createNodeReader(
      __dirname,
      cache === undefined ? undefined : resolve(cache),
      { warn: (warning) => host.warn(`copydesk: ${warning}`), engine: () => undefined },
      SENTENCES_AT_ONCE,
    ),
  openFolder: (folder) => new NodeWorkspace(resolve(folder)),
  serveAssistants: async (desk, texts) => {
    const { serveAssistants } = await import('./mcp.js');
    await serveAssistants(desk, texts, COPYDESK_VERSION);
  },
  serve: async () => {
    await import('./node.js');
  },
  version: COPYDESK_VERSION,
};

/** Keeps a link and the mode of the file; does not replace a read-only file. */
async function save(path: string, text: string): Promise<void> {
  const target = await realpath(path).catch(() => path);
  try {
    const mode = await stat(target).then(
      (stats) => stats.mode,
      () => undefined,
    );
    if (mode !== undefined && (mode & ANY_WRITE_PERMISSION) === 0)
      throw new Error('it is read-only');
    await atomicWrite(target, [Buffer.from(text)], mode);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnreadableError(`${path} cannot be written (${reason})`);
  }
}

const ANY_WRITE_PERMISSION = 0o222;

let lastShown = 0;

/** Shows at most ten messages a second, and every empty one, which clears the line. */
function showProgress(message: string): void {
  if (!process.stderr.isTTY) return;
  const now = performance.now();
  if (message !== '' && now - lastShown < 100) return;
  lastShown = now;
  process.stderr.write(`\r\u001b[K${message}`);
}

provideWeights(__dirname);

// A reader that closes the pipe early, as “head” does, is not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 2);
});

void run(host, process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
