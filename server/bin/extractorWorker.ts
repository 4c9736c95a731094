import { parentPort } from 'node:worker_threads';
import type { ExtractionRequest } from '../sources/extractors/extractorThread.js';
import { readDocument } from '../sources/extractors/readDocument.js';

parentPort?.on('message', ({ format, bytes }: ExtractionRequest) => {
  void readDocument(format, bytes).then((document) => parentPort?.postMessage(document));
});
