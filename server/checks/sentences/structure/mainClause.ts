import type { Analysis } from '../../../prose/grammar/analysis.js';
import { finiteMainVerb } from '../../../prose/grammar/morphology.js';
import { type Token, withText } from '../../../prose/tokens.js';
import { childWithRelation, subtreeOf, treeOf } from './tree.js';

/** The main clause of a sentence, by its tree. */
export interface MainClause {
  readonly tree: Analysis;
  /** The index of the word that carries the tense. */
  readonly verb: number;
  /** The index of the head of its subject, before the verb. */
  readonly subject: number;
}

/** The main clause of a sentence that can stand alone; `undefined` if it has no finite verb with a subject before it. */
export function mainClauseOf(tokens: readonly Token[]): MainClause | undefined {
  const tree = treeOf(tokens);
  const verb = finiteMainVerb(tree);
  const subject = childWithRelation(tree, tree.root, /^(?:[nc]subj|expl)/u);
  const isSubordinate = childWithRelation(tree, tree.root, /^mark/u) !== undefined;
  return verb < 0 || subject === undefined || subject > verb || isSubordinate
    ? undefined
    : { tree, verb, subject };
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

/** The main clause of the words before `at`, read as a sentence of their own. */
export function clauseBefore(words: readonly Token[], at: number): MainClause | undefined {
  return mainClauseOf([...words.slice(0, at), FULL_STOP]);
}

/** The main clause of the words from `at` on, read as a sentence of their own; `undefined` unless its subject opens it. */
export function clauseFrom(words: readonly Token[], at: number): MainClause | undefined {
  const [first, ...rest] = words.slice(at);
  if (first === undefined) return undefined;
  const capital = first.text.slice(0, 1).toUpperCase() + first.text.slice(1);
  const clause = mainClauseOf([withText(first, capital), ...rest]);
  return clause !== undefined && subtreeOf(clause.tree, clause.subject).first === 0
    ? clause
    : undefined;
}
