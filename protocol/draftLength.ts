/** Of a draft with more UTF-16 units only the part in view is checked. Most novels are shorter. */
export const LONG_DRAFT_LENGTH = 2 ** 20;
