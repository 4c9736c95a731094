import { ProposedFeatures, createConnection } from 'vscode-languageserver/node';
import { MESSAGES, listen } from '../lsp/connection.js';
import { tuneEngine } from './engine.js';
import { MessageFraming } from '../lsp/messageFraming.js';

tuneEngine();

if (process.argv.includes('--stdio')) {
  const frames = new MessageFraming();
  // A client starts a server afresh that has ended, and waits for good for one that cannot hear it.
  process.stdin.on('data', (bytes: Buffer) => {
    const fault = frames.faultIn(bytes);
    if (fault === undefined) return;
    process.stderr.write(`copydesk: ${fault} Nothing after it can be read, so the server ends.\n`);
    process.exit(1);
  });
}

// The rest is a bundle of its own, loaded when the client has its first answer.
listen(createConnection(ProposedFeatures.all, MESSAGES), async (editor) => {
  const { openNodeServer: openNodeDesk } = await import('./nodeSession.js');
  return openNodeDesk(editor);
});
