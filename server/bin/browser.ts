import {
  BrowserMessageReader,
  BrowserMessageWriter,
  ProposedFeatures,
  createConnection,
} from 'vscode-languageserver/browser';
import { ClientWorkspace } from '../workspace/clientWorkspace.js';
import { MESSAGES, listen } from '../lsp/connection.js';
import { openLanguageServer } from '../lsp/languageServer.js';
import type { SessionHost } from '../session/referenceStore.js';
import { type BrowserAssets, READY } from '../../protocol/browserAssets.js';
import { indexesOf } from '../sources/sourceInput.js';
import { provideGrammar } from '../prose/grammar/grammar.js';
import { provideGapWeights } from '../checks/sentences/gaps/gapModel.js';
import { shippedReference } from '../sources/shippedReference.js';

/** What this worker has of the browser. */
declare const self: {
  addEventListener(
    type: 'message',
    hear: (event: { readonly data: unknown }) => void,
    options: { readonly once: true },
  ): void;
  postMessage(message: unknown): void;
  close(): void;
};

// The first message is what was installed; the protocol begins with the second.
self.addEventListener('message', ({ data }) => serve(data as BrowserAssets), {
  once: true,
});

function serve({ grammar, gaps, base, address }: BrowserAssets): void {
  provideGrammar(() => grammar);
  provideGapWeights(() => gaps);

  const connection = createConnection(
    ProposedFeatures.all,
    new BrowserMessageReader(self),
    new BrowserMessageWriter(self),
    MESSAGES,
  );
  const installation = new ClientWorkspace(connection, address);
  connection.onExit(() => self.close());
  const stock: SessionHost = {
    open: (folder) =>
      folder.includes('://') ? new ClientWorkspace(connection, folder) : undefined,
    readDocument: () =>
      Promise.resolve({ unreadable: 'can be read by VS Code on a desktop only, so far' }),
    learn: async (material) => {
      // Between two sources others have their turn.
      await new Promise((resolve) => setTimeout(resolve));
      return indexesOf(material);
    },
    digest: async (bytes) => {
      const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
      return Array.from(new Uint8Array(digest), (byte) => byte.toString(16)).join(' ');
    },
    shipped: async () => ({
      reference: await shippedReference({ readText: () => Promise.resolve(base) }),
      addressOf: (source) => installation.uriOf(source),
      holds: () => false,
    }),
  };
  listen(connection, (editor) => Promise.resolve(openLanguageServer(editor, stock)));
  self.postMessage(READY);
}
