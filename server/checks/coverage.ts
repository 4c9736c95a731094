import type { Prose } from '../prose/prose.js';
import { type Claim, DEFAULT_SEVERITY, type Finding } from './finding.js';

/** A draft with fewer claims than this is too short to say that no source covers it. */
const FEWEST = 3;
/** A draft is covered where sources bear out or contradict at least this share of its claims. */
const COVERED = 0.3;

/**
 * Tells, once and at the draft's first block, that no source covers the draft; `undefined` where one
 * does. Cannot throw.
 */
export function uncoveredFinding(draft: Prose, claims: readonly Claim[]): Finding | undefined {
  const [first] = draft.blocks;
  if (first === undefined || claims.length < FEWEST) return undefined;
  const spokenOf = claims.filter(({ verdict }) => verdict !== 'unsupported');
  if (spokenOf.length >= COVERED * claims.length) return undefined;
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
