import { daysBetween } from '../../../reference/extraction/sourceDate.js';
import type { EvidenceRetriever, EvidenceSentence } from '../retrieve/evidenceRetriever.js';
import type { Quantity } from '../../../values/figures.js';
import { quantitiesDiffer } from '../../../values/figureComparison.js';
import type { ClaimSpan, Statement } from '../statement/statement.js';
import { clauseAround, hasName } from '../statement/statementQueries.js';
import type { Term } from '../statement/terms.js';
import { type TokenRange, overlapsRange } from '../../../prose/tokenRange.js';
import { isDefiniteCount } from './grounding.js';
import { areOfOnePeriod, mayBeOfOneOccasion } from './occasions.js';
import { tokenRelatedness } from './termAlignment.js';

/** A count of a claim that an older source has, and a newer one has become another. */
export interface NewerCount {
  /** Of the claim. */
  readonly count: Quantity;
  readonly older: EvidenceSentence;
  readonly newer: EvidenceSentence;
  /** Of the newer sentence. */
  readonly newerCount: Quantity;
}

/** The most days between two sources whose counts, such as the injured or the evacuated, belong to one story. */
const MOST_DAYS = 14;

/** From one day to another a count seldom grows or falls by more than this factor; another thing's may. */
const MOST_CHANGE = 4;

/** The least relatedness of the verbs, and of the subjects. */
const SAME = 0.5;

/**
 * The first count of a claim that a source has, of which a newer source has another: of the same noun, with the
 * same verb and no other subject. Older and newer are compared with each other, however the claim words it.
 */
export function newerCountFor(
  retriever: EvidenceRetriever,
  claim: ClaimSpan,
  evidence: readonly EvidenceSentence[],
): NewerCount | undefined {
  const { quantities } = claim.statement;
  for (const count of quantities) {
    if (count.first < claim.first || count.last > claim.last || !isComparable(count)) continue;
    for (const older of evidence) {
      const own = older.statement.quantities.find((one) => isSameCount(count, one));
      const day = retriever.dayOf(older.fact.citation.source);
      if (own === undefined || day === undefined) continue;
      const found = newerThan(retriever, older.statement, own, day);
      // A newer source that still has the claim's count leaves it as it is.
      if (found === undefined || quantities.some((one) => isSameCount(one, found.newerCount)))
        continue;
      return { count, older, ...found };
    }
  }
  return undefined;
}

/** A smaller count is often of some among the others: “two people in one house”. */
const LEAST = 10;

/** True for a count of a noun that can be compared: no order of magnitude, and not of things already known. */
export function isComparable(count: Quantity, least = LEAST): boolean {
  const { kind, unit, order, value } = count;
  return kind === 'count' && unit !== '' && !order && value >= least && !isDefiniteCount(count);
}

/** True for two counts of one noun that do not differ. */
export function isSameCount(one: Quantity, other: Quantity): boolean {
  return one.kind === other.kind && one.unit === other.unit && !quantitiesDiffer(one, other);
}

/**
 * The newest other value of a count, given its sentence and day. A source whose year is only that of the others is never
 * the newer one: it may be about last year's event.
 */
function newerThan(
  retriever: EvidenceRetriever,
  statement: Statement,
  count: Quantity,
  day: string,
): Pick<NewerCount, 'newer' | 'newerCount'> | undefined {
  const dayOf = ({ fact }: EvidenceSentence): string => retriever.dayOf(fact.citation.source) ?? '';
  const [newest] = countsOfEvent(retriever, statement, count)
    .filter(
      ({ sentence }) =>
        dayOf(sentence) >= day &&
        daysBetween(day, dayOf(sentence)) <= MOST_DAYS &&
        !retriever.hasBorrowedYear(sentence.fact.citation.source),
    )
    .toSorted((one, other) => dayOf(other.sentence).localeCompare(dayOf(one.sentence)));
  return newest === undefined || dayOf(newest.sentence) === day || isSameCount(count, newest.count)
    ? undefined
    : { newer: newest.sentence, newerCount: newest.count };
}

/** A count in a sentence of a source. */
export interface SourceCount {
  readonly sentence: EvidenceSentence;
  readonly count: Quantity;
}

/**
 * What the sources have of the event of a count, its own value or another: the same noun with the same verb, and no
 * other subject. A sentence with two such counts, or a value too far from it, is about something else.
 */
export function countsOfEvent(
  retriever: EvidenceRetriever,
  statement: Statement,
  count: Quantity,
): readonly SourceCount[] {
  const clause = clauseAround(statement, count.figure);
  if (clause === undefined || !isComparable(count)) return [];
  const span = { statement, first: clause.first, last: clause.last };
  return retriever.read(retriever.hitsOf(span), span).flatMap((sentence) => {
    const [other, ...more] = sentence.statement.quantities.filter(
      (one) => isComparable(one) && one.unit === count.unit,
    );
    if (other === undefined || more.length > 0) return [];
    const change = other.value / count.value;
    return change <= MOST_CHANGE &&
      change >= 1 / MOST_CHANGE &&
      isOfSameEvent(statement, count, sentence.statement, other)
      ? [{ sentence, count: other }]
      : [];
  });
}

/** True if both counts go with the same verb, and neither with a subject that the other has not. */
export function isOfSameEvent(
  one: Statement,
  count: Quantity,
  other: Statement,
  otherCount: Quantity,
): boolean {
  const [clause, otherClause] = [
    clauseAround(one, count.figure),
    clauseAround(other, otherCount.figure),
  ];
  if (clause === undefined || otherClause === undefined) return false;
  if (!mayBeOfOneOccasion(one, other) || !areOfOnePeriod(one, other)) return false;
  if (tokenRelatedness(one, clause.head, other, otherClause.head) < SAME) return false;
  const [names, otherNames] = [namesIn(one, clause), namesIn(other, otherClause)];
  if (names.length > 0 && otherNames.length > 0 && !names.some((name) => hasName(other, name)))
    return false;
  const subjects = clause.subjects.filter((at) => at < count.first || at > count.last + 1);
  const others = otherClause.subjects.filter(
    (at) => at < otherCount.first || at > otherCount.last + 1,
  );
  return (
    subjects.length === 0 ||
    others.length === 0 ||
    subjects.some((at) => others.some((to) => tokenRelatedness(one, at, other, to) >= SAME))
  );
}

function namesIn({ terms }: Statement, clause: TokenRange): readonly Term[] {
  return terms.filter((term) => term.kind === 'name' && overlapsRange(term, clause));
}
