import type { Token } from '../../../prose/tokens.js';
import { type GrammaticalNumber, numberOfNoun } from './nounNumber.js';
import {
  isAdverb,
  isArticle,
  isCapitalised,
  isDeterminer,
  isGerund,
  isNominal,
  isPossessive,
  isPronoun,
  isTimeNoun,
  lower,
} from './words.js';
import { verbFormsOf, isPast } from './verbForms.js';

/** A noun with what stands before it; what follows it (“of the club”) is not counted in. */
export interface NounPhrase {
  /** Indices into the words it was read from, both included. */
  readonly first: number;
  readonly last: number;
  readonly head: Token;
  readonly number: GrammaticalNumber;
  /** True where it is one pronoun. */
  readonly pronoun: boolean;
  /** The article, possessive or quantifier that opens it, in lower case; empty where there is none. */
  readonly opener: string;
}

/** Reads the noun phrase that begins at `index`; `undefined` where none does. */
export function nounPhraseAt(words: readonly Token[], index: number): NounPhrase | undefined {
  const start = words[index];
  if (start === undefined) return undefined;
  if (isPronoun(start) && !(isDeterminer(start) && continuesPhrase(words[index + 1])))
    return pronoun(start, index);
  let at = index;
  if (
    /^(?:all|both|half|such|quite|not|even|only|just|about|some|nearly|almost|around|roughly|over|more|less|fewer|up|at)$/u.test(
      lower(start),
    )
  )
    at = afterApproximation(words, at);
  const opener = isDeterminer(words[at]) ? lower(words[at]) : '';
  if (opener !== '') at++;
  if (isDeterminer(words[at]) && /^(?:every|no|few|other|another)$/u.test(lower(words[at]))) at++;
  let last = -1;
  for (; at < words.length; at++) {
    const word = words[at];
    const next = words[at + 1];
    if (word === undefined) break;
    if (last === at - 1 && isTimeNoun(words[last]) && isCapitalised(word)) break;
    if (last === at - 1 && at > index && lower(word) === 'one') break;
    if (isNominal(word) || word.kind === 'number') last = at;
    else if (isPossessiveEnding(word) && last === at - 1) {
      last = -1;
    } else if (!isPremodifier(word, next, words[at - 1], at === index)) break;
  }
  const head = words[last];
  if (head === undefined) return isPronoun(start) ? pronoun(start, index) : undefined;
  return {
    first: index,
    last,
    head,
    number: numberOfPhrase(words, index, last, opener),
    pronoun: false,
    opener,
  };
}

function continuesPhrase(next: Token | undefined): boolean {
  return (
    isNominal(next) ||
    next?.tag === 'ADJ' ||
    next?.kind === 'number' ||
    (next?.tag === 'VERB' && verbFormsOf(next).participle)
  );
}

function pronoun(token: Token, index: number): NounPhrase {
  return {
    first: index,
    last: index,
    head: token,
    number: numberOfPronoun(lower(token)),
    pronoun: true,
    opener: '',
  };
}

function numberOfPronoun(word: string): GrammaticalNumber {
  if (
    /^(?:he|she|it|this|that|every(?:one|body|thing)|some(?:one|body|thing)|any(?:one|body|thing)|no(?:body|thing))$/u.test(
      word,
    )
  )
    return 'singular';
  return /^(?:they|we|you|these|those|us|them)$/u.test(word) ? 'plural' : undefined;
}

/** Skips “more than”, “about”, “up to” and what else may stand before the words proper. */
function afterApproximation(words: readonly Token[], index: number): number {
  const two = `${lower(words[index])} ${lower(words[index + 1])}`;
  if (
    /^(?:more than|less than|fewer than|up to|at least|at most|such a|such an|quite a|half a|half the|not all|not every)$/u.test(
      two,
    )
  ) {
    return / (?:a|an|the)$/u.test(two) ? index + 1 : index + 2;
  }
  return /^(?:more|less|fewer|up|at)$/u.test(lower(words[index])) ? index : index + 1;
}

/** True for “’s” and “’” that make an owner of the noun before them. */
function isPossessiveEnding(token: Token): boolean {
  return token.tag === 'PART' && /^['’]s?$/u.test(token.text);
}

function isPremodifier(
  word: Token,
  next: Token | undefined,
  before: Token | undefined,
  first: boolean,
): boolean {
  const afterNoun = isNominal(before);
  if (word.tag === 'ADJ') return !afterNoun || (isNominal(next) && !isPast(lower(word)));
  if (/^(?:-|–|&|\/|\$|£|€)$/u.test(word.text))
    return word.end === next?.start || /^[&$£€]$/u.test(word.text);
  if (next === undefined) return false;
  const modified = isNominal(next) || next.tag === 'ADJ';
  if (isAdverb(word) && !/^(?:not|n't|n’t)$/u.test(lower(word)))
    return (
      !first &&
      !afterNoun &&
      (next.tag === 'ADJ' || (next.tag === 'VERB' && verbFormsOf(next).participle))
    );
  if (word.tag === 'VERB') {
    const { gerund, participle } = verbFormsOf(word);
    // “women fleeing repression”: what follows the noun is no part of the phrase.
    return (gerund || participle) && modified && !first && !isCapitalised(next) && !afterNoun;
  }
  if (word.tag === 'CCONJ' && /^(?:and|or|but)$/u.test(lower(word))) return false;
  return (
    word.tag === 'DET' &&
    !isArticle(word) &&
    !isPossessive(word) &&
    modified &&
    !first &&
    !afterNoun
  );
}

function numberOfPhrase(
  words: readonly Token[],
  first: number,
  last: number,
  opener: string,
): GrammaticalNumber {
  const head = words[last];
  if (head === undefined) return undefined;
  if (/^(?:these|those|both|many|several|few)$/u.test(opener)) return 'plural';
  if (/^(?:every|each)$/u.test(opener)) return 'singular';
  const number = numberOfNoun(head);
  // A capital makes it a name, which may be a team's: “City were ahead”.
  if (number === 'singular' && isCapitalised(head)) return undefined;
  const counted = words
    .slice(first, last)
    .some(
      (word, at) =>
        word.tag === 'NUM' &&
        !/^(?:one|1)$/u.test(lower(word)) &&
        words[first + at + 1]?.text !== '-',
    );
  if (
    number === 'singular' &&
    (counted || (isGerund(head) && lower(words[last - 1]).endsWith('s')))
  )
    return undefined;
  // “An investigator wheels away …”, “the sentence Roe faces”: the last word may be a verb.
  if (
    number === 'plural' &&
    (/^(?:a|an|this|that|another)$/u.test(opener) ||
      (last - 1 > first && words[last - 1]?.tag === 'PROPN'))
  )
    return undefined;
  return number ?? numberOfName(words, first, last);
}

/** One person: a name with an honorific or an initial. */
function numberOfName(words: readonly Token[], first: number, last: number): GrammaticalNumber {
  const names = words.slice(first, last + 1);
  const person = names.some(
    (word, at) =>
      at < names.length - 1 &&
      /^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Professor|President|Senator)\.?$|^\p{Lu}\.$/u.test(
        word.text,
      ),
  );
  return person && names.every((word) => word.tag === 'PROPN') ? 'singular' : undefined;
}
