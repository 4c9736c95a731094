import { isThirdOrPastForm } from '../../../prose/dictionary.js';
import type { Analysis } from '../../../prose/grammar/analysis.js';
import { finiteMainVerb } from '../../../prose/grammar/morphology.js';
import { memoize } from '../../../prose/memoize.js';
import { type Token, rewritten } from '../../../prose/tokens.js';
import { isDitransitive } from './finiteVerbs.js';
import { isIntransitive } from './intransitive.js';
import { childBy, reachOf, treeOf } from './tree.js';
import {
  isAdverb,
  isBe,
  isCoordinator,
  isDeterminer,
  isDo,
  isMark,
  isPreposition,
  isPronounSubject,
  isRelative,
  isSubordinator,
  isTimeNoun,
  lower,
  takesClause,
} from './words.js';

// A sentence cut in two before the word at an index: would each half stand by itself?

/** True where “this year”, “last week” or their like stand right before `at`. */
export function isDatedBefore(words: readonly Token[], at: number): boolean {
  return isTimeNoun(words[at - 1]) && /^(?:this|last|next)$/u.test(lower(words[at - 2]));
}

/** A verb form with a tense, or a modal. */
function isFinite(tree: Analysis, index: number): boolean {
  return /^(?:VB[ZPD]|MD)$/u.test(tree.xpos(index));
}

/** True where a verb with a tense stands on both sides of `at`. */
export function isFiniteAround(words: readonly Token[], at: number): boolean {
  if (!words.slice(0, at + 1).some(isVerb) || !words.slice(at + 1).some(isVerb)) return false;
  const finite = finiteIn(treeOf(words));
  return (finite[0] ?? Infinity) <= at && (finite.at(-1) ?? -1) > at;
}

/** Where the words with a tense stand. */
const finiteIn = memoize((tree: Analysis): readonly number[] =>
  [...tree.words.keys()].filter((index) => isFinite(tree, index)),
);

/**
 * True where what stands before `at` belongs to what follows: “and in the end | he …”, “but if it
 * rains | the match …”, “that last week | she …”, “how old | the bridge …”.
 */
export function belongsAfter(words: readonly Token[], at: number, tree: Analysis): boolean {
  let joint = at - 1;
  while (joint >= 0 && !isJoint(words, joint)) joint--;
  let stretch = words.slice(joint + 1, at);
  // “The mayor and the public”: what “and” joins here is no clause.
  while (isCoordinator(words[joint]) && !isAdverbial(stretch) && !stretch.some(isVerb)) {
    joint--;
    while (joint >= 0 && !isJoint(words, joint)) joint--;
    stretch = words.slice(joint + 1, at);
  }
  // “Ten moves later | it was …”
  if (/^(?:later|earlier)$/u.test(lower(stretch.at(-1))) && stretch.length <= 4) return true;
  const opener = words[joint];
  const opens = isSubordinator(opener) || isRelative(opener);
  if (opens && !stretch.some((_, index) => isFinite(tree, joint + 1 + index))) return true;
  if (
    isSubordinator(opener) &&
    (joint === 0 || isJoint(words, joint - 1) || isAdverb(words[joint - 1]))
  )
    return true;
  return joint >= 0 && isAdverbial(stretch) && !stretch.some(isVerb);
}

function isVerb({ tag }: Token): boolean {
  return tag === 'VERB' || tag === 'AUX';
}

/** True for “in the end”, “last week”, “two days ago”, “then”. */
function isAdverbial(stretch: readonly Token[]): boolean {
  const last = stretch.at(-1);
  return (
    isPreposition(stretch[0]) || isAdverb(stretch[0]) || isTimeNoun(last) || lower(last) === 'ago'
  );
}

function isJoint(words: readonly Token[], at: number): boolean {
  const word = words[at];
  if (isMark(word))
    return (
      !isHyphen(words, at) &&
      !(words[at - 1]?.kind === 'number' && words[at + 1]?.kind === 'number')
    );
  return isCoordinator(word) || isRelative(word) || (isSubordinator(word) && word?.tag !== 'ADP');
}

/** True where a verb or “so” before `at` waits for a clause: “he says”, “told the club”, “so old”, “is sure”. */
export function leavesOpen(words: readonly Token[], at: number): boolean {
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
  const left = firstHalf(words, at);
  return words.slice(0, at).some((word, index) => {
    if (!takesClause(word) || word.tag !== 'VERB') return false;
    if (/^(?:amod|acl)$/u.test(left.relation(index))) return false;
    if (childBy(left, index, /^aux:pass/u) !== undefined && !TELLS.test(word.lemma)) return false;
    return !left
      .childrenOf(index)
      .some(
        (child) =>
          child > index &&
          (/^(?:ccomp|xcomp|csubj)/u.test(left.relation(child)) ||
            (left.relation(child) === 'obj' && !TELLS.test(word.lemma))),
      );
  });
}

