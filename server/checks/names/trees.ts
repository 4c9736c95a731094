/**
 * A node of a decision tree: `[sign, limit, below, above]` asks whether a sign is at most the limit and goes on at the node
 * `below` or `above`; `[value]` is a leaf.
 */
export type TreeNode = readonly number[];

/** Boosted decision trees: the log odds are the base plus what each tree adds. */
export interface BoostedTrees {
  readonly base: number;
  /** The names of the signs, by their numbers in the nodes. */
  readonly signs: readonly string[];
  /** The nodes of each tree; the first is its root. */
  readonly trees: readonly (readonly TreeNode[])[];
  /** The least probability that is reported. */
  readonly threshold: number;
}

/** The probability of something with these signs. */
export function boostedProbability(
  { base, signs: names, trees }: Omit<BoostedTrees, 'threshold'>,
  signs: Readonly<Record<string, number>>,
): number {
  const values = names.map((name) => signs[name] ?? 0);
  const odds = trees.reduce((sum, tree) => sum + leafOf(tree, values), base);
  return 1 / (1 + Math.exp(-odds));
}

function leafOf(tree: readonly TreeNode[], values: readonly number[]): number {
  let at = 0;
  for (;;) {
    const [first = 0, limit, below = 0, above = 0] = tree[at] ?? [];
    if (limit === undefined) return first;
    at = (values[first] ?? 0) <= limit ? below : above;
  }
}
