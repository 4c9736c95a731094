import type { ClaimSpan } from './claimSpan.js';
import type { EvidenceSentence } from './evidenceRetriever.js';
import { areAntonyms } from './lexicalRelations.js';
import { isNegated } from './negation.js';
import type { Statement } from './statement.js';
import { clauseAround } from './statementQueries.js';
import { type ItemMatch, termSimilarity } from './termAlignment.js';
import { type Term, LIGHT_WEIGHT } from './terms.js';
import { overlapsRange } from './tokenRange.js';

/** The least match of a word that counts as found. */
const FOUND = 0.6;

/** The most weight of names, figures and times that no sentence has: a light one. */
const MOST_NAMED = 0.5;

/** Sentences of one source this close together are one passage. */
const NEIGHBOURS = 2;

/** The evidence of a claim, each sentence with its matches (`matchItems`), in the same order. */
export interface MatchedEvidence {
  readonly claim: ClaimSpan;
  readonly evidence: readonly EvidenceSentence[];
  readonly rows: readonly (readonly ItemMatch[])[];
}

/**
 * True if the evidence has every name, figure and time of a claim, and one passage, which is a sentence
 * alone or with its neighbours, has at least one of its verbs, and all that it has of them with the same
 * polarity and certainty. Requiring a share of its words in one passage was tried: true and false claims
 * fell alike.
 */
export function isProved({ claim, evidence, rows }: MatchedEvidence): boolean {
  if (weightOf(bestRow(rows).filter(isMissingValue)) > MOST_NAMED) return false;
  return passagesOf(evidence).some((passage) => {
    const statements = passage.flatMap((index) => evidence[index]?.statement ?? []);
    const row = bestRow(passage.flatMap((index) => [rows[index] ?? []]));
    return hasVerb(row) && hasSameForce(claim, statements);
  });
}

function isMissingValue({ kind, resolved, match }: ItemMatch): boolean {
  return match < FOUND && !resolved && /^(?:name|quantity|date)$/u.test(kind);
}

/** True if one verb of the claim is found; also for a claim that has only light verbs. */
function hasVerb(row: readonly ItemMatch[]): boolean {
  const verbs = row.filter(({ kind, weight }) => kind === 'verb' && weight > LIGHT_WEIGHT);
  return verbs.length === 0 || verbs.some(({ match }) => match >= FOUND);
}

/** The largest share of a claim that one passage has, 0 to 1. */
export function passageShare({ evidence, rows }: MatchedEvidence): number {
  return Math.max(
    0,
    ...passagesOf(evidence).map((passage) =>
      shareOf(bestRow(passage.flatMap((index) => [rows[index] ?? []]))),
    ),
  );
}

/** Each sentence, alone and with its neighbours among the evidence, as indices. */
export function passagesOf(evidence: readonly EvidenceSentence[]): readonly (readonly number[])[] {
  return evidence.flatMap(({ fact, index }, at) => {
    const around = evidence.flatMap((other, position) =>
      other.fact.citation.source === fact.citation.source &&
      Math.abs(other.index - index) <= NEIGHBOURS
        ? [position]
        : [],
    );
    return around.length > 1 ? [[at], around] : [[at]];
  });
}

/** For each item the best match among some sentences. */
export function bestRow(rows: readonly (readonly ItemMatch[])[]): readonly ItemMatch[] {
  return (rows[0] ?? []).map((item, at) => ({
    ...item,
    match: Math.max(...rows.map((row) => row[at]?.match ?? 0)),
  }));
}

function shareOf(row: readonly ItemMatch[]): number {
  const total = weightOf(row);
  return total === 0 ? 0 : row.reduce((sum, { weight, match }) => sum + weight * match, 0) / total;
}

function weightOf(items: readonly ItemMatch[]): number {
  return items.reduce((sum, { weight }) => sum + weight, 0);
}

/**
 * False if a verb of the claim is in the passage only with the other polarity, or only planned, possible
 * or supposed (“if convicted”) where the claim says that it happened.
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