/** Verbs with a listener as their object, so that what is told may still follow. */
const TELLS = /^(?:tell|remind|inform|warn|assure|show|promise|advise|convince|ask)$/u;

/** The tree of what would be the second sentence, where it is whole and its subject stands first. */
export function halfFrom(words: readonly Token[], at: number): Analysis | undefined {
  const [first, ...rest] = words.slice(at);
  if (first === undefined) return undefined;
  const half = [
    rewritten(first, first.text.slice(0, 1).toUpperCase() + first.text.slice(1)),
    ...rest,
  ];
  const tree = treeOf(half);
  const verb = finiteMainVerb(tree);
  const subject = childBy(tree, tree.root, /^(?:nsubj|csubj|expl)/u);
  if (verb < 0 || subject === undefined || subject > verb || reachOf(tree, subject).first !== 0)
    return undefined;
  if (childBy(tree, tree.root, /^mark/u) !== undefined) return undefined;
  const between = half.slice(0, verb);
  if (between.some(isCoordinator)) return undefined;
  if (between.filter((word, index) => isMark(word) && !isHyphen(half, index)).length % 2 === 1)
    return undefined;
  if (half.some((_, index) => isSecondVerb(half, index, tree))) return undefined;
  const main = half[tree.root];
  if (takesClause(main) && half.length - tree.root <= 3) return undefined;
  return between.some((_, index) => isFinite(tree, index)) && !between.some(isRelative)
    ? undefined
    : tree;
}

/**
 * “The school | it shut was full”, “the pit | he spoke for was safe”: a verb with a tense right behind
 * another, or behind its preposition, is that of what stands before the clause.
 */
function isSecondVerb(half: readonly Token[], index: number, tree: Analysis): boolean {
  const before = half[index - 1];
  if (before === undefined || !isFinite(tree, index)) return false;
  // What stands between a pronoun and a verb is one too, whatever the tagger takes it for.
  const isLikely =
    isPronounSubject(half[index - 2]) && before.tag !== 'ADV' && isThirdOrPastForm(before.text);
  return (
    before.tag === 'VERB' ||
    isFinite(tree, index - 1) ||
    isLikely ||
    (index > 2 && before.tag === 'ADP')
  );
}

/** The tree of what would be the first sentence. */
function firstHalf(words: readonly Token[], at: number): Analysis {
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

/** True where the words before `at` are a whole sentence by themselves. */
export function isWholeBefore(words: readonly Token[], at: number): boolean {
  const tree = firstHalf(words, at);
  const verb = finiteMainVerb(tree);
  const subject = childBy(tree, tree.root, /^(?:nsubj|csubj|expl)/u);
  return (
    verb >= 0 &&
    subject !== undefined &&
    subject < verb &&
    childBy(tree, tree.root, /^mark/u) === undefined
  );
}

/** True where the second clause lacks a part that the noun before it may stand for: “the house | he bought”. */
export function hasGap(
  words: readonly Token[],
  at: number,
  tree: Analysis,
  second: Analysis,
): boolean {
  if (isDatedBefore(words, at)) return false;
  const { root } = second;
  const main = words[at + root];
  const close = words.findIndex(
    (word, index) => index > at && isMark(word) && !isHyphen(words, index),
  );
  const end = (close < 0 ? words.length : close) - 1;
  if (isPreposition(words[end])) return true;
  // “threats the town is likely to face”
  if (words[end]?.tag === 'VERB' && lower(words[end - 1]) === 'to' && !isIntransitive(words[end]))
    return true;
  const has = (relation: RegExp): boolean => childBy(second, root, relation) !== undefined;
  // “a lamp it does not own”: the parser may take the verb for an adjective.
  const copula = childBy(second, root, /^cop/u);
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

/** The index of the last word before `index` that is no adverb; -1 where there is none. */
export function nearestBefore(words: readonly Token[], index: number): number {
  let at = index - 1;
  while (isAdverb(words[at])) at--;
  return at;
}

/** True for a hyphen inside a word. */
export function isHyphen(words: readonly Token[], at: number): boolean {
  const word = words[at];
  return word?.text === '-' && words[at - 1]?.end === word.start;
}
