import type { Span } from '../../../prose/span.js';
import { THIRD_PERSON_PRONOUNS } from '../../../lexicon/functionWords.js';
import { shortened } from '../../excerpt.js';
import type { Evidence } from '../../finding.js';
import { evidenceOf } from '../retrieve/evidenceRetriever.js';
import type { ClaimSpan } from '../statement/statement.js';
import { isOfAnotherVerb } from './alternativeExclusions.js';
import { slotWordsOf } from '../statement/statementQueries.js';
import { actorMismatches } from './actors.js';
import { ageMismatches } from './ages.js';
import { orderMismatches } from './actOrder.js';
import { type LikelyAlternative, alternativeMismatches } from './alternativeMismatch.js';
import { antonymMismatches } from './antonymMismatch.js';
import type { ClaimContext, SlotMismatch } from '../align/claimContext.js';
import type { Dispute } from './disputes.js';
import { isOfAnotherResult } from '../align/occasions.js';
import { polarityMismatches } from './polarity.js';
import { quantifierMismatches } from './quantifiers.js';
import { type RoleMismatch, roleMismatch } from './roles.js';
import { isSameSubject } from '../align/sameSubject.js';
import { speakerMismatches } from './speakers.js';
import { substitutions } from './substitutions.js';
import { inWholeDate } from './wholeDate.js';
import type { TokenRange } from '../../../prose/tokenRange.js';

/** A difference between a claim and a source, ready to report: the claim's tokens that differ. */
export interface SlotDifference extends TokenRange {
  /** One plain sentence with both values. */
  readonly message: string;
  /** The replacement for the tokens, if it is mechanical. */
  readonly replacement?: string;
  /** The source's words in place of `found`; absent where they are those of a whole sentence. */
  readonly expected?: string;
  /** The claim's words that differ. */
  readonly found: string;
  readonly evidence: readonly Evidence[];
}

/**
 * The first slot in which a claim differs from the sources, the most certain kinds first. `dispute`
 * is a value on which the sources disagree.
 */
export function differenceIn(
  context: ClaimContext,
  likeliest: LikelyAlternative | undefined,
  dispute?: Dispute,
): SlotDifference | undefined {
  const { statement } = context.claim;
  const role = roleDifference(context.claim, context.entities);
  if (role !== undefined) return role;
  const ofSameEvent = (found: readonly SlotMismatch[]): readonly SlotMismatch[] =>
    found.filter((one) => isSameSubject(one, context.claim) && !isOfAnotherAct(one, context.claim));
  if (context.table?.isSame === true) return undefined;
  const conflicts = [
    ...ofSameEvent(ageMismatches(context)),
    ...alternativeMismatches(context, likeliest),
    ...ofSameEvent([
      ...substitutions(context),
      ...actorMismatches(context),
      ...speakerMismatches(context),
      ...polarityMismatches(context),
      ...quantifierMismatches(context),
      ...antonymMismatches(context),
      ...orderMismatches(context),
    ]),
  ].filter(saysOtherwise);
  const conflict =
    context.table?.mismatch ??
    conflicts.find(
      (one) => !isOfAnotherResult(one.evidence.statement, context.claim, one, context.evidence),
    );
  if (conflict === undefined) return undefined;
  return dispute !== undefined && dispute.first <= conflict.last && conflict.first <= dispute.last
    ? undecided(context, conflict, dispute)
    : reported(context, inWholeDate(conflict, statement));
}

/** An office or affiliation that differs from all that the sources record of its person. */
export function roleDifference(
  claim: ClaimSpan,
  entities: ClaimContext['entities'],
): SlotDifference | undefined {
  const role = roleMismatch(claim, entities);
  if (role === undefined) return undefined;
  const found = slotWordsOf(claim.statement, role.first, role.last);
  return {
    ...placed(role),
    message: `“${found}”: the source says “${role.expected}” of ${role.person.name}.`,
    expected: role.replacement ?? role.expected,
    found,
    evidence: [evidenceOf({ citation: role.role.citation, text: recordOf(role) })],
  };
}

/**
 * False for a pronoun, which says nothing of whom it stands for, and for a value of a table, which only its row and column
 * explain, unless it is a day or time.
 */
function saysOtherwise({ slot, expected, evidence: { fact } }: SlotMismatch): boolean {
  const pronouns = Object.values(THIRD_PERSON_PRONOUNS);
  if (pronouns.some((words) => words.has(expected.toLowerCase()))) return false;
  const value = fact.text.slice(fact.text.lastIndexOf(': ') + 1);
  return fact.row === undefined || (slot === 'date' && value.includes(expected));
}

/** True for a time that belongs to another verb of the source. */
function isOfAnotherAct(mismatch: SlotMismatch, { statement }: ClaimSpan): boolean {
  const source = mismatch.evidence.statement;
  const time = source.dates.find(
    ({ first, last }) => slotWordsOf(source, first, last) === mismatch.expected,
  );
  return time !== undefined && isOfAnotherVerb(statement, mismatch, source, time);
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

function reported({ claim: { statement } }: ClaimContext, conflict: SlotMismatch): SlotDifference {
  const { fact } = conflict.evidence;
  const further = conflict.further?.fact;
  const found = slotWordsOf(statement, conflict.first, conflict.last);
  return {
    ...placed(conflict),
    message: messageOf(conflict, found),
    expected: conflict.expected,
    found,
    evidence: [fact, ...(further === undefined || further === fact ? [] : [further])].map(
      evidenceOf,
    ),
  };
}

function messageOf(
  { slot, expected, reason, evidence: sentence }: SlotMismatch,
  found: string,
): string {
  switch (slot) {
    case 'polarity':
      return `“${found}”: the source says the opposite, “${shortened(sentence.fact.text, placeOf(expected, sentence.fact.text))}”`;
    case 'speaker':
      return `“${found}”: in the source, the speaker is ${expected}.`;
    case 'order':
      return `“${found}”: in the sources, ${reason ?? ''}.`;
    default:
      return `“${found}”: the source says “${expected}”.`;
  }
}

/** Where some words are in a sentence. */
function placeOf(words: string, sentence: string): Span | undefined {
  const start = ` ${sentence}`.indexOf(` ${words}`);
  return start < 0 ? undefined : { start, end: start + words.length };
}

function placed(
  conflict: Pick<SlotDifference, 'first' | 'last' | 'replacement'>,
): Pick<SlotDifference, 'first' | 'last' | 'replacement'> {
  const { first, last, replacement } = conflict;
  return replacement === undefined ? { first, last } : { first, last, replacement };
}

/** What the sources record of a person's office: “Ada Roe: mayor, Lund”. */
function recordOf({ person, role: { title, affiliation } }: RoleMismatch): string {
  return `${person.name}: ${title}${affiliation === undefined ? '' : `, ${affiliation}`}`;
}
