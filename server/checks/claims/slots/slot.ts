import type { Entity } from '../../../reference/model.js';
import { type Stretch, type Tokens, affinity, weightAmong } from '../alignment.js';
import type { Witness } from '../evidence.js';
import type { Figure } from '../held.js';
import type { Laid } from '../laying.js';
import { ONE_NAME, nameLikeness } from '../names.js';
import type { RelationClause } from '../relations.js';
import { type Statement, termsAt } from '../statement.js';
import type { Term } from '../terms.js';

/** A claim with all that the sources may say of it. */
export interface Hearing {
  readonly claim: Stretch;
  /** Best first. */
  readonly witnesses: readonly Witness[];
  /** How each witness lies on the claim, in the same order. */
  readonly laid: readonly Laid[];
  /** Whom and what the sources know. */
  readonly entities: readonly Entity[];
  /** How rare a word is among the sources, 0 to 1. */
  readonly rarity: (word: string) => number;
  /** The claim's figures and times that no source sentence has. */
  readonly unheld: readonly Figure[];
  /** Those that follow from others or may be a part of them, and ordinals that the sources have without their noun. */
  readonly derived: ReadonlySet<Figure>;
  /** Those that may come of other figures of the sources, by chance or not. */
  readonly reckoned: ReadonlySet<Figure>;
  /** How well the sources bear out the claim with parts of it left open, 0 to 1. */
  readonly scoreWithout: (parts: readonly (Figure | Term)[]) => number;
}

/** A named slot in which a claim and a source differ. */
export interface Conflict {
  /** What the slot is called in a message: “number”, “date”, “place”. */
  readonly slot: string;
  /** The claim's tokens that differ, both included. */
  readonly first: number;
  readonly last: number;
  /** What the source has in their place, as a message should say it. */
  readonly told: string;
  /** What should stand in place of the tokens, where that is mechanical. */
  readonly replacement?: string;
  readonly witness: Witness;
}

/** What a source sentence tells in the place of a figure or time of a claim. */
export interface Telling {
  readonly witness: Witness;
  /** As the source writes it. */
  readonly text: string;
  /** True where it is what the claim has. */
  readonly same: boolean;
}

/** How much of a stretch, the tokens from `first` to `last` left out, a source sentence has, 0 to 1. */
export function shareMet(
  claim: Stretch,
  source: Statement,
  rarity: (word: string) => number,
  except: { readonly first: number; readonly last: number },
): number {
  let total = 0;
  let met = 0;
  for (const term of claim.statement.terms) {
    if (term.last < claim.first || term.first > claim.last) continue;
    if (term.first <= except.last && except.first <= term.last) continue;
    const weight = weightAmong(term, rarity);
    total += weight;
    met += weight * Math.max(0, ...source.terms.map((other) => affinity(term, other)));
  }
  return total === 0 ? 0 : met / total;
}

/** The clauses whose verb lies in a stretch. */
export function relationClausesOf({ statement, first, last }: Stretch): readonly RelationClause[] {
  return statement.clauses.filter(({ head }) => head >= first && head <= last);
}

/** The clause that a token stands in; where several do, the one that starts last. */
export function clauseAround(statement: Statement, token: number): RelationClause | undefined {
  return statement.clauses.findLast(({ first, last }) => first <= token && token <= last);
}

/** How alike the words at two tokens are, each in its sentence, 0 to 1. */
export function tokensAlike(a: Statement, at: number, b: Statement, other: number): number {
  const ones = termsAt(a, at);
  const others = termsAt(b, other);
  return Math.max(0, ...ones.flatMap((one) => others.map((two) => affinity(one, two))));
}

/** The name that stands at a token, not one that a pronoun stands for. */
export function nameAt(statement: Statement, token: number): Term | undefined {
  return termsAt(statement, token).find((term) => term.kind === 'name' && !term.resolved);
}

/** True where a sentence has a name, or a pronoun that stands for it. */
export function hasName({ terms }: Statement, name: Term): boolean {
  return terms.some((term) => term.kind === 'name' && nameLikeness(name, term) >= ONE_NAME);
}

/** How many tokens lie from one place of a sentence to another: 1 for neighbours, 0 where they overlap. */
export function gapOf(one: Tokens, other: Tokens): number {
  return Math.max(0, one.first - other.last, other.first - one.last);
}

/** The words of a sentence from one token to another, as written. */
export function slotWordsOf({ tokens }: Statement, first: number, last: number): string {
  let text = '';
  for (let at = first; at <= last; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    const gap = at > first && token.start > (tokens[at - 1]?.end ?? 0);
    text += (gap ? ' ' : '') + token.text;
  }
  return text;
}

const MUTUAL =
  /^(?:meet|marry|wed|face|play|date|divorce|border|resemble|match|join|agree|talk|speak|fight|draw|merge|share)$/u;

/** True for a verb, by its dictionary form, that is so of both or of neither: “Roe met Doe”. */
export function isMutualAct(verb: string): boolean {
  return MUTUAL.test(verb);
}

/** “Roe danced with Doe”, “Lund is 12 miles from Ystad”, “buses run from Lund to Ystad”: so of both, or there and back. */
export function isEitherWay(statement: Statement, one: Tokens, other: Tokens): boolean {
  const wordBefore = ({ first }: Tokens): string => statement.tokens[first - 1]?.lemma ?? '';
  const before = wordBefore(other);
  if (/^(?:with|against|versus|vs?)$/u.test(before)) return true;
  const clause = clauseAround(statement, one.first);
  if (clause === undefined) return false;
  const { group, head } = clause;
  if (before === 'from') return group.copula;
  // “Run” is past, too.
  const verb = statement.tokens[head];
  const isHabit = group.certainty === 'present' || verb?.text === verb?.lemma;
  return before === 'to' && wordBefore(one) === 'from' && isHabit;
}

/**
 * A figure or time of a source, by its tokens, as the draft would write it in the place of the token at `at`: with a
 * capital where the draft has one, and none that only opens the source's sentence.
 */
export function inCaseOfTokens(
  draft: Statement,
  at: number,
  source: Statement,
  told: Tokens,
): string {
  const text = slotWordsOf(source, told.first, told.last);
  const first = text.slice(0, 1);
  if (/^\p{Lu}/u.test(draft.tokens[at]?.text ?? '')) return first.toUpperCase() + text.slice(1);
  const isOpening = told.first === 0 && source.tokens[0]?.tag !== 'PROPN';
  return isOpening ? first.toLowerCase() + text.slice(1) : text;
}
