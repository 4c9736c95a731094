import { sideTable } from './sideTable.js';
import type { Analysis } from './grammar/analysis.js';
import { grammar } from './grammar/grammar.js';
import type { Tag } from './grammar/tag.js';
import type { RawToken, TokenKind } from './tokenizer.js';

/**
 * A word, number or mark. Contractions and possessives are split as in the treebanks: `did` `n't`,
 * `Modi` `'s`; so are hyphenated words.
 */
export interface Token {
  readonly text: string;
  /** The text in lower case, precomputed because it is needed often. */
  readonly lower: string;
  /** UTF-16 offsets into the prose of the block. */
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
  readonly tag: Tag;
  /** The dictionary form, in lower case. */
  readonly lemma: string;
}

/** The word at a place of a sentence in lower case; empty outside it. */
export function lowerAt(tokens: readonly Pick<Token, 'lower'>[], at: number): string {
  return tokens[at]?.lower ?? '';
}

/** A copy of a token with other text. */
export function withText(token: Token, text: string): Token {
  return { ...token, text, lower: text.toLowerCase() };
}

/** The grammatical analyses of sentences, kept as long as their tokens are in use. */
const analyses = sideTable<readonly Pick<Token, 'text'>[], Analysis>();

/** Tags and lemmatises the tokens of one sentence. */
export function analyseTokens(sentence: readonly RawToken[]): readonly Token[] {
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

/**
 * The grammatical analysis of one sentence's tokens, including its tree. Words are addressed by
 * index.
 */
export function analysisOf(sentence: readonly Pick<Token, 'text'>[]): Analysis {
  return analyses.get(sentence) ?? grammar().analyse(sentence.map(({ text }) => text));
}
