import type { Readings, SentenceRequest } from '../../inference/readings.js';
import { draftSpanOf, type Block, type Prose } from '../../prose/prose.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import type { Span } from '../../prose/span.js';
import { asideDeletionOf, deletionOf } from '../deletion.js';
import type { Finding, Fix } from '../finding.js';
import { editOf } from '../fix.js';
import { RULES } from '../rules.js';
import { grammarErrorsIn } from './grammarCheck.js';
import type { GrammarError } from './grammarError.js';

/** The errors in a draft's sentences. */
export interface SentenceReport {
  readonly findings: readonly Finding[];
  /**
   * The sentences that the reader has not read yet; with its readings other findings may follow.
   */
  readonly unread: readonly SentenceRequest[];
}

/** Reports the grammar errors and the TK notes in a draft. Yields after each sentence. */
export function* checkSentences(draft: Prose, readings: Readings): CooperativeTask<SentenceReport> {
  const { placed, unread } = yield* grammarErrorsIn(draft.blocks, readings);
  return {
    findings: [
      ...placed.map(({ block, found }) => findingOf(block, found, draft.text)),
      ...draft.notes.map((span) => noteFinding(span, draft.text)),
    ],
    unread,
  };
}

function findingOf(block: Block, found: GrammarError, draft: string): Finding {
  const code = `sentence/${found.kind}` as const;
  return {
    code,
    severity: RULES[code].severity,
    message: found.message,
    span: draftSpanOf(block, found.span),
    evidence: [],
    foundBy: found.foundBy ?? 'rule',
    fixes: found.fixes.flatMap((fix, index): readonly Fix[] =>
      fix.edits.some(({ span }) => hasMarkupInside(block, span, draft))
        ? []
        : [
            {
              title: fix.title,
              preferred: found.isFirstFixPreferred && index === 0,
              needsLook: found.needsLook === true,
              edits: fix.edits.map(({ span, newText }) =>
                newText === ''
                  ? deletionOf(draft, draftSpanOf(block, span), block.map.extent)
                  : editOf(block, span, newText),
              ),
            },
          ],
    ),
  };
}

/** True if the draft has more between the ends of a span than the prose: an edit would tear a link or emphasis apart. */
function hasMarkupInside(block: Block, span: Span, draft: string): boolean {
  if (span.start >= span.end) return false;
  const { start, end } = draftSpanOf(block, span);
  return draft.slice(start, end) !== block.text.slice(span.start, span.end);
}

/** True for a finding about a placeholder or a note that is left in the draft: “TK”, “XX”, “[CHECK: age]”. */
export function isOpenNote({ code }: Pick<Finding, 'code'>): boolean {
  return code === 'sentence/placeholder';
}

function noteFinding(span: Span, draft: string): Finding {
  const code = 'sentence/placeholder';
  const note = draft.slice(span.start, span.end);
  return {
    code,
    severity: RULES[code].severity,
    message: `“${note}” is an open note: settle it, then delete it.`,
    span,
    evidence: [],
    foundBy: 'rule',
    fixes: [{ title: `Delete “${note}”`, preferred: false, edits: [asideDeletionOf(draft, span)] }],
  };
}
