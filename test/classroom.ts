import { readDocument } from '../server/documents/readDocument.js';
import { learnSource } from '../server/reference/learn.js';
import type { Classroom } from '../server/sources.js';

/** Learns without threads, so that a test has to wait for nothing. */
export const CLASSROOM: Classroom = {
  readDocument,
  learn: (source) => Promise.resolve(learnSource(source)),
  digest: (bytes) => Buffer.from(bytes).toString('base64'),
};
