import { judgementsOf, spanOf } from '../../server/checks/claims/judgements.js';
import type { ValueSignals } from '../../server/checks/claims/values.js';
import { slotWordsOf } from '../../server/checks/claims/statement/statementQueries.js';
import { runToCompletion } from '../../server/prose/cooperativeTask.js';
import { draftSpanOf, readProse } from '../../server/prose/prose.js';
import { overlaps } from '../../server/prose/span.js';
import { buildBase } from '../../server/reference/indexSource.js';
import { createReference } from '../../server/reference/reference.js';
import type { Story } from '../judge/stories.js';

/** A value of the sources that stands in the place of one in a claim of a draft. */
export interface LabelledValue {
  readonly signals: ValueSignals;
  /** True if the draft is wrong in that place, and this value makes it right. */
  readonly isRight: boolean;
}

/** The values of a story's sources beside those of its draft, as the claims check compares them. */
export function labelledValues({
  draft,
  sources,
  errors,
  colour,
}: Pick<Story, 'draft' | 'sources' | 'errors' | 'colour'>): readonly LabelledValue[] {
  const reference = createReference(buildBase(sources).base);
  const judgements = runToCompletion(judgementsOf(readProse(draft), reference));
  return judgements
    .filter(({ claim }) => !colour.some((part) => overlaps(part, claim.span)))
    .flatMap(({ block, tokens, rationale }) =>
      rationale.values.map(({ signals, slot, value, sentence }): LabelledValue => {
        const place = draftSpanOf(block, spanOf(tokens, slot));
        const words = slotWordsOf(sentence.statement, value.first, value.last).toLowerCase();
        const isRight = errors.some(
          ({ span, right }) =>
            overlaps(span, place) && right?.toLowerCase().includes(words) === true,
        );
        return { signals, isRight };
      }),
    );
}
