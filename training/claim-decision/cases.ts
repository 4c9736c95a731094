import { judgementsOf, spanOf } from '../../server/checks/claims/judgements.js';
import { runToCompletion } from '../../server/prose/cooperativeTask.js';
import { readProse } from '../../server/prose/prose.js';
import { type Span, overlaps } from '../../server/prose/span.js';
import { type Source, buildBase } from '../../server/reference/indexSource.js';
import { type Reference, createReference } from '../../server/reference/reference.js';
import type { ClaimSignals } from '../../server/checks/claims/decide/signals.js';
import type { Story } from './stories.js';
import type { Alternative } from '../../server/checks/claims/compare/alternativeSignals.js';

/** A part of a draft that is not so. */
export interface DraftError {
  /** In UTF-16 offsets of the draft. */
  readonly span: Span;
  /** What the sources say in its place; `undefined` if that is unknown. */
  readonly right?: string;
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

/** A story as a case. What no source speaks of has nothing right in its place. */
export function caseOf({ sources, draft, errors, colour }: Story): Case {
  return {
    sources,
    draft,
    colour,
    errors: errors.map(({ span, right = '' }) => ({ span, right })),
  };
}

/** A claim of a case, as the product reads it. */
export interface LabelledClaim {
  readonly isSupported: boolean;
  readonly signals: ClaimSignals;
  /** Every alternative, and whether it is what the claim should say. */
  readonly alternatives: readonly {
    readonly alternative: Alternative;
    readonly isRight: boolean;
  }[];
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
  return counted.map(({ claim, tokens, segment, rationale }) => {
    const shift = claim.span.start - spanOf(tokens, segment).start;
    return {
      isSupported: !errors.some(({ span }) => overlaps(span, claim.span)),
      signals: rationale.signals,
      alternatives: rationale.alternatives.map((alternative) => {
        const { start, end } = spanOf(tokens, alternative.slot);
        const place = { start: start + shift, end: end + shift };
        const error = errors.find(({ span }) => overlaps(span, place));
        return {
          alternative,
          isRight: error !== undefined && isFix(alternative, error, rationale.alternatives),
        };
      }),
    };
  });
}

/** True if the source's value is the right one or, where that is unknown, in the sentence that has most of the claim. */
function isFix(
  alternative: Alternative,
  { right }: DraftError,
  all: readonly Alternative[],
): boolean {
  const { slot, value, evidence, signals } = alternative;
  if (right === undefined)
    return all.every((other) => other.slot !== slot || other.signals.related <= signals.related);
  const text = plain(
    evidence.statement.tokens
      .slice(value.first, value.last + 1)
      .map((token) => token.text)
      .join(' '),
  );
  const wanted = plain(right);
  return text !== '' && wanted !== '' && (wanted.includes(text) || text.includes(wanted));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim();
}
