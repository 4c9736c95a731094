import { isNegation } from '../../../lexicon/functionWords.js';
import { isUnreliable } from '../../unreliable.js';
import { isExceptive } from '../statement/exceptives.js';
import { isQuantity, shareWithout } from '../align/grounding.js';
import { areContraries, excludeEachOther } from '../words/lexicalRelations.js';
import { POSSIBLY_SAME_NAME } from '../statement/nameMatching.js';
import { isNegated } from '../statement/negation.js';
import type { Quantity } from '../../../values/figures.js';
import type { ClaimSpan, Statement } from '../statement/statement.js';
import { gapOf, slotWordsOf } from '../statement/statementQueries.js';
import { mayBeSameFigure, termRelatedness, tokenRelatedness } from '../align/termAlignment.js';
import { type Term, LIGHT_WEIGHT } from '../statement/terms.js';
import { overlapsRange } from '../../../prose/tokenRange.js';
import type { ClaimContext, SlotMismatch } from '../align/claimContext.js';
import { isConverseRelation } from './converses.js';
import { isOfAnotherMatter } from './matters.js';

/** The least share of the rest of the claim in the sentence with the antonym. */
const SAME_EVENT = 0.6;

/** The least relatedness of two words for one thing. */
const ALIKE = 0.6;

/** How near the antonym must be to another word of the claim, in tokens. */
const NEAR = 6;

/**
 * The one word of a claim that no source has of the same thing, if its antonym is in the sentence
 * that has the rest: “two sons” for two daughters, “sales rose” for fell.
 */
export function antonymMismatches(context: ClaimContext): readonly SlotMismatch[] {
  const { claim, evidence, rarity, ungrounded } = context;
  const words = claim.statement.terms.filter(
    (term) =>
      overlapsRange(claim, term) &&
      term.kind !== 'name' &&
      !term.resolved &&
      term.weight > LIGHT_WEIGHT &&
      // Few words have antonyms, and the lookup is fast.
      hasOnlyAntonym(term, context),
  );
  for (const word of words) {
    // “Two sons” is not grounded by two daughters.
    if (!ungrounded.every((figure) => isQuantity(figure) && figure.unit === word.word)) continue;
    const open = [word, ...ungrounded];
    for (const sentence of evidence) {
      const source = sentence.statement;
      const other = oppositeOf(word, claim.statement, source);
      if (other === undefined) continue;
      if (shareWithout(claim, open, source, rarity, termRelatedness) < SAME_EVENT) continue;
      if (isOfAnother(other, companionsOf(word, claim), source)) continue;
      if (isConverseRelation(claim.statement, word) || isConverseRelation(source, other)) continue;
      if (isExceptive(source, other)) continue;
      if (isOtherwiseRelated(claim.statement, word, source)) continue;
      if (isUnreliable(sentence.fact)) continue;
      const expected = slotWordsOf(source, other.first, other.last);
      return [
        {
          slot: 'word',
          first: word.first,
          last: word.last,
          expected,
          ...(isOneForm(word, claim.statement, other, source) ? { replacement: expected } : {}),
          evidence: sentence,
        },
      ];
    }
  }
  return [];
}

/** True if the sources have a word's antonym, and the word itself only of other things. */
function hasOnlyAntonym(word: Term, context: ClaimContext): boolean {
  const { claim, evidence } = context;
  const companions = companionsOf(word, claim);
  return (
    evidence.some(({ statement }) => oppositeOf(word, claim.statement, statement)) &&
    evidence.every(({ statement }) =>
      statement.terms.every(
        (term) =>
          termRelatedness(word, term) < ALIKE ||
          isOfAnother(term, companions, statement) ||
          isOfAnotherMatter(claim.statement, word.last, statement, term.last),
      ),
    )
  );
}

/** A name or figure beside a word, which tells what the word is said of. */
type Companion = Term | Quantity;

/**
 * The nearest of each kind: in “two sons and seven grandchildren” two, not seven, goes with the
 * sons.
 */
function companionsOf(word: Term, { statement }: ClaimSpan): readonly Companion[] {
  const near = companionsIn(statement).filter((one) => gapOf(one, word) <= NEAR);
  return near.filter(
    (one) => !near.some((other) => isKin(one, other) && gapOf(other, word) < gapOf(one, word)),
  );
}

