/**
 * `find`, asked once of each thing: what it gave lasts as long as the thing does. Of a draft's blocks and
 * sentences all but those that a keystroke touched are the same objects in the next version, so what is
 * found out about one at a time is found out again only for these. Throws what `find` throws.
 */
export function once<Thing extends object, Answer>(
  find: (thing: Thing) => Answer,
): (thing: Thing) => Answer {
  const known = new WeakMap<Thing, { readonly answer: Answer }>();
  return (thing) => {
    let found = known.get(thing);
    if (found === undefined) {
      found = { answer: find(thing) };
      known.set(thing, found);
    }
    return found.answer;
  };
}
