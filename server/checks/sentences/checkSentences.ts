import { placeOf, type Block, type Prose } from '../../prose/prose.js';
import type { Slices } from '../../prose/cooperativeTask.js';
import { type Break, breaksIn } from './grammarCheck.js';
import { DEFAULT_SEVERITY, type Finding, type Fix } from '../finding.js';
import { editOf } from '../fix.js';

/** Tells broken sentences. Cannot throw. */
export function* checkSentences(draft: Prose): Slices<readonly Finding[]> {
  const placed = yield* breaksIn(draft.blocks);
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
    fixes: found.repairs.map(({ title, edits }, index): Fix => ({
      title,
      preferred: found.plain && index === 0,
      edits: edits.map(({ span, newText }) => editOf(block, span, newText)),
    })),
  };
}
