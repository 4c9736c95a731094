import { isThirdOrPastForm } from '../../../prose/dictionary.js';
import type { Analysis } from '../../../prose/grammar/analysis.js';
import { finiteMainVerb } from '../../../prose/grammar/morphology.js';
import { memoize } from '../../../prose/memoize.js';
import { type Token, withText } from '../../../prose/tokens.js';
import { isDitransitive } from './finiteVerbs.js';
import { isIntransitive } from './intransitive.js';
import { childWithRelation, isFinite, subtreeOf, treeOf } from './tree.js';
import {
  isBe,
  isCoordinator,
  isDeterminer,
  isDo,
  isHave,
  isPreposition,
  isPronounSubject,
  isRelative,
  isSubordinator,
} from '../../../lexicon/functionWords.js';
import { isAdverb, isPunctuation, isTimeNoun, lower, takesClause, isHyphen } from './words.js';

// Whether a sentence that is split before the word at an index gives two complete sentences.

/** True if a phrase such as “this year” or “last week” ends just before `at`. */
export function followsTimePhrase(words: readonly Token[], at: number): boolean {
  return isTimeNoun(words[at - 1]) && /^(?:this|last|next)$/u.test(lower(words[at - 2]));
}

/** True if there is a finite verb on both sides of `at`. */
export function hasFiniteVerbOnBothSides(words: readonly Token[], at: number): boolean {
  if (!words.slice(0, at + 1).some(isVerb) || !words.slice(at + 1).some(isVerb)) return false;
  const finite = finiteVerbIndices(treeOf(words));
  return (finite[0] ?? Infinity) <= at && (finite.at(-1) ?? -1) > at;
}

/** The indices of the finite verbs. */
const finiteVerbIndices = memoize((tree: Analysis): readonly number[] =>
  [...tree.words.keys()].filter((index) => isFinite(tree, index)),
);

/**
 * True if the words just before `at` belong to the clause after it: “and in the end | he …”, “but
 * if it rains | the match …”, “that last week | she …”, “how old | the bridge …”.
 */
export function followsClauseOpener(words: readonly Token[], at: number, tree: Analysis): boolean {
  let boundary = at - 1;
  while (boundary >= 0 && !isClauseBoundary(words, boundary)) boundary--;
  let span = words.slice(boundary + 1, at);
  // “The mayor and the public”: this “and” does not join clauses.
  while (isCoordinator(words[boundary]) && !isAdverbial(span) && !span.some(isVerb)) {
    boundary--;
    while (boundary >= 0 && !isClauseBoundary(words, boundary)) boundary--;
    span = words.slice(boundary + 1, at);
  }
  // “Ten moves later | it was …”
  if (/^(?:later|earlier)$/u.test(lower(span.at(-1))) && span.length <= 4) return true;
  const opener = words[boundary];
  const opensClause = isSubordinator(opener) || isRelative(opener);
  if (opensClause && !span.some((_, index) => isFinite(tree, boundary + 1 + index))) return true;
  if (
    isSubordinator(opener) &&
    (boundary === 0 || isClauseBoundary(words, boundary - 1) || isAdverb(words[boundary - 1]))
  )
    return true;
  return boundary >= 0 && isAdverbial(span) && !span.some(isVerb);
}

function isVerb({ tag }: Token): boolean {
  return tag === 'VERB' || tag === 'AUX';
}

/** True for “in the end”, “last week”, “two days ago”, “then”. */
function isAdverbial(span: readonly Token[]): boolean {
  const last = span.at(-1);
  return isPreposition(span[0]) || isAdverb(span[0]) || isTimeNoun(last) || lower(last) === 'ago';
}

function isClauseBoundary(words: readonly Token[], at: number): boolean {
  const word = words[at];
  if (isPunctuation(word))
    return (
      !isHyphen(words, at) &&
      !(words[at - 1]?.kind === 'number' && words[at + 1]?.kind === 'number')
    );
  return isCoordinator(word) || isRelative(word) || (isSubordinator(word) && word?.tag !== 'ADP');
}

/**
 * True if a verb or “so” before `at` still needs a clause: “he says”, “told the club”, “so old”,
 * “is sure”.
 */
export function awaitsClause(words: readonly Token[], at: number): boolean {
  if (
    words
      .slice(0, at)
      .some(
        (word, index) =>
          /^(?:so|such|too|enough)$/u.test(lower(word)) && words[index + 1]?.tag !== 'PUNCT',
      )
  )
    return true;
  if (/^(?:it|this|that)$/u.test(lower(words[0])) && isBe(words[1])) return true;
  const tree = firstSentenceTree(words, at);
  return words.slice(0, at).some((word, index) => {
    if (!takesClause(word) || word.tag !== 'VERB') return false;
    if (/^(?:amod|acl)$/u.test(tree.relation(index))) return false;
    if (
      childWithRelation(tree, index, /^aux:pass/u) !== undefined &&
      !TAKES_LISTENER.test(word.lemma)
    )
      return false;
    return !tree
      .childrenOf(index)
      .some(
        (child) =>
          child > index &&
          (/^(?:ccomp|xcomp|csubj)/u.test(tree.relation(child)) ||
            (tree.relation(child) === 'obj' && !TAKES_LISTENER.test(word.lemma))),
      );
  });
}

