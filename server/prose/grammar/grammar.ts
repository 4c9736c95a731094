import { Analysis, type TagNames } from './analysis.js';
import { Beam } from './beam.js';
import { LinearClassifier } from './classifier.js';
import { Lemmas } from './lemmas.js';
import { isMoreThanName } from './lexicon.js';
import { MoveClassifier } from './moveClassifier.js';
import { NumberTable } from './numberTable.js';
import { SettledRelations } from './settledRelations.js';
import { FINITE } from './tag.js';
import { Tagger } from './tagger.js';
import { TreeReader } from './treeReader.js';
import { Vocabulary } from './vocabulary.js';
import { type GrammarWeights, readWeights } from './weightsFile.js';

/**
 * Sentences whose analysis is kept. What was read of a text keeps its own (`tokens.ts`); this is for the
 * paragraph that somebody types in, and for those who ask of the same words one after the other.
 */
const CACHED_SENTENCES = 256;

/** Fine tags of words that no dictionary of nouns, verbs, adjectives and adverbs need have. */
const CLOSED_CLASS = /^(?!PROPN|NOUN|X\b)/u;

/** Tags and parses sentences with trained weights. Not reentrant, and need not be: it never waits. */
export class Grammar {
  /** Bytes of its tables, the cache left out. */
  readonly bytes: number;
  readonly #names: TagNames;
  readonly #vocabulary: Vocabulary;
  readonly #tagger: Tagger;
  readonly #trees: TreeReader;
  readonly #usual: readonly (readonly string[])[];
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
    const { settledTags, settledRelations } = weights;
    this.#vocabulary = new Vocabulary(
      usage,
      new NumberTable(settledTags.keys, settledTags.values),
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
    const settled = new SettledRelations(weights.tags.length, settledRelations);
    this.#trees = new TreeReader(
      this.#names,
      new Beam(moves, relations, settled, weights.beamWidth, weights.beamSlack),
    );
    this.#usual = weights.sets.map((set) => set.map((tag) => weights.tags[tag] ?? ''));
    this.bytes = lexicon.bytes + usage.bytes + tagger.bytes + moves.bytes + relations.bytes;
  }

  /** The grammar of one sentence, whose words are cut as the treebanks cut them (`did` `n't`). */
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

  /** The fine tags that a word usually has, the most usual first; none for a word that is not well known. */
  usualTags(word: string): readonly string[] {
    return this.#usual[this.#vocabulary.usageOf(word)] ?? [];
  }

  /** True for a word of the language, in any of its forms; names are none. */
  isWord(word: string): boolean {
    return (
      this.#isInDictionary(word) ||
      this.usualTags(word).some(
        (tag) =>
          CLOSED_CLASS.test(tag) || this.#isInDictionary(this.#names.lemmas.lemmaOf(word, tag)),
      )
    );
  }

  /** True for a name that the dictionary or the treebanks know, and that is no word besides. */
  isName(word: string): boolean {
    const isKnown =
      this.#vocabulary.wordOf(word).potential !== 0 || this.usualTags(word).length > 0;
    return isKnown && !this.isWord(word);
  }

  /** What a word may be by the dictionary, see `lexicon.ts`. */
  formsOf(word: string): number {
    return this.#vocabulary.wordOf(word).potential;
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
