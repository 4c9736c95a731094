import { type When, datesDiffer } from './dates.js';
import { likeness, opposed } from './kinship.js';
import { nameLikeness } from './names.js';
import { type Quantity, compareQuantities } from './numbers.js';
import type { Statement } from './statement.js';
import { LIGHT, type Term } from './terms.js';

/** A stretch of a sentence that claims one thing, in token indices, both included. */
export interface Stretch {
  readonly statement: Statement;
  readonly first: number;
  readonly last: number;
}

/** A place in a sentence, as token indices, both included. */
export interface Tokens {
  readonly first: number;
  readonly last: number;
}

/** True for tokens that lie in a stretch, if only in part. */
export function isInside(stretch: Tokens, { first, last }: Tokens): boolean {
  return last >= stretch.first && first <= stretch.last;
}

/** How alike two terms are, 0 to 1. */
export function affinity(a: Term, b: Term): number {
  if (a.kind === 'name' && b.kind === 'name') return nameLikeness(a, b);
  if (a.kind === 'name' || b.kind === 'name') {
    const [name, word] = a.kind === 'name' ? [a, b] : [b, a];
    return name.word === word.word ? 0.9 : name.word.split(' ').includes(word.word) ? 0.5 : 0;
  }
  return likeness(a.word, b.word);
}

/** How much a name counts that only stands in for a pronoun of the source. */
const RESOLVED = 0.9;

/** The term of a sentence that is most like this one, and how alike. */
export function bestMatch(
  term: Term,
  statement: Statement,
): { readonly term: Term; readonly likeness: number } | undefined {
  let best: { readonly term: Term; readonly likeness: number } | undefined;
  for (const other of statement.terms) {
    const value = affinity(term, other) * (other.resolved && !term.resolved ? RESOLVED : 1);
    if (value > (best?.likeness ?? 0)) best = { term: other, likeness: value };
    if (value === 1) break;
  }
  return best;
}

/** True where two figures may count the same thing. */
export function sameUnit(a: Quantity, b: Quantity): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'money' || a.kind === 'age') return a.unit === b.unit;
  if (a.unit === '' || b.unit === '') return a.kind === 'share' || a.unit === b.unit;
  return likeness(a.unit, b.unit) >= 0.6;
}

/** How much of a word's weight does not hang on how rare it is among the sources. */
const COMMON = 0.6;

/** What a term weighs among the sources. */
export function weightAmong(term: Term, rarity: (word: string) => number): number {
  const rare = rarity(term.word.split(' ').at(-1) ?? term.word);
  return term.weight * (COMMON + (1 - COMMON) * rare);
}

/** Something that a claim speaks of: its weight, and how well a source sentence meets it, 0 to 1. */
export interface Met {
  readonly kind: Term['kind'] | 'quantity' | 'date';
  readonly weight: number;
  readonly met: number;
  readonly resolved: boolean;
}

const FIGURE_WEIGHT = 0.9;
/** “Two men” counts what the source may only list; “the two men” and “one man” nothing at all. */
const SMALL_FIGURE_WEIGHT = 0.4;
const DEFINITE_WEIGHT = 0.05;
const DATE_WEIGHT = 0.9;
/** “Today” and “this week” are when the report is written. */
const PRESENT_WEIGHT = 0.2;

function weightOfFigure({ kind, value, order, definite }: Quantity): number {
  if (kind === 'count' && (definite || value === 1)) return DEFINITE_WEIGHT;
  const small = kind === 'rank' || order || (kind === 'count' && value < 10);
  return small ? SMALL_FIGURE_WEIGHT : FIGURE_WEIGHT;
}

/**
 * Holds what a claim speaks of against one source sentence, item by item in a fixed order; figures and
 * times that are `derived` follow from the sources as a whole.
 */
export function meet(
  claim: Stretch,
  source: Statement,
  rarity: (word: string) => number,
  derived: ReadonlySet<Quantity | When> = NONE,
): readonly Met[] {
  const { terms, quantities, dates } = claim.statement;
  return [
    ...terms
      .filter((term) => isInside(claim, term))
      .map((term) => ({
        kind: term.kind,
        weight: weightAmong(term, rarity),
        met: Math.max(bestMatch(term, source)?.likeness ?? 0, deniedOpposite(term, claim, source)),
        resolved: term.resolved,
      })),
    ...quantities
      .filter((quantity) => isInside(claim, quantity))
      .map((quantity) => ({
        kind: 'quantity' as const,
        weight: weightOfFigure(quantity),
        met:
          derived.has(quantity) || source.quantities.some((other) => maySayTheSame(quantity, other))
            ? 1
            : 0,
        resolved: false,
      })),
    ...dates
      .filter((date) => isInside(claim, date))
      .map((date) => ({
        kind: 'date' as const,
        weight: date.kind === 'relative' && date.value === 0 ? PRESENT_WEIGHT : DATE_WEIGHT,
        met: derived.has(date) || source.dates.some((other) => isSameTime(date, other)) ? 1 : 0,
        resolved: false,
      })),
  ];
}

