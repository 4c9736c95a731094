import type { Token } from '../../../prose/tokens.js';
import { type GrammaticalNumber, numberOfNoun } from './nounNumber.js';
import {
  isArticle,
  isDeterminer,
  isPossessiveDeterminer,
  isPronoun,
} from '../../../lexicon/functionWords.js';
import { startsWithCapital } from '../../../prose/letterCase.js';
import { isAdverb, isGerund, isNominal, isTimeNoun, lower, marksPerson } from './words.js';
import { verbFormsOf, isPast } from './verbForms.js';

/** A noun with its premodifiers; what follows the noun (“of the club”) is not included. */
export interface NounPhrase {
  /** Indices of its first and last word. */
  readonly first: number;
  readonly last: number;
  readonly head: Token;
  readonly number: GrammaticalNumber;
  /** True if it is a single pronoun. */
  readonly isPronoun: boolean;
  /**
   * The article, possessive or quantifier it starts with, in lower case; empty if there is none.
   */
  readonly determiner: string;
}

/** The noun phrase that starts at `index`, if any. */
export function nounPhraseAt(words: readonly Token[], index: number): NounPhrase | undefined {
  const start = words[index];
  if (start === undefined) return undefined;
  if (isPronoun(start) && !(isDeterminer(start) && continuesPhrase(words[index + 1])))
    return pronounPhrase(start, index);
  let at = index;
  if (
    /^(?:all|both|half|such|quite|not|even|only|just|about|some|nearly|almost|around|roughly|over|more|less|fewer|up|at)$/u.test(
      lower(start),
    )
  )
    at = skipApproximation(words, at);
  const determiner = isDeterminer(words[at]) ? lower(words[at]) : '';
  if (determiner !== '') at++;
  if (isDeterminer(words[at]) && /^(?:every|no|few|other|another)$/u.test(lower(words[at]))) at++;
  let last = -1;
  for (; at < words.length; at++) {
    const word = words[at];
    const next = words[at + 1];
    if (word === undefined) break;
    if (last === at - 1 && isTimeNoun(words[last]) && startsWithCapital(word)) break;
    if (last === at - 1 && at > index && lower(word) === 'one') break;
    if (isNominal(word) || word.kind === 'number') last = at;
    else if (isPossessiveEnding(word) && last === at - 1) {
      last = -1;
    } else if (!isPremodifier(word, next, words[at - 1], at === index)) break;
  }
  const head = words[last];
  if (head === undefined) return isPronoun(start) ? pronounPhrase(start, index) : undefined;
  return {
    first: index,
    last,
    head,
    number: numberOfPhrase(words, index, last, determiner),
    isPronoun: false,
    determiner,
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

function pronounPhrase(token: Token, index: number): NounPhrase {
  return {
    first: index,
    last: index,
    head: token,
    number: numberOfPronoun(lower(token)),
    isPronoun: true,
    determiner: '',
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

/** The index after an approximation such as “more than”, “about” or “up to”. */
function skipApproximation(words: readonly Token[], index: number): number {
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

/** True for the “’s” or “’” of a possessive noun. */
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
    // “women fleeing repression”: a participle after the noun is not part of the phrase.
    return (gerund || participle) && modified && !first && !startsWithCapital(next) && !afterNoun;
  }
  if (word.tag === 'CCONJ' && /^(?:and|or|but)$/u.test(lower(word))) return false;
  return (
    word.tag === 'DET' &&
    !isArticle(word) &&
    !isPossessiveDeterminer(word) &&
    modified &&
    !first &&
    !afterNoun
  );
}

function numberOfPhrase(
  words: readonly Token[],
  first: number,
  last: number,
  determiner: string,
): GrammaticalNumber {
  const head = words[last];
  if (head === undefined) return undefined;
  if (/^(?:these|those|both|many|several|few)$/u.test(determiner)) return 'plural';
  if (/^(?:every|each)$/u.test(determiner)) return 'singular';
  const number = numberOfNoun(head);
  // A capitalised noun is a name, perhaps of a team: “City were ahead”.
  if (number === 'singular' && startsWithCapital(head)) return undefined;
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
  // “An investigator wheels away …”, “the sentence Roe faces”: the plural may be a verb.
  if (
    number === 'plural' &&
    (/^(?:a|an|this|that|another)$/u.test(determiner) ||
      (last - 1 > first && words[last - 1]?.tag === 'PROPN'))
  )
    return undefined;
  return number ?? numberOfName(words, first, last);
}

/** Singular for the name of one person, shown by an honorific or an initial. */
function numberOfName(words: readonly Token[], first: number, last: number): GrammaticalNumber {
  const names = words.slice(first, last + 1);
  const person = names.some((word, at) => at < names.length - 1 && marksPerson(word));
  return person && names.every((word) => word.tag === 'PROPN') ? 'singular' : undefined;
}
