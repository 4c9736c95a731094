import { setFlagsFromString } from 'node:v8';
import { ProposedFeatures, createConnection } from 'vscode-languageserver/node';
import { MESSAGES, listen } from './connection.js';
import { Frames } from './frames.js';

// What a key replaces is garbage at once, of which the engine would let three times as much pile up as is in
// use. Half as much, and young objects in the least room, cost a tenth of a key's time and save a third of all
// memory. Where each of the rare full collections also moves what is left together, no holes pile up: that
// keeps 5 MB more away, and what is held stays flat. An engine that does not know these goes on without.
setFlagsFromString('--heap-growing-percent=50');
setFlagsFromString('--semi-space-growth-factor=1');
setFlagsFromString('--compact-on-every-full-gc');

if (process.argv.includes('--stdio')) {
  const frames = new Frames();
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
  const { openNodeDesk } = await import('./nodeDesk.js');
  return openNodeDesk(editor);
});
