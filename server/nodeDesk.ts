import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Desk, openDesk } from './desk.js';
import { documentThread } from './documents/documentThread.js';
import type { Editor } from './editor.js';
import { learningThreads } from './learning/learningThreads.js';
import { digest, learningVersion, lessonCache } from './lessonCache.js';
import { NodeWorkspace } from './nodeWorkspace.js';
import { shippedReference } from './shipped.js';
import { provideWeights } from './weights.js';

/** Opens a desk that reads files itself, with what lies beside its bundle. Cannot throw. */
export function openNodeDesk(editor: Editor): Desk {
  provideWeights(__dirname);
  const installation = new NodeWorkspace(join(__dirname, '..'));
  return openDesk(editor, {
    open,
    readDocument: documentThread(join(__dirname, 'documents', 'worker.mjs')),
    learn: learningThreads(join(__dirname, 'learning.cjs')),
    digest,
    cache: (storage, whose, journal) => {
      const folder = pathOf(storage);
      if (folder === undefined) return undefined;
      const version = (): Promise<string> => learningVersion(__dirname);
      return lessonCache(folder, whose, version, (complaint) => journal.warn(complaint));
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
