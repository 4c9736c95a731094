import type { Span } from '../prose/span.js';

/** The longest passage that a message shows in full, in UTF-16 units. */
const MAX_SHOWN = 140;

/**
 * A passage of a text as a message shows it, by default all of it: a long one is cut in the middle.
 * Offsets are UTF-16 units of the text.
 */
export function excerpt(
  text: string,
  { start, end }: Span = { start: 0, end: text.length },
): string {
  const whole = text.slice(start, end);
  if (whole.length <= MAX_SHOWN) return whole;
  const half = MAX_SHOWN / 2;
  const head = whole
    .slice(0, half)
    .replace(/\s\S*$/u, '')
    .trimEnd();
  const tail = whole.slice(-half).replace(/^\S*\s+/u, '');
  return `${head} … ${tail}`;
}
