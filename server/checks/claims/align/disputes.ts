import { OUTCOMES, type Outcome } from '../../consistency/outcomes.js';
import { type SourceSide, olderFirst, sidesInWords } from '../../differingSources.js';
import type { Evidence } from '../../finding.js';
import { isUnreliable } from '../../unreliable.js';
import { slotWordsOf } from '../statement/statementQueries.js';
import type { TokenRange } from '../statement/tokenRange.js';
import type { ClaimContext, SourceValue } from './claimContext.js';
import { sourceValuesOfFigure } from './figures.js';
import { areOfOnePeriod, mayBeOfOneOccasion } from './occasions.js';
import { sourceValuesOfTime } from './times.js';

/** A figure, time or outcome of a claim for which sources have different values. */
export interface Dispute {
  /** The claim's tokens that it is about, both included. */
  readonly first: number;
  readonly last: number;
  /** “Two sources differ: 145 (Sunday, fire.md:3), 143 (Monday, police.txt:1)”. */
  readonly text: string;
  /** The value of each source. */
  readonly values: readonly string[];
  /** A sentence for each value. */
  readonly evidence: readonly Evidence[];
  /** True if a newer source has another outcome than the claim, so that the older one proves nothing. */
  readonly isSuperseded: boolean;
}

/**
 * The first figure, time or outcome of a claim for which reliable sentences of different sources about the
 * same event have different values. Which of them is right is unknown, so that neither is wrong.
 */
export function disputeIn(context: ClaimContext): Dispute | undefined {
  const { claim } = context;
  const { quantities, dates } = claim.statement;
  const isInside = ({ first, last }: TokenRange): boolean =>
    claim.first <= first && last <= claim.last;
  for (const figure of quantities.filter((one) => isInside(one) && one.kind !== 'rank')) {
    const dispute = disputeOver(figure, sourceValuesOfFigure(context, figure), context);
    if (dispute !== undefined) return dispute;
  }
  for (const date of dates.filter(isInside)) {
    const dispute = disputeOver(date, sourceValuesOfTime(context, date), context);
    if (dispute !== undefined) return dispute;
  }
  for (const outcome of OUTCOMES.valuesIn(claim.statement).filter(isInside)) {
    const sides = outcomeSidesOf(outcome, context);
    if (sides.length === 0) continue;
    const dispute = disputeBetween(outcome, sides, context);
    const [ownDay, otherDay] = sides.map(({ evidence: { fact } }) =>
      context.dayOf(fact.citation.source),
    );
    const isSuperseded = ownDay !== undefined && otherDay !== undefined && ownDay < otherDay;
    return { ...dispute, isSuperseded };
  }
  return undefined;
}

function disputeOver(
  range: TokenRange,
  found: readonly SourceValue[],
  context: ClaimContext,
): Dispute | undefined {
  const own = found.find(({ same }) => same)?.evidence.statement;
  const sourceValues = found.filter(
    ({ evidence: { statement } }) =>
      mayBeOfOneOccasion(context.claim.statement, statement) &&
      (own === undefined || areOfOnePeriod(own, statement)),
  );
  // Usually there is only one value, so that no sentence needs to be judged.
  if (sidesOf(sourceValues).length < 2) return undefined;
  const sides = sidesOf(
    sourceValues.filter(({ evidence: sentence }) => !isUnreliable(sentence.fact)),
  );
  return sides.length < 2 ? undefined : disputeBetween(range, sides, context);
}

function disputeBetween(
  { first, last }: TokenRange,
  values: readonly Pick<SourceValue, 'text' | 'evidence'>[],
  { dayOf }: ClaimContext,
): Dispute {
  const sides = olderFirst(
    values.map(({ text: words, evidence: { fact } }): SourceSide => {
      const { source, line } = fact.citation;
      return { words, evidence: { source, line, text: fact.text } };
    }),
    dayOf,
  );
  return {
    first,
    last,
    text: `${COUNTS[sides.length] ?? sides.length} sources differ: ${sidesInWords(sides, dayOf)}`,
    values: sides.map(({ words }) => words),
    evidence: sides.map(({ evidence }) => evidence),
    isSuperseded: false,
  };
}

const COUNTS: Readonly<Record<number, string>> = { 2: 'Two', 3: 'Three', 4: 'Four' };

/** One sentence for each value, the claim's own first. Sources with several values are left out. */
function sidesOf(sourceValues: readonly SourceValue[]): readonly SourceValue[] {
  const ordered = [
    ...sourceValues.filter(({ same }) => same),
    ...sourceValues.filter(({ same }) => !same),
  ];
  const values = new Map<string, Set<string>>();
  for (const sourceValue of ordered) {
    const { source } = sourceValue.evidence.fact.citation;
    values.set(source, (values.get(source) ?? new Set()).add(valueOf(sourceValue)));
  }
  const sides = new Map<string, SourceValue>();
  for (const sourceValue of ordered) {
    const value = valueOf(sourceValue);
    const single = values.get(sourceValue.evidence.fact.citation.source)?.size === 1;
    if (single && !sides.has(value)) sides.set(value, sourceValue);
  }
  return [...sides.values()];
}

function valueOf({ same, text }: SourceValue): string {
  return same ? '' : text.toLowerCase();
}

/** The outcome of a claim as a source has it, and another that a second source has of the same; none if they agree. */
function outcomeSidesOf(
  claimed: Outcome,
  { evidence }: ClaimContext,
): readonly Pick<SourceValue, 'text' | 'evidence'>[] {
  const told = evidence.flatMap((sentence) =>
    OUTCOMES.valuesIn(sentence.statement).map((outcome) => ({ outcome, sentence })),
  );
  const isOpposite = (one: Outcome, other: Outcome): boolean =>
    one.of === other.of && OUTCOMES.excludes(one, other) && OUTCOMES.excludes(other, one);
  const others = told.filter(({ outcome }) => isOpposite(claimed, outcome));
  const pair = told
    .filter(({ outcome: { of, value } }) => of === claimed.of && value === claimed.value)
    .flatMap((own) => {
      const other = others.find(
        ({ outcome, sentence }) =>
          sentence.fact.citation.source !== own.sentence.fact.citation.source &&
          isOpposite(own.outcome, outcome),
      );
      return other === undefined ? [] : [[own, other]];
    })
    .find((sides) => !sides.some(({ sentence }) => isUnreliable(sentence.fact)));
  return (pair ?? []).map(({ outcome: { statement, first, last }, sentence }) => ({
    text: slotWordsOf(statement, first, last),
    evidence: sentence,
  }));
}
