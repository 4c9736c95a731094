import type { Analysis } from '../../../prose/grammar/analysis.js';
import { type Token, analysisOf } from '../../../prose/tokens.js';

/** The grammatical analysis of a sentence's tokens, addressed by their indices. */
export function treeOf(tokens: readonly Token[]): Analysis {
  return analysisOf(tokens);
}

/** The first child of the word at `index` whose relation matches, if any. */
export function childWithRelation(
  tree: Analysis,
  index: number,
  relation: RegExp,
): number | undefined {
  return tree.childrenOf(index).find((child) => relation.test(tree.relation(child)));
}

/** The predicate of a verb's clause: the verb itself, or the head of an auxiliary or copula. */
export function predicateOf(tree: Analysis, verb: number): number {
  return /^(?:aux|cop)/u.test(tree.relation(verb)) ? tree.head(verb) : verb;
}

/** True for a finite verb, auxiliary or modal. */
export function isFinite(tree: Analysis, index: number): boolean {
  return /^(?:VBZ|VBD|VBP|MD)$/u.test(tree.xpos(index));
}

/** The first and last word of the subtree of a word. */
export function subtreeOf(
  tree: Analysis,
  index: number,
): { readonly first: number; readonly last: number } {
  let first = index;
  let last = index;
  for (const child of tree.childrenOf(index)) {
    const reach = subtreeOf(tree, child);
    first = Math.min(first, reach.first);
    last = Math.max(last, reach.last);
  }
  return { first, last };
}
