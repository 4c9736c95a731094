/** The universal part-of-speech tags (https://universaldependencies.org/u/pos/). */
export type Tag =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

/** Matches the fine tags of finite verbs and auxiliaries. */
export const FINITE = /\/(?:VBZ|VBD|VBP|MD)$/u;
