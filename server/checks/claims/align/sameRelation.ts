import { isObjectPronoun, isPronounSubject } from '../../../lexicon/functionWords.js';
import type { ClaimSpan } from '../statement/claimSpan.js';
import type { Statement } from '../statement/statement.js';
import {
  clauseAround,
  relationClausesOf,
  slotWordsOf,
  termsAt,
} from '../statement/statementQueries.js';
import { tokenRelatedness } from './termAlignment.js';
import { type TokenRange, overlapsRange } from '../statement/tokenRange.js';
import type { SlotMismatch } from './claimContext.js';

/** The least relatedness of two words for one act or thing. */
const RELATED = 0.6;

/** Verbs that say little without their complement. */
const EMPTY_VERB = /^(?:be|have|do)$/u;

/**
 * True if a source relates its value in the same way as the claim; only then is the claim wrong. The
 * source must have the noun that a value belongs to (“a rebate of 9 percent”) and, for a figure, the verb
 * or its subject. It must name its value: what a pronoun refers to is a guess. A dateline or the heading
 * of a table (“Monday morning”) relates nothing.
 */
export function isSameRelation(mismatch: SlotMismatch, claim: ClaimSpan): boolean {
  const expected = { text: mismatch.expected };
  if (isPronounSubject(expected) || isObjectPronoun(expected)) return false;
  const { statement } = claim;
  if (isDifference(statement, mismatch)) return false;
  const isTime = statement.dates.some((date) => overlapsRange(date, mismatch));
  if (isTime && relationClausesOf(claim).length === 0 && isLabel(claim, mismatch)) return false;
  if (isTime && isOfAnotherVerb(statement, mismatch)) return false;
  const has = (token: number): boolean => hasWord(mismatch.evidence.statement, statement, token);
  const isOutside = (token: number): boolean => token < mismatch.first || token > mismatch.last;
  if (mismatch.slot !== 'age' && !governorsOf(statement, mismatch).filter(isOutside).every(has))
    return false;
  if (mismatch.slot === 'word') return !isOtherwiseRelated(statement, mismatch);
  if (mismatch.slot !== 'figure') return true;
  const clause = clauseAround(statement, mismatch.first);
  // The row of a table has no verb.
  if (clause === undefined || mismatch.evidence.statement.clauses.length === 0) return true;
  const anchors = [clause.head, ...clause.subjects]
    .filter(isOutside)
    .filter((token) => !EMPTY_VERB.test(statement.tokens[token]?.lemma ?? ''))
    // What a pronoun refers to is unknown.
    .filter((token) => termsAt(statement, token).length > 0);
  return anchors.length === 0 || anchors.some(has);
}

/**
 * True for “leaves for Arsenal” and “joins Arsenal”: what is the object of one verb follows the other
 * after a preposition, so that the verbs are no antonyms here.
 */
function isOtherwiseRelated(claim: Statement, { first, last, evidence }: SlotMismatch): boolean {
  const source = evidence.statement;
  return claim.relations.some(
    (own) =>
      first <= own.head &&
      own.head <= last &&
      source.relations.some(
        (other) =>
          (own.kind === 'object') !== (other.kind === 'object') &&
          !NO_COMPLEMENT.test(own.kind) &&
          !NO_COMPLEMENT.test(other.kind) &&
          tokenRelatedness(claim, own.dependent, source, other.dependent) >= RELATED,
      ),
  );
}

const NO_COMPLEMENT = /^(?:subject|is|of|modifier|apposition)$/u;

/** True for “eleven games more than in 2019”, which the source's “30 games” does not contradict. */
function isDifference(claim: Statement, mismatch: SlotMismatch): boolean {
  const source = mismatch.evidence.statement;
  const isCompared = ({ tokens }: Statement, { last }: TokenRange): boolean =>
    tokens.slice(last + 1, last + 1 + REACH).some(({ lower }) => COMPARED.test(lower));
  return (
    claim.quantities.some(
      (figure) =>
        figure.kind !== 'share' && overlapsRange(figure, mismatch) && isCompared(claim, figure),
    ) && !source.quantities.some((other) => isCompared(source, other))
  );
}

const COMPARED = /^(?:more|fewer|less|ahead|behind|short|apart)$/u;
/** How far after its figure such a word may be, in tokens. */
const REACH = 3;

/**
 * True for “approved on Thursday” and “approved the regatta held on Sunday”: the source has the
 * claim's verb, and its time belongs to another.
 */
function isOfAnotherVerb(claim: Statement, { first, expected, evidence }: SlotMismatch): boolean {
  const source = evidence.statement;
  const verb = clauseAround(claim, first)?.head;
  const time = source.dates.find((date) => slotWordsOf(source, date.first, date.last) === expected);
  if (verb === undefined || time === undefined) return false;
  const same = source.clauses.filter(
    ({ head }) => tokenRelatedness(claim, verb, source, head) >= RELATED,
  );
  const own = clauseAround(source, time.first);
  return own !== undefined && same.length > 0 && !same.includes(own);
}

/** True for a claim with hardly any words beside a value: “Monday morning”, “WESTHAVEN, 4 June”. */
function isLabel({ statement, first, last }: ClaimSpan, value: TokenRange): boolean {
  const others = statement.terms.filter(
    (term) => overlapsRange({ first, last }, term) && !overlapsRange(value, term),
  );
  return others.length < 2;
}

/** The nouns that own a value: “a rebate of 9 percent”. */
function governorsOf({ relations }: Statement, value: TokenRange): readonly number[] {
  return relations
    .filter(
      ({ kind, dependent }) => kind === 'of' && value.first <= dependent && dependent <= value.last,
    )
    .map(({ head }) => head);
}

function hasWord(source: Statement, claim: Statement, token: number): boolean {
  return source.tokens.some((_, at) => tokenRelatedness(claim, token, source, at) >= RELATED);
}
