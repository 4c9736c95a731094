import { areAntonyms } from '../words/lexicalRelations.js';
import { isNegated } from '../statement/negation.js';
import type { ClaimSpan, Statement } from '../statement/statement.js';
import { clauseAround } from '../statement/statementQueries.js';
import { termSimilarity } from '../align/termAlignment.js';
import { type Term, LIGHT_WEIGHT } from '../statement/terms.js';
import { overlapsRange } from '../../../prose/tokenRange.js';

/** The least match of a verb that counts as found. */
const FOUND = 0.6;

/**
 * False if a verb of the claim is in a passage only with the other polarity, or only planned, possible or
 * supposed (“if convicted”) where the claim says that it happened.
 */
export function hasSameForce(
  { statement, first, last }: ClaimSpan,
  passage: readonly Statement[],
): boolean {
  const verbs = statement.terms.filter(
    (term) =>
      term.kind === 'verb' && term.weight > LIGHT_WEIGHT && overlapsRange({ first, last }, term),
  );
  return verbs.every((verb) => {
    const own = forceOf(statement, verb);
    const others = passage.flatMap((source) =>
      source.terms.flatMap((term) => {
        const other = forceOf(source, term);
        if (termSimilarity(verb, term) >= FOUND) return [other];
        // “Was cleared” denies “was convicted”.
        return areAntonyms(verb.word, term.word) ? [{ ...other, denied: !other.denied }] : [];
      }),
    );
    return (
      others.length === 0 ||
      others.some(({ denied, open }) => denied === own.denied && (!own.done || !open))
    );
  });
}

/** Whether the clause of a word denies it, says that it happened, or leaves open that it happens. */
interface Force {
  readonly denied: boolean;
  readonly done: boolean;
  readonly open: boolean;
}

function forceOf(statement: Statement, { first }: Term): Force {
  const clause = clauseAround(statement, first);
  if (clause === undefined) return { denied: false, done: false, open: false };
  const { certainty } = clause.group;
  return {
    denied: isNegated(statement, clause),
    done: certainty === 'past',
    open: certainty === 'planned' || certainty === 'possible',
  };
}
