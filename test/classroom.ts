import { readDocument } from '../server/documents/readDocument.js';
import { lessonsIn } from '../server/learning/material.js';
import type { Classroom } from '../server/sources.js';

/** Learns without threads, so that a test has to wait for nothing. */
export const CLASSROOM: Classroom = {
  readDocument,
  learn: (material) => Promise.resolve(lessonsIn(material)),
  digest: (bytes) => Buffer.from(bytes).toString('base64'),
};
