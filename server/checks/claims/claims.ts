import type { Prose } from '../../prose/prose.js';
import type { Reference } from '../../reference/reference.js';
import type { Claim, Finding } from '../finding.js';

/** Judges the draft's statements against the sources. Cannot throw. */
export function checkClaims(
  draft: Prose,
  reference: Reference,
): { readonly findings: readonly Finding[]; readonly claims: readonly Claim[] } {
  void draft;
  void reference;
  return { findings: [], claims: [] };
}
