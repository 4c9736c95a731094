import { readDocument } from '../server/sources/extractors/readDocument.js';
import { indexesOf } from '../server/sources/sourceInput.js';
import type { IngestHost } from '../server/sources/ingest.js';

/** A host that reads and indexes without threads. */
export const INGEST_HOST: IngestHost = {
  readDocument,
  index: (input) => Promise.resolve(indexesOf(input)),
  digest: (bytes) => Buffer.from(bytes).toString('base64'),
};
