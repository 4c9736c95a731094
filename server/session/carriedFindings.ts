import type { Finding } from '../checks/finding.js';
import { type ReadingRequest, isAbout, isSentenceRequest } from '../inference/readings.js';
import { type Prose, draftSpanOf, sentencesOf } from '../prose/prose.js';
import { type Span, overlaps } from '../prose/span.js';
import { SpanIndex } from '../prose/spanIndex.js';

/** A finding that was shown, and the current place of its words. */
export interface EarlierFinding {
  readonly finding: Finding;
  /** The words that it marked. */
  readonly words: string;
  /** UTF-16 units of the newest text. */
  readonly span: Span;
}

/** The findings that depend on the readings of a sentence and of a claim. */
const isOfSentence = ({ code }: Finding): boolean => code.startsWith('sentence/');
const isOfClaim = ({ code }: Finding): boolean => code === 'claim/contradicted';

/**
 * The findings that are still shown in changed sentences until these are read: most of them are
 * found again a moment later, and would otherwise vanish and come back. They have no fixes, which
 * may no longer be right.
 */
export function carriedFindings(
  prose: Prose,
  unread: readonly ReadingRequest[],
  findings: readonly Finding[],
  earlier: readonly EarlierFinding[],
): readonly Finding[] {
  const candidates = earlier.filter(
    ({ finding, words, span }) =>
      (isOfSentence(finding) || isOfClaim(finding)) &&
      words === prose.text.slice(span.start, span.end),
  );
  if (candidates.length === 0 || unread.length === 0) return [];
  const isUnread = ({ finding, span }: EarlierFinding): boolean =>
    sentencesOf(prose).some(
      ({ block, sentence }) =>
        overlaps(draftSpanOf(block, sentence), span) &&
        unread.some(
          (request) =>
            isOfClaim(finding) !== isSentenceRequest(request) && isAbout(request, sentence.text),
        ),
    );
  const found = new SpanIndex(findings);
  return candidates
    .filter(
      (candidate) =>
        !found.overlapping(candidate.span).some(({ code }) => code === candidate.finding.code) &&
        isUnread(candidate),
    )
    .map(({ finding, span }) => ({ ...finding, span, fixes: [] }));
}
