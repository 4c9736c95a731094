import weights from '../../../models/claim-values/weights.json';
import { type TokenRange, overlapsRange } from '../../prose/tokenRange.js';
import { lowerAt } from '../../prose/tokens.js';
import { writeNameAs } from '../../values/names.js';
import { type WrittenDate, writeDateAs, writtenDateAround } from '../../values/writtenDates.js';
import { type SlotDifference, withDraftCapital } from './align/claimContext.js';
import { alignTokens, contextAround } from './align/tokenAlignment.js';
import { relatedShareOf, tokenRelatedness } from './align/termAlignment.js';
import { personOf } from './compare/ages.js';
import { type Slot, excludes, isFigure, isTerm, maySay, slotsIn } from './compare/slots.js';
import { type LogisticWeights, probabilityOf } from './logistic.js';
import { type EvidenceSentence, evidenceOf } from './retrieve/evidenceRetriever.js';
import { POSSIBLY_SAME_NAME, nameSimilarity } from './statement/nameMatching.js';
import type { Relation } from './statement/relations.js';
import type { ClaimSpan, Statement } from './statement/statement.js';
import { slotWordsOf } from './statement/statementQueries.js';
import type { Term } from './statement/terms.js';

/** The signs that a sentence has the right value where a claim has a wrong one. */
export interface ValueSignals {
  /**
   * How much more of the rest of the claim the sentence has than the best sentence with the claim's own value, as a
   * share, above 0 to 1.
   */
  readonly lead: number;
  /** How related the words are on which the two values depend in the same way, in “founded in 1999” the verb, 0 to 1. */
  readonly part: number;
  /** How many words right before and after the two values are the same, at most 3 on each side. */
  readonly beside: number;
  /** The share of the neighbouring words that are aligned around the sentence's value. */
  readonly context: number;
  /** The decimal logarithm of the factor between two figures, at most 3. */
  readonly ratio: number;
  /** The position of the sentence among the passages, from 0. */
  readonly rank: number;
}

/** A value of a claim, by its tokens, and another that a sentence of the passages has instead. */
export interface ValueDifference extends TokenRange {
  readonly slot: Slot;
  readonly value: Slot;
  readonly sentence: EvidenceSentence;
  readonly signals: ValueSignals;
  /** The share of the rest of the claim that the sentence has, 0 to 1. */
  readonly share: number;
  /** How likely the other value is what the claim should say, if the claim is wrong there, 0 to 1. */
  readonly likelihood: number;
}

/** The values of a claim compared with those of its passages. */
export interface ClaimValues {
  /** Those that no sentence has, in order. */
  readonly missing: readonly Slot[];
  /** The most likely first. */
  readonly differences: readonly ValueDifference[];
}

/** The most words on one side of two values that are compared, and the most of the logarithm of their factor. */
const MOST_BESIDE = 3;
const MOST_RATIO = 3;

const MODEL: LogisticWeights<keyof ValueSignals> = weights;

/** Compares the names, figures and times of a claim with those of the sentences of its passages, the closest first. */
export function compareValues(
  claim: ClaimSpan,
  sentences: readonly EvidenceSentence[],
  rarity: (word: string) => number,
): ClaimValues {
  const own = slotsIn(claim.statement).filter((slot) => overlapsRange(claim, slot));
  const compared = own.map((slot) => {
    const having = sentences.map(({ statement }) => hasValue(statement, slot));
    const shares = sentences.map(({ statement }) => relatedShareOf(claim, statement, rarity, slot));
    const elsewhere = Math.max(0, ...shares.filter((_, at) => having[at]));
    const differences = sentences.flatMap((sentence, rank) => {
      const share = shares[rank] ?? 0;
      const lead = share - elsewhere;
      return having[rank] === true || lead <= 0
        ? []
        : othersIn(claim.statement, slot, sentence, own).map((value) =>
            differenceOf(claim, slot, sentence, value, { lead, rank, share }),
          );
    });
    return { slot, isMissing: !having.includes(true), differences };
  });
  return {
    missing: compared.flatMap(({ slot, isMissing }) => (isMissing ? [slot] : [])),
    differences: compared
      .flatMap(({ differences }) => differences)
      .sort((one, other) => other.likelihood - one.likelihood),
  };
}

/** True if a sentence has a value, for a name also as the antecedent of a pronoun. */
function hasValue(source: Statement, slot: Slot): boolean {
  return (
    slotsIn(source).some((other) => maySay(slot, other)) ||
    (isTerm(slot) && source.terms.some((term) => term.kind === 'name' && maySay(slot, term)))
  );
}

/** The values of a sentence that exclude one of a claim, without those that the claim has in another place. */
function othersIn(
  claim: Statement,
  slot: Slot,
  { statement }: EvidenceSentence,
  own: readonly Slot[],
): readonly Slot[] {
  return slotsIn(statement).filter(
    (value) =>
      excludes(slot, value) &&
      !own.some((one) => maySay(one, value)) &&
      mayBeOfOnePerson(claim, slot, statement, value),
  );
}

/** False for the ages of two people. */
function mayBeOfOnePerson(claim: Statement, slot: Slot, source: Statement, value: Slot): boolean {
  if (!isFigure(slot) || !isFigure(value) || slot.kind !== 'age') return true;
  const [person, other] = [personOf(slot, claim), personOf(value, source)];
  return (
    person !== undefined &&
    other !== undefined &&
    nameSimilarity(person, other) >= POSSIBLY_SAME_NAME
  );
}

