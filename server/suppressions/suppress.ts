import { Overlaps } from '../prose/overlaps.js';
import type { Prose } from '../prose/prose.js';
import type { Span } from '../prose/span.js';
import { type Finding, type Fix, isOf } from '../checks/finding.js';
import { AcceptedNames } from './acceptedNames.js';
import { anchorOf, isSameAnchor, sentenceSpanAt } from '../checks/anchor.js';
import type { Suppressions, Suppression } from '../checks/suppression.js';
import { ignoreCommentOf, isSuppressedBy } from './comment.js';
import { unusedSuppression, unusedInComment } from './unused.js';

/**
 * What is left to tell of a draft once all is left out that its comments and the decisions of its
 * folder let stand; and a hint for each of those that matches nothing any more. `path` is the
 * draft's, from the folder of the decisions.
 */
export function withoutSuppressed(
  draft: Prose,
  findings: readonly Finding[],
  decisions: Suppressions,
  path: string | undefined,
): readonly Finding[] {
  const comments = draft.comments.flatMap((comment) => ignoreCommentOf(comment) ?? []);
  const { acceptedNames, ignoredFindings } = decisions;
  if (comments.length + acceptedNames.length + ignoredFindings.length === 0) return findings;

  const accepted = AcceptedNames.of(acceptedNames);
  const matches = matchesOf(draft, findings, ignoredFindings);
  const commented = new Overlaps(
    comments.flatMap((comment) =>
      comment.block === undefined ? [] : [{ comment, span: around(comment.block) }],
    ),
  );
  const placed = new Overlaps(findings.map((finding) => ({ finding, span: around(finding.span) })));
  const settled = [...matches.keys()].map(({ span }) => sentenceSpanAt(draft, span));
  const used = new Set([...matches.values()].flat());
  return [
    ...findings
      .filter(
        (finding) =>
          !matches.has(finding) &&
          !accepted.holds(finding, draft) &&
          !commented
            .with(around(finding.span))
            .some(({ comment }) => isSuppressedBy(comment, finding)),
      )
      .map((finding) => handleWithCare(finding, settled)),
    ...comments.flatMap((comment) => {
      const near = comment.block === undefined ? [] : placed.with(comment.block);
      return unusedInComment(
        comment,
        near.map(({ finding }) => finding),
        draft,
      );
    }),
    ...ignoredFindings
      .filter((ignored) => ignored.draft !== undefined && ignored.draft === path)
      .filter((ignored) => !used.has(ignored))
      .map((ignored) => unusedSuppression(ignored, draft)),
  ];
}

/** Shares something with all that lies in a stretch, a place between two characters at its edge too. */
function around({ start, end }: Span): Span {
  return { start: start - 1, end: end + 1 };
}

/** The findings that decisions let stand, with those decisions. */
function matchesOf(
  draft: Prose,
  findings: readonly Finding[],
  ignoredFindings: readonly Suppression[],
): ReadonlyMap<Finding, readonly Suppression[]> {
  if (ignoredFindings.length === 0) return new Map();
  return new Map(
    findings.flatMap((finding) => {
      const anchor = anchorOf(draft, finding.span);
      if (anchor === undefined) return [];
      const matching = ignoredFindings.filter(
        (ignored) => isOf(ignored.code, finding.code) && isSameAnchor(ignored, anchor),
      );
      return matching.length === 0 ? [] : [[finding, matching]];
    }),
  );
}

/**
 * A mend in a sentence of which something is ignored makes it another sentence and cuts the decision
 * loose. So it is offered, but is none to take without thinking.
 */
function handleWithCare(finding: Finding, settled: readonly Span[]): Finding {
  const touches = ({ edits }: Fix): boolean =>
    edits.some(({ span }) => settled.some((s) => span.start <= s.end && s.start <= span.end));
  if (!finding.fixes.some((fix) => fix.preferred && touches(fix))) return finding;
  return {
    ...finding,
    fixes: finding.fixes.map((fix) => ({ ...fix, preferred: fix.preferred && !touches(fix) })),
  };
}
