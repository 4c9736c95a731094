import { draftSpanOf, type Block, type Prose } from '../../prose/prose.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import type { Finding, Fix } from '../finding.js';
import { editOf } from '../fix.js';
import { RULES } from '../rules.js';
import { grammarErrorsIn } from './grammarCheck.js';
import type { GrammarError } from './grammarError.js';

/** Reports the grammar errors in a draft. Yields after each sentence. */
export function* checkSentences(draft: Prose): CooperativeTask<readonly Finding[]> {
  const placed = yield* grammarErrorsIn(draft.blocks);
  return placed.map(({ block, found }) => findingOf(block, found));
}

function findingOf(block: Block, found: GrammarError): Finding {
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
      edits: edits.map(({ span, newText }) => editOf(block, span, newText)),
    })),
  };
}
