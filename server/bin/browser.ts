import {
  BrowserMessageReader,
  BrowserMessageWriter,
  ProposedFeatures,
  createConnection,
} from 'vscode-languageserver/browser';
import { URI } from 'vscode-uri';
import { ClientWorkspace } from '../workspace/clientWorkspace.js';
import { CONNECTION_OPTIONS } from '../lsp/connectionOptions.js';
import { listen } from '../lsp/messageRouter.js';
import { openLanguageServer } from '../lsp/languageServer.js';
import type { SessionHost } from '../session/sessionHost.js';
import { type BrowserAssets, SERVER_READY } from '../../protocol/browserAssets.js';
import { indexesOf } from '../sources/sourceInput.js';
import { provideGrammar } from '../prose/grammar/grammar.js';
import { RULES_PAGE } from '../checks/rulesPage.js';
import { createBrowserReader } from './browserReader.js';
import { provideSpellingWords } from '../checks/spelling/dictionary.js';
import { shippedReference } from '../sources/shippedReference.js';

/** The globals of a browser's worker that are used here. */
declare const self: {
  addEventListener(
    type: 'message',
    listener: (event: { readonly data: unknown }) => void,
    options: { readonly once: true },
  ): void;
  postMessage(message: unknown): void;
  close(): void;
};

// The first message contains the assets; the protocol begins with the second.
self.addEventListener('message', ({ data }) => serve(data as BrowserAssets), {
  once: true,
});

function serve({ grammar, words, reference, extensionUri }: BrowserAssets): void {
  provideGrammar(() => grammar);
  provideSpellingWords(() => words);

  const connection = createConnection(
    ProposedFeatures.all,
    new BrowserMessageReader(self),
    new BrowserMessageWriter(self),
    CONNECTION_OPTIONS,
  );
  const installation = new ClientWorkspace(connection, URI.parse(extensionUri));
  connection.onExit(() => self.close());
  const host: SessionHost = {
    // A document that was never saved is not in a folder.
    open: (folder) =>
      folder.scheme === 'untitled' ? undefined : new ClientWorkspace(connection, folder),
    readDocument: () =>
      Promise.resolve({ unreadable: 'can only be read by VS Code on the desktop' }),
    index: async (source) => {
      // Other events are handled between two sources.
      await new Promise((resolve) => setTimeout(resolve));
      return indexesOf(source);
    },
    digest: async (bytes) => {
      const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
      return Array.from(new Uint8Array(digest), (byte) => byte.toString(16)).join(' ');
    },
    shipped: async () => ({
      reference: await shippedReference({ readText: () => Promise.resolve(reference) }),
      uriOfSource: (source) => installation.uriOf(source),
      isSource: () => false,
    }),
    loadOpinions: () => import('../session/secondOpinions.js'),
    reader: (reports) => createBrowserReader(installation, reports),
    rulesPage: installation.uriOf(RULES_PAGE),
  };
  listen(connection, (client, introduction) =>
    Promise.resolve(openLanguageServer(client, host, introduction)),
  );
  self.postMessage(SERVER_READY);
}
