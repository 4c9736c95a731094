import { wordSet } from '../../../lexicon/wordSet.js';
import { byBase, byParticiple, byPast } from '../../../prose/grammar/irregularVerbs.js';
import type { Token } from '../../../prose/tokens.js';

/**
 * Regular past forms that resemble a wrong form of an irregular verb: “founded” is not from “find”.
 */
const ALSO_REGULAR = wordSet('founded grounded winded leaded costed hanged bounded');

/** The possible verb forms of a word, by its spelling alone; it can be several at once. */
interface VerbForms {
  readonly base: boolean;
  readonly third: boolean;
  readonly past: boolean;
  readonly participle: boolean;
  readonly gerund: boolean;
}

/** The verb forms that a token's spelling and lemma allow. */
export function verbFormsOf(token: Token): VerbForms {
  const word = token.lower;
  const regularPast = isRegularPast(word);
  return {
    base:
      byBase.has(word) ||
      (word === token.lemma && !regularPast && !byPast.has(word) && !byParticiple.has(word)),
    third: word.endsWith('s') && !word.endsWith('ss') && word !== token.lemma && !byPast.has(word),
    past: byPast.has(word) || byPast.has(withoutPrefix(word)) || regularPast,
    participle: byParticiple.has(word) || byParticiple.has(withoutPrefix(word)) || regularPast,
    gerund: /[a-z]{2}ing$/u.test(word) && !byBase.has(word),
  };
}

/** The verb without its prefix (“spent” for “underspent”), which inflects in the same way. */
function withoutPrefix(word: string): string {
  return word.replace(/^(?:under|over|out|mis|fore|re)(?=[a-z]{4})/u, '');
}

/** True for a word with the ending of a regular past form; “need” and “proceed” do not count. */
function isRegularPast(word: string): boolean {
  return /(?:[a-z]{2}[^e\W]ed|[a-z][aiouy]ed|[bcdfghjklmnpqrstvwxyz]ied|[^e\W]{2}ed)$/u.test(
    word,
  ) && !byBase.has(word)
    ? true
    : /^(?:dis)?(?:agreed|freed|guaranteed|decreed|refereed|teed|peed|fleed|emceed)$/u.test(word);
}

/**
 * The base form of an irregular verb that was inflected as a regular one (“builded” → “build”);
 * `undefined` for any other word.
 */
export function baseOfRegularised(word: string): string | undefined {
  if (!/..[^e]ed$/u.test(word) || byPast.has(word) || byBase.has(word) || ALSO_REGULAR.has(word)) {
    return undefined;
  }
  const stem = word.slice(0, -2);
  const bases = [stem, `${stem}e`, /(.)\1$/u.test(stem) ? stem.slice(0, -1) : stem];
  return bases.find((base) => byBase.has(base) && byBase.get(base)?.past[0] !== word);
}

/** The past participle of a base form (“go” → “gone”, “try” → “tried”). */
export function participleOf(base: string): string {
  const known = byBase.get(base)?.participle[0];
  if (known !== undefined) return known;
  if (base.endsWith('e')) return `${base}d`;
  return /[^aeiou]y$/u.test(base) ? `${base.slice(0, -1)}ied` : `${withDoubledEnd(base)}ed`;
}

/** One short vowel before one consonant. */
const DOUBLES = /^[^aeiou]*[aeiou][bdgklmnprt]$/u;

/** A base form as before “-ed” and “-ing”: “plann”, “stopp”, “open”. */
export function withDoubledEnd(base: string): string {
  return DOUBLES.test(base) ? base + (base.at(-1) ?? '') : base;
}
