/** The longest passage that a finding shows in full, in UTF-16 units. */
const MAX_SHOWN = 140;

/** The longest one in a message, which has to fit a line of the Problems panel. */
const MAX_IN_MESSAGE = 56;

/** A passage as a message shows it: a long one is cut in the middle. */
export function shortened(passage: string): string {
  return cut(passage, MAX_IN_MESSAGE);
}

/** A passage as a finding shows it: a long one is cut in the middle. */
export function excerpt(passage: string): string {
  return cut(passage, MAX_SHOWN);
}

function cut(whole: string, limit: number): string {
  if (whole.length <= limit) return whole;
  const half = limit / 2;
  const head = whole
    .slice(0, half)
    .replace(/\s\S*$/u, '')
    .trimEnd();
  const tail = whole.slice(-half).replace(/^\S*\s+/u, '');
  return `${head} … ${tail}`;
}
