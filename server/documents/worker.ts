import { parentPort } from 'node:worker_threads';
import type { DocumentFormat } from './document.js';
import { readDocument } from './readDocument.js';

/** A document to read, as it is sent to the thread; the answer is a `Document`. */
export interface Order {
  readonly format: DocumentFormat;
  readonly bytes: Uint8Array;
}

parentPort?.on('message', ({ format, bytes }: Order) => {
  void readDocument(format, bytes).then((document) => parentPort?.postMessage(document));
});
