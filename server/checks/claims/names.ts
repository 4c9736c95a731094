import type { Entity } from '../../reference/model.js';
import { stem } from '../../prose/stem.js';
import type { Term } from './terms.js';

/** Offices whose holder stands for the country or body itself: “Mr. Putin relies on China”. */
const HEADS = /\b(?:president|prime minister|premier|chancellor|leader|king|queen|emperor|chairman|chief)\b/iu;

/** Seats of government and what they stand for in news, by lower-case name. */
const SEATS: ReadonlyMap<string, string> = new Map([
  ['kremlin', 'russia'],
  ['white house', 'united states'],
  ['pentagon', 'united states'],
  ['downing street', 'united kingdom'],
  ['whitehall', 'united kingdom'],
  ['westminster', 'united kingdom'],
  ['élysée', 'france'],
  ['new delhi', 'india'],
  ['delhi', 'india'],
]);

const COUNTRY_FORMS: ReadonlyMap<string, string> = new Map([
  ['u.s.', 'united states'],
  ['us', 'united states'],
  ['america', 'united states'],
  ['american', 'united states'],
  ['americans', 'united states'],
  ['u.k.', 'united kingdom'],
  ['uk', 'united kingdom'],
  ['britain', 'united kingdom'],
  ['british', 'united kingdom'],
  ['eu', 'european union'],
]);

const SAME_PLACE = 0.95;
const STANDS_FOR = 0.8;
const LIES_IN = 0.7;
const PART = 0.6;

/** How surely two names mean one thing, 0 to 1. Cannot throw. */
export function nameLikeness(a: Term, b: Term): number {
  if (a.entity !== undefined && b.entity !== undefined) return entityLikeness(a.entity, b.entity);
  const one = canonical(a);
  const other = canonical(b);
  if (one === other) return 1;
  if (stateOf(a) !== undefined && stateOf(a) === stateOf(b)) return STANDS_FOR;
  const known = a.entity ?? b.entity;
  // A known person or body is told from others by the index; only a short form of it may have been missed.
  return known === undefined ? wordLikeness(one, other) : Math.min(PART, wordLikeness(one, other));
}

function canonical(term: Term): string {
  const name = (term.entity?.name ?? term.word).toLowerCase();
  return COUNTRY_FORMS.get(name) ?? name;
}

function entityLikeness(a: Entity, b: Entity): number {
  if (a.name === b.name) return 1;
  if (standsFor(a, b) || standsFor(b, a)) return STANDS_FOR;
  if (liesIn(a, b) || liesIn(b, a)) return LIES_IN;
  const one = stateOfEntity(a);
  return one !== undefined && one === stateOfEntity(b) ? STANDS_FOR : 0;
}

function standsFor(person: Entity, body: Entity): boolean {
  return (
    person.kind === 'person' &&
    person.roles.some(
      (role) => HEADS.test(role.title) && role.affiliation?.toLowerCase() === body.name.toLowerCase(),
    )
  );
}

function liesIn(part: Entity, whole: Entity): boolean {
  return part.kind !== 'person' && part.seat?.toLowerCase() === whole.name.toLowerCase();
}

/** The country that a name stands for in news, in lower case: “Beijing” and “the Kremlin” are governments too. */
function stateOf(term: Term): string | undefined {
  return term.entity === undefined
    ? (SEATS.get(canonical(term)) ?? canonical(term))
    : stateOfEntity(term.entity);
}

function stateOfEntity(entity: Entity): string | undefined {
  const name = entity.name.toLowerCase();
  const seat = SEATS.get(name);
  if (seat !== undefined) return seat;
  if (entity.kind === 'place') return (entity.seat ?? entity.name).toLowerCase();
  return entity.kind === 'person'
    ? entity.roles.find((role) => HEADS.test(role.title))?.affiliation?.toLowerCase()
    : undefined;
}

function wordLikeness(a: string, b: string): number {
  const one = a.split(' ');
  const other = b.split(' ');
  const last = one.at(-1) === other.at(-1);
  if (last && (one.length === 1 || other.length === 1)) return SAME_PLACE;
  if (one.join('') === other.join('')) return 1;
  if (initials(one) === other.join('').replaceAll('.', '') || initials(other) === one.join('').replaceAll('.', '')) {
    return SAME_PLACE;
  }
  if (one.length === 1 && other.length === 1) return isDemonym(a, b) || isDemonym(b, a) ? SAME_PLACE : 0;
  const shared = one.filter((word) => word.length > 2 && word !== 'the' && word !== 'of' && other.includes(word)).length;
  if (shared === Math.min(one.length, other.length)) return SAME_PLACE;
  return shared > 0 ? (PART * shared) / Math.max(one.length, other.length) : 0;
}

function initials(words: readonly string[]): string {
  return words.length < 2 ? '-' : words.map((word) => word[0] ?? '').join('');
}

/** “Kazakh” and “Kazakhstan”, “Peru” and “Peruvian”: one stem and the ending of a people. */
function isDemonym(people: string, place: string): boolean {
  const match = /^(.{3,}?)(?:ian|ean|an|ese|ish|i|s|n)?s?$/u.exec(people);
  const base = match?.[1] ?? people;
  return base.length >= 4 ? place.startsWith(base.slice(0, Math.max(4, base.length - 1))) : stem(people) === stem(place);
}
