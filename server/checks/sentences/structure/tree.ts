import type { Analysis } from '../../../prose/grammar/analysis.js';
import { type Token, analysisOf } from '../../../prose/tokens.js';

/** The grammar of a sentence's tokens, each by its index. */
export function treeOf(tokens: readonly Token[]): Analysis {
  return analysisOf(tokens);
}

/** The first word that hangs on `index` by such a relation; `undefined` where none does. */
export function childBy(tree: Analysis, index: number, relation: RegExp): number | undefined {
  return tree.childrenOf(index).find((child) => relation.test(tree.relation(child)));
}

/** The word that a verb's clause is built around: the verb itself, or what it helps or links to. */
export function predicateOf(tree: Analysis, verb: number): number {
  return /^(?:aux|cop)/u.test(tree.relation(verb)) ? tree.head(verb) : verb;
}

/** True for a verb or auxiliary with a tense of its own. */
export function isFinite(tree: Analysis, index: number): boolean {
  return /^(?:VBZ|VBD|VBP|MD)$/u.test(tree.xpos(index));
}

/** The first and the last word of what hangs on a word, itself included. */
export function reachOf(
  tree: Analysis,
  index: number,
): { readonly first: number; readonly last: number } {
  let first = index;
  let last = index;
  for (const child of tree.childrenOf(index)) {
    const reach = reachOf(tree, child);
    first = Math.min(first, reach.first);
    last = Math.max(last, reach.last);
  }
  return { first, last };
}
