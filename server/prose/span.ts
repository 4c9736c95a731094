/**
 * A half-open stretch of text, `start` included and `end` not, in UTF-16 code units. Which text it
 * lies in (the draft as given, or the prose of one block) is said where a span is stored.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True where the two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True where `inner` lies wholly within `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
