import { isRoleNoun } from '../../../lexicon/roleWords.js';
import type { EvidenceSentence } from '../retrieve/evidenceRetriever.js';
import { type Quantity, changeMarkerBefore } from '../../../values/figures.js';
import type { TimeExpression } from '../../../values/dates.js';
import type { Relation } from '../statement/relations.js';
import type { ClaimSpan, Statement } from '../statement/statement.js';
import { clauseAround, relationClausesOf } from '../statement/statementQueries.js';
import { type TokenRange, overlapsRange } from '../../../prose/tokenRange.js';
import { type Slot, isFigure, isTerm } from './alternatives.js';
import type { ClaimContext } from '../align/claimContext.js';
import { mayBeComplement } from './complements.js';
import { differOnlyInFrequency } from '../align/frequency.js';
import { tokenRelatedness } from '../align/termAlignment.js';

/** The least relatedness of two verbs for one act. */
const RELATED = 0.6;

/**
 * True if a source's value cannot stand in the place of a claim's, as it is the value of something else: a part, a
 * change, an act that is not the claim's.
 */
export function standsElsewhere(
  slot: Slot,
  value: Slot,
  { statement: source }: EvidenceSentence,
  { claim, evidence }: ClaimContext,
): boolean {
  const { statement } = claim;
  if (isOfAnother(statement, slot) !== isOfAnother(source, value)) return true;
  if (isTerm(slot) || isTerm(value))
    return (
      isAffiliation(statement, slot) ||
      isAffiliation(source, value) ||
      isOfAnotherWord(statement, slot, source, value)
    );
  return (
    (relationClausesOf(claim).length === 0 && isLabel(claim, slot)) ||
    mayBeComplement(slot, claim, value, source) ||
    differOnlyInFrequency(slot, statement, value, source) ||
    (isFigure(slot) && isFigure(value)
      ? isOtherAmount(slot, statement, value, source)
      : isQuoted(source, value) !== isQuoted(statement, slot) ||
        isOfAnotherVerb(statement, slot, source, value) ||
        isReckoned(statement, slot) !== isReckoned(source, value) ||
        (isPlan(statement, slot) &&
          clauseAround(source, value.first)?.group.certainty === 'past') ||
        (!isFigure(slot) && isRelativeToAnotherEvent(slot, statement, evidence)))
  );
}

/** True for “Lund” in “the mayor of Lund”: a person has several affiliations (`roles.ts`). */
function isAffiliation({ tokens, terms, relations }: Statement, { first, last }: Slot): boolean {
  return relations.some(
    ({ kind, head, dependent }) =>
      kind === 'of' &&
      first <= dependent &&
      dependent <= last &&
      (isRoleNoun(tokens[head]?.lemma ?? '') ||
        terms.some(
          ({ entity, ...term }) =>
            entity?.kind === 'person' && term.first <= head && head <= term.last,
        )),
  );
}

/** True for “the court in Lund” and “a flat in Ystad”: names that the same relation joins to unrelated words. */
function isOfAnotherWord(
  claim: Statement,
  slot: TokenRange,
  source: Statement,
  value: TokenRange,
): boolean {
  const theirs = governorsOf(source, value);
  const pairs = governorsOf(claim, slot).flatMap((own) =>
    theirs.filter(({ kind }) => kind === own.kind).map(({ head }) => ({ own: own.head, head })),
  );
  return (
    pairs.length > 0 &&
    pairs.every(({ own, head }) => tokenRelatedness(claim, own, source, head) < RELATED)
  );
}

/** The relations that join a range of tokens to words outside it. */
function governorsOf({ relations }: Statement, { first, last }: TokenRange): readonly Relation[] {
  return relations.filter(
    ({ head, dependent }) =>
      first <= dependent && dependent <= last && (head < first || head > last),
  );
}

/** True for the value of “another jury” or “the second jury”, which is not the one that the other sentence names. */
function isOfAnother(statement: Statement, { first }: TokenRange): boolean {
  const subjects = clauseAround(statement, first)?.subjects ?? [];
  return subjects.some(
    (at) =>
      statement.tokens.slice(Math.max(0, at - REACH), at).some(({ lower }) => MORE.test(lower)) ||
      statement.quantities.some(
        ({ kind, unit, last }) =>
          kind === 'rank' &&
          unit === statement.tokens[at]?.lemma &&
          last <= at &&
          at - last <= REACH,
      ),
  );
}

