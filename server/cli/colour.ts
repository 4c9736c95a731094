/** Functions that style text for a terminal. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly green: (text: string) => string;
}

/** Creates the styles of a terminal; with `colour` false they change nothing. */
export function createPaint(colour: boolean): Paint {
  const paint = (on: number, off: number) => (text: string) =>
    colour ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return {
    bold: paint(1, 22),
    dim: paint(2, 22),
    red: paint(31, 39),
    yellow: paint(33, 39),
    blue: paint(34, 39),
    green: paint(32, 39),
  };
}

/** The text on one line, with control characters replaced. */
export function printable(text: string): string {
  return replaceControlCharacters(text.replace(/\s+/gu, ' ')).trim();
}

/**
 * Replaces control characters, including line breaks, because drafts and sources are untrusted and a
 * terminal would interpret them.
 */
export function replaceControlCharacters(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '\uFFFD');
}
