import type { Analysis } from '../../prose/grammar/analysis.js';
import { finiteMainVerb, verbFormOf } from '../../prose/grammar/morphology.js';
import type { Token } from '../../prose/tokens.js';
import type { GrammarError } from './grammarError.js';
import type { Passage } from './structure/passage.js';
import { isFinite, subtreeOf, treeOf } from './structure/tree.js';
import { isSubjectPronoun } from '../../lexicon/functionWords.js';

/**
 * Hints at clauses whose subject has no finite verb (“The judge due to rule on Friday.”, “They one crack at it.”). The
 * reader knows the fix.
 */
export function findMissingVerbs({ words, text, setting }: Passage): readonly GrammarError[] {
  if (setting !== 'running' || words.at(-1)?.text !== '.') return [];
  const tree = treeOf(words);
  const isWhole = finiteMainVerb(tree) < 0;
  const at = words.findIndex(
    (word, index) =>
      (isWhole || isSubjectPronoun(word)) && isSubjectWithoutVerb(tree, index, isWhole),
  );
  const last = at < 0 && isWhole && isNominalSentence(words, tree) ? tree.root : at;
  const subject = words[last];
  const after = words[last + 1];
  if (subject === undefined || after === undefined) return [];
  const { first } = subtreeOf(tree, last);
  return [
    {
      kind: 'missing-verb',
      span: { start: subject.start, end: after.end },
      message: `“${text.slice(words[first]?.start, subject.end)}” needs a verb after it.`,
      confidence: 0.85,
      fixes: [],
      isFirstFixPreferred: false,
    },
  ];
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
