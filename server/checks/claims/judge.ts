import type { JudgeReading, JudgeRequest } from '../../inference/readings.js';
import { type Span, overlaps } from '../../prose/span.js';
import type { TokenRange } from '../../prose/tokenRange.js';
import type { Token } from '../../prose/tokens.js';
import type { JudgePassages } from './retrieve/judgePassages.js';

/** The sentence in which a claim stands. */
export interface ClaimPlace {
  readonly sentence: string;
  /** The tokens of the sentence, outside long quotations, and the offset from which theirs count. */
  readonly tokens: readonly Token[];
  readonly start: number;
}

/** What the judge is asked about the claim that has these tokens of its sentence. */
export function judgeRequestOf(
  { sentence, tokens, start }: ClaimPlace,
  { first, last }: TokenRange,
  { texts }: JudgePassages,
): JudgeRequest {
  const [from, to] = [tokens[first]?.start ?? start, tokens[last]?.end ?? start];
  return { sentence, claim: { start: from - start, end: to - start }, passages: texts };
}

/** What the judge says of the words of a claim, by their tokens. */
export class JudgedWords {
  /** For each token of the sentence the probability that the passages do not bear it out, 0 to 1. */
  readonly #doubts: readonly number[];
  readonly #tokens: readonly Token[];

  constructor({ words }: JudgeReading, { tokens, start }: ClaimPlace) {
    this.#tokens = tokens;
    const spans = tokens.map((token): Span => ({
      start: token.start - start,
      end: token.end - start,
    }));
    this.#doubts = spans.map((span) =>
      Math.max(0, ...words.filter((word) => overlaps(word, span)).map((word) => word.unsupported)),
    );
  }

  /** The doubt about the most doubtful of some tokens as a share of that about the most doubtful of the claim, 0 to 1. */
  doubtOf(tokens: TokenRange, claim: TokenRange): number {
    const most = this.#mostIn(claim);
    return most === 0 ? 0 : this.#mostIn(tokens) / most;
  }

  /** The probability that the passages do not bear out the most doubtful of some tokens. */
  #mostIn({ first, last }: TokenRange): number {
    return Math.max(0, ...this.#doubts.slice(first, last + 1));
  }

  /**
   * The words of a claim that the passages do not bear out: the most doubtful, and its neighbours that are at least half as
   * doubtful, without the punctuation at their ends.
   */
  atIssue({ first, last }: TokenRange): TokenRange {
    const doubts = this.#doubts.slice(first, last + 1);
    const most = Math.max(...doubts);
    const isAtIssue = (at: number): boolean => (doubts[at] ?? 0) >= most / 2;
    let from = doubts.indexOf(most);
    let to = from;
    while (from > 0 && isAtIssue(from - 1)) from--;
    while (to < doubts.length - 1 && isAtIssue(to + 1)) to++;
    const isWord = (at: number): boolean => this.#tokens[first + at]?.kind !== 'punctuation';
    while (from < to && !isWord(from)) from++;
    while (to > from && !isWord(to)) to--;
    return { first: first + from, last: first + to };
  }

  /** The words at issue as they are shown: up to a comma, without words at the end that need what follows. */
  shownOf({ first, last }: TokenRange): TokenRange {
    const most = this.#mostIn({ first, last });
    const at = Math.max(first, this.#doubts.indexOf(most, first));
    const isMark = (token: number): boolean => /^[,;:—–()]$/u.test(this.#tokens[token]?.text ?? '');
    let [from, to] = [at, at];
    while (from > first && !isMark(from - 1)) from--;
    while (to < last && !isMark(to + 1)) to++;
    while (to > from && OPENS.test(this.#tokens[to]?.tag ?? '')) to--;
    return { first: from, last: to };
  }
}

/** The tags of words that say nothing without what follows. */
const OPENS = /^(?:ADP|AUX|CCONJ|DET|PART|SCONJ)$/u;
