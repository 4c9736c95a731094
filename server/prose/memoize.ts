import { sideTable } from './sideTable.js';

/**
 * `find`, asked once of each thing: what it gave lasts as long as the thing does. Of a draft's blocks and
 * sentences all but those that a keystroke touched are the same objects in the next version, so what is
 * found out about one at a time is found out again only for these. Throws what `find` throws.
 */
export function memoize<Thing extends object, Answer>(
  find: (thing: Thing) => Answer,
): (thing: Thing) => Answer {
  const known = sideTable<Thing, { readonly answer: Answer }>();
  return (thing) => {
    let found = known.get(thing);
    if (found === undefined) {
      found = { answer: find(thing) };
      known.set(thing, found);
    }
    return found.answer;
  };
}

/**
 * The same for what depends on a standard besides, as a reference is: a thing keeps what was found by the
 * standard that it was last asked by, and does not keep that. Throws what `find` throws.
 */
export function memoizeBy<Standard extends object, Thing extends object, Answer>(
  find: (thing: Thing, standard: Standard) => Answer,
): (thing: Thing, standard: Standard) => Answer {
  const known = sideTable<Thing, { readonly by: number; readonly answer: Answer }>();
  return (thing, standard) => {
    const by = numberOf(standard);
    let found = known.get(thing);
    if (found?.by !== by) {
      found = { by, answer: find(thing, standard) };
      known.set(thing, found);
    }
    return found.answer;
  };
}

let standards = 0;

/** Tells standards apart. */
const numberOf = memoize<object, number>(() => ++standards);
