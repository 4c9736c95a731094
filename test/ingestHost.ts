import { readDocument } from '../server/sources/extractors/readDocument.js';
import { indexesOf } from '../server/sources/sourceInput.js';
import type { IngestHost } from '../server/sources/ingest.js';

/** Learns without threads, so that a test has to wait for nothing. */
export const CLASSROOM: IngestHost = {
  readDocument,
  learn: (material) => Promise.resolve(indexesOf(material)),
  digest: (bytes) => Buffer.from(bytes).toString('base64'),
};
