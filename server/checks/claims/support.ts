import { type Met, type Stretch, affinity, bestMatch, meet } from './alignment.js';
import type { Witness } from './evidence.js';
import { opposed } from './kinship.js';
import type { Clause } from './relations.js';
import { isNegated } from './slots/polarity.js';
import { type Statement, termsAt } from './statement.js';
import type { Term } from './terms.js';

/** What speaks for and against a claim being in the sources; each is 0 where there is nothing of it. */
export interface Signs {
  /** Share of the claim that the best sentence has, and that the best three have together. */
  readonly alone: number;
  readonly together: number;
  /** Share of neighbouring words, and of grammatical relations, that a source has together too. */
  readonly joined: number;
  readonly related: number;
  /** Names, figures and times that no source sentence at hand has. */
  readonly strangers: number;
  /** Nouns and verbs, and lesser words, that none has. */
  readonly newNouns: number;
  readonly newVerbs: number;
  readonly newModifiers: number;
  /** What the best sentence lacks of a claim that otherwise copies it. */
  readonly copied: number; readonly exchangedWords: number; readonly exchangedNames: number; readonly exchangedHere: number; readonly rephrased: number;
  /** Words whose opposite the best sentence has. */
  readonly opposites: number;
  /** 1 where the claim denies and no source sentence does, or affirms and the sources deny. */
  readonly denial: number;
  readonly affirmation: number;
}

/** A claim's signs, and the source sentences that bear it best. */
export interface Support {
  readonly signs: Signs;
  /** Best first; one to three. */
  readonly bearers: readonly Witness[];
}

/** From here up a word is met. */
const MET = 0.5;
/** Sentences put together for one claim. */
const TOGETHER = 3;
/** A sentence joins the bearers where it adds at least this share of the claim. */
const GAIN = 0.04;

/** Weighs a claim against source sentences. Cannot throw. */
export function weigh(
  claim: Stretch,
  witnesses: readonly Witness[],
  rarity: (word: string) => number,
): Support {
  const rows = witnesses.map(({ statement }) => meet(claim, statement, rarity));
  const items = rows[0] ?? meet(claim, NOTHING, rarity);
  const total = items.reduce((sum, { weight }) => sum + weight, 0);
  const chosen = choose(rows, total);
  const bearers = chosen.flatMap((index) => witnesses[index] ?? []);
  const union = items.map((_, index) => Math.max(0, ...rows.map((row) => row[index]?.met ?? 0)));
  const best = items.map((_, index) => rows[chosen[0] ?? -1]?.[index]?.met ?? 0);
  const terms = claim.statement.terms.filter((term) => within(claim, term) && !term.resolved && term.weight > 0.3);
  const copied = copiedShare(claim, bearers[0]?.statement);
  const lacking = (kinds: readonly Met['kind'][], met: readonly number[]): number =>
    items.reduce(
      (sum, item, index) =>
        sum + (kinds.includes(item.kind) && !item.resolved && (met[index] ?? 0) < MET ? item.weight : 0),
      0,
    );
  return {
    bearers,
    signs: {
      alone: share(items, best, total),
      together: share(
        items,
        items.map((_, index) => Math.max(0, ...chosen.map((row) => rows[row]?.[index]?.met ?? 0))),
        total,
      ),
      joined: joinedShare(terms, bearers),
      related: relatedShare(claim, bearers),
      strangers: lacking(['name', 'quantity', 'date'], union),
      newNouns: lacking(['noun'], union),
      newVerbs: lacking(['verb'], union),
      newModifiers: lacking(['modifier'], union),
      copied,
      exchangedWords: copied * Math.min(1.5, lacking(['noun', 'verb', 'modifier'], union)),
      exchangedNames: copied * Math.min(1.5, lacking(['name', 'quantity', 'date'], best)),
      exchangedHere: copied * Math.min(1.5, lacking(['noun', 'verb', 'modifier'], best)),
      rephrased: (1-copied) * Math.min(3, lacking(['noun', 'verb', 'modifier'], union)),
      opposites: oppositesIn(terms, bearers[0]?.statement),
      ...turnsOf(claim, bearers),
    },
  };
}

