/**
 * The length in UTF-16 units above which only the visible part of a draft is checked. Most novels
 * are shorter.
 */
export const LONG_DRAFT_LENGTH = 2 ** 20;
