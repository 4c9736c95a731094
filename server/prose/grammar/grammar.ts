import { Analysis, type GrammarNames } from './analysis.js';
import { Beam } from './beam.js';
import { LinearClassifier } from './classifier.js';
import { Lemmas } from './lemmas.js';
import { isMoreThanName } from './lexicon.js';
import { MoveClassifier } from './moveClassifier.js';
import { NumberTable } from './numberTable.js';
import { FixedRelations } from './fixedRelations.js';
import { FINITE } from './tag.js';
import { Tagger } from './tagger.js';
import { TreeReader } from './treeReader.js';
import { Vocabulary } from './vocabulary.js';
import { type GrammarWeights, readWeights } from './weightsFile.js';

/**
 * The number of sentences whose analysis is cached. Texts keep their own analyses (`tokens.ts`);
 * this cache is for the paragraph being edited and for repeated queries about the same words.
 */
const CACHED_SENTENCES = 256;

/**
 * Fine tags of words that need not be in the dictionary of nouns, verbs, adjectives and adverbs.
 */
const CLOSED_CLASS = /^(?!PROPN|NOUN|X\b)/u;

/** Tags and parses sentences with trained weights. Not reentrant; all methods are synchronous. */
export class Grammar {
  /** The size of its tables in bytes, without the cache. */
  readonly bytes: number;
  readonly #names: GrammarNames;
  readonly #vocabulary: Vocabulary;
  readonly #tagger: Tagger;
  readonly #trees: TreeReader;
  readonly #usualTagSets: readonly (readonly string[])[];
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
    const { fixedTags, fixedRelations } = weights;
    this.#vocabulary = new Vocabulary(
      usage,
      new NumberTable(fixedTags.keys, fixedTags.values),
      lexicon,
    );
    const verbTags = weights.tags.map((tag) => /^(?:VERB|AUX)/u.test(tag));
    this.#tagger = new Tagger(tagger, weights.doubt, {
      tags: verbTags,
      finite: weights.tags.map((tag) => FINITE.test(tag)),
      past: weights.tags.map((tag) => tag === 'VERB/VBD'),
      thirdOrPast: ['VERB/VBZ', 'VERB/VBD'].map((tag) => weights.tags.indexOf(tag)),
      usages: weights.sets.map((set) => set.every((tag) => verbTags[tag])),
    });
    const fixed = new FixedRelations(weights.tags.length, fixedRelations);
    this.#trees = new TreeReader(
      this.#names,
      new Beam(moves, relations, fixed, weights.beamWidth, weights.beamSlack),
    );
    this.#usualTagSets = weights.sets.map((set) => set.map((tag) => weights.tags[tag] ?? ''));
    this.bytes = lexicon.bytes + usage.bytes + tagger.bytes + moves.bytes + relations.bytes;
  }

  /** Analyses one sentence, tokenised as in the treebanks (`did` `n't`). */
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

  /**
   * The fine tags that a word usually has, most frequent first; empty for a word that is not well
   * known.
   */
  usualTags(word: string): readonly string[] {
    return this.#usualTagSets[this.#vocabulary.usageOf(word)] ?? [];
  }

  /** True for an English word in any inflected form, but not for names. */
  isWord(word: string): boolean {
    return (
      this.#isInDictionary(word) ||
      this.usualTags(word).some(
        (tag) =>
          CLOSED_CLASS.test(tag) || this.#isInDictionary(this.#names.lemmas.lemmaOf(word, tag)),
      )
    );
  }

  /** True for a name that the dictionary or the treebanks know and that is not also a word. */
  isName(word: string): boolean {
    const isKnown =
      this.#vocabulary.wordOf(word).potential !== 0 || this.usualTags(word).length > 0;
    return isKnown && !this.isWord(word);
  }

  /** The parts of speech of a word in the dictionary, see `lexicon.ts`. */
  formsOf(word: string): number {
    return this.#vocabulary.wordOf(word).potential;
  }

  /** The semantic fields of a word in its most frequent senses, see `lexicon.ts`. */
  fieldOf(word: string): number {
    return this.#vocabulary.wordOf(word).field;
  }

  #isInDictionary(word: string): boolean {
    return isMoreThanName(this.#vocabulary.wordOf(word).potential);
  }

  #read(texts: readonly string[]): Analysis {
    const words = texts.map((text) => this.#vocabulary.wordOf(text));
    const tags = new Uint8Array(words.length);
    const seconds = new Uint8Array(words.length);
    this.#tagger.tag(words, tags, seconds);
    return new Analysis(this.#names, texts, tags, () => this.#trees.read(words, tags, seconds));
  }
}

/** Words that contain line breaks can have the key of other words. */
function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, index) => word === b[index]);
}

let provided: (() => Uint8Array) | undefined;
let loaded: Grammar | undefined;

/**
 * Sets the source of the weights. The program's entry point does this, because this layer does not
 * read files. The weights are loaded when the first sentence is analysed.
 */
export function provideGrammar(weights: () => Uint8Array): void {
  provided = weights;
  loaded = undefined;
}

/**
 * The current grammar. Throws if none was provided, or a `WeightsError` if the weights are damaged.
 */
export function grammar(): Grammar {
  if (provided === undefined) throw new Error('no weights were provided for the grammar');
  loaded ??= new Grammar(readWeights(provided()));
  return loaded;
}
