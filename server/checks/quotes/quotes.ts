import type { Prose } from '../../prose/prose.js';
import type { Reference } from '../../reference/reference.js';
import type { Claim, Finding } from '../finding.js';

/** Holds the draft's direct quotes against the recorded ones. Cannot throw. */
export function checkQuotes(
  draft: Prose,
  reference: Reference,
): { readonly findings: readonly Finding[]; readonly claims: readonly Claim[] } {
  void draft;
  void reference;
  return { findings: [], claims: [] };
}