const NOTHING: Statement = {
  tokens: [],
  terms: [],
  quantities: [],
  dates: [],
  phrases: [],
  clauses: [],
  relations: [],
};

function within(claim: Stretch, { first, last }: { readonly first: number; readonly last: number }): boolean {
  return last >= claim.first && first <= claim.last;
}

function share(items: readonly Met[], met: readonly number[], total: number): number {
  if (total === 0) return 0;
  return items.reduce((sum, { weight }, index) => sum + weight * (met[index] ?? 0), 0) / total;
}

/** The sentences that together have most of the claim, best first. */
function choose(rows: readonly (readonly Met[])[], total: number): readonly number[] {
  const chosen: number[] = [];
  const have = (rows[0] ?? []).map(() => 0);
  while (chosen.length < TOGETHER) {
    let best = -1;
    let most = GAIN * total;
    for (const [index, row] of rows.entries()) {
      if (chosen.includes(index)) continue;
      const gain = row.reduce(
        (sum, { weight, met }, item) => sum + weight * Math.max(0, met - (have[item] ?? 0)),
        0,
      );
      if (gain > most + 1e-9) [best, most] = [index, gain];
    }
    if (best < 0) break;
    chosen.push(best);
    for (const [item, { met }] of (rows[best] ?? []).entries()) have[item] = Math.max(have[item] ?? 0, met);
  }
  return chosen;
}

/** How near two words that the claim has side by side stand in the source, in tokens. */
const NEAR = 6;
const FAR = 12;

function joinedShare(terms: readonly Term[], bearers: readonly Witness[]): number {
  if (terms.length < 2) return bearers.length > 0 && terms[0] !== undefined ? bestOf(terms[0], bearers) : 0;
  let sum = 0;
  for (const [index, term] of terms.entries()) {
    const next = terms[index + 1];
    if (next === undefined) break;
    let most = 0;
    for (const { statement } of bearers) {
      const one = bestMatch(term, statement);
      const other = bestMatch(next, statement);
      if (one === undefined || other === undefined || one.likeness < MET || other.likeness < MET) continue;
      const distance = other.term.first - one.term.last;
      const value = distance >= 0 && distance <= NEAR ? 1 : Math.abs(distance) <= FAR ? 0.6 : 0.25;
      most = Math.max(most, value);
    }
    sum += most;
  }
  return sum / (terms.length - 1);
}

function bestOf(term: Term, bearers: readonly Witness[]): number {
  return Math.max(0, ...bearers.map(({ statement }) => bestMatch(term, statement)?.likeness ?? 0));
}

function relatedShare(claim: Stretch, bearers: readonly Witness[]): number {
  const { statement } = claim;
  let count = 0;
  let sum = 0;
  for (const relation of statement.relations) {
    if (!within(claim, { first: relation.head, last: relation.head })) continue;
    if (!within(claim, { first: relation.dependent, last: relation.dependent })) continue;
    const heads = termsAt(statement, relation.head);
    const dependents = termsAt(statement, relation.dependent);
    const empty = (terms: readonly Term[]): boolean => terms.every(({ weight }) => weight < 0.3);
    if (empty(heads) || empty(dependents)) continue;
    count++;
    let most = 0;
    for (const { statement: source } of bearers) {
      for (const other of source.relations) {
        const ends = [termsAt(source, other.head), termsAt(source, other.dependent)] as const;
        const straight = Math.min(alike(heads, ends[0]), alike(dependents, ends[1]));
        const turned = Math.min(alike(heads, ends[1]), alike(dependents, ends[0]));
        most = Math.max(most, straight, 0.8 * turned);
      }
    }
    sum += most;
  }
  return count === 0 ? joinedShare(statement.terms.filter((term) => within(claim, term) && term.weight > 0.3), bearers) : sum / count;
}

