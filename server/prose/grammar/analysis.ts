import type { Lemmas } from './lemmas.js';
import type { Tag } from './tag.js';

/** What all analyses of one grammar share. */
export interface TagNames {
  /** Fine tags: the universal tag, and the Penn tag where that tells more (`VERB/VBZ`). */
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  readonly lemmas: Lemmas;
  /** Morphological features of words that are no verbs, by fine tag, and by fine tag and form. */
  readonly features: ReadonlyMap<string, string>;
}

/** A tree, by the index of each word. */
export interface Tree {
  /** Fine tags; of a verb's forms that look alike, the tree may know better than the tagger. */
  readonly tags: Uint8Array;
  /** The index of the head; -1 for the root's. */
  readonly heads: Int32Array;
  /** Which of the names' relations leads there. */
  readonly relations: Uint8Array;
}

/**
 * The grammar of one sentence by Universal Dependencies (https://universaldependencies.org): tags,
 * lemmas, morphological features and the tree, which is made when first asked for. Words go by their index. No method can throw; an
 * index outside the sentence gets an empty answer.
 */
export class Analysis {
  readonly words: readonly string[];
  readonly #names: TagNames;
  readonly #tags: Uint8Array;
  readonly #parse: () => Tree;
  #parsed: Tree | undefined;
  #children: readonly (readonly number[])[] | undefined;

  /** `tags` index the names; `parse` is asked for the tree when something first needs it. */
  constructor(names: TagNames, words: readonly string[], tags: Uint8Array, parse: () => Tree) {
    this.words = words;
    this.#names = names;
    this.#tags = tags;
    this.#parse = parse;
  }

  /** The index of the root; -1 in a sentence without words. */
  get root(): number {
    return this.#tree.heads.indexOf(-1);
  }

  get size(): number {
    return this.words.length;
  }

  /** The universal tag. */
  upos(index: number): Tag {
    const fine = this.#tagged(index);
    const slash = fine.indexOf('/');
    return (slash < 0 ? fine : fine.slice(0, slash)) as Tag;
  }

  /** The Penn tag, where it tells more than the universal one (`VBZ`, `NNS`, `JJR`); else empty. */
  xpos(index: number): string {
    const fine = this.#fine(index);
    const slash = fine.indexOf('/');
    return slash < 0 ? '' : fine.slice(slash + 1);
  }

  /** The dictionary form; names keep their capitals. */
  lemma(index: number): string {
    const form = this.words[index] ?? '';
    const tag = this.#tagged(index);
    const lemma = this.#names.lemmas.lemmaOf(form, tag);
    const perfect =
      tag.startsWith('AUX') &&
      /^['’]s$/iu.test(form) &&
      this.relation(index) === 'aux' &&
      this.xpos(this.head(index)) === 'VBN';
    return perfect ? 'have' : lemma;
  }

  /** The morphological features that the word usually has with its tag, as CoNLL-U writes them; `_` where there are none. */
  usualFeats(index: number): string {
    const fine = this.#fine(index);
    const form = (this.words[index] ?? '').replaceAll('’', "'").toLowerCase();
    const { features } = this.#names;
    return features.get(`${fine} ${form}`) ?? features.get(fine) ?? '_';
  }

  /** The index of the word's head; -1 for the root's. */
  head(index: number): number {
    return this.#tree.heads[index] ?? -1;
  }

  /** The UD relation to the head, with its subtype (`nsubj:pass`). */
  relation(index: number): string {
    return this.#names.relations[this.#tree.relations[index] ?? -1] ?? '';
  }

  /** The words that hang on a word, in order. */
  childrenOf(index: number): readonly number[] {
    this.#children ??= childrenBy(this.#tree.heads);
    return this.#children[index] ?? NO_CHILDREN;
  }

  get #tree(): Tree {
    return (this.#parsed ??= this.#parse());
  }

  /** As the tagger has it, without the tree. */
  #tagged(index: number): string {
    return this.#names.tags[this.#tags[index] ?? -1] ?? '';
  }

  #fine(index: number): string {
    return this.#names.tags[this.#tree.tags[index] ?? -1] ?? '';
  }
}

const NO_CHILDREN: readonly number[] = [];

function childrenBy(heads: Int32Array): readonly (readonly number[])[] {
  const children: number[][] = Array.from(heads, () => []);
  for (const [child, head] of heads.entries()) children[head]?.push(child);
  return children;
}
