import { type ExtensionContext, Uri, workspace } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { type BrowserAssets, SERVER_READY } from '../protocol/browserAssets.js';
import { type Views, activateClient } from './activation.js';
import { answerFileRequests } from './fileRequests.js';

export { deactivate } from './activation.js';

/** The part of the browser's workers that is used here. */
declare class Worker {
  constructor(url: string, options: { readonly name: string });
  postMessage(message: unknown, transfer: readonly ArrayBufferLike[]): void;
  addEventListener(
    type: 'message' | 'error',
    listener: (event: { readonly data?: unknown; readonly message?: string }) => void,
  ): void;
  terminate(): void;
}

/** Called once by the editor in a browser, when the first Markdown file or a view is opened. */
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

/** Starts the server in a worker and sends it the assets that it cannot read itself. Rejects if one is missing. */
async function startServer(folder: Uri): Promise<MessageTransports> {
  const read = async (name: string): Promise<Uint8Array> =>
    // Copied, because its buffer is transferred to the worker.
    new Uint8Array(await workspace.fs.readFile(Uri.joinPath(folder, 'dist', name)));
  const [grammar, words, reference] = (await Promise.all(
    ['grammar.bin', 'words.bin', 'astana-summit.json'].map(read),
  )) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const assets: BrowserAssets = {
    extensionUri: folder.toString(),
    grammar,
    words,
    reference: new TextDecoder().decode(reference),
  };
  const worker = new Worker(Uri.joinPath(folder, 'dist', 'web', 'server.js').toString(true), {
    name: 'Copydesk',
  });
  worker.postMessage(assets, [grammar.buffer, words.buffer]);
  await isReady(worker);
  // The editor replaces the class of workers, so the client would not recognise one.
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}

/** Resolves when the server is ready for the protocol. Rejects if the worker cannot run it. */
function isReady(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }) => {
      if (data === SERVER_READY) resolve();
    });
    worker.addEventListener('error', ({ message }) => {
      worker.terminate();
      reject(new Error(`the browser could not run the server (${message ?? 'no reason given'})`));
    });
  });
}
