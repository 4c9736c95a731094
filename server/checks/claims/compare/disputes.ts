import { mayMeasureOneThing } from '../../consistency/measures.js';
import { OUTCOMES, type Outcome } from '../../consistency/outcomes.js';
import { type SourceSide, olderFirst, sidesInWords } from '../../differingSources.js';
import type { Evidence } from '../../finding.js';
import { isUnreliable } from '../../unreliable.js';
import { type EvidenceSentence, evidenceOf } from '../retrieve/evidenceRetriever.js';
import type { Statement } from '../statement/statement.js';
import { clauseAround, slotWordsOf } from '../statement/statementQueries.js';
import type { TokenRange } from '../../../prose/tokenRange.js';
import { relatedness } from '../words/lexicalRelations.js';
import { isOfAnotherVerb } from './otherActs.js';
import { excludes, maySay } from './slots.js';
import type { ClaimContext } from '../align/claimContext.js';
import { type Figure, isDefiniteCount, isQuantity } from '../align/grounding.js';
import { areOfOnePeriod, mayBeOfOneOccasion } from '../align/occasions.js';
import { relatedShareOf, tokenRelatedness } from '../align/termAlignment.js';

/** A figure, time or outcome of a claim for which sources have different values: its tokens. */
export interface Dispute extends TokenRange {
  /** “Two sources differ: 145 (Sunday, fire.md:3), 143 (Monday, police.txt:1)”. */
  readonly text: string;
  /** The value of each source. */
  readonly values: readonly string[];
  /** A sentence for each value. */
  readonly evidence: readonly Evidence[];
  /** True if one of them is the claim's. */
  readonly hasOwn: boolean;
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
  for (const figure of [...quantities, ...dates].filter(isInside)) {
    const dispute = disputeOver(figure, sourceValuesOf(context, figure), context);
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

/** The value that a source sentence has for a figure or time of a claim. */
interface SourceValue {
  readonly evidence: EvidenceSentence;
  readonly value: Figure;
  /** As written in the source. */
  readonly text: string;
  /** True if it is the claim's value. */
  readonly same: boolean;
}

/** The least share of the rest of the claim for a sentence about the same event. */
const SAME_EVENT = 0.6;

/** The values that evidence sentences, damaged ones included, have for a figure or time, best first. */
function sourceValuesOf(context: ClaimContext, figure: Figure): readonly SourceValue[] {
  const { claim, evidence, rarity } = context;
  if (isQuantity(figure) && (isDefiniteCount(figure) || figure.kind === 'rank')) return [];
  return evidence.flatMap((sentence): readonly SourceValue[] => {
    const { statement } = sentence;
    const there = [...statement.quantities, ...statement.dates].filter((other) =>
      isOfSameThing(figure, other),
    );
    const own = there.find((other) => maySay(figure, other));
    const value = own ?? otherValueOf(figure, there, sentence, context);
    if (value === undefined || relatedShareOf(claim, statement, rarity, figure) < SAME_EVENT)
      return [];
    const text = slotWordsOf(statement, value.first, value.last);
    return [{ evidence: sentence, value, text, same: own !== undefined }];
  });
}

/** The least relatedness of counted nouns: deaths and people killed, but not countries and people. */
const SAME_NOUN = 0.8;
/** The least relatedness of the verbs of one act. */
const SAME_ACT = 0.6;

/** True for times, and for figures of one kind and noun. */
function isOfSameThing(figure: Figure, other: Figure): boolean {
  if (!isQuantity(figure) || !isQuantity(other)) return figure.kind === other.kind;
  const isNamed = figure.unit !== '' && other.unit !== '';
  return figure.kind === other.kind && isNamed && relatedness(figure.unit, other.unit) >= SAME_NOUN;
}

/** The one other value that a sentence has for the same act, if the claim does not have it as well. */
function otherValueOf(
  figure: Figure,
  there: readonly Figure[],
  sentence: EvidenceSentence,
  context: ClaimContext,
): Figure | undefined {
  const { statement } = context.claim;
  const [value, ...others] = there;
  if (value === undefined || others.length > 0 || !excludes(figure, value)) return undefined;
  if ([...statement.quantities, ...statement.dates].some((own) => maySay(own, value)))
    return undefined;
  return isOfSameAct(figure, statement, value, sentence.statement) ? value : undefined;
}

/** True for a time with the verb of the claim, and for a figure unless another verb of the source is the claim's. */
function isOfSameAct(figure: Figure, draft: Statement, value: Figure, source: Statement): boolean {
  if (isQuantity(figure)) return !isOfAnotherVerb(draft, figure, source, value);
  const [verb, act] = [clauseAround(draft, figure.first), clauseAround(source, value.first)];
  return (
    verb !== undefined &&
    act !== undefined &&
    tokenRelatedness(draft, verb.head, source, act.head) >= SAME_ACT
  );
}

function disputeOver(
  figure: Figure,
  found: readonly SourceValue[],
  context: ClaimContext,
): Dispute | undefined {
  const draft = context.claim.statement;
  const own = found.find(({ same }) => same);
  // Two sources are compared with each other, however the draft words it.
  const [statement, value] =
    own === undefined ? [draft, figure] : [own.evidence.statement, own.value];
  const sourceValues = found.filter(
    ({ evidence: { statement: other }, value: otherValue }) =>
      mayBeOfOneOccasion(draft, other) &&
      (own === undefined || areOfOnePeriod(statement, other)) &&
      (!isQuantity(value) ||
        !isQuantity(otherValue) ||
        mayMeasureOneThing(statement, value, other, otherValue)),
  );
  // Usually there is only one value, so that no sentence needs to be judged.
  if (sidesOf(sourceValues).length < 2) return undefined;
  const sides = sidesOf(
    sourceValues.filter(({ evidence: sentence }) => !isUnreliable(sentence.fact)),
  );
  if (sides.length < 2) return undefined;
  return { ...disputeBetween(figure, sides, context), hasOwn: own !== undefined };
}

function disputeBetween(
  { first, last }: TokenRange,
  values: readonly Pick<SourceValue, 'text' | 'evidence'>[],
  { dayOf }: ClaimContext,
): Dispute {
  const sides = olderFirst(
    values.map(({ text: words, evidence: { fact } }): SourceSide => ({
      words,
      evidence: evidenceOf(fact),
    })),
    dayOf,
  );
  return {
    first,
    last,
    text: `${COUNTS[sides.length] ?? sides.length} sources differ: ${sidesInWords(sides, dayOf)}`,
    values: sides.map(({ words }) => words),
    evidence: sides.map(({ evidence }) => evidence),
    hasOwn: true,
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
  const stated = evidence.flatMap((sentence) =>
    OUTCOMES.valuesIn(sentence.statement).map((outcome) => ({ outcome, sentence })),
  );
  const isOpposite = (one: Outcome, other: Outcome): boolean =>
    one.of === other.of && OUTCOMES.excludes(one, other) && OUTCOMES.excludes(other, one);
  const others = stated.filter(({ outcome }) => isOpposite(claimed, outcome));
  const pair = stated
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
