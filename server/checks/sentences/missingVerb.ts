import type { Analysis } from '../../prose/grammar/analysis.js';
import { finiteMainVerb, verbFormOf } from '../../prose/grammar/morphology.js';
import type { Span } from '../../prose/span.js';
import type { Token } from '../../prose/tokens.js';
import { isSubjectPronoun } from '../../lexicon/functionWords.js';
import type { Passage } from './structure/passage.js';
import { childWithRelation, isFinite, treeOf } from './structure/tree.js';
import { verbFormsOf } from './structure/verbForms.js';

/** Hints at clauses whose subject has no finite verb (“The judge due to rule on Friday.”, “They one crack at it.”). */
export function findMissingVerbs({ words, setting }: Passage): readonly Span[] {
  if (setting !== 'running' || words.at(-1)?.text !== '.') return [];
  const tree = treeOf(words);
  const isWhole = finiteMainVerb(tree) < 0;
  const at = words.findIndex(
    (word, index) =>
      (isWhole || isSubjectPronoun(word)) && isSubjectWithoutVerb(tree, index, isWhole),
  );
  return placeAfter(words, at < 0 && isWhole && isNominalSentence(words, tree) ? tree.root : at);
}

/**
 * Hints at main verbs that are read as the past tense, and may as well be participles that lost their “is” (“The judge
 * expected in court.”): their form can be both, and they have no object.
 */
export function findMissingAuxiliaries({ words, setting }: Passage): readonly Span[] {
  if (setting !== 'running') return [];
  const tree = treeOf(words);
  const verb = words[tree.root];
  const subject = childWithRelation(tree, tree.root, /^nsubj/u);
  return verb === undefined ||
    subject === undefined ||
    tree.xpos(tree.root) !== 'VBD' ||
    !verbFormsOf(verb).participle ||
    verb.lower === 'used' ||
    childWithRelation(tree, tree.root, /^(?:obj|ccomp|aux)/u) !== undefined
    ? []
    : placeAfter(words, subject);
}

/** The word at an index with the next one. */
function placeAfter(words: readonly Token[], at: number): readonly Span[] {
  const [word, next] = [words[at], words[at + 1]];
  return word === undefined || next === undefined ? [] : [{ start: word.start, end: next.end }];
}

/** True for a subject whose predicate follows and is not finite. */
function isSubjectWithoutVerb(tree: Analysis, index: number, isWhole: boolean): boolean {
  const head = tree.head(index);
  if (!tree.relation(index).startsWith('nsubj') || head < index) return false;
  if (isWhole ? head !== tree.root : /^(?:acl|xcomp)$/u.test(tree.relation(head))) return false;
  const form = verbFormOf(tree, head);
  return (
    form !== 'Fin' &&
    form !== 'Imp' &&
    !tree
      .childrenOf(head)
      .some((child) => isFinite(tree, child) && /^(?:aux|cop)/u.test(tree.relation(child)))
  );
}

/** “Wages on the rise.”: a noun with its modifiers, no other clause, and no row of results. */
function isNominalSentence(words: readonly Token[], tree: Analysis): boolean {
  return (
    /^(?:NOUN|PROPN|PRON)$/u.test(words[tree.root]?.tag ?? '') &&
    !words.some(
      ({ kind }, at) =>
        kind === 'number' ||
        (isFinite(tree, at) && /^(?:parataxis|ccomp|conj)$/u.test(tree.relation(at))),
    )
  );
}
