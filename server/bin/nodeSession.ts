import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LanguageServer, openLanguageServer } from '../lsp/languageServer.js';
import { createExtractorThread } from '../sources/extractors/extractorThread.js';
import type { ClientApi } from '../session/clientApi.js';
import { createWorkerPool } from '../sources/workerPool.js';
import { digest, indexVersion, createIndexCache } from '../sources/indexCache.js';
import { NodeWorkspace } from '../workspace/nodeWorkspace.js';
import { shippedReference } from '../sources/shippedReference.js';
import { provideWeights } from './weights.js';

/** Opens a desk that reads files itself, with what lies beside its bundle. */
export function openNodeServer(editor: ClientApi): LanguageServer {
  provideWeights(__dirname);
  const installation = new NodeWorkspace(join(__dirname, '..'));
  return openLanguageServer(editor, {
    open,
    readDocument: createExtractorThread(join(__dirname, 'extractors', 'extractorWorker.mjs')),
    learn: createWorkerPool(join(__dirname, 'ingestWorker.cjs')),
    digest,
    cache: (storage, whose, journal) => {
      const folder = pathOf(storage);
      if (folder === undefined) return undefined;
      const version = (): Promise<string> => indexVersion(__dirname);
      return createIndexCache(folder, whose, version, (complaint) => journal.warn(complaint));
    },
    shipped: async () => ({
      reference: await shippedReference(new NodeWorkspace(__dirname)),
      addressOf: (source) => installation.uriOf(source),
      holds: () => false,
    }),
  });
}

function open(folder: string): NodeWorkspace | undefined {
  const path = pathOf(folder);
  return path === undefined ? undefined : new NodeWorkspace(path);
}

/** A folder of another machine's (`file://host/…`) has no path here. */
function pathOf(folder: string): string | undefined {
  try {
    return folder.startsWith('file:') ? fileURLToPath(folder) : undefined;
  } catch {
    return undefined;
  }
}
