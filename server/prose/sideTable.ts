/**
 * Makes what it is given and nothing else, so that the private fields of a class that extends this are put on
 * any object: nobody else sees them, and no copy takes them along.
 */
const Itself = function (thing: object) {
  return thing;
} as unknown as new (thing: object) => object;

/** Notes of one kind on things, by the very thing. */
export interface SideTable<Thing extends object, Note> {
  /** `undefined` where nothing was noted. */
  get(thing: Thing): Note | undefined;
  /** Takes the place of what was noted before. Throws a `TypeError` on a frozen thing in engines that forbid that. */
  set(thing: Thing, note: Note): void;
}

/**
 * Notes that lie on the things themselves, and are gone with them. A `WeakMap` does the same, but what it has
 * of a thing that somebody typed over stays in memory until the next full collection, with all that leads
 * to from there: the engine's quick collections take its values for used. To be called once for a kind of note, and
 * not for each reference or version, as a thing that lasts keeps the notes of each.
 */
export function sideTable<Thing extends object, Note>(): SideTable<Thing, Note> {
  return class extends Itself {
    #note: Note;

    private constructor(thing: Thing, note: Note) {
      super(thing);
      this.#note = note;
    }

    static get(thing: Thing): Note | undefined {
      return #note in thing ? thing.#note : undefined;
    }

    static set(thing: Thing, note: Note): void {
      if (#note in thing) thing.#note = note;
      else new this(thing, note);
    }
  };
}
