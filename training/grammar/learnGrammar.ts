import { LinearClassifier } from '../../server/prose/grammar/classifier.js';
import { NumberTable } from '../../server/prose/grammar/numberTable.js';
import { ParserInput } from '../../server/prose/grammar/parserFeatures.js';
import { FixedRelations } from '../../server/prose/grammar/fixedRelations.js';
import { Tagger } from '../../server/prose/grammar/tagger.js';
import { Vocabulary } from '../../server/prose/grammar/vocabulary.js';
import type { GrammarWeights, NumberedKeys } from '../../server/prose/grammar/weightsFile.js';
import type { ConlluSentence } from '../../server/prose/grammar/conllu.js';
import { withDamaged } from './damage.js';
import { learnFeatures, learnIrregular } from './irregular.js';
import { learnTags, retag } from './learnTags.js';
import { ParserTraining } from './learnTrees.js';
import { meanOfMoves, meanOfWeights } from './mean.js';
import type { Perceptron } from './perceptron.js';
import { Random } from './random.js';
import { learnFixedRelations, learnFixedTags } from './learnFixed.js';
import { type Example, Names, type TreebankSentence, examplesOf, numbered } from './treebank.js';
import { learnUsage } from './usage.js';

/** The recipe of a training. */
export interface Recipe {
  /**
   * The seeds of the training runs; the shipped weights are the mean of the runs (parameter mixing, McDonald et al.
   * 2010).
   */
  readonly seeds: readonly number[];
  readonly tagRounds: number;
  /**
   * The number of shares of the documents. The parser trains on predicted tags: each share is tagged by a tagger
   * trained on the others.
   */
  readonly shares: number;
  /** Rounds in which the parser learns from single moves, then rounds with the beam. */
  readonly moveRounds: number;
  readonly beamRounds: number;
  readonly trainingWidth: number;
  /** The number of places in the move table that are kept for the rounds with the beam. */
  readonly placesKept: number;
  /** The number of updates that a weight needs before it is used. */
  readonly tagPatience: number;
  readonly treePatience: number;
}

/** How the weights are packed for shipping. */
export interface Packing {
  /** The number of parses that the shipped parser keeps. */
  readonly beamWidth: number;
  /** Parses whose scores are lower than the best by more than this are dropped. */
  readonly beamSlack: number;
  /** Smaller weights are dropped, and move weights that differ by less, in units. */
  readonly minTagWeight: number;
  readonly minMoveSpread: number;
  readonly minRelationWeight: number;
}

/** The packing of the shipped weights. */
export const PACKING: Packing = {
  beamWidth: 8,
  beamSlack: 500,
  minTagWeight: 3,
  minMoveSpread: 8,
  minRelationWeight: 4,
};

/** The recipe of the shipped weights. */
export const RECIPE: Recipe = {
  seeds: [20_010_615, 11, 22],
  tagRounds: 5,
  shares: 4,
  moveRounds: 9,
  beamRounds: 4,
  trainingWidth: 4,
  placesKept: 650_000,
  tagPatience: 2,
  treePatience: 3,
};

/** Units per 1 of the shipped weights, which are integers. */
const SCALE = 3;

/** A tag is in doubt if the score of the next best is within this many units. */
const DOUBT = 12 * SCALE;
/** The share of the parser's wrong moves that training follows after the first round. */
const EXPLORATION_RATE = 0.9;

/**
 * Trains the tagger, the parser and the lemmatiser. The same sentences, lexicon and recipe give the
 * same weights, byte for byte. `log` receives the progress.
 */
