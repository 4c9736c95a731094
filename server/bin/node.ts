import { ProposedFeatures, createConnection } from 'vscode-languageserver/node';
import { MODEL_ADDRESS_VARIABLE, MODEL_NAME_VARIABLE } from '../../protocol/secondOpinion.js';
import { CONNECTION_OPTIONS } from '../lsp/connectionOptions.js';
import { listen } from '../lsp/messageRouter.js';
import { tuneEngine } from './engineTuning.js';
import { MessageFraming } from '../lsp/messageFraming.js';

tuneEngine();

if (process.argv.includes('--stdio')) {
  const framing = new MessageFraming();
  // A client restarts a server that has ended, but waits for ever for one that cannot read its
  // messages.
  process.stdin.on('data', (bytes: Buffer) => {
    const problem = framing.errorIn(bytes);
    if (problem === undefined) return;
    process.stderr.write(
      `copydesk: ${problem} Nothing after it can be read, so the server stops.\n`,
    );
    process.exit(1);
  });
}

// The rest is a separate bundle, loaded after the answer to “initialize”.
listen(
  createConnection(ProposedFeatures.all, CONNECTION_OPTIONS),
  async (client, introduction) => {
    const { openNodeServer } = await import('./nodeSession.js');
    return openNodeServer(client, introduction);
  },
  (process.env[MODEL_ADDRESS_VARIABLE] ?? '') !== '' &&
    (process.env[MODEL_NAME_VARIABLE] ?? '') !== '',
);
