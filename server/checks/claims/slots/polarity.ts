import { opposed } from '../kinship.js';
import type { Clause } from '../relations.js';
import { type Statement, termsAt } from '../statement.js';
import { type Conflict, type Hearing, clausesOf, shareMet, tokensAlike, wordsOf } from './slot.js';

const SAME_EVENT = 0.72;
const KIN = 0.6;

/** The claim says it is so and the source that it is not, or the other way round. Cannot throw. */
export function differingPolarity({ claim, witnesses, rarity }: Hearing): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  for (const clause of clausesOf(claim)) {
    const negated = isNegated(claim.statement, clause);
    if (witnesses.some(({ statement }) => agrees(clause, negated, claim.statement, statement))) continue;
    for (const witness of witnesses) {
      if (witness.fact.shaky) continue;
      const other = rivalOf(clause, negated, claim.statement, witness.statement);
      if (other === undefined) continue;
      if (shareMet(claim, witness.statement, rarity, { first: clause.head, last: clause.head }) < SAME_EVENT) continue;
      conflicts.push({
        slot: 'polarity',
        first: clause.head,
        last: clause.head,
        told: wordsOf(witness.statement, other.first, other.last),
        witness,
      });
      break;
    }
  }
  return conflicts;
}

const NEGATIVES = new Set("no not n't never none nobody nothing neither nor without".split(' '));

/** True where the clause says that something is not so. */
export function isNegated(statement: Statement, clause: Clause): boolean {
  if (clause.group.negated) return true;
  for (let at = clause.first; at <= clause.last; at++) {
    if (NEGATIVES.has(statement.tokens[at]?.text.toLowerCase() ?? '')) return true;
  }
  return false;
}

type Stand = 'same' | 'opposite' | 'other';

/** How a source's clause stands to the claim's: the same act, its opposite, or another. */
function standOf(clause: Clause, draft: Statement, other: Clause, source: Statement): Stand {
  if (opposedAt(draft, clause.head, source, other.head)) return 'opposite';
  return tokensAlike(draft, clause.head, source, other.head) >= KIN ? 'same' : 'other';
}

function opposedAt(a: Statement, at: number, b: Statement, other: number): boolean {
  return termsAt(a, at).some((one) => termsAt(b, other).some((two) => opposed(one.word, two.word)));
}

function agrees(clause: Clause, negated: boolean, draft: Statement, source: Statement): boolean {
  return source.clauses.some((other) => {
    const stand = standOf(clause, draft, other, source);
    return stand !== 'other' && (stand === 'same') === (negated === isNegated(source, other));
  });
}

function rivalOf(
  clause: Clause,
  negated: boolean,
  draft: Statement,
  source: Statement,
): Clause | undefined {
  return source.clauses.find((other) => {
    const stand = standOf(clause, draft, other, source);
    if (stand === 'other') return false;
    if ((stand === 'same') === (negated === isNegated(source, other))) return false;
    return subjectsMeet(clause, draft, other, source);
  });
}

function subjectsMeet(clause: Clause, draft: Statement, other: Clause, source: Statement): boolean {
  return clause.subjects.some((one) =>
    other.subjects.some((two) => tokensAlike(draft, one, source, two) >= KIN),
  );
}
