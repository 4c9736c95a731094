import type { Span } from './span.js';

/** Something that lies in a text. */
interface Placed {
  readonly span: Span;
}

/**
 * Things that lie in one text, to be asked again and again which of them share something with a stretch of
 * it. An answer takes time for the things it has, not for all there are.
 */
export class Overlaps<Thing extends Placed> {
  readonly #things: readonly Thing[];
  /** The indices of the things by where each starts. */
  readonly #order: readonly number[];
  /** How far the first things of that order reach, for each number of them. */
  readonly #reach: readonly number[];

  constructor(things: readonly Thing[]) {
    this.#things = things;
    const startOf = (index: number): number => things[index]?.span.start ?? 0;
    this.#order = [...things.keys()].sort((a, b) => startOf(a) - startOf(b));
    let reach = -Infinity;
    this.#reach = this.#order.map(
      (index) => (reach = Math.max(reach, things[index]?.span.end ?? -Infinity)),
    );
  }

  /** The things that share at least one code unit with a stretch of the text, in the order given. */
  with({ start, end }: Span): readonly Thing[] {
    const found: number[] = [];
    for (let at = this.#countBefore(end) - 1; (this.#reach[at] ?? -Infinity) > start; at--) {
      const index = this.#order[at] ?? 0;
      if ((this.#things[index]?.span.end ?? -Infinity) > start) found.push(index);
    }
    return found.sort((a, b) => a - b).flatMap((index) => this.#things[index] ?? []);
  }

  /** How many of the things start before a place. */
  #countBefore(place: number): number {
    let low = 0;
    let high = this.#order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#things[this.#order[middle] ?? 0]?.span.start ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
