import { Analysis, type TagNames, type Tree } from './analysis.js';
import type { Beam } from './beam.js';
import { isOnlyParticiple } from './irregularVerbs.js';
import { finiteMainVerb } from './morphology.js';
import { ParserInput } from './parserFeatures.js';
import { FINITE } from './tag.js';
import { LONGEST_SENTENCE } from './transitions.js';
import type { VocabularyWord } from './vocabulary.js';

/** A reading with a finite main verb is taken where the parser likes it less than the best one by no more than this. */
const WORTH_A_VERB = 100;
/** So many words are tried as the head of the main clause, and so many as a finite form after all. */
const HEADS_TRIED = 5;
const FORMS_TRIED = 3;

/** The finite forms that look like others, by Penn tag: “reduced”, “open”. */
const FINITE_TWIN: ReadonlyMap<string, string> = new Map([
  ['VERB/VBN', 'VERB/VBD'],
  ['VERB/VB', 'VERB/VBP'],
]);

/** Makes trees of tagged sentences. Not reentrant: it keeps its scratch memory. */
export class TreeReader {
  readonly #names: TagNames;
  readonly #input: ParserInput;
  readonly #beam: Beam;
  /** The relation that joins the pieces of a very long sentence. */
  readonly #joined: number;
  readonly #isFinite: readonly boolean[];
  /** The finite twin of each tag; -1 where it has none. */
  readonly #twins: readonly number[];

  constructor(names: TagNames, beam: Beam) {
    this.#names = names;
    this.#input = new ParserInput(names.tags);
    this.#beam = beam;
    this.#joined = Math.max(0, names.relations.indexOf('parataxis'));
    this.#isFinite = names.tags.map((tag) => FINITE.test(tag));
    this.#twins = names.tags.map((tag) => names.tags.indexOf(FINITE_TWIN.get(tag) ?? ''));
  }

  /** The tree of a sentence; `seconds` are the tags that come next. */
  read(words: readonly VocabularyWord[], tags: Uint8Array, seconds: Uint8Array): Tree {
    if (words.length > LONGEST_SENTENCE) return this.#readInPieces(words, tags, seconds);
    const best = this.#parse(words, tags, seconds, -1);
    // What ends without a stop is a heading as often as not.
    return this.#hasMainVerb(best) || words.at(-1)?.text !== '.'
      ? best
      : this.#preferMainVerb(words, tags, seconds, best);
  }

  /**
   * Most sentences have a finite main verb, and the parser at times hangs it on a word that opens the
   * sentence, or takes a past form for a participle: of the readings that have one, the one it likes
   * best, where that is near enough.
   */
  #preferMainVerb(
    words: readonly VocabularyWord[],
    tags: Uint8Array,
    seconds: Uint8Array,
    best: ScoredTree,
  ): Tree {
    let whole: ScoredTree | undefined;
    const consider = (tried: Uint8Array, root: number): void => {
      const tree = this.#parse(words, tried, seconds, root);
      if (tree.score > (whole?.score ?? -Infinity) && this.#hasMainVerb(tree)) whole = tree;
    };
    for (const head of this.#clauseHeads(best).slice(0, HEADS_TRIED)) consider(tags, head);
    const twins = [...tags.keys()].filter(
      (at) => (this.#twins[tags[at] ?? 0] ?? -1) >= 0 && !isOnlyParticiple(words[at]?.text ?? ''),
    );
    for (const at of twins.slice(0, FORMS_TRIED)) {
      const tried = tags.slice();
      tried[at] = this.#twins[tags[at] ?? 0] ?? 0;
      consider(tried, -1);
      consider(tried, at);
    }
    return whole !== undefined && best.score - whole.score <= WORTH_A_VERB ? whole : best;
  }

  /** The words other than the root that a finite verb makes a clause of. */
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

  /** The root of each piece but the first hangs on the root of the first. */
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
          head < 0 && root >= 0 ? this.#joined : (piece.relations[node] ?? 0);
      }
      if (root < 0) root = piece.heads.indexOf(-1);
    }
    return { tags, heads, relations };
  }
}

/** A tree, and how well the parser likes it. */
interface ScoredTree extends Tree {
  readonly words: readonly string[];
  readonly score: number;
}
