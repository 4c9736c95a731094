import { ProposedFeatures, createConnection } from 'vscode-languageserver/node';
import { listen } from './connection.js';

// The rest is a bundle of its own, loaded when the client has its first answer.
listen(createConnection(ProposedFeatures.all), async (editor) => {
  const { openNodeDesk } = await import('./nodeDesk.js');
  return openNodeDesk(editor);
});
