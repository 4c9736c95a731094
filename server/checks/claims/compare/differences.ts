import { shortened } from '../../excerpt.js';
import { type EvidenceSentence, evidenceOf } from '../retrieve/evidenceRetriever.js';
import type { ClaimSpan } from '../statement/statement.js';
import { relationClausesOf, slotWordsOf } from '../statement/statementQueries.js';
import type { ClaimContext, SlotDifference } from '../align/claimContext.js';
import { isDatingLine } from '../../calendar/datelines.js';
import { isUnreliable } from '../../unreliable.js';
import { type ValueDifference, valueReport } from '../values.js';
import type { Dispute } from './disputes.js';
import { isOfAnotherAct } from './otherActs.js';
import { type RoleMismatch, roleMismatch } from './roles.js';
import { type TokenRange, overlapsRange } from '../../../prose/tokenRange.js';

/**
 * The least likelihood of another value that is reported, the least share of the rest of the claim that its sentence has,
 * and the least lead over a sentence with the claim's own value.
 */
const LIKELY = 0.8;
const SAME_EVENT = 0.5;
const LEAD = 0.3;

/**
 * How a claim that no source has in its own words differs from the sources, by rules alone: in an office, in a value of a
 * table, or in the likeliest of `values`. `dispute` is a value on which the sources disagree.
 */
export function differenceIn(
  context: ClaimContext,
  values: readonly ValueDifference[],
  dispute?: Dispute,
): SlotDifference | undefined {
  const { claim, table } = context;
  const role = roleDifference(claim, context.entities);
  if (role !== undefined || table?.isSame === true) return role;
  const value = values.find((one) => isOfEvent(one, context));
  const difference = table?.difference ?? (value && valueReport(claim, value));
  return difference !== undefined && dispute !== undefined && overlapsRange(dispute, difference)
    ? undecided(context, difference, dispute)
    : difference;
}

/**
 * True for a value that a sentence gives for the event of a claim, with one of the words around it. A heading or a row of
 * a table has no clause by which to tell, only its row and column say what a value of a table is of, and a line that dates
 * its text tells nothing else.
 */
function isOfEvent(
  { slot, value, sentence: { fact, statement }, likelihood, share, signals }: ValueDifference,
  { claim, dayOf }: ClaimContext,
): boolean {
  return (
    likelihood >= LIKELY &&
    share >= SAME_EVENT &&
    signals.lead >= LEAD &&
    signals.beside + signals.context > 0 &&
    relationClausesOf(claim).length > 0 &&
    fact.row === undefined &&
    !isOfAnotherAct(claim.statement, slot, statement, value) &&
    !isDatingLine(fact.text, statement.tokens, dayOf(fact.citation.source)) &&
    !isUnreliable(fact)
  );
}

/** An office or affiliation that differs from all that the sources record of its person. */
export function roleDifference(
  claim: ClaimSpan,
  entities: ClaimContext['entities'],
): SlotDifference | undefined {
  const role = roleMismatch(claim, entities);
  if (role === undefined) return undefined;
  const { first, last, expected, replacement, person } = role;
  const found = slotWordsOf(claim.statement, first, last);
  return {
    first,
    last,
    ...(replacement === undefined ? {} : { replacement }),
    message: `“${found}”: the source says “${expected}” of ${person.name}.`,
    expected: replacement ?? expected,
    found,
    evidence: [evidenceOf({ citation: role.role.citation, text: recordOf(role) })],
  };
}

/** What the sources record of a person's office: “Ada Roe: mayor, Lund”. */
function recordOf({ person, role: { title, affiliation } }: RoleMismatch): string {
  return `${person.name}: ${title}${affiliation === undefined ? '' : `, ${affiliation}`}`;
}

/** A value of which every source has another, so that there is no one fix. */
export function undecided(
  { claim: { statement } }: ClaimContext,
  { first, last }: TokenRange,
  { text, values, evidence }: Dispute,
): SlotDifference {
  const found = slotWordsOf(statement, first, last);
  const message = `“${found}”: ${text.charAt(0).toLowerCase()}${text.slice(1)}.`;
  return { first, last, message, expected: values.join(', '), found, evidence };
}

/** Words of a claim of which a sentence says otherwise, but not in one value. */
export function saysOtherwise(
  { fact }: EvidenceSentence,
  { statement }: ClaimSpan,
  { first, last }: TokenRange,
): SlotDifference & { readonly found: string } {
  const found = slotWordsOf(statement, first, last);
  const text = shortened(fact.text).replaceAll('“', '‘').replaceAll('”', '’');
  const message = `“${found}”: the source says otherwise, “${text}”`;
  return { first, last, message, found, evidence: [evidenceOf(fact)] };
}
