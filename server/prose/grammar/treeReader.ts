import { Analysis, type GrammarNames, type Tree } from './analysis.js';
import type { Beam } from './beam.js';
import { isOnlyParticiple } from './irregularVerbs.js';
import { finiteMainVerb } from './morphology.js';
import { ParserInput } from './parserFeatures.js';
import { FINITE } from './tag.js';
import { LONGEST_SENTENCE } from './transitions.js';
import type { VocabularyWord } from './vocabulary.js';

/** A parse with a finite main verb is preferred if its score is at most this far below the best. */
const MAIN_VERB_MARGIN = 100;
/** The number of words that are tried as the head of the main clause, and as finite forms. */
const MAX_HEADS_TRIED = 5;
const MAX_FORMS_TRIED = 3;

/** The finite forms that look like non-finite ones, by Penn tag: “reduced”, “open”. */
const FINITE_COUNTERPART: ReadonlyMap<string, string> = new Map([
  ['VERB/VBN', 'VERB/VBD'],
  ['VERB/VB', 'VERB/VBP'],
]);

/** Parses tagged sentences into trees. Reuses its memory, so it is not reentrant. */
export class TreeReader {
  readonly #names: GrammarNames;
  readonly #input: ParserInput;
  readonly #beam: Beam;
  /** The relation that joins the pieces of a very long sentence. */
  readonly #joiningRelation: number;
  readonly #isFinite: readonly boolean[];
  /** The finite counterpart of each tag; -1 if it has none. */
  readonly #counterparts: readonly number[];

  constructor(names: GrammarNames, beam: Beam) {
    this.#names = names;
    this.#input = new ParserInput(names.tags);
    this.#beam = beam;
    this.#joiningRelation = Math.max(0, names.relations.indexOf('parataxis'));
    this.#isFinite = names.tags.map((tag) => FINITE.test(tag));
    this.#counterparts = names.tags.map((tag) =>
      names.tags.indexOf(FINITE_COUNTERPART.get(tag) ?? ''),
    );
  }

  /** The tree of a sentence; `seconds` are the second-best tags. */
  read(words: readonly VocabularyWord[], tags: Uint8Array, seconds: Uint8Array): Tree {
    if (words.length > LONGEST_SENTENCE) return this.#readInPieces(words, tags, seconds);
    const best = this.#parse(words, tags, seconds, -1);
    // Text without a final full stop is often a heading.
    return this.#hasMainVerb(best) || words.at(-1)?.text !== '.'
      ? best
      : this.#preferMainVerb(words, tags, seconds, best);
  }

  /**
   * Most sentences have a finite main verb, but the parser sometimes attaches it to a word that
   * opens the sentence, or reads a past form as a participle. Returns the best-scoring parse with a
   * finite main verb if its score is close enough.
   */
  #preferMainVerb(
    words: readonly VocabularyWord[],
    tags: Uint8Array,
    seconds: Uint8Array,
    best: ScoredTree,
  ): Tree {
    let withMainVerb: ScoredTree | undefined;
    const consider = (tried: Uint8Array, root: number): void => {
      const tree = this.#parse(words, tried, seconds, root);
      if (tree.score > (withMainVerb?.score ?? -Infinity) && this.#hasMainVerb(tree))
        withMainVerb = tree;
    };
    for (const head of this.#clauseHeads(best).slice(0, MAX_HEADS_TRIED)) consider(tags, head);
    const ambiguous = [...tags.keys()].filter(
      (at) =>
        (this.#counterparts[tags[at] ?? 0] ?? -1) >= 0 && !isOnlyParticiple(words[at]?.text ?? ''),
    );
    for (const at of ambiguous.slice(0, MAX_FORMS_TRIED)) {
      const tried = tags.slice();
      tried[at] = this.#counterparts[tags[at] ?? 0] ?? 0;
      consider(tried, -1);
      consider(tried, at);
    }
    return withMainVerb !== undefined && best.score - withMainVerb.score <= MAIN_VERB_MARGIN
      ? withMainVerb
      : best;
  }

  /** The words other than the root that head a clause with a finite verb. */
  #clauseHeads({ tags, heads, relations }: Tree): readonly number[] {
    const found = new Set<number>();
    for (const [at, tag] of tags.entries()) {
      if (this.#isFinite[tag] !== true) continue;
      const helps = /^(?:aux|cop)/u.test(this.#names.relations[relations[at] ?? -1] ?? '');
      const head = helps ? (heads[at] ?? -1) : at;
      if ((heads[head] ?? -1) >= 0) found.add(head);
    }
    return [...found];
  }

  #hasMainVerb(tree: ScoredTree): boolean {
    const { words, tags } = tree;
    return finiteMainVerb(new Analysis(this.#names, words, tags, () => tree)) >= 0;
  }

  #parse(
    words: readonly VocabularyWord[],
    tags: Uint8Array,
    seconds: Uint8Array,
    root: number,
  ): ScoredTree {
    const heads = new Int32Array(words.length);
    const relations = new Uint8Array(words.length);
    this.#input.read(words, tags, seconds, 0, words.length);
    const state = this.#beam.parse(this.#input, root);
    for (let node = 0; node < words.length; node++) {
      const head = state.heads[node] ?? 0;
      heads[node] = head === words.length ? -1 : head;
      relations[node] = (state.relations[node] ?? 1) - 1;
    }
    return { words: words.map(({ text }) => text), tags, heads, relations, score: state.score };
  }

  /** The root of each piece after the first is attached to the root of the first. */
  #readInPieces(words: readonly VocabularyWord[], tags: Uint8Array, seconds: Uint8Array): Tree {
    const heads = new Int32Array(words.length);
    const relations = new Uint8Array(words.length);
    let root = -1;
    for (let start = 0; start < words.length; start += LONGEST_SENTENCE) {
      const end = Math.min(words.length, start + LONGEST_SENTENCE);
      const piece = this.#parse(
        words.slice(start, end),
        tags.subarray(start, end),
        seconds.subarray(start, end),
        -1,
      );
      for (const [node, head] of piece.heads.entries()) {
        heads[start + node] = head < 0 ? root : start + head;
        relations[start + node] =
          head < 0 && root >= 0 ? this.#joiningRelation : (piece.relations[node] ?? 0);
      }
      if (root < 0) root = piece.heads.indexOf(-1);
    }
    return { tags, heads, relations };
  }
}

/** A tree with the parser's score. */
interface ScoredTree extends Tree {
  readonly words: readonly string[];
  readonly score: number;
}
