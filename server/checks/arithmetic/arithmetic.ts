import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { memoize } from '../../prose/memoize.js';
import { type Block, type BlockContent, type Prose, draftSpanOf } from '../../prose/prose.js';
import { type Span, overlaps } from '../../prose/span.js';
import type { Reference } from '../../reference/reference.js';
import { dayOfDraft } from '../calendar/dayOfDraft.js';
import { spanOf } from '../claims/judgements.js';
import { outsideQuotations } from '../claims/segment/outsideQuotations.js';
import type { Finding } from '../finding.js';
import { replacementFix } from '../fix.js';
import { RULES } from '../rules.js';
import { wrongChanges } from './changes.js';
import type { Miscount } from './figures.js';
import { wrongDurations } from './durations.js';
import { lineOf } from './line.js';
import { wrongAges } from './lifespans.js';
import { wrongSums } from './parts.js';
import { wrongShares } from './shares.js';

/**
 * Reports figures of one sentence that do not fit each other: a change and its two ends, a share
 * and its fraction, parts and their whole, an age and its years, a duration and its dates. The
 * sources are used only for the day of the draft. Quotations are left alone. Yields after each
 * block.
 */
export function* checkArithmetic(
  draft: Prose,
  { base }: Reference,
): CooperativeTask<readonly Finding[]> {
  const findings: Finding[] = [];
  const written = dayOfDraft(draft, base);
  for (const block of draft.blocks) {
    if (block.kind !== 'tableCell') findings.push(...findingsIn(block, written));
    yield;
  }
  return findings;
}

function findingsIn(block: Block, written: string | undefined): readonly Finding[] {
  const { text, quotations } = block;
  const { lines, miscounts } = readingOf(block.content);
  const found = [
    ...miscounts,
    ...lines.flatMap((line) => wrongAges(line, text, written).map((one) => ({ line, one }))),
  ];
  return found
    .map(({ line, one }) => ({ ...one, span: spanOf(line.tokens, one.at) }))
    .filter(({ span }) => !quotations.some(({ outer }) => overlaps(outer, span)))
    .sort((a, b) => a.span.start - b.span.start)
    .map((one) => findingOn(block, one));
}

/** No sentence of prose is longer. */
const MOST_TOKENS = 200;

/** The sentences of a block that have figures, and their errors, whatever the day of the draft. */
const readingOf = memoize((content: BlockContent) => {
  const outside = outsideQuotations(content);
  const lines = content.sentences
    .map((sentence) => outside.get(sentence) ?? sentence.tokens)
    .filter(
      (tokens) =>
        tokens.length <= MOST_TOKENS &&
        tokens.some(({ kind, tag }) => kind === 'number' || tag === 'NUM'),
    )
    .map(lineOf);
  const { text } = content;
  const miscounts = lines.flatMap((line) =>
    [
      ...wrongChanges(line, text),
      ...wrongShares(line, text),
      ...wrongSums(line, text),
      ...wrongDurations(line),
    ].map((one) => ({ line, one })),
  );
  return { lines, miscounts };
});

function findingOn(
  block: Block,
  { span, reason, right }: Miscount & { readonly span: Span },
): Finding {
  const code = 'claim/arithmetic';
  const found = block.text.slice(span.start, span.end);
  return {
    code,
    severity: RULES[code].severity,
    message: `“${found}” ${reason}.`,
    span: draftSpanOf(block, span),
    evidence: [],
    // Only the writer knows which of the figures is wrong.
    fixes:
      right === undefined
        ? []
        : [replacementFix(`Change to “${right}”`, block, span, right, false)],
    found,
    ...(right === undefined ? {} : { expected: right }),
  };
}