function alike(ones: readonly Term[], others: readonly Term[]): number {
  let most = 0;
  for (const one of ones) for (const other of others) most = Math.max(most, affinity(one, other));
  return most;
}

/** How much of the claim's wording, word pair by word pair, stands in the source. */
function copiedShare(claim: Stretch, source: Statement | undefined): number {
  if (source === undefined) return 0;
  const pairs = new Set(pairsOf(source, 0, source.tokens.length - 1));
  const own = pairsOf(claim.statement, claim.first, claim.last);
  return own.length === 0 ? 0 : own.filter((pair) => pairs.has(pair)).length / own.length;
}

function pairsOf({ tokens }: Statement, first: number, last: number): readonly string[] {
  const words = tokens
    .slice(first, last + 1)
    .filter(({ kind }) => kind === 'word' || kind === 'number')
    .map(({ text }) => text.toLowerCase());
  return words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`);
}

function oppositesIn(terms: readonly Term[], source: Statement | undefined): number {
  if (source === undefined) return 0;
  return terms.filter(
    (term) =>
      term.kind !== 'name' &&
      (bestMatch(term, source)?.likeness ?? 0) < MET &&
      source.terms.some((other) => other.kind !== 'name' && opposed(term.word, other.word)),
  ).length;
}

/** Words that deny without “not”. */
const DENIALS =
  /^(?:no|none|nobody|nothing|neither|nor|without|refuse[sd]?|den(?:y|ies|ied)|fail(?:s|ed)?|unable|lacks?|lacked|unlikely|reject(?:s|ed)?|rul(?:e|ed|ing)|avoid(?:s|ed)?|halt(?:s|ed)?|prevent(?:s|ed)?|declin(?:e|es|ed))$/iu;

/** How many clauses of the claim deny what no source sentence does, or affirm what one denies. */
function turnsOf(claim: Stretch, bearers: readonly Witness[]): { readonly denial: number; readonly affirmation: number } {
  let denial = 0;
  let affirmation = 0;
  for (const clause of claim.statement.clauses) {
    if (!within(claim, { first: clause.head, last: clause.head })) continue;
    const acts = bearers.flatMap(({ statement }) =>
      statement.clauses
        .filter((other) => sameAct(claim.statement, clause, statement, other))
        .map((other) => ({ statement, other })),
    );
    const denied = acts.filter(({ statement, other }) => isNegated(statement, other)).length;
    if (isNegated(claim.statement, clause)) {
      const otherwise = bearers.some(({ statement }) =>
        statement.tokens.some(({ text }) => DENIALS.test(text)) ||
        statement.terms.some((term) => termsAt(claim.statement, clause.head).some((verb) => opposed(verb.word, term.word))),
      );
      const unsure = acts.length === 0 && bearers.some(({ statement }) => statement.clauses.some((other) => other.group.negated));
      if (denied === 0 && !otherwise && !unsure) denial = 1;
    } else if (acts.length > 0 && denied === acts.length) {
      affirmation = 1;
    }
  }
  return { denial, affirmation };
}

function sameAct(draft: Statement, clause: Clause, source: Statement, other: Clause): boolean {
  const ones = termsAt(draft, clause.head);
  const others = termsAt(source, other.head);
  if (ones.length === 0 && others.length === 0) {
    return draft.tokens[clause.head]?.lemma === source.tokens[other.head]?.lemma && shareWord(draft, clause, source, other);
  }
  return alike(ones, others) >= 0.6;
}

/** True where two clauses with an empty verb have a noun in common. */
function shareWord(draft: Statement, clause: Clause, source: Statement, other: Clause): boolean {
  const inside = (statement: Statement, { first, last }: Clause): readonly Term[] =>
    statement.terms.filter((term) => term.first >= first && term.last <= last && term.weight > 0.3);
  return alike(inside(draft, clause), inside(source, other)) >= 0.6;
}
