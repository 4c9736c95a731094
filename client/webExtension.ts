import { type ExtensionContext, Uri, workspace } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { type BrowserAssets, READY } from '../protocol/browserAssets.js';
import { type Views, activateClient } from './activation.js';
import { answerFileRequests } from './fileRequests.js';

export { deactivate } from './activation.js';

/** What the browser has of workers. */
declare class Worker {
  constructor(address: string, options: { readonly name: string });
  postMessage(message: unknown, transfer: readonly ArrayBufferLike[]): void;
  addEventListener(
    type: 'message' | 'error',
    hear: (event: { readonly data?: unknown; readonly message?: string }) => void,
  ): void;
  terminate(): void;
}

/** Called by the editor in a browser once, when the first Markdown file or a view opens. */
export function activate(context: ExtensionContext): Views {
  return activateClient(context, (options) => {
    const client = new LanguageClient(
      'copydesk',
      'Copydesk',
      () => startServer(context.extensionUri),
      options,
    );
    answerFileRequests(client);
    return client;
  });
}

/** Starts the server in a worker, and hands it what it cannot read itself. Rejects where something of that is missing. */
async function startServer(folder: Uri): Promise<MessageTransports> {
  const read = async (name: string): Promise<Uint8Array> =>
    // A copy of its own, which can be given away.
    new Uint8Array(await workspace.fs.readFile(Uri.joinPath(folder, 'dist', name)));
  const [grammar, gaps, base] = (await Promise.all(
    ['grammar.bin', 'gaps.bin', 'astana-summit.json'].map(read),
  )) as [Uint8Array, Uint8Array, Uint8Array];
  const installation: BrowserAssets = {
    address: folder.toString(),
    grammar,
    gaps,
    base: new TextDecoder().decode(base),
  };
  const worker = new Worker(Uri.joinPath(folder, 'dist', 'web', 'server.js').toString(true), {
    name: 'Copydesk',
  });
  worker.postMessage(installation, [grammar.buffer, gaps.buffer]);
  await isReady(worker);
  // The editor's workers are none by their class, so the client would not know one for what it is.
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}

/** Resolves when the server waits for the protocol. Rejects where the worker cannot run it. */
function isReady(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }) => {
      if (data === READY) resolve();
    });
    worker.addEventListener('error', ({ message }) => {
      worker.terminate();
      reject(new Error(`the browser did not run the server (${message ?? 'no reason given'})`));
    });
  });
}
