/** A table in Markdown: numbers to the right, words to the left. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const marks = head.map((_, column) => (column === 0 ? '---' : '--:'));
  return [head, marks, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** “7.3 ms”, “1.42 s”. */
export function time(milliseconds: number): string {
  return milliseconds >= 1_000
    ? `${(milliseconds / 1_000).toFixed(2)} s`
    : `${milliseconds.toFixed(milliseconds < 100 ? 1 : 0)} ms`;
}

/** “84 MB”. */
export function size(megabytes: number): string {
  return `${megabytes.toFixed(megabytes < 10 ? 1 : 0)} MB`;
}

/** “3.1×”. */
export function times(ratio: number): string {
  return `${ratio.toFixed(1)}×`;
}
