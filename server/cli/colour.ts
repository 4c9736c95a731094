/** Paints text for a terminal. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly green: (text: string) => string;
}

/** @param colour False paints nothing. */
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

/** The text on one line without what a terminal would obey. */
export function printable(text: string): string {
  return harmless(text.replace(/\s+/gu, ' ')).trim();
}

/** The text without what a terminal would obey, line breaks among it: drafts and sources are anybody's. */
export function harmless(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '\uFFFD');
}
