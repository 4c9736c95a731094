import { memoize } from '../../prose/memoize.js';
import { stem } from '../../prose/stem.js';
import { type Stretch, affinity } from './alignment.js';
import { opposed, synonymsOf } from './kinship.js';
import type { Statement } from './statement.js';
import { pairInOrder } from './subsequence.js';
import type { Term } from './terms.js';

/** From here up two names are the same in both. */
const SAME_NAME = 0.5;

/** What a laid word counts; words that any sentence has count half, so that they follow the others. */
const WORD = 1;
const SMALL_WORD = 0.5;
const SMALL = /^(?:the|a|an|of|to|in|and|['’]s)$/iu;

/** For each token of a claim's sentence the source token it is laid on; -1 where on none. */
export type Laid = readonly number[];

/**
 * Lays a source sentence on a claim: as many words and names as the two have alike and in the same
 * order.
 */
export function layOn(claim: Stretch, source: Statement): Laid {
  const pairs = pairInOrder(
    claim.last + 1 - claim.first,
    source.tokens.length,
    pairValues(claim, source),
  );
  return claim.statement.tokens.map((_, at) => pairs[at - claim.first] ?? -1);
}

/** What it counts to lay a token of the claim on one of the source, row by row; 0 where they differ. */
function pairValues(claim: Stretch, source: Statement): Float32Array {
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
  const rival = other.name ?? other.meant;
  if (word.name !== undefined && rival !== undefined)
    return affinity(word.name, rival) >= SAME_NAME ? WORD : 0;
  if (word.name !== undefined || other.name !== undefined) return 0;
  return isSameWord(word, other) ? WORD : 0;
}

/** True for the same word, another form of it, one of its family, or a synonym. */
export function isSameWord(a: AlignedWord, b: AlignedWord): boolean {
  if (a.lemma === b.lemma) return true;
  const kin = (a.stem !== '' && a.stem === b.stem) || a.synonyms.includes(b.lemma);
  return kin && !opposed(a.lemma, b.lemma);
}

/** A token that is no mark, as it is compared. */
export interface AlignedWord {
  /** In lower case. */
  readonly text: string;
  readonly lemma: string;
  /** Empty for what is too short to be of a family. */
  readonly stem: string;
  readonly synonyms: readonly string[];
  /** True for “the” and its like, which any sentence has. */
  readonly small: boolean;
  /** The name that it belongs to, and the one that it stands for. */
  readonly name: Term | undefined;
  readonly meant: Term | undefined;
}

/** The words of a sentence by their tokens; `undefined` for marks. */
export const alignedWordsOf = memoize(
  (statement: Statement): readonly (AlignedWord | undefined)[] => {
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
  },
);

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
