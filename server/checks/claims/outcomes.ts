import type { Token } from '../../prose/tokens.js';
import type { RelationClause, ClauseGrammar } from './relations.js';
import { LIGHT, type Term } from './terms.js';

/**
 * The terms of a sentence in which the outcome of a trial or a vote has one verb, whatever words tell it: who was
 * “found guilty” was convicted, and a motion that was carried was approved, one that fell rejected.
 */
export function withOutcomes(
  tokens: readonly Token[],
  terms: readonly Term[],
  grammar: ClauseGrammar,
): readonly Term[] {
  const outcomes = new Map<number, string>();
  const light = new Set<number>();
  for (const clause of grammar.clauses) {
    const guilty = guiltyIn(tokens, clause);
    if (guilty !== undefined) {
      outcomes.set(guilty, 'convict');
      light.add(clause.head);
    }
    const vote = voteOn(tokens, grammar, clause);
    if (vote !== undefined) outcomes.set(clause.head, vote);
    if (isVictory(tokens, terms, grammar, clause)) outcomes.set(clause.head, 'beat');
  }
  if (outcomes.size === 0) return terms;
  return terms.map((term) => {
    const word = outcomes.get(term.first);
    if (term.kind !== 'name' && word !== undefined) return { ...term, kind: 'verb', word };
    return light.has(term.first) ? { ...term, weight: LIGHT } : term;
  });
}

/** The token of “guilty” in “found guilty”, “found her guilty”. */
function guiltyIn(tokens: readonly Token[], { head, last }: RelationClause): number | undefined {
  if (tokens[head]?.lemma !== 'find') return undefined;
  const at = tokens.findIndex(({ lemma }, index) => index > head && lemma === 'guilty');
  return at > head && at <= last ? at : undefined;
}

const BEAT = /^(?:beat|defeat|overcome|lose|thrash|trounce|oust|vanquish)$/u;

/** True where somebody that is named won against another: beat them, or was lost to. */
function isVictory(
  tokens: readonly Token[],
  terms: readonly Term[],
  { relations }: ClauseGrammar,
  { head }: RelationClause,
): boolean {
  if (!BEAT.test(tokens[head]?.lemma ?? '')) return false;
  const isNamed = (at: number): boolean =>
    terms.some(({ kind, first, last }) => kind === 'name' && first <= at && at <= last);
  return ['subject', 'object'].every((part) =>
    relations.some(
      ({ kind, head: of, dependent }) => kind === part && of === head && isNamed(dependent),
    ),
  );
}

/** What is put to a vote, and may be nothing else. */
const MOTION = /^(?:motion|amendment|resolution)$/u;
/** What may be put to a vote. */
const MEASURE = /^(?:motion|amendment|resolution|bill|budget|measure|proposal|ordinance|treaty)$/u;

const CARRIED = /^(?:carry|pass|adopt|approve)$/u;
const LOST = /^(?:lose|defeat|reject)$/u;
/** “Voted down”, “threw out”, “voted through”. */
const DOWN = /^(?:down|out)$/u;

/** What may stand for such a thing: “rejected the bill in March and passed it in May”. */
const IT = /^(?:it|they|them)$/u;

/** “Approve” or “reject” where a clause tells what became of something that was voted on. */
function voteOn(
  tokens: readonly Token[],
  { relations }: ClauseGrammar,
  { head }: RelationClause,
): 'approve' | 'reject' | undefined {
  const verb = tokens[head]?.lemma ?? '';
  const [done, doers] = ['object', 'subject'].map((kind) =>
    relations
      .filter((relation) => relation.kind === kind && relation.head === head)
      .map(({ dependent }) => tokens[dependent]?.lemma ?? ''),
  );
  const has = (lemmas: readonly string[] | undefined, what: RegExp): boolean =>
    lemmas?.some((lemma) => what.test(lemma)) === true;
  if (has(done, MEASURE) || has(done, IT)) {
    const way = tokens[head + 1]?.lemma ?? '';
    if (CARRIED.test(verb) || (verb === 'vote' && way === 'through')) return 'approve';
    if (LOST.test(verb)) return verb === 'lose' && !has(done, MOTION) ? undefined : 'reject';
    return /^(?:vote|throw)$/u.test(verb) && DOWN.test(way) ? 'reject' : undefined;
  }
  // “The motion fell”, “the budget passed”; a budget may fall by a tenth, and an amendment carry a cost.
  if (done?.length !== 0) return undefined;
  if (verb === 'pass' && has(doers, MEASURE)) return 'approve';
  return /^(?:fall|fail)$/u.test(verb) && has(doers, MOTION) ? 'reject' : undefined;
}
