import { affinity } from '../alignment.js';
import { nameLikeness } from '../names.js';
import type { Relation } from '../relations.js';
import { type Statement, termsAt } from '../statement.js';
import type { Term } from '../terms.js';
import { type Conflict, type Hearing, clauseAround, nameAt, shareMet, tokensAlike, wordsOf } from './slot.js';

const SAME_EVENT = 0.6;
/** From here up two words name one act or one thing. */
const KIN = 0.6;
/** Below this two names are two. */
const APART = 0.3;

/**
 * Names in another part than the source gives them: who does it, to whom, where, with whom. Covers
 * swapped, exchanged and invented participants. Cannot throw.
 */
export function differingActors({ claim, witnesses, rarity }: Hearing): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  for (const relation of claim.statement.relations) {
    const { head, dependent } = relation;
    if (dependent < claim.first || dependent > claim.last || head < claim.first || head > claim.last) continue;
    const name = nameAt(claim.statement, dependent);
    if (name === undefined || isLight(claim.statement, head)) continue;
    if (witnesses.some(({ statement }) => isBorne(relation, name, claim.statement, statement))) continue;
    for (const witness of witnesses) {
      if (witness.fact.shaky) continue;
      const rival = rivalOf(relation, name, claim.statement, witness.statement);
      if (rival === undefined) continue;
      if (shareMet(claim, witness.statement, rarity, name) < SAME_EVENT) continue;
      const told = wordsOf(witness.statement, rival.first, rival.last);
      conflicts.push({
        slot: rival.entity?.kind === 'place' && /^(?:in|at|to|from)$/u.test(relation.kind) ? 'place' : 'name',
        first: name.first,
        last: name.last,
        told,
        ...(rival.demonym === name.demonym && !rival.resolved ? { replacement: told } : {}),
        witness,
      });
      break;
    }
  }
  return conflicts;
}

function isLight(statement: Statement, token: number): boolean {
  return termsAt(statement, token).every((term) => term.weight < 0.3);
}

/** True where some source sentence has this name at this act, in whatever part. */
function isBorne(relation: Relation, name: Term, draft: Statement, source: Statement): boolean {
  return source.relations.some(
    (other) =>
      (compatible(relation.kind, other.kind) &&
        tokensAlike(draft, relation.head, source, other.head) >= KIN &&
        termsAt(source, other.dependent).some((term) => affinity(name, term) >= APART) &&
        subjectsAgree(relation, draft, other, source)) ||
      (tokensAlike(draft, relation.head, source, other.dependent) >= KIN &&
        termsAt(source, other.head).some((term) => affinity(name, term) >= APART)),
  );
}

/** The one name of the same kind that the source has in this part of the same act. */
function rivalOf(
  relation: Relation,
  name: Term,
  draft: Statement,
  source: Statement,
): Term | undefined {
  const rivals: Term[] = [];
  for (const other of source.relations) {
    if (!compatible(relation.kind, other.kind)) continue;
    if (tokensAlike(draft, relation.head, source, other.head) < KIN) continue;
    if (!subjectsAgree(relation, draft, other, source)) continue;
    for (const term of termsAt(source, other.dependent)) {
      if (term.kind !== 'name' || !sameKind(name, term)) continue;
      if (nameLikeness(name, term) >= APART) return undefined;
      rivals.push(term);
    }
  }
  const own = rivals.filter((term) => !term.resolved);
  return own.length === 1 ? own[0] : undefined;
}

const MOTION = new Set(['to', 'object', 'in', 'at']);

/** True where two parts may be one: “visit Paris” and “a visit to Paris”, “in” and “at”. */
function compatible(a: string, b: string): boolean {
  return a === b || (MOTION.has(a) && MOTION.has(b)) || (a === 'subject' && b === 'of') || (a === 'of' && b === 'subject');
}

function sameKind(a: Term, b: Term): boolean {
  const one = a.entity?.kind;
  const other = b.entity?.kind;
  if (one === undefined || other === undefined) return false;
  return one === other;
}

/** False where the two acts surely have different doers. */
function subjectsAgree(relation: Relation, draft: Statement, other: Relation, source: Statement): boolean {
  if (relation.kind === 'subject') return true;
  const one = clauseAround(draft, relation.dependent)?.subjects ?? [];
  const two = clauseAround(source, other.dependent)?.subjects ?? [];
  if (one.length === 0 || two.length === 0) return true;
  const named = (statement: Statement, heads: readonly number[]): readonly Term[] =>
    heads.flatMap((head) => termsAt(statement, head)).filter((term) => term.kind === 'name');
  const ones = named(draft, one);
  const twos = named(source, two);
  if (ones.length === 0 || twos.length === 0) return true;
  return ones.some((a) => twos.some((b) => nameLikeness(a, b) >= APART));
}
