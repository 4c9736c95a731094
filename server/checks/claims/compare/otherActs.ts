import { isNegated } from '../statement/negation.js';
import { changeMarkerBefore } from '../../../values/figures.js';
import { type Slot, isFigure, isTerm } from './slots.js';
import { tokenRelatedness } from '../align/termAlignment.js';
import { POSSIBLY_SAME_NAME, nameSimilarity } from '../statement/nameMatching.js';
import { areAntonyms } from '../words/lexicalRelations.js';
import type { Statement } from '../statement/statement.js';
import { clauseAround, termsAt } from '../statement/statementQueries.js';
import type { Term } from '../statement/terms.js';
import { type TokenRange, overlapsRange } from '../../../prose/tokenRange.js';

/** The least relatedness of two verbs for one act. */
const RELATED = 0.6;

/**
 * True for “approved on Thursday” and “approved the regatta held on Sunday”: the source has the claim's verb, and its
 * value belongs to another.
 */
export function isOfAnotherVerb(
  claim: Statement,
  slot: TokenRange,
  source: Statement,
  value: TokenRange,
): boolean {
  const verb = clauseAround(claim, slot.first)?.head;
  const own = clauseAround(source, value.first);
  if (verb === undefined || own === undefined) return false;
  // “Ends in 2027” and “began in 2022”
  if (areAntonyms(lemmaAt(claim, verb), lemmaAt(source, own.head))) return true;
  const same = source.clauses.filter(
    ({ head }) => tokenRelatedness(claim, verb, source, head) >= RELATED,
  );
  return same.length > 0 && !same.includes(own);
}

function lemmaAt({ tokens }: Statement, at: number): string {
  return tokens[at]?.lemma ?? '';
}

/**
 * True for a value that a source gives for another act than the claim's: an act of somebody else by name, one that only
 * either of them denies, another verb or event, one that is past, or the result of a change where the claim has its size.
 */
export function isOfAnotherAct(
  claim: Statement,
  slot: Slot,
  source: Statement,
  value: Slot,
): boolean {
  if (isOfAnotherSubject(claim, slot, source, value)) return true;
  if (isTerm(slot))
    return (
      isDeniedByOne(claim, slot, source, value) || isOfUnrelatedVerb(claim, slot, source, value)
    );
  if (isOfAnotherVerb(claim, slot, source, value)) return true;
  if (isFigure(slot))
    return (
      changeMarkerBefore(claim.tokens, slot.first) !==
      changeMarkerBefore(source.tokens, value.first)
    );
  return (
    isReckoned(claim, slot) !== isReckoned(source, value) ||
    (isPlanned(claim, slot) && clauseAround(source, value.first)?.group.certainty === 'past')
  );
}

/** True for “Roe opened it” and “Tarn did not open it”. */
function isDeniedByOne(
  claim: Statement,
  slot: TokenRange,
  source: Statement,
  value: TokenRange,
): boolean {
  const own = clauseAround(claim, slot.first);
  const theirs = clauseAround(source, value.first);
  return (
    own !== undefined && theirs !== undefined && isNegated(claim, own) !== isNegated(source, theirs)
  );
}

/** True for “Roe voted against it” and “Tarn drafted it”: two who do something else. */
function isOfUnrelatedVerb(
  claim: Statement,
  slot: TokenRange,
  source: Statement,
  value: TokenRange,
): boolean {
  const [own, theirs] = [actOf(claim, slot), actOf(source, value)];
  return (
    own !== undefined &&
    theirs !== undefined &&
    tokenRelatedness(claim, own, source, theirs) < RELATED
  );
}

/** The verb of the clause in which somebody acts, not one in their name (“Rose Baker”). */
function actOf(statement: Statement, { first, last }: TokenRange): number | undefined {
  const clause = clauseAround(statement, first);
  const isSubject = clause?.subjects.some((at) => at >= first && at <= last) ?? false;
  const isInName = clause !== undefined && clause.head >= first && clause.head <= last;
  return isSubject && !isInName ? clause?.head : undefined;
}

/** True if both sides name who acts and no name is the same; a name that is itself at issue does not count. */
function isOfAnotherSubject(
  claim: Statement,
  slot: TokenRange,
  source: Statement,
  value: TokenRange,
): boolean {
  const own = agentNames(claim, slot);
  const theirs = agentNames(source, value);
  return (
    own.length > 0 &&
    theirs.length > 0 &&
    !own.some((one) => theirs.some((two) => nameSimilarity(one, two) >= POSSIBLY_SAME_NAME))
  );
}

/** The names of those who act in the clause around a value: in “the pier was built in 1999” nobody. */
function agentNames(statement: Statement, beside: TokenRange): readonly Term[] {
  const verb = clauseAround(statement, beside.first)?.head;
  return statement.relations
    .filter(({ kind, head }) => kind === 'subject' && head === verb)
    .flatMap(({ dependent }) => termsAt(statement, dependent))
    .filter((term) => term.kind === 'name' && !overlapsRange(term, beside));
}

/** How far before the time of another event the word that relates it may be, in tokens. */
const BEFORE = 5;

/** True for the time of another event, to which that of the act is related: “a day after the crash on Monday”. */
function isReckoned({ tokens }: Statement, { first }: TokenRange): boolean {
  return tokens
    .slice(Math.max(0, first - BEFORE), first)
    .some(({ lower }) => /^(?:after|before|since|following)$/u.test(lower));
}

function isPlanned(statement: Statement, { first }: TokenRange): boolean {
  const certainty = clauseAround(statement, first)?.group.certainty;
  return certainty === 'planned' || certainty === 'possible';
}