/** Verbs whose object is the listener, so that a clause can still follow it. */
const TAKES_LISTENER = /^(?:tell|remind|inform|warn|assure|show|promise|advise|convince|ask)$/u;

/**
 * The tree of the second sentence; `undefined` unless it is complete and starts with its subject.
 */
export function secondSentenceTree(words: readonly Token[], at: number): Analysis | undefined {
  const [first, ...rest] = words.slice(at);
  if (first === undefined) return undefined;
  const second = [
    withText(first, first.text.slice(0, 1).toUpperCase() + first.text.slice(1)),
    ...rest,
  ];
  const tree = treeOf(second);
  const verb = finiteMainVerb(tree);
  const subject = childWithRelation(tree, tree.root, /^(?:nsubj|csubj|expl)/u);
  if (verb < 0 || subject === undefined || subject > verb || subtreeOf(tree, subject).first !== 0)
    return undefined;
  if (childWithRelation(tree, tree.root, /^mark/u) !== undefined) return undefined;
  const between = second.slice(0, verb);
  if (between.some(isCoordinator)) return undefined;
  if (
    between.filter((word, index) => isPunctuation(word) && !isHyphen(second, index)).length % 2 ===
    1
  )
    return undefined;
  if (second.some((_, index) => followsAnotherVerb(second, index, tree))) return undefined;
  const main = second[tree.root];
  if (takesClause(main) && second.length - tree.root <= 3) return undefined;
  return between.some((_, index) => isFinite(tree, index)) && !between.some(isRelative)
    ? undefined
    : tree;
}

/**
 * “The school | it shut was full”, “the pit | he spoke for was safe”: a finite verb just after
 * another verb, or after its preposition, belongs to the noun before the clause.
 */
function followsAnotherVerb(words: readonly Token[], index: number, tree: Analysis): boolean {
  const before = words[index - 1];
  if (before === undefined || !isFinite(tree, index)) return false;
  // A word between a pronoun and a verb is a verb too, whatever its tag.
  const isLikely =
    isPronounSubject(words[index - 2]) && before.tag !== 'ADV' && isThirdOrPastForm(before.text);
  return (
    before.tag === 'VERB' ||
    isFinite(tree, index - 1) ||
    isLikely ||
    (index > 2 && before.tag === 'ADP')
  );
}

/** The tree of the first sentence. */
function firstSentenceTree(words: readonly Token[], at: number): Analysis {
  return treeOf([...words.slice(0, at), FULL_STOP]);
}

const FULL_STOP: Token = {
  text: '.',
  lower: '.',
  start: 0,
  end: 0,
  kind: 'punctuation',
  tag: 'PUNCT',
  lemma: '.',
};

/** True if the words before `at` form a complete sentence. */
export function isCompleteBefore(words: readonly Token[], at: number): boolean {
  const tree = firstSentenceTree(words, at);
  const verb = finiteMainVerb(tree);
  const subject = childWithRelation(tree, tree.root, /^(?:nsubj|csubj|expl)/u);
  return (
    verb >= 0 &&
    subject !== undefined &&
    subject < verb &&
    childWithRelation(tree, tree.root, /^mark/u) === undefined
  );
}

/**
 * True if the second clause may be a relative clause of the noun before it: “the house | he
 * bought”.
 */
export function hasRelativeGap(
  words: readonly Token[],
  at: number,
  tree: Analysis,
  second: Analysis,
): boolean {
  if (followsTimePhrase(words, at)) return false;
  const { root } = second;
  const main = words[at + root];
  const close = words.findIndex(
    (word, index) => index > at && isPunctuation(word) && !isHyphen(words, index),
  );
  const end = (close < 0 ? words.length : close) - 1;
  if (isPreposition(words[end])) return true;
  // “every tent it has”
  if (end === at + 1 && isHave(words[end])) return true;
  // “threats the town is likely to face”
  if (words[end]?.tag === 'VERB' && lower(words[end - 1]) === 'to' && !isIntransitive(words[end]))
    return true;
  const has = (relation: RegExp): boolean =>
    childWithRelation(second, root, relation) !== undefined;
  // “a lamp it does not own”: the parser may mistake the verb for an adjective.
  const copula = childWithRelation(second, root, /^cop/u);
  if (copula !== undefined && isDo(words[at + copula])) return true;
  if (copula !== undefined || has(/^expl/u)) return false;
  if (has(/^aux:pass/u)) return main !== undefined && isDitransitive(main) && !has(/^obj/u);
  if (isIntransitive(main)) return false;
  const before = words[at - 1];
  if (before?.tag === 'PROPN' && isPronounSubject(words[at])) return false;
  if (
    before?.tag === 'PROPN' &&
    /^(?:on|in)$/u.test(lower(words[at - 2])) &&
    isDeterminer(words[at])
  )
    return false;
  if (has(/^xcomp/u) || tree.relation(at + root) === 'acl:relcl') return true;
  if (takesClause(main) && has(/^ccomp/u)) return false;
  if (
    !isPronounSubject(words[at]) &&
    /^(?:root|parataxis|conj|advcl)/u.test(tree.relation(at + root))
  )
    return false;
  return !second.childrenOf(root).some((child) => child > root && second.relation(child) === 'obj');
}

/** The index of the last word before `index` that is not an adverb; -1 if there is none. */
export function lastNonAdverbBefore(words: readonly Token[], index: number): number {
  let at = index - 1;
  while (isAdverb(words[at])) at--;
  return at;
}
