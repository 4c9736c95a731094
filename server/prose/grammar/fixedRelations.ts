import type { NumberedKeys } from './weightsFile.js';
import { LEFT } from './transitions.js';

/**
 * Arcs whose relation is fixed: between words with two such tags, in that direction, it is always
 * the same. An article before its noun is always its `det`.
 */
export class FixedRelations {
  readonly #span: number;
  readonly #relations: Uint8Array;

  /**
   * `tags` is the number of tags; `relations` maps the key of an arc (see `arcKey`) to its relation
   * plus one.
   */
  constructor(tags: number, relations: NumberedKeys) {
    this.#span = tags + 2;
    this.#relations = new Uint8Array(this.#span * this.#span * 2);
    for (const [index, key] of relations.keys.entries()) {
      this.#relations[key] = relations.values[index] ?? 0;
    }
  }

  /** The relation that a move creates between words with these tags; -1 if it is not fixed. */
  find(headTag: number, dependentTag: number, move: number): number {
    return (this.#relations[arcKey(headTag, dependentTag, move, this.#span)] ?? 0) - 1;
  }
}

/** An arc as a number. Tags are as in `ParserInput`, all below `span`. */
export function arcKey(headTag: number, dependentTag: number, move: number, span: number): number {
  return (headTag * span + dependentTag) * 2 + (move === LEFT ? 0 : 1);
}
