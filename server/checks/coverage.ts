import type { Prose } from '../prose/prose.js';
import type { Sentence } from '../prose/sentences.js';
import type { EvidenceIndex } from '../reference/evidenceIndex.js';
import { type Claim, DEFAULT_SEVERITY, type Finding } from './finding.js';

/** A draft with fewer claims than this is too short to say that no source covers it. */
const FEWEST = 3;
/** A draft is covered where sources bear out or contradict at least this share of its claims. */
const COVERED = 0.3;

/** Of fewer sentences a few words in common are too many to say that a draft is of something else. */
const MANY = 8;
/** From here up a sentence may tell what a source does; of a paraphrase half the words are others. */
const ALIKE = 0.25;
/**
 * The share of its sentences that a draft has alike by chance. Of news about anything else a sixth is at
 * most; of drafts that sources cover, two fifths at least.
 */
const BY_CHANCE = 0.2;

/**
 * True for a draft of whose statements hardly one is like any sentence of the sources. None covers it, and
 * to know that takes their words alone: no sentence of theirs is taken apart. False where in doubt. Cannot
 * throw.
 */
export function isForeign(
  statements: readonly Sentence[],
  evidence: Pick<EvidenceIndex, 'likeness'>,
): boolean {
  if (statements.length < MANY) return false;
  const alike = statements.filter(({ text }) => evidence.likeness(text) >= ALIKE);
  return alike.length < BY_CHANCE * statements.length;
}

/** True for a draft of whose claims sources bear out or contradict too few to say that they cover it. Cannot throw. */
export function isUncovered(claims: readonly Claim[]): boolean {
  const spokenOf = claims.filter(({ verdict }) => verdict !== 'unsupported');
  return claims.length >= FEWEST && spokenOf.length < COVERED * claims.length;
}

/** Tells, at a draft's first block, that no source covers it; `undefined` for an empty draft. Cannot throw. */
export function uncoveredFinding({ blocks: [first] }: Prose): Finding | undefined {
  if (first === undefined) return undefined;
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
