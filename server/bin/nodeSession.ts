import { join } from 'node:path';
import type { URI } from 'vscode-uri';
import { type LanguageServer, openLanguageServer } from '../lsp/languageServer.js';
import { createExtractorThread } from '../sources/extractors/extractorThread.js';
import { RULES_PAGE } from '../checks/rulesPage.js';
import type { ClientApi } from '../session/clientApi.js';
import type { Introduction } from '../session/clientInfo.js';
import type { SessionHost } from '../session/sessionHost.js';
import { createWorkerPool } from '../sources/workerPool.js';
import { sha256, indexerVersion, createIndexCache } from '../sources/indexCache.js';
import { NodeWorkspace } from '../workspace/nodeWorkspace.js';
import { shippedReference } from '../sources/shippedReference.js';
import { archiveOfEnvironment } from './nodeArchive.js';
import { createNodeReader } from './nodeReader.js';
import { loadLoopback, openOpinionCache, ownModelOfEnvironment } from './ownModel.js';
import { provideWeights } from './weights.js';

/**
 * Opens a server that reads files from disk, including those that are installed beside its bundle.
 */
export function openNodeServer(client: ClientApi, introduction: Introduction): LanguageServer {
  provideWeights(__dirname);
  const installation = new NodeWorkspace(join(__dirname, '..'));
  const host: SessionHost = {
    open,
    readDocument: createExtractorThread(join(__dirname, 'extractors', 'extractorWorker.mjs')),
    index: createWorkerPool(join(__dirname, 'ingestWorker.cjs')),
    digest: sha256,
    cache: (storage, key, log) => {
      const folder = pathOf(storage);
      if (folder === undefined) return undefined;
      const version = (): Promise<string> => indexerVersion(__dirname);
      return createIndexCache(folder, key, version, (warning) => log.warn(warning));
    },
    reader: (reports, storage) => createNodeReader(__dirname, storage && pathOf(storage), reports),
    shipped: async () => ({
      reference: await shippedReference(new NodeWorkspace(__dirname)),
      uriOfSource: (source) => installation.uriOf(source),
      isSource: () => false,
    }),
    openArchive: archiveOfEnvironment(__dirname, process.env),
    loadOpinions: () => import('../session/secondOpinions.js'),
    ownModel: ownModelOfEnvironment(process.env),
    openLoopback: loadLoopback,
    opinionStore: async (storage, warn) => {
      const folder = pathOf(storage);
      return folder === undefined ? undefined : openOpinionCache(folder, warn);
    },
    rulesPage: installation.uriOf(RULES_PAGE),
  };
  return openLanguageServer(client, host, introduction);
}

function open(folder: URI): NodeWorkspace | undefined {
  const path = pathOf(folder);
  return path === undefined ? undefined : new NodeWorkspace(path);
}

/**
 * The path of a folder on disk. A folder on another machine (`file://host/…`) has one only on
 * Windows.
 */
function pathOf({ scheme, authority, fsPath }: URI): string | undefined {
  const isReachable = authority === '' || process.platform === 'win32';
  return scheme === 'file' && isReachable ? fsPath : undefined;
}
