import type { Prose } from '../prose/prose.js';
import { DEFAULT_SEVERITY, type Finding } from './finding.js';
import type { Claim } from './finding.js';

/** A draft with fewer claims than this is too short to say that no source covers it. */
const FEWEST = 3;
/** A draft is covered where at least this share of its claims is spoken of in a source. */
const COVERED = 0.2;

/**
 * Tells, once and at the draft's first block, that no source covers the draft; `undefined` where one
 * does. `covered` says of a claim whether a source speaks of the same thing. Cannot throw.
 */
export function uncoveredFinding(
  draft: Prose,
  claims: readonly Claim[],
  covered: (claim: Claim) => boolean,
): Finding | undefined {
  const [first] = draft.blocks;
  if (first === undefined || claims.length < FEWEST) return undefined;
  if (claims.filter(covered).length >= COVERED * claims.length) return undefined;
  const code = 'reference/uncovered';
  return {
    code,
    severity: DEFAULT_SEVERITY[code],
    message: 'None of your sources covers this draft, so its statements are not checked.',
    span: first.map.whole,
    evidence: [],
    fixes: [],
  };
}
