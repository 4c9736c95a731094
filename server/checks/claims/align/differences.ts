import type { Span } from '../../../prose/span.js';
import type { Citation } from '../../../reference/model.js';
import { shortened } from '../../excerpt.js';
import type { Evidence } from '../../finding.js';
import type { ClaimSpan } from '../statement/claimSpan.js';
import { isOfAnotherVerb } from './alternativeExclusions.js';
import { figuresOf, hasFigure } from './grounding.js';
import { slotWordsOf } from '../statement/statementQueries.js';
import { actorMismatches } from './actors.js';
import { ageMismatches } from './ages.js';
import { orderMismatches } from './actOrder.js';
import { type LikelyAlternative, alternativeMismatches } from './alternativeMismatch.js';
import { antonymMismatches } from './antonymMismatch.js';
import type { ClaimContext, SlotMismatch } from './claimContext.js';
import type { Dispute } from './disputes.js';
import { polarityMismatches } from './polarity.js';
import { quantifierMismatches } from './quantifiers.js';
import { roleMismatches } from './roles.js';
import { isSameSubject } from './sameSubject.js';
import { speakerMismatches } from './speakers.js';
import { substitutions } from './substitutions.js';

/** A difference between a claim and a source, ready to report. */
export interface SlotDifference {
  /** The claim's tokens that differ, both included. */
  readonly first: number;
  readonly last: number;
  /** One plain sentence with both values. */
  readonly message: string;
  /** The replacement for the tokens, if it is mechanical. */
  readonly replacement?: string;
  /** The source's words in place of `found`. */
  readonly expected: string;
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
  const { statement, first, last } = context.claim;
  const [role] = roleMismatches(statement, first, last, context.entities);
  if (role !== undefined) {
    const found = slotWordsOf(statement, role.first, role.last);
    return {
      ...placed(role),
      message: `“${found}”: the source says “${role.expected}” of ${role.person.name}.`,
      expected: role.replacement ?? role.expected,
      found,
      evidence: recorded(
        role.role.citation,
        `${role.person.name}: ${role.role.title}${at(role.role.affiliation)}`,
      ),
    };
  }
  const conflict = [
    ...ageMismatches(context),
    ...alternativeMismatches(context, likeliest),
    ...substitutions(context),
    ...actorMismatches(context),
    ...speakerMismatches(context),
    ...polarityMismatches(context),
    ...quantifierMismatches(context),
    ...antonymMismatches(context),
    ...orderMismatches(context),
  ].find(
    (one) =>
      isSameSubject(one, context.claim) &&
      !isOfAnotherAct(one, context.claim) &&
      !isOfAnotherMatch(one, context),
  );
  if (conflict === undefined) return undefined;
  return dispute !== undefined && dispute.first <= conflict.last && conflict.first <= dispute.last
    ? undecided(context, conflict, dispute)
    : reported(context, conflict);
}

/** True for a time that belongs to another verb of the source. */
function isOfAnotherAct(mismatch: SlotMismatch, { statement }: ClaimSpan): boolean {
  const source = mismatch.evidence.statement;
  const time = source.dates.find(
    ({ first, last }) => slotWordsOf(source, first, last) === mismatch.expected,
  );
  return time !== undefined && isOfAnotherVerb(statement, mismatch, source, time);
}

/**
 * True if another sentence has the claim's result and the differing one has not: there are two
 * similar events.
 */
function isOfAnotherMatch(
  { first, last, evidence: sentence }: SlotMismatch,
  { claim, evidence }: ClaimContext,
): boolean {
  return figuresOf(claim).some(
    (figure) =>
      figure.kind === 'score' &&
      (figure.last < first || figure.first > last) &&
      !hasFigure(sentence.statement, figure) &&
      evidence.some(({ statement }) => hasFigure(statement, figure)),
  );
}

/** Every source has another value, so that there is no one fix. */
function undecided(
  { claim: { statement } }: ClaimContext,
  { first, last }: SlotMismatch,
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
    evidence: [
      ...recorded(fact.citation, fact.text),
      ...(further === undefined || further === fact
        ? []
        : recorded(further.citation, further.text)),
    ],
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

/** Where the words of a verb group are in a sentence: all of them if they stand together, otherwise the last. */
function placeOf(words: string, sentence: string): Span | undefined {
  const last = words.slice(words.lastIndexOf(' ') + 1);
  for (const part of [words, last]) {
    for (let at = sentence.indexOf(part); at >= 0; at = sentence.indexOf(part, at + 1)) {
      const end = at + part.length;
      const isWhole = !LETTERS.test(sentence.slice(Math.max(0, at - 1), at + 1));
      if (isWhole && !LETTERS.test(sentence.slice(end - 1, end + 1))) return { start: at, end };
    }
  }
  return undefined;
}

/** Two letters in a row: no border between words. */
const LETTERS = /^\p{L}\p{L}$/u;

function placed(conflict: {
  readonly first: number;
  readonly last: number;
  readonly replacement?: string;
}): Pick<SlotDifference, 'first' | 'last' | 'replacement'> {
  const { first, last, replacement } = conflict;
  return replacement === undefined ? { first, last } : { first, last, replacement };
}

function at(affiliation: string | undefined): string {
  return affiliation === undefined ? '' : `, ${affiliation}`;
}

function recorded({ source, line }: Citation, text: string): readonly Evidence[] {
  return [{ source, line, text }];
}