export function learnGrammar(
  sentences: readonly ConlluSentence[],
  lexicon: NumberedKeys,
  recipe: Recipe,
  log: (line: string) => void,
): LearnedGrammar {
  const tagNames = new Names();
  const relationNames = new Names();
  const treebank = numbered(withDamaged(sentences), tagNames, relationNames);
  const lexiconTable = tableOf(lexicon);
  const { numbers, sets } = learnUsage(treebank);
  const usage = sorted(numbers);
  const fixedTags = sorted(learnFixedTags(treebank, tagNames.names));
  const fixedRelations = sorted(learnFixedRelations(treebank, tagNames.names.length));
  const vocabulary = new Vocabulary(tableOf(usage), tableOf(fixedTags), lexiconTable);

  const tagged = tagShares(treebank, lexiconTable, tagNames.names, recipe, log);
  const examples = examplesOf(treebank, vocabulary).map((example, index) => ({
    ...example,
    tags: tagged[index]?.tags ?? example.tags,
    seconds: tagged[index]?.seconds ?? example.seconds,
  }));
  const learned = recipe.seeds.map((seed, index) => {
    log(`training ${index + 1} of ${recipe.seeds.length}: the tagger`);
    const untagged = examplesOf(treebank, vocabulary);
    const tags = trainTags(untagged, tagNames.names.length, recipe, seed);
    const relations = relationNames.names.length;
    const training = new ParserTraining(
      new ParserInput(tagNames.names),
      relations,
      new FixedRelations(tagNames.names.length, fixedRelations),
      recipe.trainingWidth,
      recipe.treePatience,
    );
    const parser = trainParser(training, examples, recipe, seed, log);
    return {
      tagger: tags.weights(SCALE, 1),
      moves: parser.moves.weights(SCALE, 1),
      relations: parser.relations.weights(SCALE, 1),
    };
  });
  const irregular = learnIrregular(treebank, tagNames.names, lexiconTable);
  const features = learnFeatures(treebank, tagNames.names);
  return {
    pack: ({ beamWidth, beamSlack, minTagWeight, minMoveSpread, minRelationWeight }) => ({
      tags: tagNames.names,
      relations: relationNames.names,
      beamWidth,
      beamSlack,
      doubt: DOUBT,
      irregular: Object.fromEntries(irregular),
      features: Object.fromEntries(features),
      sets,
      usage,
      fixedTags,
      fixedRelations,
      lexicon,
      tagger: meanOfWeights(
        learned.map(({ tagger }) => tagger),
        minTagWeight,
      ),
      moves: meanOfMoves(
        learned.map(({ moves }) => moves),
        minMoveSpread,
      ),
      relationWeights: meanOfWeights(
        learned.map(({ relations }) => relations),
        minRelationWeight,
      ),
    }),
  };
}

/** The result of training. */
export interface LearnedGrammar {
  readonly pack: (packing: Packing) => GrammarWeights;
}

function trainTags(
  examples: readonly Example[],
  classes: number,
  recipe: Recipe,
  seed: number,
): Perceptron {
  return learnTags(examples, classes, recipe.tagRounds, recipe.tagPatience, seed);
}

/** Tags each share of the documents with a tagger trained on the other shares (jackknifing). */
function tagShares(
  treebank: readonly TreebankSentence[],
  lexicon: NumberTable,
  tagNames: readonly string[],
  recipe: Recipe,
  log: (line: string) => void,
): readonly Pick<Example, 'tags' | 'seconds'>[] {
  const documents = [...new Set(treebank.map(({ document }) => document))];
  const shareOf = new Map(documents.map((name, index) => [name, index % recipe.shares]));
  const tagged = new Map<TreebankSentence, Pick<Example, 'tags' | 'seconds'>>();
  for (let share = 0; share < recipe.shares; share++) {
    log(`tagging share ${share + 1} of ${recipe.shares}`);
    const own = treebank.filter(({ document }) => shareOf.get(document) === share);
    const others = treebank.filter(({ document }) => shareOf.get(document) !== share);
    const usage = sorted(learnUsage(others).numbers);
    const fixed = sorted(learnFixedTags(others, tagNames));
    const vocabulary = new Vocabulary(tableOf(usage), tableOf(fixed), lexicon);
    const learned = trainTags(examplesOf(others, vocabulary), tagNames.length, recipe, share);
    const tagger = new Tagger(new LinearClassifier(learned.weights(SCALE, 1)), DOUBT);
    for (const [index, { tags, seconds }] of retag(examplesOf(own, vocabulary), tagger).entries()) {
      const sentence = own[index];
      if (sentence !== undefined) tagged.set(sentence, { tags, seconds });
    }
  }
  return treebank.map((sentence) => {
    const { tags, seconds } = tagged.get(sentence) ?? {
      tags: sentence.tags,
      seconds: sentence.tags,
    };
    return { tags, seconds };
  });
}

function trainParser(
  training: ParserTraining,
  examples: readonly Example[],
  recipe: Recipe,
  seed: number,
  log: (line: string) => void,
): ParserTraining {
  const random = new Random(seed);
  for (let round = 0; round < recipe.moveRounds; round++) {
    log(`training the parser, round ${round + 1} of ${recipe.moveRounds}`);
    training.roundOfMoves(examples, random, round === 0 ? 0 : EXPLORATION_RATE);
  }
  training.moves.settle(recipe.placesKept);
  for (let round = 0; round < recipe.beamRounds; round++) {
    log(`training the parser with its beam, round ${round + 1} of ${recipe.beamRounds}`);
    training.roundOfBeams(examples, random);
  }
  return training;
}

function tableOf({ keys, values }: NumberedKeys): NumberTable {
  return new NumberTable(keys, values);
}

/** Keys in ascending order with their numbers. */
export function sorted(numbers: ReadonlyMap<number, number>): NumberedKeys {
  const entries = [...numbers].sort(([a], [b]) => a - b);
  return {
    keys: Int32Array.from(entries, ([key]) => key),
    values: Uint32Array.from(entries, ([, value]) => value),
  };
}
