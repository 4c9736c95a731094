import type { Finding } from '../checks/finding.js';
import type { SentenceRequest } from '../inference/readings.js';
import { type Prose, draftSpanOf } from '../prose/prose.js';
import type { Span } from '../prose/span.js';
import { SpanIndex } from '../prose/spanIndex.js';

/** A finding that was shown, and where its words are now. */
export interface EarlierFinding {
  readonly finding: Finding;
  /** The words that it marked. */
  readonly words: string;
  /** UTF-16 units of the newest text. */
  readonly span: Span;
}

/**
 * The findings that are still shown in sentences which have changed and are being read: most of them are found again a
 * moment later, and would otherwise vanish and come back. They have no fixes, which may no longer be right.
 */
export function carriedFindings(
  prose: Prose,
  unread: readonly SentenceRequest[],
  findings: readonly Finding[],
  earlier: readonly EarlierFinding[],
): readonly Finding[] {
  const candidates = earlier.filter(
    ({ finding, words, span }) =>
      finding.code.startsWith('sentence/') && words === prose.text.slice(span.start, span.end),
  );
  if (candidates.length === 0 || unread.length === 0) return [];
  const texts = new Set(unread.map(({ text }) => text));
  const unreadSentences = new SpanIndex(
    prose.blocks.flatMap((block) =>
      block.sentences
        .filter(({ text }) => texts.has(text))
        .map((sentence) => ({ span: draftSpanOf(block, sentence) })),
    ),
  );
  const found = new SpanIndex(findings);
  return candidates
    .filter(
      ({ finding, span }) =>
        unreadSentences.overlapping(span).length > 0 &&
        !found.overlapping(span).some(({ code }) => code === finding.code),
    )
    .map(({ finding, span }) => ({ ...finding, span, fixes: [] }));
}
