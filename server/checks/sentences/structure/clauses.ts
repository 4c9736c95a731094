import { memoize } from '../../../prose/memoize.js';
import type { Token } from '../../../prose/tokens.js';
import { type Finiteness, finitenessOf } from './finiteVerbs.js';
import { nounPhraseAt } from './nounPhrase.js';
import {
  isBe,
  isCoordinator,
  isDeterminer,
  isDo,
  isHave,
  isModal,
  isPronoun,
  isRelative,
  isSubordinator,
} from '../../../lexicon/functionWords.js';
import {
  isAdverb,
  isPunctuation,
  isNominal,
  isTimeNoun,
  lower,
  takesClause,
  isHyphen,
} from './words.js';

/**
 * What links a clause to the rest of its sentence: nothing (it starts the sentence), a
 * subordinating word, a coordinator, a punctuation mark, a verb that takes a clause without “that”,
 * or a noun that the clause describes without a relative pronoun (“the bridge they built”). `bare`:
 * it follows another clause without any link.
 */
export type Link =
  'start' | 'subordinator' | 'coordinator' | 'mark' | 'complement' | 'relative' | 'bare';

/** A finite verb and how its clause is linked. */
export interface Clause {
  /** Index of the finite verb: the first word of the verb group. */
  readonly verb: number;
  readonly finiteness: Finiteness;
  readonly link: Link;
  /** Index of the linking word, or of the clause's first word if there is none. */
  readonly linkAt: number;
  /** Index of the subject's first word; the verb's own index if no subject precedes it. */
  readonly subject: number;
}

/** The clauses of a sentence, one for each finite verb, in order. */
export const clausesOf = memoize((words: readonly Token[]): readonly Clause[] => {
  const finite = finitenessOf(words);
  const found: Clause[] = [];
  let previous = -1;
  for (const [verb, finiteness] of finite.entries()) {
    if (finiteness === 'no') continue;
    if (continuesVerbGroup(words, finite, verb, previous)) continue;
    found.push({ verb, finiteness, ...linkOf(words, verb, previous) });
    if (finiteness === 'yes') previous = verb;
  }
  return found;
});

/** True for the second verb of a group: “has been”, “did say”. */
function continuesVerbGroup(
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
    if (isPunctuation(word) && /^[,;:—–()-]+$/u.test(word.text) && !isHyphen(words, at))
      return { link: 'mark', linkAt: at, subject };
    if (
      (isRelative(word) && !isDemonstrativeThat(words, at)) ||
      (isSubordinator(word) && opensClause(words, at, subject))
    )
      return { link: 'subordinator', linkAt: at, subject };
    if (takesClause(word)) return { link: 'complement', linkAt: at, subject };
  }
  if (isRelative(words[subject]) && !isDemonstrativeThat(words, subject))
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

/** True if “that” is a demonstrative: “break that down”, “that one”. */
function isDemonstrativeThat(words: readonly Token[], at: number): boolean {
  const after = words[at + 1];
  return (
    lower(words[at]) === 'that' &&
    (after === undefined || isPunctuation(after) || after.tag === 'ADP' || lower(after) === 'one')
  );
}

/** Words that are subordinators only if a subject follows; otherwise prepositions (“since May”). */
const MAY_BE_PREPOSITION = /^(?:as|since|until|before|after|once|so|when|while)$/u;

function opensClause(words: readonly Token[], at: number, subject: number): boolean {
  if (at === 0 || !MAY_BE_PREPOSITION.test(lower(words[at]))) return true;
  const between = words.slice(at + 1, subject);
  return (
    between.every((word) => isAdverb(word)) ||
    ((nounPhraseAt(words, at + 1)?.last ?? -1) >= at + 1 &&
      !between.some((word) => isPunctuation(word)))
  );
}

/** The main verb of the auxiliary at `index`, or the word itself if it is not an auxiliary. */
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

/**
 * Index of the first word of the subject that ends just before the verb, ignoring adverbs and
 * including prepositional phrases (“the mayor of the town”); the verb's own index if there is no
 * subject.
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

/** The longest noun phrase considered, in words. */
const MAX_PHRASE_WORDS = 8;

function phraseStart(words: readonly Token[], end: number): number {
  for (let first = Math.max(0, end - MAX_PHRASE_WORDS + 1); first < end; first++) {
    const phrase = nounPhraseAt(words, first);
    if (phrase?.last !== end) continue;
    const before = words[first - 1];
    if (!isNominal(before) || isTimeNoun(before) || isDeterminer(words[first])) return first;
  }
  return end;
}
