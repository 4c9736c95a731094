import { isUnreliable } from '../../unreliable.js';
import type { Evidence } from '../../finding.js';
import { tellingsOfFigure } from './figures.js';
import type { Hearing, Telling } from './slot.js';
import { tellingsOfTime } from './times.js';

/** A figure or time of a claim of which sources tell different things. */
export interface Dispute {
  /** The claim's tokens that it is about, both included. */
  readonly first: number;
  readonly last: number;
  /** “Two sources differ: 145 (fire.md:3), 143 (police.txt:1)”. */
  readonly text: string;
  /** A sentence for each. */
  readonly evidence: readonly Evidence[];
}

/**
 * The first figure or time of a claim for which sound sentences of different sources, each of the same
 * event, have different values. Which of them is right the desk does not know, so that neither is
 * wrong.
 */
export function disputeIn(hearing: Hearing): Dispute | undefined {
  const { claim } = hearing;
  const { quantities, dates } = claim.statement;
  const isInside = ({ first, last }: Pick<Dispute, 'first' | 'last'>): boolean =>
    claim.first <= first && last <= claim.last;
  for (const figure of quantities.filter(isInside)) {
    const dispute = disputeOver(figure, tellingsOfFigure(hearing, figure));
    if (dispute !== undefined) return dispute;
  }
  for (const date of dates.filter(isInside)) {
    const dispute = disputeOver(date, tellingsOfTime(hearing, date));
    if (dispute !== undefined) return dispute;
  }
  return undefined;
}

function disputeOver(
  { first, last }: Pick<Dispute, 'first' | 'last'>,
  tellings: readonly Telling[],
): Dispute | undefined {
  // Most often there is nothing to sort out, so that no sentence need be judged.
  if (sidesOf(tellings).length < 2) return undefined;
  const sides = sidesOf(tellings.filter(({ witness }) => !isUnreliable(witness.fact)));
  if (sides.length < 2) return undefined;
  const told = sides.map(({ text, witness: { fact } }) => {
    const { source, line } = fact.citation;
    return `${text} (${source}:${line})`;
  });
  return {
    first,
    last,
    text: `${COUNTS[sides.length] ?? sides.length} sources differ: ${told.join(', ')}`,
    evidence: sides.map(({ witness: { fact } }) => ({
      source: fact.citation.source,
      line: fact.citation.line,
      text: fact.text,
    })),
  };
}

const COUNTS: Readonly<Record<number, string>> = { 2: 'Two', 3: 'Three', 4: 'Four' };

/**
 * One telling for each value, the claim's own first; of sources that tell one thing only, for what
 * tells two differs from itself.
 */
function sidesOf(tellings: readonly Telling[]): readonly Telling[] {
  const ordered = [...tellings.filter(({ same }) => same), ...tellings.filter(({ same }) => !same)];
  const values = new Map<string, Set<string>>();
  for (const telling of ordered) {
    const { source } = telling.witness.fact.citation;
    values.set(source, (values.get(source) ?? new Set()).add(valueOf(telling)));
  }
  const sides = new Map<string, Telling>();
  for (const telling of ordered) {
    const value = valueOf(telling);
    const single = values.get(telling.witness.fact.citation.source)?.size === 1;
    if (single && !sides.has(value)) sides.set(value, telling);
  }
  return [...sides.values()];
}

function valueOf({ same, text }: Telling): string {
  return same ? '' : text.toLowerCase();
}
