import weights from '../../../models/confusions/weights.json';
import { type WordInContext, isModal } from '../../lexicon/functionWords.js';
import { wordSet } from '../../lexicon/wordSet.js';
import { isCapitalised } from '../../prose/letterCase.js';
import { type ContextWord, contextSigns } from './contextSigns.js';

/** A word that may replace another. */
export interface Confusable {
  /** In lower case, with a straight apostrophe. */
  readonly written: string;
  /** Indices of its tokens, both inclusive: a contraction has two. */
  readonly first: number;
  readonly last: number;
}

/** A word that fits a place better than the one written there. */
export interface LikelierWord {
  readonly meant: string;
  /** How much better, in log odds. */
  readonly odds: number;
}

const CONTRACTED = wordSet("it's who's they're you're");
const CLITIC = /^(?:['’](?:s|re|ll|d|ve|m)|n['’]t)$/u;

/** The word or contraction that begins at a token, unless it is part of a compound or of another contraction. */
export function confusableAt(
  words: readonly (ContextWord & { readonly text: string })[],
  at: number,
): Confusable | undefined {
  const [word, next] = [words[at], words[at + 1]];
  if (word === undefined || (isCapitalised(word.text) && at > 0)) return undefined;
  const isContracted = next !== undefined && CLITIC.test(next.lower);
  const written = (word.lower + (isContracted ? next.lower : '')).replace('’', "'");
  const last = isContracted ? at + 1 : at;
  if (isContracted && !CONTRACTED.has(written)) return undefined;
  if (words[at - 1]?.lower === '-' || words[last + 1]?.lower === '-') return undefined;
  return { written, first: at, last };
}

/** The learned weights of a pair of words: positive log odds speak for `other`. */
interface Pair {
  readonly one: string;
  readonly other: string;
  readonly bias: number;
  readonly signs: () => ReadonlyMap<string, number>;
}

/** Weights are stored in hundredths. */
const SCALE = 100;

let pairs: ReadonlyMap<string, readonly Pair[]> | undefined;

/** The pairs by either of their words. Their signs are read on first use: a draft has few of these words. */
function pairsByWord(): ReadonlyMap<string, readonly Pair[]> {
  if (pairs !== undefined) return pairs;
  const byWord = new Map<string, Pair[]>();
  for (const { one, other, bias, signs, isOneWay } of weights.pairs) {
    let read: ReadonlyMap<string, number> | undefined;
    const pair = { one, other, bias: bias / SCALE, signs: () => (read ??= signsIn(signs)) };
    for (const word of isOneWay ? [one] : [one, other]) {
      const known = byWord.get(word);
      if (known === undefined) byWord.set(word, [pair]);
      else known.push(pair);
    }
  }
  return (pairs = byWord);
}

/** Signs as they are stored: a line for each, its weight and its name. */
function signsIn(lines: string): ReadonlyMap<string, number> {
  return new Map(
    lines.split('\n').map((line) => {
      const at = line.indexOf(' ');
      return [line.slice(at + 1), Number(line.slice(0, at)) / SCALE];
    }),
  );
}

/** True after “could”, “couldn't” and “could not”, where alone “have” sounds like “of”. */
function followsModal(words: readonly (ContextWord & WordInContext)[], first: number): boolean {
  const isNegated = /^(?:n['’]t|not)$/u.test(words[first - 1]?.lower ?? '');
  return isModal(words[isNegated ? first - 2 : first - 1]);
}

/**
 * True at the end of a clause, where “to” may stand for a whole infinitive: “It has no power to.”
 */
function endsClause(words: readonly ContextWord[], last: number): boolean {
  return /^(?:\P{L}*|and|but|or)$/u.test(words[last + 1]?.lower ?? '');
}

/**
 * The word that fits the place of another best, by the learned weights; `undefined` if none is
 * compared with it.
 */
export function likelierWord(
  words: readonly (ContextWord & WordInContext)[],
  { written, first, last }: Confusable,
): LikelierWord | undefined {
  const compared = pairsByWord().get(written);
  if (compared === undefined) return undefined;
  const signs = contextSigns(words, first, last);
  let best: LikelierWord | undefined;
  for (const { one, other, bias, signs: known } of compared) {
    const weightOf = known();
    let odds = bias;
    for (const sign of signs) odds += weightOf.get(sign) ?? 0;
    const found = written === one ? { meant: other, odds } : { meant: one, odds: -odds };
    if (found.meant === 'have' && !followsModal(words, first)) continue;
    if (found.meant === 'too' && endsClause(words, last)) continue;
    if (best === undefined || found.odds > best.odds) best = found;
  }
  return best;
}
