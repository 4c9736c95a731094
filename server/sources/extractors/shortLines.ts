/** The longest line of a signature or an address, in UTF-16 units: shorter than a line that was wrapped. */
const LONGEST_LINE = 48;

/** Capitals or figures at the start, and no mark at the end. */
const LINE = /^[\p{Lu}\d+(–—-].*[^.,;:!?]$/u;

/**
 * True for lines that belong together but are no sentence: those of a signature, an address, a head
 * of a form.
 */
export function areShortLines(lines: readonly string[]): boolean {
  return lines.length > 1 && lines.every((line) => line.length <= LONGEST_LINE && LINE.test(line));
}

/** A text in which such lines are paragraphs of their own. */
export function withShortLinesApart(text: string): string {
  return text
    .split(/(?:\r\n|\r|\n)[ \t]*(?=[\r\n])/u)
    .map((paragraph) => {
      const lines = paragraph.split(/\r\n|\r|\n/u).map((line) => line.trim());
      const written = lines.filter((line) => line !== '');
      return areShortLines(written) ? written.join('\n\n') : paragraph;
    })
    .join('\n\n');
}
