import type { Analysis } from '../../prose/grammar/analysis.js';
import { finiteMainVerb, verbFormOf } from '../../prose/grammar/morphology.js';
import type { Span } from '../../prose/span.js';
import type { Token } from '../../prose/tokens.js';
import { isSubjectPronoun } from '../../lexicon/functionWords.js';
import type { Passage } from './structure/passage.js';
import { childWithRelation, isFinite, treeOf } from './structure/tree.js';
import { verbFormsOf } from './structure/verbForms.js';

/**
 * Hints at clauses whose subject has no finite verb (“The judge due to rule on Friday.”, “They one crack at it.”), or one that may
 * as well be a participle that lost its “is” (“The judge expected in court.”).
 */
export function findMissingVerbs({ words, setting }: Passage): readonly Span[] {
  if (setting !== 'running' || words.at(-1)?.text !== '.') return [];
  const tree = treeOf(words);
  const main = finiteMainVerb(tree);
  const isWhole = main < 0 || mayBeParticiple(tree, main, words);
  const at = words.findIndex(
    (word, index) =>
      (isWhole || isSubjectPronoun(word)) && isSubjectWithoutVerb(tree, index, isWhole, words),
  );
  const last = at < 0 && isWhole && isNominalSentence(words, tree) ? tree.root : at;
  const subject = words[last];
  const after = words[last + 1];
  return subject === undefined || after === undefined
    ? []
    : [{ start: subject.start, end: after.end }];
}

/** True for a form such as “expected” without an object, which the tagger may take for the past tense. */
function mayBeParticiple(tree: Analysis, index: number, words: readonly Token[]): boolean {
  const verb = words[index];
  return (
    verb !== undefined &&
    tree.xpos(index) === 'VBD' &&
    verbFormsOf(verb).participle &&
    verb.lower !== 'used' &&
    childWithRelation(tree, index, /^(?:obj|ccomp|aux)/u) === undefined
  );
}

/** True for a subject whose predicate follows and is not finite. */
function isSubjectWithoutVerb(
  tree: Analysis,
  index: number,
  isWhole: boolean,
  words: readonly Token[],
): boolean {
  const head = tree.head(index);
  if (!tree.relation(index).startsWith('nsubj') || head < index) return false;
  if (isWhole ? head !== tree.root : /^(?:acl|xcomp)$/u.test(tree.relation(head))) return false;
  if (mayBeParticiple(tree, head, words)) return true;
  const form = verbFormOf(tree, head);
  return (
    form !== 'Fin' &&
    form !== 'Imp' &&
    !tree
      .childrenOf(head)
      .some((child) => isFinite(tree, child) && /^(?:aux|cop)/u.test(tree.relation(child)))
  );
}

/** “Wages on the rise.”: a noun with what describes it, no other clause, and no row of results. */
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
