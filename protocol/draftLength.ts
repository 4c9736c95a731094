/** A draft of more UTF-16 units is checked only where it is looked at; a novel has fewer. */
export const LONG = 2 ** 20;
