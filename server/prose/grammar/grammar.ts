import { Analysis, type Names } from './analysis.js';
import { Beam } from './beam.js';
import { LinearClassifier } from './classifier.js';
import { Lemmas } from './lemmas.js';
import { MoveClassifier } from './moveClassifier.js';
import { NumberTable } from './numberTable.js';
import { ParserInput } from './parserFeatures.js';
import { Tagger } from './tagger.js';
import { LONGEST_SENTENCE } from './transitions.js';
import { Vocabulary, type Word } from './vocabulary.js';
import { type GrammarWeights, readWeights } from './weightsFile.js';

/** Sentences whose analysis is kept; a long draft has some hundreds. */
const CACHED_SENTENCES = 4096;

/** Tags and parses sentences with trained weights. Not reentrant, and need not be: it never waits. */
export class Grammar {
  /** Bytes of its tables, the cache left out. */
  readonly bytes: number;
  readonly #names: Names;
  readonly #vocabulary: Vocabulary;
  readonly #tagger: Tagger;
  readonly #input: ParserInput;
  readonly #beam: Beam;
  readonly #joined: number;
  readonly #cache = new Map<string, Analysis>();

  constructor(weights: GrammarWeights) {
    const lexicon = new NumberTable(weights.lexicon.keys, weights.lexicon.values);
    const usage = new NumberTable(weights.usage.keys, weights.usage.values);
    const tagger = new LinearClassifier(weights.tagger);
    const moves = new MoveClassifier(weights.moves);
    const relations = new LinearClassifier(weights.relationWeights);
    this.#names = {
      tags: weights.tags,
      relations: weights.relations,
      lemmas: new Lemmas(lexicon, new Map(Object.entries(weights.irregular))),
      features: new Map(Object.entries(weights.features)),
    };
    this.#vocabulary = new Vocabulary(usage, lexicon);
    this.#tagger = new Tagger(tagger, weights.doubt);
    this.#input = new ParserInput(weights.tags);
    this.#beam = new Beam(moves, relations, weights.beamWidth);
    this.#joined = Math.max(0, weights.relations.indexOf('parataxis'));
    this.bytes = lexicon.bytes + usage.bytes + tagger.bytes + moves.bytes + relations.bytes;
  }

  /** The grammar of one sentence, whose words are cut as the treebanks cut them (`did` `n't`). Cannot throw. */
  analyse(words: readonly string[]): Analysis {
    const key = words.join('\n');
    const known = this.#cache.get(key);
    if (known !== undefined && sameWords(known.words, words)) {
      this.#cache.delete(key);
      this.#cache.set(key, known);
      return known;
    }
    const analysis = this.#read(words);
    this.#cache.set(key, analysis);
    const oldest =
      this.#cache.size > CACHED_SENTENCES ? this.#cache.keys().next().value : undefined;
    if (oldest !== undefined) this.#cache.delete(oldest);
    return analysis;
  }

  #read(texts: readonly string[]): Analysis {
    const words = texts.map((text) => this.#vocabulary.wordOf(text));
    const tags = new Uint8Array(words.length);
    const seconds = new Uint8Array(words.length);
    const heads = new Int32Array(words.length);
    const relations = new Uint8Array(words.length);
    this.#tagger.tag(words, tags, seconds);
    let root = -1;
    for (let start = 0; start < words.length; start += LONGEST_SENTENCE) {
      root = this.#parse(words, tags, seconds, start, root, heads, relations);
    }
    return new Analysis(this.#names, texts, tags, heads, relations);
  }

  /** Parses the piece that begins at `start`; its root hangs on `root`, if that is not -1. Returns the sentence's root. */
  #parse(
    words: readonly Word[],
    tags: Uint8Array,
    seconds: Uint8Array,
    start: number,
    root: number,
    heads: Int32Array,
    relations: Uint8Array,
  ): number {
    const end = Math.min(words.length, start + LONGEST_SENTENCE);
    this.#input.read(words, tags, seconds, start, end);
    const state = this.#beam.parse(this.#input);
    let found = root;
    for (let node = 0; node < end - start; node++) {
      const head = state.heads[node] ?? 0;
      const isRoot = head === end - start;
      if (isRoot && root < 0) found = start + node;
      heads[start + node] = isRoot ? root : start + head;
      relations[start + node] =
        isRoot && root >= 0 ? this.#joined : (state.relations[node] ?? 1) - 1;
    }
    return found;
  }
}

/** Words with line breaks in them may have the key of others. */
function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, index) => word === b[index]);
}

let provided: (() => Uint8Array) | undefined;
let loaded: Grammar | undefined;

/**
 * Tells where the weights come from: a program's entry does, for reading files is no work of this
 * layer. They are asked for when the first sentence is.
 */
export function provideGrammar(weights: () => Uint8Array): void {
  provided = weights;
  loaded = undefined;
}

/** The grammar in use. Throws where none was provided, or a `WeightsError` where the weights are damaged. */
export function grammar(): Grammar {
  if (provided === undefined) throw new Error('no weights were provided for the grammar');
  loaded ??= new Grammar(readWeights(provided()));
  return loaded;
}
