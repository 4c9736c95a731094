import type { NumberedKeys } from './weightsFile.js';
import { LEFT } from './transitions.js';

/**
 * Arcs whose relation needs no weighing: between words of two such tags, on that side, it is always
 * the same. An article before its noun is its `det`.
 */
export class SettledRelations {
  readonly #span: number;
  readonly #relations: Uint8Array;

  /** `tags` is how many there are; `relations` has the relation plus one by the key of an arc, see `keyOfArc`. */
  constructor(tags: number, relations: NumberedKeys) {
    this.#span = tags + 2;
    this.#relations = new Uint8Array(this.#span * this.#span * 2);
    for (const [index, key] of relations.keys.entries()) {
      this.#relations[key] = relations.values[index] ?? 0;
    }
  }

  /** The relation that a move makes between words of these tags; -1 where it is to be weighed. */
  find(headTag: number, dependentTag: number, move: number): number {
    return (this.#relations[keyOfArc(headTag, dependentTag, move, this.#span)] ?? 0) - 1;
  }
}

/** An arc as a number. Tags are as in `ParserInput`, all below `span`. */
export function keyOfArc(
  headTag: number,
  dependentTag: number,
  move: number,
  span: number,
): number {
  return (headTag * span + dependentTag) * 2 + (move === LEFT ? 0 : 1);
}
