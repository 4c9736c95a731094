import { isUnreliable } from '../../unreliable.js';
import { type Stretch, affinity, isInside, maySayTheSame } from '../alignment.js';
import { leavesOut } from '../exceptions.js';
import { isQuantity, shareWithout } from '../held.js';
import { contrary } from '../kinship.js';
import { ONE_NAME } from '../names.js';
import type { Quantity } from '../numbers.js';
import { isOpposite } from '../replacements.js';
import type { Statement } from '../statement.js';
import { LIGHT, type Term } from '../terms.js';
import { hasTwoEnds } from './ends.js';
import { isNegated } from './polarity.js';
import { type Conflict, type Hearing, gapOf, slotWordsOf } from './slot.js';

/** How well the rest of the claim must be borne out, and how much of it the sentence with the opposite must have. */
const BORNE = 0.6;
const SAME_EVENT = 0.6;

/** From here up two words are alike. */
const ALIKE = 0.6;

/** How near the opposite stands to another word of the claim, in tokens. */
const NEAR = 6;

/**
 * The one word of a claim that no source sentence has, or only of others, and whose opposite stands in the
 * sentence that has the rest: “two sons” where there are two daughters, “sales rose” where they fell.
 */
export function turnedWords(hearing: Hearing): readonly Conflict[] {
  const { claim, witnesses, rarity, unheld, scoreWithout } = hearing;
  const words = claim.statement.terms.filter(
    (term) =>
      isInside(claim, term) &&
      term.kind !== 'name' &&
      !term.resolved &&
      term.weight > LIGHT &&
      // Few words have an opposite, which is soon looked up.
      isTurned(term, hearing),
  );
  for (const word of words) {
    // “Two sons” are not held where there are two daughters.
    if (!unheld.every((figure) => isQuantity(figure) && figure.unit === word.word)) continue;
    const open = [word, ...unheld];
    for (const witness of witnesses) {
      const source = witness.statement;
      const other = oppositeOf(word, claim.statement, source);
      if (other === undefined) continue;
      if (shareWithout(claim, open, source, rarity) < SAME_EVENT) continue;
      if (!isAmong(other, word, hearing, source) || scoreWithout(open) < BORNE) continue;
      if (isOfAnother(other, companionsOf(word, claim), source)) continue;
      if (hasTwoEnds(claim.statement, word) || hasTwoEnds(source, other)) continue;
      if (leavesOut(source, other)) continue;
      if (isUnreliable(witness.fact)) continue;
      const told = slotWordsOf(source, other.first, other.last);
      return [
        {
          slot: 'word',
          first: word.first,
          last: word.last,
          told: `“${told}”`,
          ...(isOneForm(word, claim.statement, other, source) ? { replacement: told } : {}),
          witness,
        },
      ];
    }
  }
  return [];
}

/** True where the sources have the opposite of a word, and the word itself of others only. */
function isTurned(word: Term, hearing: Hearing): boolean {
  const { claim, witnesses } = hearing;
  const companions = companionsOf(word, claim);
  return (
    witnesses.some(({ statement }) => oppositeOf(word, claim.statement, statement)) &&
    witnesses.every(({ statement }) =>
      statement.terms.every(
        (term) => affinity(word, term) < ALIKE || isOfAnother(term, companions, statement),
      ),
    )
  );
}

/** A name or figure that stands beside a word, and tells of whom or what the word is said. */
type Companion = Term | Quantity;

/** The nearest of each kind: of “two sons and seven grandchildren” two, not seven, is said of the sons. */
function companionsOf(word: Term, { statement }: Stretch): readonly Companion[] {
  const near = companionsIn(statement).filter((one) => gapOf(one, word) <= NEAR);
  return near.filter(
    (one) => !near.some((other) => isKin(one, other) && gapOf(other, word) < gapOf(one, word)),
  );
}

function companionsIn({ terms, quantities }: Statement): readonly Companion[] {
  return [...terms.filter(({ kind, resolved }) => kind === 'name' && !resolved), ...quantities];
}

/**
 * True for a word that stands nearer to another name or figure than to the claim's: in “a loss of 12 million after
 * a profit of 30 million” profit is not of 12 million.
 */
function isOfAnother(word: Term, companions: readonly Companion[], source: Statement): boolean {
  const beside = companionsIn(source);
  return companions.some((companion) => {
    // “The court cleared him”: he is beside it too.
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
  if ('unit' in a) return 'unit' in b && (a.value === b.value || maySayTheSame(a, b));
  return !('unit' in b) && affinity(a, b) >= ONE_NAME;
}

/** The word of a source that is the opposite, in a clause that is denied where the claim's is. */
function oppositeOf(word: Term, draft: Statement, source: Statement): Term | undefined {
  return source.terms.find(
    (term) =>
      term.kind === word.kind &&
      contrary(word.word, term.word) &&
      isOpposite(word.word, term.word) &&
      isDenied(draft, word) === isDenied(source, term),
  );
}

function isDenied(statement: Statement, { first, last }: Term): boolean {
  const { clauses, tokens } = statement;
  return (
    clauses.some(
      (clause) => clause.first <= first && last <= clause.last && isNegated(statement, clause),
    ) ||
    // Where the tree has no clause.
    tokens.slice(Math.max(0, first - NOT_REACH), first).some(({ text }) => NOT.test(text))
  );
}

const NOT = /^(?:not|n['’]t|never|no)$/iu;
const NOT_REACH = 3;

/** True where something else that the claim has stands near the opposite. */
function isAmong(other: Term, word: Term, { claim }: Hearing, source: Statement): boolean {
  const { terms } = claim.statement;
  return source.terms.some(
    (term) =>
      term !== other &&
      term.weight > LIGHT &&
      gapOf(term, other) <= NEAR &&
      terms.some((one) => one !== word && isInside(claim, one) && affinity(one, term) >= ALIKE),
  );
}

/** “Rose” for “fell”, but not for “falls”. */
function isOneForm(one: Term, draft: Statement, other: Term, source: Statement): boolean {
  const ending = ({ tokens }: Statement, { first }: Term): string =>
    /(?:s|ing)$/u.exec(tokens[first]?.text ?? '')?.[0] ?? '';
  // “Was passed” becomes no “was fell”.
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
