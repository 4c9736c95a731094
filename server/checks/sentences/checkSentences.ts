import { placeOf, type Block, type Prose } from '../../prose/prose.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { type Break, grammarErrorsIn } from './grammarCheck.js';
import { DEFAULT_SEVERITY, type Finding, type Fix } from '../finding.js';
import { editOf } from '../fix.js';

/** Tells broken sentences. */
export function* checkSentences(draft: Prose): CooperativeTask<readonly Finding[]> {
  const placed = yield* grammarErrorsIn(draft.blocks);
  return placed.map(({ block, found }) => findingOf(block, found));
}

function findingOf(block: Block, found: Break): Finding {
  const code = `sentence/${found.kind}` as const;
  return {
    code,
    severity: DEFAULT_SEVERITY[code],
    message: found.message,
    span: placeOf(block, found.span),
    evidence: [],
    fixes: found.fixes.map(({ title, edits }, index): Fix => ({
      title,
      preferred: found.isFirstFixPreferred && index === 0,
      edits: edits.map(({ span, newText }) => editOf(block, span, newText)),
    })),
  };
}
