import type { Sentence } from '../../prose/sentences.js';
import type { Token } from '../../prose/tokens.js';

/** A word that the dictionary does not have in this form, before anything else is considered. */
export interface DoubtfulWord {
  readonly sentence: Sentence;
  /** Index of its token in the sentence. */
  readonly at: number;
  readonly token: Token;
  readonly key: string;
  /** True if the dictionary has it, but not in all varieties of English. */
  readonly isVariant: boolean;
}
