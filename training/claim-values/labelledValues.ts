import { judgementsOf, spanOf } from '../../server/checks/claims/judgements.js';
import type { ValueSignals } from '../../server/checks/claims/values.js';
import { slotWordsOf } from '../../server/checks/claims/statement/statementQueries.js';
import { runToCompletion } from '../../server/prose/cooperativeTask.js';
import { draftSpanOf, readProse } from '../../server/prose/prose.js';
import { overlaps } from '../../server/prose/span.js';
import { referenceFromSources } from '../../server/reference/reference.js';
import type { Story } from '../judge/stories.js';

/** A value from the sources that could replace a wrong one in a draft. */
export interface LabelledValue {
  readonly signals: ValueSignals;
  /** True if this value makes the draft right. */
  readonly isRight: boolean;
}

/** The wrong values of a story's draft, each compared with values from its sources as the claims check does it. */
export function labelledValues({
  draft,
  sources,
  errors,
}: Pick<Story, 'draft' | 'sources' | 'errors'>): readonly LabelledValue[] {
  const reference = referenceFromSources(sources);
  const judgements = runToCompletion(judgementsOf(readProse(draft), reference));
  return judgements.flatMap(({ block, tokens, rationale }) =>
    rationale.values.flatMap(({ signals, slot, value, sentence }): readonly LabelledValue[] => {
      const place = draftSpanOf(block, spanOf(tokens, slot));
      const right = errors.find(({ span }) => overlaps(span, place))?.right?.toLowerCase();
      const words = slotWordsOf(sentence.statement, value.first, value.last).toLowerCase();
      return right === undefined ? [] : [{ signals, isRight: right.includes(words) }];
    }),
  );
}
