import type { Claim } from '../../checks/finding.js';
import type { Span } from '../../prose/span.js';
import type { Draft } from '../../checks/draft.js';

/**
 * The innermost claim at a UTF-16 offset, because a quote may be part of a sentence that is a claim
 * itself; `undefined` if there is none.
 */
export function claimAt({ report }: Draft, offset: number): Claim | undefined {
  return report.claims
    .filter(({ span }) => span.start <= offset && offset <= span.end)
    .sort((a, b) => lengthOf(a.span) - lengthOf(b.span))[0];
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
