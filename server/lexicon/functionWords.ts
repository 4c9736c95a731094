import { wordSet } from './wordSet.js';

/** A word with the properties that its sentence gives it, if known; tokens have this shape. */
export interface WordInContext {
  readonly text: string;
  /** The text in lower case. */
  readonly lower?: string;
  /** The universal part-of-speech tag. */
  readonly tag?: string;
}

const ARTICLES = wordSet('the a an');
const POSSESSIVE_DETERMINERS = wordSet('my your his her its our their whose');
const DEMONSTRATIVES = wordSet('this that these those');
const QUANTIFIERS = wordSet('each every some any no another either neither both all');
const SUBJECT_PRONOUNS = wordSet('i he she we they');
const OBJECT_PRONOUNS = wordSet('me him us them');
const PRONOUNS = wordSet(
  'i he she it we they you me him us them this that these those there everyone everybody someone somebody anyone anybody nobody something nothing everything anything who',
);
/** Third-person pronouns by what they refer to. */
export const THIRD_PERSON_PRONOUNS: Readonly<
  Record<'masculine' | 'feminine' | 'neuter' | 'plural', ReadonlySet<string>>
> = {
  masculine: wordSet('he him his himself'),
  feminine: wordSet('she her hers herself'),
  neuter: wordSet('it its itself'),
  plural: wordSet('they them their theirs'),
};
const RELATIVE_PRONOUNS = wordSet('who whose whom which that');
const MODALS = wordSet("will would can could may might must shall should 'll ’ll 'd ’d wo ca sha");
const BE = wordSet("am is are was were be been being 's 're 'm ’s ’re ’m");
const FINITE_BE = wordSet('am is are was were');
const HAVE = wordSet("have has had having 've ’ve");
const DO = wordSet('do does did');
const PREPOSITIONS = wordSet(
  'of in on at to for from with by about into onto over after before under between against during without through among across toward towards behind beyond despite since until within upon near amid alongside throughout like unlike beside besides per via as than above below around along inside outside',
);
const SUBORDINATORS = wordSet(
  'because although though while whilst if unless since when whenever whereas until before after as once whether where wherever lest provided so',
);
const ORDER_WORDS = wordSet('after before');
const RELATIVES = wordSet(
  'who whom whose which that what where when why how whoever whatever whichever wherein whereby whereupon',
);
const COORDINATORS = wordSet('and or but nor yet &');
const NEGATIVE_WORDS = wordSet('no none nobody nothing neither');

function lowerOf(word: WordInContext | undefined): string {
  return word?.lower ?? word?.text.toLowerCase() ?? '';
}

/** True for “the”, “a” and “an”. */
export function isArticle(word: WordInContext | undefined): boolean {
  return ARTICLES.has(lowerOf(word));
}

/** True for a possessive determiner, including the ambiguous “her” and “his”. */
export function isPossessiveDeterminer(word: WordInContext | undefined): boolean {
  return POSSESSIVE_DETERMINERS.has(lowerOf(word));
}

/** True for a word that starts a noun phrase: article, possessive, demonstrative, quantifier. */
export function isDeterminer(word: WordInContext | undefined): boolean {
  const lower = lowerOf(word);
  return (
    ARTICLES.has(lower) ||
    POSSESSIVE_DETERMINERS.has(lower) ||
    QUANTIFIERS.has(lower) ||
    (DEMONSTRATIVES.has(lower) && word?.tag !== 'SCONJ')
  );
}

/** True for a pronoun that can only be a subject: I, he, she, we, they. */
export function isSubjectPronoun(word: WordInContext | undefined): boolean {
  return SUBJECT_PRONOUNS.has(lowerOf(word)) && word?.text !== 'i';
}

/** True for me, him, us, them. */
export function isObjectPronoun(word: WordInContext | undefined): boolean {
  return OBJECT_PRONOUNS.has(lowerOf(word));
}

/** True for a pronoun that replaces a whole noun phrase. */
export function isPronoun(word: WordInContext | undefined): boolean {
  return PRONOUNS.has(lowerOf(word));
}

/** True for who, whose, whom, which, that. */
export function isRelativePronoun(word: WordInContext | undefined): boolean {
  return RELATIVE_PRONOUNS.has(lowerOf(word));
}

/** True for a modal verb: will, can, must and so on. */
export function isModal(word: WordInContext | undefined): boolean {
  if (word === undefined || !MODALS.has(lowerOf(word))) return false;
  return word.tag === 'AUX' || (word.tag === 'VERB' && !/^\p{Lu}/u.test(word.text));
}

/** True for a form of “be”. */
export function isBe(word: WordInContext | undefined): boolean {
  const lower = lowerOf(word);
  return BE.has(lower) && !(/^['’]/u.test(lower) && word?.tag === 'PART');
}

/** True for am, is, are, was, were. */
export function isFiniteBe(word: WordInContext | undefined): boolean {
  return FINITE_BE.has(lowerOf(word));
}

/** True for a form of “have”. */
export function isHave(word: WordInContext | undefined): boolean {
  return HAVE.has(lowerOf(word));
}

/** True for do, does, did. */
export function isDo(word: WordInContext | undefined): boolean {
  return DO.has(lowerOf(word));
}

/** True for a preposition, and for “to” in any use. */
export function isPreposition(word: WordInContext | undefined): boolean {
  return PREPOSITIONS.has(lowerOf(word));
}

/** True for a word that can start a subordinate clause of time, reason or condition. */
export function isSubordinator(word: WordInContext | undefined): boolean {
  return SUBORDINATORS.has(lowerOf(word));
}

/** True for “after” and “before”, which put one act after another in the clause that they open. */
export function isOrderWord(word: WordInContext | undefined): boolean {
  return ORDER_WORDS.has(lowerOf(word));
}

/** True for who, which, that, what and other relative or interrogative words. */
export function isRelative(word: WordInContext | undefined): boolean {
  return RELATIVES.has(lowerOf(word));
}

/** True for and, or, but, nor, yet. */
export function isCoordinator(word: WordInContext | undefined): boolean {
  return COORDINATORS.has(lowerOf(word));
}

/** True for “not” and “n't”. */
export function isNot(word: WordInContext | undefined): boolean {
  return /^(?:not|n['’]t)$/u.test(lowerOf(word));
}

/** True for “not”, “n't” and “never”. */
export function isNegation(word: WordInContext | undefined): boolean {
  return isNot(word) || lowerOf(word) === 'never';
}

/** True for a word that negates its clause: “not”, “never”, “no”, “nobody”. */
export function isNegativeWord(word: WordInContext | undefined): boolean {
  return isNegation(word) || NEGATIVE_WORDS.has(lowerOf(word));
}

/** True for a possessive ending as a word of its own: “'s”, or “'” after a plural. */
export function isPossessiveEnding(word: WordInContext | undefined): boolean {
  return /^['’]s?$/u.test(word?.text ?? '');
}
