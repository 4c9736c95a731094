import { memoize } from '../../../prose/memoize.js';
import { type KnownPlace, placeNamed } from '../../../reference/gazetteer.js';
import type { Entity } from '../../../reference/model.js';
import { editDistance } from '../../../reference/names/editDistance.js';
import {
  type NameForms,
  PART_OF_NAME,
  SAME_FORM,
  nameForms,
  nameLikeness,
} from '../../../values/names.js';
import type { Term } from './terms.js';

/** Offices whose holder stands for the country or organisation: “Mr. Putin relies on China”. */
const HEADS =
  /\b(?:president|prime minister|premier|chancellor|leader|king|queen|emperor|head of state)\b/iu;

/** Seats of government that stand for a country in news, by lower-case name. */
const SEATS: ReadonlyMap<string, string> = new Map([
  ['kremlin', 'Russia'],
  ['white house', 'United States'],
  ['pentagon', 'United States'],
  ['downing street', 'United Kingdom'],
  ['whitehall', 'United Kingdom'],
  ['westminster', 'United Kingdom'],
  ['élysée', 'France'],
  ['delhi', 'India'],
]);

/** “Mr Roe”, if the sources know two of that name. */
const MAY_BE = 0.9;
const STANDS_FOR = 0.8;
const LIES_IN = 0.7;

/** The least similarity of two names that may be the same; below it, they are different. */
export const POSSIBLY_SAME_NAME = 0.3;

/** How likely two terms name the same thing, 0 to 1. */
export function nameSimilarity(a: Term, b: Term): number {
  const one = readingOf(a);
  const other = readingOf(b);
  if (one.name === other.name) return 1;
  if (mayName(a, b) || mayName(b, a)) return MAY_BE;
  if (one.state !== undefined && one.state === other.state) return STANDS_FOR;
  if (one.seat === other.name || other.seat === one.name) return LIES_IN;
  const knowsOne = isKnown(a);
  const knowsOther = isKnown(b);
  if (knowsOne && knowsOther) return isNamedAfter(a, b) || isNamedAfter(b, a) ? PART_OF_NAME : 0;
  if (isMisspelled(one.name, other.name)) return SAME_FORM;
  const alike = nameLikeness(one, other);
  // The name index identifies known names; it can only have missed a short form.
  return knowsOne || knowsOther ? Math.min(PART_OF_NAME, alike) : alike;
}

/** A name in the forms in which it is compared. */
interface Reading extends NameForms {
  /** See `countryOf`. */
  readonly state: string | undefined;
  /** The name of the place that it lies in, in lower case. */
  readonly seat: string | undefined;
}

/** Memoized: a name is compared with every name in the evidence. */
const readingOf = memoize((term: Term): Reading => ({
  ...nameForms(fullNameOf(term)),
  state: countryOf(term),
  seat: seatOf(term),
}));

/** True if a shared name may refer to the other's entity. */
function mayName({ others = [] }: Term, { entity }: Term): boolean {
  return entity !== undefined && others.includes(entity);
}

function isKnown({ entity, place }: Term): boolean {
  return entity !== undefined || place !== undefined;
}

/** From this length, in letters, a name is recognisable with two wrong letters. */
const LONG_NAME = 6;

/** True if an unknown name is a near misspelling of the other. */
function isMisspelled(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < LONG_NAME || !other.startsWith(one.slice(0, 1)))
    return false;
  return editDistance(one, other, 2) <= 2;
}

/** The full name that a term refers to. */
export function fullNameOf(term: Term): string {
  return term.entity?.name ?? term.place?.name ?? term.word;
}

/**
 * The country that a name stands for in news: itself, its capital or seat of government, or its
 * leader; `undefined` if it stands for none.
 */
export function countryOf({ entity, place, word }: Term): string | undefined {
  const seat = SEATS.get((entity?.name ?? word).toLowerCase());
  if (seat !== undefined) return seat;
  if (entity?.kind === 'person') return stateLedBy(entity);
  if (entity !== undefined && entity.kind !== 'place') return undefined;
  const found = entity ?? place;
  if (found === undefined) return undefined;
  return stateOfPlace(placeNamed(found.name) ?? found);
}

function stateLedBy(person: Entity): string | undefined {
  const home = person.roles.find((role) => HEADS.test(role.title))?.affiliation;
  return home === undefined ? undefined : (placeNamed(home)?.name ?? home);
}

/** A country has demonyms; its capital has none and lies in it. */
function stateOfPlace(place: Omit<KnownPlace, 'forms'>): string | undefined {
  if (place.demonyms.length > 0) return place.name;
  return place.seat === undefined || place.capital !== true
    ? undefined
    : (placeNamed(place.seat)?.name ?? place.seat);
}

function seatOf({ entity, place }: Term): string | undefined {
  if (entity?.kind === 'person') return undefined;
  return (entity?.seat ?? place?.seat)?.toLowerCase();
}

/** True for “Aberdeen Sheriff Court” and “Aberdeen”. */
function isNamedAfter(body: Term, place: Term): boolean {
  if (body.entity?.kind !== 'body' || isBody(place)) return false;
  const name = fullNameOf(place).toLowerCase();
  return ` ${fullNameOf(body).toLowerCase()} `.includes(` ${name} `);
}

function isBody({ entity }: Term): boolean {
  return entity !== undefined && entity.kind !== 'place';
}
