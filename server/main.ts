import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ProposedFeatures, createConnection } from 'vscode-languageserver/node';
import { listen } from './connection.js';
import { documentThread } from './documents/documentThread.js';
import { NodeWorkspace } from './nodeWorkspace.js';
import { shippedReference } from './shipped.js';
import { provideWeights } from './weights.js';

provideWeights(__dirname);

const installation = new NodeWorkspace(join(__dirname, '..'));

listen(createConnection(ProposedFeatures.all), {
  open,
  readDocument: documentThread(join(__dirname, 'documents', 'worker.mjs')),
  shipped: async () => ({
    reference: await shippedReference(new NodeWorkspace(__dirname)),
    addressOf: (source) => installation.uriOf(source),
    holds: () => false,
  }),
});

/** A folder of another machine's (`file://host/…`) has no path here. */
function open(folder: string): NodeWorkspace | undefined {
  try {
    return folder.startsWith('file:') ? new NodeWorkspace(fileURLToPath(folder)) : undefined;
  } catch {
    return undefined;
  }
}
