/** A draft of more UTF-16 units is checked only where it is looked at; a novel has fewer. */
export const LONG_DRAFT_LENGTH = 2 ** 20;
