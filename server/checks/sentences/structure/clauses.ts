import { memoize } from '../../../prose/memoize.js';
import type { Token } from '../../../prose/tokens.js';
import { type Finiteness, finitenessOf } from './finiteVerbs.js';
import { nounPhraseAt } from './nounPhrase.js';
import {
  isAdverb,
  isBe,
  isCoordinator,
  isDeterminer,
  isDo,
  isHave,
  isMark,
  isModal,
  isNominal,
  isPronoun,
  isRelative,
  isSubordinator,
  isTimeNoun,
  lower,
  takesClause,
} from './words.js';

/**
 * What a clause hangs on: nothing (it opens the sentence), a word that makes it a part of another
 * clause, a coordinator, a mark, a verb that needs no “that”, or a noun it describes without one
 * (“the bridge they built”). `bare`: nothing at all stands between it and the clause before.
 */
export type Link =
  'start' | 'subordinator' | 'coordinator' | 'mark' | 'complement' | 'relative' | 'bare';

/** A finite verb with what its clause hangs on. */
export interface Clause {
  /** Index of the finite verb: the first word of the verb group. */
  readonly verb: number;
  readonly finiteness: Finiteness;
  readonly link: Link;
  /** Index of the word that links, or of the clause's first word where none does. */
  readonly linkAt: number;
  /** Index of the subject's first word; the verb's own where no subject stands before it. */
  readonly subject: number;
}

/** The clauses of a sentence by their finite verbs, in order. */
export const clausesOf = memoize((words: readonly Token[]): readonly Clause[] => {
  const finite = finitenessOf(words);
  const found: Clause[] = [];
  let previous = -1;
  for (const [verb, finiteness] of finite.entries()) {
    if (finiteness === 'no') continue;
    if (continuesGroup(words, finite, verb, previous)) continue;
    found.push({ verb, finiteness, ...linkOf(words, verb, previous) });
    if (finiteness === 'yes') previous = verb;
  }
  return found;
});

/** True for the second verb of a group: “has been”, “did say”. */
function continuesGroup(
  words: readonly Token[],
  finite: readonly Finiteness[],
  verb: number,
  previous: number,
): boolean {
  if (previous < 0) return false;
  const auxiliary = words[previous];
  if (!(isBe(auxiliary) || isHave(auxiliary) || isDo(auxiliary) || isModal(auxiliary)))
    return false;
  for (let at = previous + 1; at < verb; at++) if (!isAdverb(words[at])) return false;
  return finite[verb] === 'perhaps';
}

function linkOf(
  words: readonly Token[],
  verb: number,
  previous: number,
): Pick<Clause, 'link' | 'linkAt' | 'subject'> {
  const subject = subjectBefore(words, verb);
  for (let at = subject - 1; at > previous; at--) {
    const word = words[at];
    if (word === undefined) break;
    if (isCoordinator(word)) return { link: 'coordinator', linkAt: at, subject };
    if (isMark(word) && /^[,;:—–()-]+$/u.test(word.text) && !isHyphen(words, at))
      return { link: 'mark', linkAt: at, subject };
    if (
      (isRelative(word) && !isPointing(words, at)) ||
      (isSubordinator(word) && opensClause(words, at, subject))
    )
      return { link: 'subordinator', linkAt: at, subject };
    if (takesClause(word)) return { link: 'complement', linkAt: at, subject };
  }
  if (isRelative(words[subject]) && !isPointing(words, subject))
    return { link: 'subordinator', linkAt: subject, subject };
  if (previous < 0) {
    const described = subject < verb && isPronoun(words[subject]) && isNominal(words[subject - 1]);
    return { link: described ? 'relative' : 'start', linkAt: described ? subject : 0, subject };
  }
  if (subject < verb && isBe(words[subject - 1]))
    return { link: 'complement', linkAt: subject - 1, subject };
  if (takesClause(words[previous]) || takesClause(mainVerbOf(words, previous)))
    return { link: 'complement', linkAt: previous, subject };
  const before = words[subject - 1];
  if (subject < verb && subject - 1 > previous && (isNominal(before) || isPronoun(before)))
    return { link: 'relative', linkAt: subject, subject };
  return { link: 'bare', linkAt: subject, subject };
}

/** True for “that” where it points at something: “break that down”, “that one”. */
function isPointing(words: readonly Token[], at: number): boolean {
  const after = words[at + 1];
  return (
    lower(words[at]) === 'that' &&
    (after === undefined || isMark(after) || after.tag === 'ADP' || lower(after) === 'one')
  );
}

/** Words that open a clause only where its subject follows; else they stand before a noun (“such as”, “since May”). */
const OR_PREPOSITION = /^(?:as|since|until|before|after|once|so|when|while)$/u;

function opensClause(words: readonly Token[], at: number, subject: number): boolean {
  if (at === 0 || !OR_PREPOSITION.test(lower(words[at]))) return true;
  const between = words.slice(at + 1, subject);
  return (
    between.every((word) => isAdverb(word)) ||
    ((nounPhraseAt(words, at + 1)?.last ?? -1) >= at + 1 && !between.some((word) => isMark(word)))
  );
}

/** The verb that an auxiliary at `index` helps, or the word itself. */
export function mainVerbOf(words: readonly Token[], index: number): Token | undefined {
  let at = index;
  while (
    isBe(words[at]) ||
    isHave(words[at]) ||
    isDo(words[at]) ||
    isModal(words[at]) ||
    isAdverb(words[at])
  )
    at++;
  return words[at];
}

function isHyphen(words: readonly Token[], at: number): boolean {
  const word = words[at];
  return word?.text === '-' && words[at - 1]?.end === word.start;
}

/**
 * Where the subject begins that ends right before the verb, adverbs skipped, with what prepositions
 * hang on it (“the mayor of the town”); the verb's own index where there is none.
 */
function subjectBefore(words: readonly Token[], verb: number): number {
  let end = verb - 1;
  while (end >= 0 && isAdverb(words[end])) end--;
  if (!isNominal(words[end]) && !isPronoun(words[end])) return verb;
  let first = phraseStart(words, end);
  for (
    let links = 0;
    links < 2 &&
    /^(?:of|in|for|at|from)$/u.test(lower(words[first - 1])) &&
    isNominal(words[first - 2]);
    links++
  ) {
    first = phraseStart(words, first - 2);
  }
  return first;
}

/** The longest that a noun phrase is taken to be, in words. */
const PHRASE_WORDS = 8;

function phraseStart(words: readonly Token[], end: number): number {
  for (let first = Math.max(0, end - PHRASE_WORDS + 1); first < end; first++) {
    const phrase = nounPhraseAt(words, first);
    if (phrase?.last !== end) continue;
    const before = words[first - 1];
    if (!isNominal(before) || isTimeNoun(before) || isDeterminer(words[first])) return first;
  }
  return end;
}
