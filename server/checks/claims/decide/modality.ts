import { isUnreliable } from '../../unreliable.js';
import type { EvidenceSentence } from '../retrieve/evidenceRetriever.js';
import type { Certainty, RelationClause } from '../statement/relations.js';
import type { ClaimSpan, Statement } from '../statement/statement.js';
import { relationClausesOf, slotWordsOf } from '../statement/statementQueries.js';
import { relatedShareOf, tokenRelatedness } from '../align/termAlignment.js';

/** The least relatedness of two verbs for one act. */
const SAME = 0.6;
/** The least share of a claim without its verb that a sentence about the same plan has. */
const SAME_EVENT = 0.5;

/**
 * Something that a claim states as done or settled, and the sources only as planned or possible.
 */
export interface Overclaim {
  /** A plain sentence with the source's words: “plans to open”. */
  readonly text: string;
  /** The source's words. */
  readonly words: string;
  readonly sentence: EvidenceSentence;
}

/**
 * What a claim states more firmly than the sources: a plan as done, a possibility as a plan.
 * `undefined` if any source states the act as firmly, as a verb or as a noun (“the opening”).
 */
export function overclaimIn(
  claim: ClaimSpan,
  evidence: readonly EvidenceSentence[],
  rarity: (word: string) => number,
): Overclaim | undefined {
  for (const clause of relationClausesOf(claim)) {
    if (!isAsserted(claim.statement, clause)) continue;
    const isOverclaimed = ({ certainty }: Act): boolean =>
      isLess(certainty, clause.group.certainty);
    const all = evidence.flatMap((sentence) =>
      actsIn(sentence.statement, claim.statement, clause).map((act) => ({ ...act, sentence })),
    );
    // Overclaims are rare, and the rest of the comparison is slow.
    if (!all.some(isOverclaimed)) continue;
    const acts = all.filter(
      ({ sentence: { statement } }) =>
        relatedShareOf(claim, statement, rarity, clause.group) >= SAME_EVENT,
    );
    if (!acts.every(isOverclaimed)) continue;
    const reliable = acts.find(({ sentence }) => !isUnreliable(sentence.fact));
    if (reliable === undefined) continue;
    const { sentence, group, certainty } = reliable;
    const words = slotWordsOf(sentence.statement, group.first, group.last);
    return {
      text: `Your sources describe this only as ${certainty}: “${words}”.`,
      words,
      sentence,
    };
  }
  return undefined;
}

/**
 * True for what is stated as fact: not a condition, and not something that somebody only decided or
 * began to do.
 */
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

/** The places where a sentence mentions a clause's act, as a verb or as a noun. */
function actsIn(source: Statement, draft: Statement, clause: RelationClause): readonly Act[] {
  return source.tokens.flatMap((_, at): Act[] => {
    if (tokenRelatedness(draft, clause.head, source, at) < SAME) return [];
    const own = source.clauses.find(({ head }) => head === at);
    if (own !== undefined) return [{ certainty: own.group.certainty, group: own.group }];
    return [{ certainty: 'past', group: clause.group }];
  });
}

/** True if the source is less certain than the claim. */
function isLess(source: Certainty, claim: Certainty): boolean {
  if (claim === 'past') return source === 'planned' || source === 'possible';
  return claim === 'planned' && source === 'possible';
}
