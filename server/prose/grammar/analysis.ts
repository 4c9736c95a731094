import type { Lemmas } from './lemmas.js';
import type { Tag } from './tag.js';

/** What all analyses of one grammar share. */
export interface Names {
  /** Fine tags: the universal tag, and the Penn tag where that tells more (`VERB/VBZ`). */
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  readonly lemmas: Lemmas;
  /** Morphological features of words that are no verbs, by fine tag, and by fine tag and form. */
  readonly features: ReadonlyMap<string, string>;
}

/**
 * The grammar of one sentence by Universal Dependencies (https://universaldependencies.org): tags,
 * lemmas, morphological features and the tree. Words go by their index. No method can throw; an
 * index outside the sentence gets an empty answer.
 */
export class Analysis {
  readonly words: readonly string[];
  /** The index of the root; -1 in a sentence without words. */
  readonly root: number;
  readonly #names: Names;
  readonly #tags: Uint8Array;
  readonly #heads: Int32Array;
  readonly #relations: Uint8Array;
  #children: readonly (readonly number[])[] | undefined;

  /** `tags` and `relations` index the names; `heads` are word indices, -1 for the root's. */
  constructor(
    names: Names,
    words: readonly string[],
    tags: Uint8Array,
    heads: Int32Array,
    relations: Uint8Array,
  ) {
    this.words = words;
    this.#names = names;
    this.#tags = tags;
    this.#heads = heads;
    this.#relations = relations;
    this.root = heads.indexOf(-1);
  }

  get size(): number {
    return this.words.length;
  }

  /** The universal tag. */
  upos(index: number): Tag {
    const fine = this.#fine(index);
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
    const lemma = this.#names.lemmas.lemmaOf(form, this.#fine(index));
    const perfect =
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
    return this.#heads[index] ?? -1;
  }

  /** The UD relation to the head, with its subtype (`nsubj:pass`). */
  relation(index: number): string {
    return this.#names.relations[this.#relations[index] ?? -1] ?? '';
  }

  /** The words that hang on a word, in order. */
  childrenOf(index: number): readonly number[] {
    this.#children ??= childrenBy(this.#heads);
    return this.#children[index] ?? NO_CHILDREN;
  }

  #fine(index: number): string {
    return this.#names.tags[this.#tags[index] ?? -1] ?? '';
  }
}

const NO_CHILDREN: readonly number[] = [];

function childrenBy(heads: Int32Array): readonly (readonly number[])[] {
  const children: number[][] = Array.from(heads, () => []);
  for (const [child, head] of heads.entries()) children[head]?.push(child);
  return children;
}
