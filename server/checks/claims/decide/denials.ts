import { isNegativeWord } from '../../../lexicon/functionWords.js';
import type { SlotDifference } from '../align/claimContext.js';
import { saysOtherwise } from '../compare/differences.js';
import type { EvidenceSentence } from '../retrieve/evidenceRetriever.js';
import { isNegated } from '../statement/negation.js';
import type { Relation, RelationClause } from '../statement/relations.js';
import type { ClaimSpan, Statement } from '../statement/statement.js';
import { isSaying, relationClausesOf, slotWordsOf } from '../statement/statementQueries.js';
import { LIGHT_WEIGHT } from '../statement/terms.js';
import {
  denialsIn,
  hasSameRoles,
  hasTerm,
  isDone,
  isSameVerb,
  isSameWord,
  said,
  termsIn,
} from './nearCopy.js';

/** A clause of a claim, and that of a sentence which denies what it says, or says what it denies. */
export interface Denial {
  readonly clause: RelationClause;
  readonly other: RelationClause;
  readonly sentence: EvidenceSentence;
}

/**
 * The first sentence that denies an act of a claim, or the other way round: the same who does or does not do the same to
 * the same; `undefined` if there is none.
 */
export function denialIn(
  claim: ClaimSpan,
  evidence: readonly EvidenceSentence[],
): Denial | undefined {
  const draft = claim.statement;
  const clauses = relationClausesOf(claim).filter(({ head }) => !isSaying(draft, head));
  for (const sentence of evidence) {
    const { statement } = sentence;
    if (denialsIn(said(claim)) === denialsIn(statement.tokens)) continue;
    if (!hasSameRoles(claim, statement)) continue;
    for (const clause of clauses) {
      const other = statement.clauses.find((one) => isDenied(draft, clause, statement, one));
      if (other !== undefined) return { clause, other, sentence };
    }
  }
  return undefined;
}

/** How a claim differs from a sentence that denies it: in its verb, or in who or what is denied (“no doctor”). */
export function differenceOf(
  { clause, other, sentence }: Denial,
  claim: ClaimSpan,
): SlotDifference {
  const otherwise = saysOtherwise(sentence, claim, clause.group);
  if (clause.group.negated === other.group.negated) return otherwise;
  const { first, last } = other.group;
  const expected = slotWordsOf(sentence.statement, first, last);
  const message = `“${otherwise.found}”: the source says “${expected}”.`;
  return { ...otherwise, message, expected };
}

/**
 * True if one of two clauses denies what the other says that the same subject did to the same object. What is denied has
 * nothing of its own: “did not open it in May” does not deny “opened it”.
 */
function isDenied(
  draft: Statement,
  clause: RelationClause,
  source: Statement,
  other: RelationClause,
): boolean {
  const isDenial = isNegated(draft, clause);
  return (
    isFinite(clause) &&
    isFinite(other) &&
    isSameVerb(draft, clause.head, source, other.head) &&
    isDone(clause) &&
    isDone(other) &&
    isDenial !== isNegated(source, other) &&
    (isDenial
      ? hasNothingOfItsOwn(draft, clause, source)
      : hasNothingOfItsOwn(source, other, draft)) &&
    clause.subjects.length > 0 &&
    clause.subjects.every((at) =>
      other.subjects.some((subject) => isSameWord(draft, at, source, subject)),
    ) &&
    partsOf(draft, clause).every((one) =>
      partsOf(source, other).some(
        (two) => two.kind === one.kind && isSameWord(draft, one.dependent, source, two.dependent),
      ),
    )
  );
}

/** True if another sentence has all words of a clause except those that deny. */
function hasNothingOfItsOwn(
  statement: Statement,
  clause: RelationClause,
  other: Statement,
): boolean {
  return termsIn(statement, clause)
    .filter(
      ({ first, weight }) => weight > LIGHT_WEIGHT && !isNegativeWord(statement.tokens[first]),
    )
    .every((term) => hasTerm(other, term));
}

/** What a clause says of whom: its subject, its object and its complement. */
function partsOf({ relations }: Statement, clause: RelationClause): readonly Relation[] {
  return relations.filter(
    ({ kind, head }) =>
      head === clause.head && (kind === 'subject' || kind === 'object' || kind === 'is'),
  );
}

function isFinite({ link }: RelationClause): boolean {
  return link !== 'infinitive' && link !== 'participle';
}
