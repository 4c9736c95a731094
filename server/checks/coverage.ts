import type { Prose } from '../prose/prose.js';
import { type Claim, DEFAULT_SEVERITY, type Finding } from './finding.js';

/** A draft with fewer claims than this is too short to say that no source covers it. */
const FEWEST = 3;
/** A draft is covered where at least this share of its claims is borne out by a source. */
const COVERED = 0.3;

/**
 * Tells, once and at the draft's first block, that no source covers the draft; `undefined` where one
 * does. Claims that a source contradicts count too where others are borne out. Cannot throw.
 */
export function uncoveredFinding(draft: Prose, claims: readonly Claim[]): Finding | undefined {
  const [first] = draft.blocks;
  if (first === undefined || claims.length < FEWEST) return undefined;
  const told = (verdict: Claim['verdict']): number =>
    claims.filter((claim) => claim.verdict === verdict).length;
  const borne = told('supported');
  if (borne + Math.min(borne, told('contradicted')) >= COVERED * claims.length) return undefined;
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
