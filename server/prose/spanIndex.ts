import type { Span } from './span.js';

/** An item that occupies a span of a text. */
interface HasSpan {
  readonly span: Span;
}

/**
 * An index of items by their spans in one text, for repeated overlap queries. A query takes time
 * proportional to its result, not to the number of items.
 */
export class SpanIndex<Item extends HasSpan> {
  readonly #items: readonly Item[];
  /** The indices of the items, sorted by start. */
  readonly #byStart: readonly number[];
  /** The furthest end among the items up to each position of that order. */
  readonly #furthestEnds: readonly number[];

  constructor(items: readonly Item[]) {
    this.#items = items;
    const startOf = (index: number): number => items[index]?.span.start ?? 0;
    this.#byStart = [...items.keys()].sort((a, b) => startOf(a) - startOf(b));
    let furthestEnd = -Infinity;
    this.#furthestEnds = this.#byStart.map(
      (index) => (furthestEnd = Math.max(furthestEnd, items[index]?.span.end ?? -Infinity)),
    );
  }

  /** The items that share at least one code unit with a span, in their original order. */
  overlapping({ start, end }: Span): readonly Item[] {
    const found: number[] = [];
    for (let at = this.#countBefore(end) - 1; (this.#furthestEnds[at] ?? -Infinity) > start; at--) {
      const index = this.#byStart[at] ?? 0;
      if ((this.#items[index]?.span.end ?? -Infinity) > start) found.push(index);
    }
    return found.sort((a, b) => a - b).flatMap((index) => this.#items[index] ?? []);
  }

  /** The number of items that start before an offset. */
  #countBefore(offset: number): number {
    let low = 0;
    let high = this.#byStart.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#items[this.#byStart[middle] ?? 0]?.span.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