function differenceOf(
  claim: ClaimSpan,
  slot: Slot,
  sentence: EvidenceSentence,
  value: Slot,
  { share, ...found }: Pick<ValueSignals, 'lead' | 'rank'> & Pick<ValueDifference, 'share'>,
): ValueDifference {
  const { statement } = sentence;
  const signals: ValueSignals = {
    ...found,
    part: partLikeness(claim.statement, slot, statement, value),
    beside: sameBeside(claim.statement, slot, statement, value),
    context: contextOf(claim, slot, statement, value),
    ratio: ratioOf(slot, value),
  };
  const { first, last } = slot;
  const likelihood = probabilityOf(MODEL, signals);
  return { first, last, slot, value, sentence, signals, share, likelihood };
}

function partLikeness(claim: Statement, slot: Slot, source: Statement, value: Slot): number {
  const [own, theirs] = [relationsOf(claim, slot), relationsOf(source, value)];
  return Math.max(
    0,
    ...own.flatMap(({ kind, head }) =>
      theirs
        .filter((other) => other.kind === kind)
        .map((other) => tokenRelatedness(claim, head, source, other.head)),
    ),
  );
}

function relationsOf({ relations }: Statement, { first, last }: Slot): readonly Relation[] {
  return relations.filter(({ dependent }) => dependent >= first && dependent <= last);
}

/** How many words right before and right after two values are the same. */
function sameBeside(claim: Statement, slot: Slot, source: Statement, value: Slot): number {
  const sameIn = (from: number, to: number, step: 1 | -1): number => {
    let count = 0;
    while (count < MOST_BESIDE) {
      const word = lowerAt(claim.tokens, from + step * (count + 1));
      if (word === '' || word !== lowerAt(source.tokens, to + step * (count + 1))) break;
      count++;
    }
    return count;
  };
  return sameIn(slot.first, value.first, -1) + sameIn(slot.last, value.last, 1);
}

function contextOf(claim: ClaimSpan, slot: Slot, source: Statement, value: Slot): number {
  const { words, aligned, before, after } = contextAround(claim, slot, alignTokens(claim, source));
  const isInside = (before ?? -1) < value.first && value.last < (after ?? Infinity);
  return aligned > 0 && isInside ? aligned / words : 0;
}

function ratioOf(slot: Slot, value: Slot): number {
  if (!isFigure(slot) || !isFigure(value) || slot.value <= 0 || value.value <= 0) return 0;
  return Math.min(MOST_RATIO, Math.abs(Math.log10(slot.value / value.value)));
}

/** A difference as it is reported, in the style of the draft. */
export function valueReport(claim: ClaimSpan, difference: ValueDifference): SlotDifference {
  const { statement } = claim;
  const { slot, value, sentence } = difference;
  const source = sentence.statement;
  const date =
    isTerm(slot) || isFigure(slot) ? undefined : wholeDate(statement, slot, source, value);
  const { first, last } = date?.own ?? slot;
  const several = isTerm(value) ? coordinatedWith(source, value) : undefined;
  const other = date?.other ?? several ?? value;
  const found = slotWordsOf(statement, first, last);
  const expected = slotWordsOf(source, other.first, other.last);
  const replacement =
    several !== undefined
      ? undefined
      : date === undefined
        ? writtenAs(statement, slot, source, value)
        : date.written;
  return {
    first,
    last,
    message: `“${found}”: the source says “${expected}”.`,
    ...(replacement === undefined ? {} : { replacement }),
    expected,
    found,
    evidence: [evidenceOf(sentence.fact)],
  };
}

/** The words for several people who are named together, one of them by a term; `undefined` for one alone. */
function coordinatedWith({ terms, tokens }: Statement, value: Term): TokenRange | undefined {
  const people = terms.filter(
    ({ kind, entity, resolved }) => kind === 'name' && entity?.kind === 'person' && !resolved,
  );
  const joins = (at: number): boolean => /^(?:and|or|,)$/u.test(lowerAt(tokens, at));
  let { first, last } = value;
  for (const other of people.toReversed())
    if (other.last === first - 2 && joins(first - 1)) first = other.first;
  for (const other of people) if (other.first === last + 2 && joins(last + 1)) last = other.last;
  return first === value.first && last === value.last ? undefined : { first, last };
}

/** The whole dates of which two values are part, and the source's as the draft writes it; `undefined` for any other time. */
function wholeDate(
  claim: Statement,
  slot: Slot,
  source: Statement,
  value: Slot,
):
  | { readonly own: WrittenDate; readonly other: WrittenDate; readonly written: string | undefined }
  | undefined {
  const own = writtenDateAround(claim.tokens, slot);
  const other = own && writtenDateAround(source.tokens, value);
  if (own === undefined || other === undefined) return undefined;
  return { own, other, written: writeDateAs(own, claim.tokens, other) };
}

/** A value of a source as the draft writes the one in its place. */
function writtenAs(claim: Statement, slot: Slot, source: Statement, value: Slot): string {
  if (isTerm(value)) {
    const words = slotWordsOf(source, value.first, value.last);
    const own = slotWordsOf(claim, slot.first, slot.last);
    if (value.entity?.kind !== 'person') return words;
    return writeNameAs(own, value.others === undefined ? value.entity.name : words);
  }
  return withDraftCapital(claim, slot.first, source, value);
}
