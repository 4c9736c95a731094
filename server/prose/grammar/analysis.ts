import type { Lemmas } from './lemmas.js';
import type { Tag } from './tag.js';

/** Names and tables shared by all analyses of one grammar. */
export interface GrammarNames {
  /** Fine tags: the universal tag, plus the Penn tag if that is more specific (`VERB/VBZ`). */
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  readonly lemmas: Lemmas;
  /** Morphological features of words other than verbs, by fine tag, and by fine tag and form. */
  readonly features: ReadonlyMap<string, string>;
}

/** A dependency tree, by word index. */
export interface Tree {
  /** Fine tags; for ambiguous verb forms, the tree may correct the tagger. */
  readonly tags: Uint8Array;
  /** The index of the head; -1 for the root. */
  readonly heads: Int32Array;
  /** The relation to the head, as an index into `relations` of the names. */
  readonly relations: Uint8Array;
}

/**
 * The grammar of one sentence in Universal Dependencies (https://universaldependencies.org): tags,
 * lemmas, morphological features and the tree, which is built on first use. Words are addressed by
 * index; an index outside the sentence yields an empty answer.
 */
export class Analysis {
  readonly words: readonly string[];
  readonly #names: GrammarNames;
  readonly #tags: Uint8Array;
  readonly #parse: () => Tree;
  #parsed: Tree | undefined;
  #children: readonly (readonly number[])[] | undefined;

  /** `tags` are indices into the names; `parse` is called when the tree is first needed. */
  constructor(names: GrammarNames, words: readonly string[], tags: Uint8Array, parse: () => Tree) {
    this.words = words;
    this.#names = names;
    this.#tags = tags;
    this.#parse = parse;
  }

  /** The index of the root; -1 in an empty sentence. */
  get root(): number {
    return this.#tree.heads.indexOf(-1);
  }

  get size(): number {
    return this.words.length;
  }

  /** The universal tag. */
  upos(index: number): Tag {
    const fine = this.#taggerTag(index);
    const slash = fine.indexOf('/');
    return (slash < 0 ? fine : fine.slice(0, slash)) as Tag;
  }

  /**
   * The Penn tag if it is more specific than the universal one (`VBZ`, `NNS`, `JJR`); otherwise
   * empty.
   */
  xpos(index: number): string {
    const fine = this.#treeTag(index);
    const slash = fine.indexOf('/');
    return slash < 0 ? '' : fine.slice(slash + 1);
  }

  /** The dictionary form; names keep their capitals. */
  lemma(index: number): string {
    const form = this.words[index] ?? '';
    const tag = this.#taggerTag(index);
    const lemma = this.#names.lemmas.lemmaOf(form, tag);
    const perfect =
      tag.startsWith('AUX') &&
      /^['’]s$/iu.test(form) &&
      this.relation(index) === 'aux' &&
      this.xpos(this.head(index)) === 'VBN';
    return perfect ? 'have' : lemma;
  }

  /**
   * The morphological features that the word usually has with its tag, as in CoNLL-U; `_` if there
   * are none.
   */
  usualFeats(index: number): string {
    const fine = this.#treeTag(index);
    const form = (this.words[index] ?? '').replaceAll('’', "'").toLowerCase();
    const { features } = this.#names;
    return features.get(`${fine} ${form}`) ?? features.get(fine) ?? '_';
  }

  /** The index of the word's head; -1 for the root. */
  head(index: number): number {
    return this.#tree.heads[index] ?? -1;
  }

  /** The UD relation to the head, with its subtype (`nsubj:pass`). */
  relation(index: number): string {
    return this.#names.relations[this.#tree.relations[index] ?? -1] ?? '';
  }

  /** The dependents of a word, in order. */
  childrenOf(index: number): readonly number[] {
    this.#children ??= childrenBy(this.#tree.heads);
    return this.#children[index] ?? NO_CHILDREN;
  }

  get #tree(): Tree {
    return (this.#parsed ??= this.#parse());
  }

  /** The tagger's tag, without building the tree. */
  #taggerTag(index: number): string {
    return this.#names.tags[this.#tags[index] ?? -1] ?? '';
  }

  #treeTag(index: number): string {
    return this.#names.tags[this.#tree.tags[index] ?? -1] ?? '';
  }
}

const NO_CHILDREN: readonly number[] = [];

function childrenBy(heads: Int32Array): readonly (readonly number[])[] {
  const children: number[][] = Array.from(heads, () => []);
  for (const [child, head] of heads.entries()) children[head]?.push(child);
  return children;
}
