import type { Analysis } from './grammar/analysis.js';
import { grammar } from './grammar/grammar.js';
import type { Tag } from './grammar/tag.js';
import { sideTable } from './sideTable.js';
import type { CutToken, TokenKind } from './tokenizer.js';

/**
 * A word, number or mark. Contractions and possessives are cut as the treebanks cut them: `did`
 * `n't`, `Modi` `'s`; so are hyphenated words.
 */
export interface Token {
  readonly text: string;
  /** The text in lower case, which is asked of each token again and again. */
  readonly lower: string;
  /** UTF-16 offsets into the prose of the block. */
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
  readonly tag: Tag;
  /** The dictionary form, in lower case. */
  readonly lemma: string;
}

/** A token as it would be if other words stood there. */
export function rewritten(token: Token, text: string): Token {
  return { ...token, text, lower: text.toLowerCase() };
}

/** The grammar of the sentences that were read, for as long as anything has their tokens. */
const analyses = sideTable<readonly Pick<Token, 'text'>[], Analysis>();

/** The tokens of one sentence, read with grammar. */
export function readTokens(sentence: readonly CutToken[]): readonly Token[] {
  const analysis = grammar().analyse(sentence.map(({ text }) => text));
  const tokens = sentence.map(({ text, start, end, kind }, index) => ({
    text,
    lower: text.toLowerCase(),
    start,
    end,
    kind,
    tag: analysis.upos(index),
    lemma: analysis.lemma(index).toLowerCase(),
  }));
  analyses.set(tokens, analysis);
  return tokens;
}

/** The grammar of one sentence's tokens, tree and all. Words go by their index. */
export function analysisOf(sentence: readonly Pick<Token, 'text'>[]): Analysis {
  return analyses.get(sentence) ?? grammar().analyse(sentence.map(({ text }) => text));
}
