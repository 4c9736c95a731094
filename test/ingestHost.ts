import { readDocument } from '../server/sources/extractors/readDocument.js';
import { lessonsIn } from '../server/sources/sourceInput.js';
import type { Classroom } from '../server/sources/ingest.js';

/** Learns without threads, so that a test has to wait for nothing. */
export const CLASSROOM: Classroom = {
  readDocument,
  learn: (material) => Promise.resolve(lessonsIn(material)),
  digest: (bytes) => Buffer.from(bytes).toString('base64'),
};
