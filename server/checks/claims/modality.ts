import { isUnreliable } from '../unreliable.js';
import type { Stretch } from './alignment.js';
import type { Witness } from './evidence.js';
import type { Certainty, RelationClause } from './relations.js';
import { relationClausesOf, shareMet, tokensAlike, slotWordsOf } from './slots/slot.js';
import type { Statement } from './statement.js';

/** From here up two verbs tell of one act. */
const SAME = 0.6;
/** The least of a claim, its verb left out, that the sentence has which tells of the same plan. */
const SAME_EVENT = 0.5;

/** What a source tells as planned or possible only, and a claim as done, or as settled. */
export interface Overclaim {
  /** A plain sentence with the source's words: “plans to open”. */
  readonly text: string;
  readonly witness: Witness;
}

/**
 * What the sources tell as less sure than the claim does: a plan for what has happened, a chance for a plan.
 * `undefined` where any of them tells of the act as the claim does, as a verb or as a noun (“the opening”).
 */
export function overclaimIn(
  claim: Stretch,
  witnesses: readonly Witness[],
  rarity: (word: string) => number,
): Overclaim | undefined {
  for (const clause of relationClausesOf(claim)) {
    if (!isAsserted(claim.statement, clause)) continue;
    const isOverclaimed = ({ certainty }: Act): boolean =>
      isLess(certainty, clause.group.certainty);
    const all = witnesses.flatMap((witness) =>
      actsIn(witness.statement, claim.statement, clause).map((act) => ({ ...act, witness })),
    );
    // Seldom is any, and to find out what else a sentence tells takes long.
    if (!all.some(isOverclaimed)) continue;
    const acts = all.filter(
      ({ witness: { statement } }) =>
        shareMet(claim, statement, rarity, clause.group) >= SAME_EVENT,
    );
    if (!acts.every(isOverclaimed)) continue;
    const told = acts.find(({ witness }) => !isUnreliable(witness.fact));
    if (told === undefined) continue;
    const { witness, group, certainty } = told;
    const words = slotWordsOf(witness.statement, group.first, group.last);
    return { text: `Your sources tell of this as ${certainty} only: “${words}”.`, witness };
  }
  return undefined;
}

/** True for what is told as so: no condition, nothing that somebody only decided or began to do. */
function isAsserted({ tokens }: Statement, { group, link, head }: RelationClause): boolean {
  if (group.negated || group.copula || link === 'infinitive' || link === 'subordinate')
    return false;
  return group.certainty !== 'past' || !tokens.slice(group.first, head).some(isTo);
}

function isTo({ lemma }: Statement['tokens'][number]): boolean {
  return lemma === 'to';
}

interface Act {
  readonly certainty: Certainty;
  readonly group: RelationClause['group'];
}

/** Where a sentence tells of a clause's act. What is no verb there may be the act itself. */
function actsIn(source: Statement, draft: Statement, clause: RelationClause): readonly Act[] {
  return source.tokens.flatMap((_, at): Act[] => {
    if (tokensAlike(draft, clause.head, source, at) < SAME) return [];
    const own = source.clauses.find(({ head }) => head === at);
    if (own !== undefined) return [{ certainty: own.group.certainty, group: own.group }];
    return [{ certainty: 'past', group: clause.group }];
  });
}

/** True where the source says that something is to be, or may be, and the claim that it was; or may, and it will. */
function isLess(source: Certainty, claim: Certainty): boolean {
  if (claim === 'past') return source === 'planned' || source === 'possible';
  return claim === 'planned' && source === 'possible';
}
