import type { Token } from '../../../prose/tokens.js';
import type { ClauseGrammar, RelationClause } from './relations.js';
import { type Term, LIGHT_WEIGHT } from './terms.js';

/**
 * Normalises the outcomes of trials, votes and contests among the terms of a sentence: “found
 * guilty” becomes “convict”, a motion that was carried “approve”, one that fell “reject”.
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
    return light.has(term.first) ? { ...term, weight: LIGHT_WEIGHT } : term;
  });
}

/** The token of “guilty” in “found guilty”, “found her guilty”. */
function guiltyIn(tokens: readonly Token[], { head, last }: RelationClause): number | undefined {
  if (tokens[head]?.lemma !== 'find') return undefined;
  const at = tokens.findIndex(({ lemma }, index) => index > head && lemma === 'guilty');
  return at > head && at <= last ? at : undefined;
}

const BEAT = /^(?:beat|defeat|overcome|lose|thrash|trounce|oust|vanquish)$/u;

/** True for a clause in which one named side beats or loses to another. */
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

/** Nouns that are always put to a vote. */
const MOTION = /^(?:motion|amendment|resolution)$/u;
/** Nouns that may be put to a vote. */
const MEASURE = /^(?:motion|amendment|resolution|bill|budget|measure|proposal|ordinance|treaty)$/u;

const CARRIED = /^(?:carry|pass|adopt|approve)$/u;
const LOST = /^(?:lose|defeat|reject)$/u;
/** “Voted down”, “threw out”, “voted through”. */
const DOWN = /^(?:down|out)$/u;

/** Pronouns for such a noun: “rejected the bill in March and passed it in May”. */
const IT = /^(?:it|they|them)$/u;

/** “Approve” or “reject”, for a clause that reports the outcome of a vote. */
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
  // “The motion fell”, “the budget passed”; but a budget may fall by a tenth, and an amendment
  // carry a cost.
  if (done?.length !== 0) return undefined;
  if (verb === 'pass' && has(doers, MEASURE)) return 'approve';
  return /^(?:fall|fail)$/u.test(verb) && has(doers, MOTION) ? 'reject' : undefined;
}
