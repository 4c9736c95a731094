import type { Evidence } from '../../finding.js';
import { isUnreliable } from '../../unreliable.js';
import type { ClaimContext, SourceValue } from './claimContext.js';
import { sourceValuesOfFigure } from './figures.js';
import { sourceValuesOfTime } from './times.js';

/** A figure or time of a claim for which sources have different values. */
export interface Dispute {
  /** The claim's tokens that it is about, both included. */
  readonly first: number;
  readonly last: number;
  /** “Two sources differ: 145 (fire.md:3), 143 (police.txt:1)”. */
  readonly text: string;
  /** The value of each source. */
  readonly values: readonly string[];
  /** A sentence for each value. */
  readonly evidence: readonly Evidence[];
}

/**
 * The first figure or time of a claim for which reliable sentences of different sources about the
 * same event have different values. Which of them is right is unknown, so that neither is wrong.
 */
export function disputeIn(context: ClaimContext): Dispute | undefined {
  const { claim } = context;
  const { quantities, dates } = claim.statement;
  const isInside = ({ first, last }: Pick<Dispute, 'first' | 'last'>): boolean =>
    claim.first <= first && last <= claim.last;
  for (const figure of quantities.filter(isInside)) {
    const dispute = disputeOver(figure, sourceValuesOfFigure(context, figure));
    if (dispute !== undefined) return dispute;
  }
  for (const date of dates.filter(isInside)) {
    const dispute = disputeOver(date, sourceValuesOfTime(context, date));
    if (dispute !== undefined) return dispute;
  }
  return undefined;
}

function disputeOver(
  { first, last }: Pick<Dispute, 'first' | 'last'>,
  sourceValues: readonly SourceValue[],
): Dispute | undefined {
  // Usually there is only one value, so that no sentence needs to be judged.
  if (sidesOf(sourceValues).length < 2) return undefined;
  const sides = sidesOf(
    sourceValues.filter(({ evidence: sentence }) => !isUnreliable(sentence.fact)),
  );
  if (sides.length < 2) return undefined;
  const values = sides.map(({ text, evidence: { fact } }) => {
    const { source, line } = fact.citation;
    return `${text} (${source}:${line})`;
  });
  return {
    first,
    last,
    text: `${COUNTS[sides.length] ?? sides.length} sources differ: ${values.join(', ')}`,
    values: sides.map(({ text }) => text),
    evidence: sides.map(({ evidence: { fact } }) => ({
      source: fact.citation.source,
      line: fact.citation.line,
      text: fact.text,
    })),
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
