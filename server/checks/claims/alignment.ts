import { datesDiffer } from './dates.js';
import { likeness } from './kinship.js';
import { nameLikeness } from './names.js';
import { type Quantity, compareQuantities } from './numbers.js';
import type { Statement } from './statement.js';
import type { Term } from './terms.js';

/** A stretch of a sentence that claims one thing, in token indices, both included. */
export interface Stretch {
  readonly statement: Statement;
  readonly first: number;
  readonly last: number;
}

/** How alike two terms are, 0 to 1. Cannot throw. */
export function affinity(a: Term, b: Term): number {
  if (a.kind === 'name' && b.kind === 'name') return nameLikeness(a, b);
  if (a.kind === 'name' || b.kind === 'name') {
    const [name, word] = a.kind === 'name' ? [a, b] : [b, a];
    return name.word === word.word ? 0.9 : name.word.split(' ').includes(word.word) ? 0.5 : 0;
  }
  return likeness(a.word, b.word);
}

/** The term of a sentence that is most like this one, and how alike. Cannot throw. */
export function bestMatch(
  term: Term,
  statement: Statement,
): { readonly term: Term; readonly likeness: number } | undefined {
  let best: { readonly term: Term; readonly likeness: number } | undefined;
  for (const other of statement.terms) {
    const value = affinity(term, other) * (other.resolved && !term.resolved ? 0.9 : 1);
    if (value > (best?.likeness ?? 0)) best = { term: other, likeness: value };
    if (value === 1) break;
  }
  return best;
}

/** True where two figures may count the same thing. Cannot throw. */
export function sameUnit(a: Quantity, b: Quantity): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'money' || a.kind === 'age') return a.unit === b.unit;
  if (a.unit === '' || b.unit === '') return a.kind === 'share' || a.unit === b.unit;
  return likeness(a.unit, b.unit) >= 0.6;
}

/** What of a claim a source sentence has, in the order of the claim: each with its weight and how well it is met, 0 to 1. */
export interface Met {
  readonly kind: Term['kind'] | 'quantity' | 'date';
  readonly weight: number;
  readonly met: number;
  readonly resolved: boolean;
}

const FIGURE_WEIGHT = 0.9;
const DATE_WEIGHT = 0.6;

/** Holds what a claim speaks of against one source sentence. Cannot throw. */
export function meet(claim: Stretch, source: Statement, rarity: (word: string) => number): readonly Met[] {
  const met: Met[] = [];
  const inside = (first: number, last: number): boolean => last >= claim.first && first <= claim.last;
  for (const term of claim.statement.terms) {
    if (!inside(term.first, term.last)) continue;
    const weight = term.weight * (0.6 + 0.4 * rarity(term.word.split(' ').at(-1) ?? term.word));
    met.push({
      kind: term.kind,
      weight,
      met: bestMatch(term, source)?.likeness ?? 0,
      resolved: term.resolved,
    });
  }
  for (const quantity of claim.statement.quantities) {
    if (!inside(quantity.first, quantity.last)) continue;
    const same = source.quantities.some(
      (other) => (sameUnit(quantity, other) || quantity.unit === '' || other.unit === '') && compareQuantities(quantity, other) === 'same',
    );
    met.push({ kind: 'quantity', weight: FIGURE_WEIGHT, met: same ? 1 : 0, resolved: false });
  }
  for (const date of claim.statement.dates) {
    if (!inside(date.first, date.last)) continue;
    const same = source.dates.some((other) => other.kind === date.kind && !datesDiffer(other, date));
    met.push({ kind: 'date', weight: DATE_WEIGHT, met: same ? 1 : 0, resolved: false });
  }
  return met;
}
