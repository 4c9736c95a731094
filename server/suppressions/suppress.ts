import { SpanIndex } from '../prose/spanIndex.js';
import type { Prose } from '../prose/prose.js';
import type { Span } from '../prose/span.js';
import type { DismissedFinding, Finding, Fix } from '../checks/finding.js';
import { coversCode } from '../checks/rules.js';
import { AcceptedNames } from './acceptedNames.js';
import { AcceptedWords } from './acceptedWords.js';
import { anchorOf, isSameAnchor, sentenceSpanAt } from '../checks/anchor.js';
import type { Suppressions, Suppression } from '../checks/suppressionData.js';
import { type IgnoreComment, parseIgnoreComment, isSuppressedBy } from './ignoreComment.js';
import { unusedSuppression, unusedCommentFindings } from './unusedSuppressions.js';

/** The findings of a draft after suppressions. */
export interface SuppressedFindings {
  /** The findings that remain, and a hint for each suppression that matches nothing any more. */
  readonly findings: readonly Finding[];
  /**
   * The findings that a comment in the draft, an entry of the suppressions file or an accepted name
   * or word dismisses.
   */
  readonly dismissed: readonly DismissedFinding[];
}

/**
 * Separates the findings of a draft that the reporter dismissed from the others.
 *
 * @param path The path of the draft relative to the folder of the suppressions file, if there is one.
 */
export function applySuppressions(
  draft: Prose,
  findings: readonly Finding[],
  suppressions: Suppressions,
  path: string | undefined,
): SuppressedFindings {
  const comments = draft.comments.flatMap((comment) => parseIgnoreComment(comment) ?? []);
  const { acceptedNames, acceptedWords, ignoredFindings } = suppressions;
  const entryCount = acceptedNames.length + acceptedWords.length + ignoredFindings.length;
  if (comments.length + entryCount === 0) {
    return { findings, dismissed: [] };
  }

  const accepted = AcceptedNames.of(acceptedNames);
  const words = AcceptedWords.of(acceptedWords);
  const suppressed = suppressionsByFinding(draft, findings, ignoredFindings);
  const commentIndex = new SpanIndex(
    comments.flatMap((comment) =>
      comment.block === undefined ? [] : [{ comment, span: widened(comment.block) }],
    ),
  );
  const findingIndex = new SpanIndex(
    findings.map((finding) => ({ finding, span: widened(finding.span) })),
  );
  const suppressedSentences = [...suppressed.keys()].map(({ span }) => sentenceSpanAt(draft, span));
  const usedSuppressions = new Set([...suppressed.values()].flat());
  const dismissed = new Map<Finding, DismissedFinding>();
  for (const finding of findings) {
    const entries = suppressed.get(finding) ?? [];
    const acceptedName = accepted.nameCovering(finding, draft);
    const acceptedWord = words.wordCovering(finding);
    const around = commentIndex
      .overlapping(widened(finding.span))
      .map(({ comment }) => comment)
      .filter((comment) => isSuppressedBy(comment, finding));
    const isAccepted = acceptedName !== undefined || acceptedWord !== undefined;
    if (entries.length + around.length === 0 && !isAccepted) continue;
    const reason = reasonOf(entries, around);
    dismissed.set(finding, {
      finding,
      ...(acceptedName === undefined ? {} : { acceptedName }),
      ...(acceptedWord === undefined ? {} : { acceptedWord }),
      ...(reason === undefined ? {} : { reason }),
    });
  }
  const remaining = [
    ...findings
      .filter((finding) => !dismissed.has(finding))
      .map((finding) => withCautiousFixes(finding, suppressedSentences)),
    ...comments.flatMap((comment) => {
      const near = comment.block === undefined ? [] : findingIndex.overlapping(comment.block);
      return unusedCommentFindings(
        comment,
        near.map(({ finding }) => finding),
        draft,
      );
    }),
    ...ignoredFindings
      .filter((ignored) => ignored.draft !== undefined && ignored.draft === path)
      .filter((ignored) => !usedSuppressions.has(ignored))
      .map((ignored) => unusedSuppression(ignored, draft)),
  ];
  return { findings: remaining, dismissed: [...dismissed.values()] };
}

/** The first note among the entries and comments that dismiss a finding. */
function reasonOf(
  entries: readonly Suppression[],
  comments: readonly IgnoreComment[],
): string | undefined {
  return [...entries, ...comments]
    .map(({ reason = '' }) => reason.trim())
    .find((reason) => reason !== '');
}

/** A span widened by one character on each side, so that it overlaps empty spans at its edges too. */
function widened({ start, end }: Span): Span {
  return { start: start - 1, end: end + 1 };
}

/** The findings suppressed by the suppressions file, with the suppressions that match each. */
function suppressionsByFinding(
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
        (ignored) => coversCode(ignored.code, finding.code) && isSameAnchor(ignored, anchor),
      );
      return matching.length === 0 ? [] : [[finding, matching]];
    }),
  );
}

/**
 * Makes fixes in a sentence with a suppressed finding non-preferred: they change the sentence, so that the suppression
 * no longer matches.
 */
function withCautiousFixes(finding: Finding, suppressedSentences: readonly Span[]): Finding {
  const touches = ({ edits }: Fix): boolean =>
    edits.some(({ span }) =>
      suppressedSentences.some(
        (sentence) => span.start <= sentence.end && sentence.start <= span.end,
      ),
    );
  if (!finding.fixes.some((fix) => fix.preferred && touches(fix))) return finding;
  return {
    ...finding,
    fixes: finding.fixes.map((fix) => ({ ...fix, preferred: fix.preferred && !touches(fix) })),
  };
}