/** True for a part, a change or a difference where the other is the whole. */
function isOtherAmount(
  slot: Quantity,
  claim: Statement,
  value: Quantity,
  source: Statement,
): boolean {
  // The row of a table may count anything.
  const unitless = (slot.unit === '') !== (value.unit === '');
  if (unitless && source.clauses.length === 0) return true;
  if (value.described.some((word) => MORE.test(word))) return true;
  if (isSince(slot, claim) !== isSince(value, source)) return true;
  // “Cut to 51 million” differs from “cut by 7 million”.
  if (
    changeMarkerBefore(claim.tokens, slot.first) !== changeMarkerBefore(source.tokens, value.first)
  )
    return true;
  return (
    slot.kind !== 'share' &&
    isDifference(claim, slot) &&
    !source.quantities.some((one) => isDifference(source, one))
  );
}

/** Words for a part of a total: “two further games”. */
const MORE = /^(?:more|further|other|another|additional|extra)$/u;

/** True for “eleven games more than in 2019”, which the source's “30 games” does not contradict. */
function isDifference({ tokens }: Statement, { last }: TokenRange): boolean {
  return tokens.slice(last + 1, last + 1 + REACH).some(({ lower }) => COMPARED.test(lower));
}

const COMPARED = /^(?:more|fewer|less|ahead|behind|short|apart)$/u;
/** How far after its figure such a word may be, in tokens. */
const REACH = 3;

/**
 * True for “approved on Thursday” and “approved the regatta held on Sunday”: the source has the claim's
 * verb, and its time belongs to another.
 */
export function isOfAnotherVerb(
  claim: Statement,
  slot: TokenRange,
  source: Statement,
  time: TokenRange,
): boolean {
  const verb = clauseAround(claim, slot.first)?.head;
  const own = clauseAround(source, time.first);
  if (verb === undefined || own === undefined) return false;
  const same = source.clauses.filter(
    ({ head }) => tokenRelatedness(claim, verb, source, head) >= RELATED,
  );
  return same.length > 0 && !same.includes(own);
}

/** True for a claim with hardly any words beside a value: “Monday morning”, “WESTHAVEN, 4 June”. */
function isLabel({ statement, first, last }: ClaimSpan, value: TokenRange): boolean {
  const others = statement.terms.filter(
    (term) => overlapsRange({ first, last }, term) && !overlapsRange(value, term),
  );
  return others.length < 2;
}

/** True for a token in quotation marks: “Monday” there is not the day of speaking. */
function isQuoted({ tokens }: Statement, { first }: TokenRange): boolean {
  let isOpen = false;
  for (const { text } of tokens.slice(0, first)) {
    if (text === '“' || (text === '"' && !isOpen)) isOpen = true;
    else if (text === '”' || text === '"') isOpen = false;
  }
  return isOpen;
}

/** True for “three years before”, which is not the length of anything. */
function isSince({ last }: TokenRange, { tokens }: Statement): boolean {
  return tokens
    .slice(last + 1, last + 3)
    .some(({ text }) => /^(?:after|before|ago|later|earlier|since)$/iu.test(text));
}

/** True for the time of another event, to which the claim's is related: “a day after the crash on Monday”. */
function isReckoned({ tokens }: Statement, { first }: TokenRange): boolean {
  return tokens
    .slice(Math.max(0, first - BEFORE), first)
    .some(({ lower }) => /^(?:after|before|since|following)$/u.test(lower));
}

/** How far before a time such a word may be, in tokens. */
const BEFORE = 5;

/** True for the time of something that is still to happen. */
function isPlan(statement: Statement, { first }: TokenRange): boolean {
  return /^(?:planned|possible)$/u.test(
    clauseAround(statement, first)?.group.certainty ?? 'present',
  );
}

/**
 * True if a source gives the time of the same act relative to another: “he died two days later”. A
 * date in the source is then the other's.
 */
function isRelativeToAnotherEvent(
  { first }: TimeExpression,
  claim: Statement,
  evidence: ClaimContext['evidence'],
): boolean {
  const act = claim.tokens[clauseAround(claim, first)?.head ?? -1]?.lemma;
  return evidence.some(
    ({ statement: { tokens } }) =>
      tokens.some(({ lemma }) => lemma === act) &&
      tokens.some(
        ({ text }, at) =>
          /^(?:later|earlier|after|before)$/iu.test(text) &&
          /^(?:hour|day|week|month|year)$/u.test(tokens[at - 1]?.lemma ?? ''),
      ),
  );
}
