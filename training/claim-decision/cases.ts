import { judgementsOf } from '../../server/checks/claims/judgements.js';
import { runToCompletion } from '../../server/prose/cooperativeTask.js';
import { readProse } from '../../server/prose/prose.js';
import { type Span, overlaps } from '../../server/prose/span.js';
import { type Source, buildBase } from '../../server/reference/indexSource.js';
import { type Reference, createReference } from '../../server/reference/reference.js';
import type { ClaimSignals } from '../../server/checks/claims/decide/signals.js';
import type { Story } from './stories.js';

/** A part of a draft that is not so. */
export interface DraftError {
  /** In UTF-16 offsets of the draft. */
  readonly span: Span;
}

/** A draft with its errors; everything else in it is supported by the sources. */
export interface Case {
  readonly sources: readonly Source[];
  readonly draft: string;
  readonly errors: readonly DraftError[];
  /** Only the claims in this part of the draft count; all of them if it is absent. */
  readonly within?: Span;
  /** Claims in these parts do not count. */
  readonly colour?: readonly Span[];
}

/** A story as a case. */
export function caseOf({ sources, draft, errors, colour }: Story): Case {
  return { sources, draft, colour, errors };
}

/** A claim of a case, as the product reads it. */
export interface LabelledClaim {
  readonly isSupported: boolean;
  readonly signals: ClaimSignals;
}

const references = new Map<string, Reference>();

function referenceOf(sources: readonly Source[]): Reference {
  const key = JSON.stringify(sources);
  let reference = references.get(key);
  if (reference === undefined) {
    // The cases of one story stand together.
    references.clear();
    reference = createReference(buildBase(sources).base);
    references.set(key, reference);
  }
  return reference;
}

/** The claims of a case with their labels. */
export function labelledClaims({
  sources,
  draft,
  errors,
  within,
  colour = [],
}: Case): readonly LabelledClaim[] {
  const judgements = runToCompletion(judgementsOf(readProse(draft), referenceOf(sources)));
  const counted = judgements.filter(
    ({ claim }) =>
      (within === undefined || overlaps(within, claim.span)) &&
      !colour.some((part) => overlaps(part, claim.span)),
  );
  return counted.map(({ claim, rationale }) => ({
    isSupported: !errors.some(({ span }) => overlaps(span, claim.span)),
    signals: rationale.signals,
  }));
}
