import { draftSpanOf, type Block, type Prose } from '../../prose/prose.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import type { Span } from '../../prose/span.js';
import { asideDeletionOf, deletionOf } from '../deletion.js';
import type { Finding, Fix } from '../finding.js';
import { editOf } from '../fix.js';
import { RULES } from '../rules.js';
import { grammarErrorsIn } from './grammarCheck.js';
import type { GrammarError } from './grammarError.js';

/** Reports the grammar errors and the TK notes in a draft. Yields after each sentence. */
export function* checkSentences(draft: Prose): CooperativeTask<readonly Finding[]> {
  const placed = yield* grammarErrorsIn(draft.blocks);
  return [
    ...placed.map(({ block, found }) => findingOf(block, found, draft.text)),
    ...draft.notes.map((span) => noteFinding(span, draft.text)),
  ];
}

function findingOf(block: Block, found: GrammarError, draft: string): Finding {
  const code = `sentence/${found.kind}` as const;
  return {
    code,
    severity: RULES[code].severity,
    message: found.message,
    span: draftSpanOf(block, found.span),
    evidence: [],
    fixes: found.fixes.map(({ title, edits }, index): Fix => ({
      title,
      preferred: found.isFirstFixPreferred && index === 0,
      needsLook: found.needsLook === true,
      edits: edits.map(({ span, newText }) =>
        newText === ''
          ? deletionOf(draft, draftSpanOf(block, span), block.map.extent)
          : editOf(block, span, newText),
      ),
    })),
  };
}

function noteFinding(span: Span, draft: string): Finding {
  const code = 'sentence/placeholder';
  const note = draft.slice(span.start, span.end);
  return {
    code,
    severity: RULES[code].severity,
    message: `Open note: “${note}”.`,
    span,
    evidence: [],
    fixes: [{ title: `Delete “${note}”`, preferred: false, edits: [asideDeletionOf(draft, span)] }],
  };
}