/** How much a word is met where a source denies its opposite: “skips” by “will not attend”. */
const BY_OPPOSITE = 0.85;

function deniedOpposite(term: Term, { statement }: Stretch, source: Statement): number {
  if (term.kind === 'name' || term.weight <= LIGHT) return 0;
  const denied = isDenied(statement, term);
  const met = source.terms.some(
    (other) =>
      other.kind !== 'name' && opposed(term.word, other.word) && isDenied(source, other) !== denied,
  );
  return met ? BY_OPPOSITE : 0;
}

/** True for a word in a clause that is denied. */
function isDenied({ clauses }: Statement, { last }: Term): boolean {
  return (
    clauses.findLast((clause) => clause.first <= last && last <= clause.last)?.group.negated ===
    true
  );
}

const NONE: ReadonlySet<Quantity | When> = new Set();

/** True for two times of one kind that can both be meant. */
export function isSameTime(date: When, other: When): boolean {
  return other.kind === date.kind && !datesDiffer(other, date);
}

/** True for two figures that may count the same and come to the same. */
export function maySayTheSame(quantity: Quantity, other: Quantity): boolean {
  if (isPartOf(quantity, other) || isPartOf(other, quantity)) return true;
  if (quantity.kind !== other.kind && (quantity.kind === 'rank' || other.kind === 'rank'))
    return false;
  if (quantity.value === other.value && isOfPeople(quantity) && other.kind === 'count') return true;
  const comparable =
    sameUnit(quantity, other) ||
    quantity.unit === '' ||
    other.unit === '' ||
    arePeople(quantity, other) ||
    // A town's 75th birthday is its 75th anniversary.
    (quantity.unit === 'year' && other.unit === 'year');
  return comparable && compareQuantities(quantity, other) === 'same';
}

/** “71 people on board” may be passengers, guests or players. */
function isOfPeople({ kind, unit }: Quantity): boolean {
  return kind === 'count' && /^(?:people|person)$/u.test(unit);
}

/** “9,300 people” may be “more than 9,000 staff”, and “some 200 people” about 200 protesters. */
function arePeople(one: Quantity, other: Quantity): boolean {
  const [people, rest] = isOfPeople(one) ? [one, other] : [other, one];
  return isOfPeople(people) && rest.kind === 'count' && PEOPLE.test(rest.unit);
}

/** Nouns for people of whom news counts many. */
const PEOPLE =
  /^(?:staff|worker|employee|protester|protestor|demonstrator|marcher|supporter|fan|spectator|visitor|guest|passenger|resident|villager|voter|patient|pupil|student|refugee|migrant|evacuee|soldier|troop)$/u;

/** “1,204 backed it” is one side of “1,204 to 318”; “on 71 minutes” is in the 71st. */
function isPartOf(one: Quantity, other: Quantity): boolean {
  if (one.kind !== 'count') return false;
  if (other.kind === 'score') return one.value === other.value || one.value === other.against;
  return (
    other.kind === 'rank' && one.value === other.value && likeness(one.unit, other.unit) >= 0.6
  );
}

/** A word, name, figure or time of a claim in its order, and the way to find it in a source sentence. */
export interface Item {
  /** True for names, figures and times. */
  readonly named: boolean;
  readonly first: number;
  readonly find: (source: Statement) => (Tokens & { readonly likeness: number }) | undefined;
}

/** From here up a word is found. */
const FOUND = 0.5;

/** What a claim speaks of in its own words, in the order it stands. */
export function itemsOf(claim: Stretch): readonly Item[] {
  const { terms, quantities, dates } = claim.statement;
  const items: readonly Item[] = [
    ...terms
      .filter((term) => isInside(claim, term) && !term.resolved && term.weight > LIGHT)
      .map((term) => ({
        named: term.kind === 'name',
        first: term.first,
        find: (source: Statement) => {
          const match = bestMatch(term, source);
          return match === undefined || match.likeness < FOUND
            ? undefined
            : { first: match.term.first, last: match.term.last, likeness: match.likeness };
        },
      })),
    ...quantities
      .filter((quantity) => isInside(claim, quantity))
      .map((quantity) => ({
        named: true,
        first: quantity.first,
        find: (source: Statement) =>
          placed(
            source.quantities.find(
              (other) =>
                other.kind === quantity.kind && compareQuantities(quantity, other) === 'same',
            ),
          ),
      })),
    ...dates
      .filter((date) => isInside(claim, date))
      .map((date) => ({
        named: true,
        first: date.first,
        find: (source: Statement) =>
          placed(
            source.dates.find((other) => other.kind === date.kind && !datesDiffer(date, other)),
          ),
      })),
  ];
  return [...items].sort((one, other) => one.first - other.first);
}

function placed(tokens: Tokens | undefined): (Tokens & { readonly likeness: number }) | undefined {
  return tokens === undefined ? undefined : { first: tokens.first, last: tokens.last, likeness: 1 };
}
