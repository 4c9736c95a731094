import type { Span } from '../prose/span.js';

/** The longest passage that a finding shows in full, in UTF-16 units. */
const MAX_SHOWN = 140;

/** The longest one in a message, which has to fit a line of the Problems panel. */
const MAX_IN_MESSAGE = 56;

/**
 * A passage as a message shows it: a long one is cut in the middle, or on both sides of a place that must stay visible, in
 * UTF-16 units of the passage. Of a long place the start stays.
 */
export function shortened(passage: string, place?: Span): string {
  return cut(passage, MAX_IN_MESSAGE, place);
}

/** A passage as a finding shows it: a long one is cut in the middle. */
export function excerpt(passage: string): string {
  return cut(passage, MAX_SHOWN);
}

function cut(whole: string, limit: number, place?: Span): string {
  if (whole.length <= limit) return whole;
  const half = limit / 2;
  const head = whole
    .slice(0, half)
    .replace(/\s\S*$/u, '')
    .trimEnd();
  const tail = whole.slice(-half).replace(/^\S*\s+/u, '');
  const isShown =
    place === undefined || place.end <= head.length || place.start >= whole.length - tail.length;
  return isShown ? `${head} … ${tail}` : around(whole, limit, place);
}

/** The passage around a place, with the whole words on both sides for which there is room. */
function around(whole: string, limit: number, { start, end }: Span): string {
  const room = Math.max(0, limit - (end - start));
  const from = Math.max(0, start - Math.floor(room / 2));
  const to = Math.min(whole.length, from + limit);
  const before = whole.slice(from, start);
  const last = to < whole.length ? whole.lastIndexOf(' ', to) : to;
  // Long text without a space is cut where the room ends.
  const until = end > to ? (last > start ? last : to) : Math.max(last, end);
  const shown =
    (from > 0 ? before.replace(/^\S*\s*/u, '') : before) + whole.slice(start, until).trimEnd();
  return `${from > 0 ? '… ' : ''}${shown}${until < whole.length ? ' …' : ''}`;
}