function companionsIn({ terms, quantities }: Statement): readonly Companion[] {
  return [...terms.filter(({ kind, resolved }) => kind === 'name' && !resolved), ...quantities];
}

/**
 * True for a word that is nearer to another name or figure than to the claim's: in “a loss of 12
 * million after a profit of 30 million” the profit is not 12 million.
 */
function isOfAnother(word: Term, companions: readonly Companion[], source: Statement): boolean {
  const beside = companionsIn(source);
  return companions.some((companion) => {
    // Antecedents count too: “The court cleared him”.
    const meant = source.terms.filter(({ kind, resolved }) => kind === 'name' && resolved);
    const kin = [...beside, ...meant].filter((one) => isKin(companion, one));
    const [own, others] = [true, false].map((same) =>
      Math.min(
        ...kin.filter((one) => isSame(companion, one) === same).map((one) => gapOf(one, word)),
      ),
    );
    return (others ?? Infinity) <= NEAR && (others ?? Infinity) < (own ?? Infinity);
  });
}

function isKin(a: Companion, b: Companion): boolean {
  if ('unit' in a) return 'unit' in b && a.kind === b.kind;
  return !('unit' in b);
}

function isSame(a: Companion, b: Companion): boolean {
  // “Two sons” and “two daughters” are both two.
  if ('unit' in a) return 'unit' in b && (a.value === b.value || mayBeSameFigure(a, b));
  return !('unit' in b) && termRelatedness(a, b) >= POSSIBLY_SAME_NAME;
}

/**
 * True for “leaves for Arsenal” and “joins Arsenal”: what is the object of one verb follows the other
 * after a preposition, so that the verbs are no antonyms here.
 */
function isOtherwiseRelated(claim: Statement, { first, last }: Term, source: Statement): boolean {
  return claim.relations.some(
    (own) =>
      first <= own.head &&
      own.head <= last &&
      source.relations.some(
        (other) =>
          (own.kind === 'object') !== (other.kind === 'object') &&
          !NO_COMPLEMENT.test(own.kind) &&
          !NO_COMPLEMENT.test(other.kind) &&
          tokenRelatedness(claim, own.dependent, source, other.dependent) >= ALIKE,
      ),
  );
}

const NO_COMPLEMENT = /^(?:subject|is|of|modifier|apposition)$/u;

/** The source's antonym of a word, in a clause of the same polarity. */
function oppositeOf(word: Term, draft: Statement, source: Statement): Term | undefined {
  return source.terms.find(
    (term) =>
      term.kind === word.kind &&
      areContraries(word.word, term.word) &&
      excludeEachOther(word.word, term.word) &&
      isDenied(draft, word) === isDenied(source, term) &&
      !isOfAnotherMatter(draft, word.last, source, term.last),
  );
}

function isDenied(statement: Statement, { first, last }: Term): boolean {
  const { clauses, tokens } = statement;
  return (
    clauses.some(
      (clause) => clause.first <= first && last <= clause.last && isNegated(statement, clause),
    ) ||
    // The tree may have no clause.
    tokens
      .slice(Math.max(0, first - NOT_REACH), first)
      .some((token) => isNegation(token) || token.lower === 'no')
  );
}

const NOT_REACH = 3;

/** True for “rose” and “fell”, false for “rose” and “falls”. */
function isOneForm(one: Term, draft: Statement, other: Term, source: Statement): boolean {
  const ending = ({ tokens }: Statement, { first }: Term): string =>
    /(?:s|ing)$/u.exec(tokens[first]?.text ?? '')?.[0] ?? '';
  // “Was passed” must not become “was fell”.
  const isAided = ({ tokens }: Statement, { first }: Term): boolean =>
    tokens[first - 1]?.tag === 'AUX';
  const isBase = ({ tokens }: Statement, { first }: Term): boolean =>
    tokens[first]?.lower === tokens[first]?.lemma;
  return (
    ending(draft, one) === ending(source, other) &&
    isAided(draft, one) === isAided(source, other) &&
    isBase(draft, one) === isBase(source, other)
  );
}
