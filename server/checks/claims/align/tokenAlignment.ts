import { memoize } from '../../../prose/memoize.js';
import { stem } from '../../../prose/stem.js';
import { areAntonyms, synonymsOf } from '../words/lexicalRelations.js';
import type { ClaimSpan, Statement } from '../statement/statement.js';
import { pairInOrder } from './subsequence.js';
import { termSimilarity } from './termAlignment.js';
import type { Term } from '../statement/terms.js';
import type { TokenRange } from '../../../prose/tokenRange.js';

/** The least similarity of the same name. */
const SAME_NAME = 0.5;

/** The value of an aligned word; function words count half, so that they follow the others. */
const WORD = 1;
const SMALL_WORD = 0.5;
const SMALL = /^(?:the|a|an|of|to|in|and|['’]s)$/iu;

/** For each token of a claim's sentence the index of the source token that it is aligned with, or -1. */
export type TokenAlignment = readonly number[];

/** Aligns a source sentence with a claim: as many equal words and names as possible, in the same order. */
export function alignTokens(claim: ClaimSpan, source: Statement): TokenAlignment {
  const pairs = pairInOrder(
    claim.last + 1 - claim.first,
    source.tokens.length,
    pairValues(claim, source),
  );
  return claim.statement.tokens.map((_, at) => pairs[at - claim.first] ?? -1);
}

/** The words around a place of a claim, and where a source has them. */
export interface AlignedContext {
  /** How many words there are, and how many of them are aligned. */
  readonly words: number;
  readonly aligned: number;
  /** The source's nearest aligned tokens on either side. */
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** The size of a context on either side, in tokens. */
const AROUND = 4;

/** The context of some tokens of a claim. */
export function contextAround(
  { statement, first, last }: ClaimSpan,
  place: TokenRange,
  alignment: TokenAlignment,
): AlignedContext {
  let [words, aligned] = [0, 0];
  let before: number | undefined;
  let after: number | undefined;
  for (let at = place.first - AROUND; at <= place.last + AROUND; at++) {
    if (at < first || at > last || (at >= place.first && at <= place.last)) continue;
    if (!/^(?:word|number)$/u.test(statement.tokens[at]?.kind ?? '')) continue;
    words++;
    const there = alignment[at] ?? -1;
    if (there < 0) continue;
    aligned++;
    if (at < place.first) before = there;
    else after ??= there;
  }
  return { words, aligned, before, after };
}

/**
 * The value of aligning each token of the claim with each of the source, row by row; 0 if they
 * differ.
 */
function pairValues(claim: ClaimSpan, source: Statement): Float32Array {
  const columns = source.tokens.length;
  const values = new Float32Array((claim.last + 1 - claim.first) * columns);
  const own = alignedWordsOf(claim.statement);
  const theirs = alignedWordsOf(source);
  for (let at = claim.first; at <= claim.last; at++) {
    const word = own[at];
    if (word === undefined) continue;
    const row = (at - claim.first) * columns;
    for (const [there, other] of theirs.entries()) {
      if (other !== undefined) values[row + there] = valueOf(word, other);
    }
  }
  return values;
}

function valueOf(word: AlignedWord, other: AlignedWord): number {
  if (other.text === word.text) return word.small ? SMALL_WORD : WORD;
  const alternative = other.name ?? other.meant;
  if (word.name !== undefined && alternative !== undefined)
    return termSimilarity(word.name, alternative) >= SAME_NAME ? WORD : 0;
  if (word.name !== undefined || other.name !== undefined) return 0;
  return isSameWord(word, other) ? WORD : 0;
}

/** True for the same word, another form of it, a word of the same stem, or a synonym. */
function isSameWord(a: AlignedWord, b: AlignedWord): boolean {
  if (a.lemma === b.lemma) return true;
  const kin = (a.stem !== '' && a.stem === b.stem) || a.synonyms.includes(b.lemma);
  return kin && !areAntonyms(a.lemma, b.lemma);
}

/** A token that is not punctuation, in the forms in which it is compared. */
interface AlignedWord {
  /** In lower case. */
  readonly text: string;
  readonly lemma: string;
  /** Empty for words too short to have one. */
  readonly stem: string;
  readonly synonyms: readonly string[];
  /** True for function words such as “the”. */
  readonly small: boolean;
  /** The name that it belongs to, and the antecedent that it stands for. */
  readonly name: Term | undefined;
  readonly meant: Term | undefined;
}

/** The words of a sentence, one for each token; `undefined` for punctuation. */
const alignedWordsOf = memoize((statement: Statement): readonly (AlignedWord | undefined)[] => {
  const names = namesByToken(statement, false);
  const meant = namesByToken(statement, true);
  return statement.tokens.map(({ kind, text, lower, lemma }, at) =>
    kind === 'punctuation'
      ? undefined
      : {
          text: lower,
          lemma,
          stem: lemma.length > 2 ? stem(lemma) : '',
          synonyms: synonymsOf(lemma),
          small: SMALL.test(text),
          name: names[at],
          meant: meant[at],
        },
  );
});

function namesByToken(
  { tokens, terms }: Statement,
  resolved: boolean,
): readonly (Term | undefined)[] {
  const names = tokens.map((): Term | undefined => undefined);
  for (const term of terms) {
    if (term.kind === 'name' && term.resolved === resolved)
      names.fill(term, term.first, term.last + 1);
  }
  return names;
}
