import type { Sentence } from '../../../prose/sentences.js';
import { childWithRelation, treeOf } from '../structure/tree.js';

/** The pronouns that may be the lost subject of a sentence. */
export interface LikelySubjects {
  /** Best first. */
  readonly pronouns: readonly string[];
  /** True if the sentence before leaves no doubt about the first. */
  readonly isKnown: boolean;
}

/** The pronouns that may replace the lost subject of a sentence, by the sentence before it. */
export function likelySubjects(before: Sentence | undefined): LikelySubjects {
  if (before === undefined) return { pronouns: ['it', 'they', 'he', 'she'], isKnown: false };
  const words = new Set(before.tokens.map(({ lower }) => lower));
  const he = ['he', 'him', 'his', 'himself', 'mr'].some((word) => words.has(word));
  const she = ['she', 'her', 'herself', 'ms', 'mrs'].some((word) => words.has(word));
  if (he !== she) {
    const pronoun = he ? 'he' : 'she';
    return { pronouns: [pronoun, 'it', 'they'], isKnown: isSubject(before, pronoun) };
  }
  const hasName = before.tokens.some(({ tag }) => tag === 'PROPN');
  return {
    pronouns: hasName ? ['he', 'she', 'it', 'they'] : ['it', 'they', 'he', 'she'],
    isKnown: false,
  };
}

/** True if a pronoun is the subject of a sentence, or may replace the name that is. */
function isSubject({ tokens }: Sentence, pronoun: string): boolean {
  const tree = treeOf(tokens);
  const subject = childWithRelation(tree, tree.root, /^nsubj/u);
  if (subject === undefined) return false;
  return (
    tokens[subject]?.lower === pronoun ||
    (tree.upos(subject) === 'PROPN' && tokens.some(({ lower }) => lower === pronoun))
  );
}
