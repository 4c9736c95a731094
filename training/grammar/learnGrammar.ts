import { LinearClassifier } from '../../server/prose/grammar/classifier.js';
import { NumberTable } from '../../server/prose/grammar/numberTable.js';
import { ParserInput } from '../../server/prose/grammar/parserFeatures.js';
import { SettledRelations } from '../../server/prose/grammar/settledRelations.js';
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
import { learnSettledRelations, learnSettledTags } from './settled.js';
import { type Example, Names, type TreebankSentence, examplesOf, numbered } from './treebank.js';
import { learnUsage } from './usage.js';

/** How a grammar is trained. */
export interface Recipe {
  /** One training for each; the weights that ship are their mean (parameter mixing, McDonald et al. 2010). */
  readonly seeds: readonly number[];
  readonly tagRounds: number;
  /** The parser trains on tags that taggers gave that had not seen the sentences: so many shares, each tagged by a tagger of the others. */
  readonly shares: number;
  /** Rounds in which the parser learns from its own moves one by one, then rounds with its beam. */
  readonly moveRounds: number;
  readonly beamRounds: number;
  readonly trainingWidth: number;
  /** How many places of the table of moves the beam's rounds go on with. */
  readonly placesKept: number;
  /** A weight counts once it was updated this often. */
  readonly tagPatience: number;
  readonly treePatience: number;
}

/** How what was learnt is packed for shipping. */
export interface Packing {
  /** How many parses the shipped parser keeps. */
  readonly beamWidth: number;
  /** It drops those that fall behind the best by more than this. */
  readonly beamSlack: number;
  /** Weights of less than so many units are dropped, of moves those that lie less than so many apart. */
  readonly leastOfTags: number;
  readonly leastOfMoves: number;
  readonly leastOfRelations: number;
}

/** How the weights that ship are packed. */
export const PACKING: Packing = {
  beamWidth: 8,
  beamSlack: 500,
  leastOfTags: 3,
  leastOfMoves: 8,
  leastOfRelations: 4,
};

/** The recipe of the weights that ship. */
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

/** Shipped weights are whole numbers, so many units to one. */
const SCALE = 3;

/** A tag is in doubt where the next best comes within so many units of its score. */
const DOUBT = 12 * SCALE;
/** How often training follows the parser's own move, right or wrong, after the first round. */
const EXPLORE = 0.9;

/**
 * Trains tagger, parser and lemmas. The same sentences, lexicon and recipe give the same weights,
 * to the byte. `tell` hears how far it is.
 */
export function learnGrammar(
  sentences: readonly ConlluSentence[],
  lexicon: NumberedKeys,
  recipe: Recipe,
  tell: (line: string) => void,
): LearntGrammar {
  const tagNames = new Names();
  const relationNames = new Names();
  const treebank = numbered(withDamaged(sentences), tagNames, relationNames);
  const lexiconTable = tableOf(lexicon);
  const { numbers, sets } = learnUsage(treebank);
  const usage = sorted(numbers);
  const settledTags = sorted(learnSettledTags(treebank, tagNames.names));
  const settledRelations = sorted(learnSettledRelations(treebank, tagNames.names.length));
  const vocabulary = new Vocabulary(tableOf(usage), tableOf(settledTags), lexiconTable);

  const tagged = tagShares(treebank, lexiconTable, tagNames.names, recipe, tell);
  const examples = examplesOf(treebank, vocabulary).map((example, index) => ({
    ...example,
    tags: tagged[index]?.tags ?? example.tags,
    seconds: tagged[index]?.seconds ?? example.seconds,
  }));
  const learnt = recipe.seeds.map((seed, index) => {
    tell(`training ${index + 1} of ${recipe.seeds.length}: the tagger`);
    const untagged = examplesOf(treebank, vocabulary);
    const tags = trainTags(untagged, tagNames.names.length, recipe, seed);
    const relations = relationNames.names.length;
    const training = new ParserTraining(
      new ParserInput(tagNames.names),
      relations,
      new SettledRelations(tagNames.names.length, settledRelations),
      recipe.trainingWidth,
      recipe.treePatience,
    );
    const parser = trainParser(training, examples, recipe, seed, tell);
    return {
      tagger: tags.weights(SCALE, 1),
      moves: parser.moves.weights(SCALE, 1),
      relations: parser.relations.weights(SCALE, 1),
    };
  });
  const irregular = learnIrregular(treebank, tagNames.names, lexiconTable);
  const features = learnFeatures(treebank, tagNames.names);
  return {
    pack: ({ beamWidth, beamSlack, leastOfTags, leastOfMoves, leastOfRelations }) => ({
      tags: tagNames.names,
      relations: relationNames.names,
      beamWidth,
      beamSlack,
      doubt: DOUBT,
      irregular: Object.fromEntries(irregular),
      features: Object.fromEntries(features),
      sets,
      usage,
      settledTags,
      settledRelations,
      lexicon,
      tagger: meanOfWeights(
        learnt.map(({ tagger }) => tagger),
        leastOfTags,
      ),
      moves: meanOfMoves(
        learnt.map(({ moves }) => moves),
        leastOfMoves,
      ),
      relationWeights: meanOfWeights(
        learnt.map(({ relations }) => relations),
        leastOfRelations,
      ),
    }),
  };
}

/** What training gives. */
export interface LearntGrammar {
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

/** Tags each share of the documents with a tagger trained on the others (jackknifing). */
function tagShares(
  treebank: readonly TreebankSentence[],
  lexicon: NumberTable,
  tagNames: readonly string[],
  recipe: Recipe,
  tell: (line: string) => void,
): readonly Pick<Example, 'tags' | 'seconds'>[] {
  const documents = [...new Set(treebank.map(({ document }) => document))];
  const shareOf = new Map(documents.map((name, index) => [name, index % recipe.shares]));
  const tagged = new Map<TreebankSentence, Pick<Example, 'tags' | 'seconds'>>();
  for (let share = 0; share < recipe.shares; share++) {
    tell(`tagging share ${share + 1} of ${recipe.shares}`);
    const own = treebank.filter(({ document }) => shareOf.get(document) === share);
    const others = treebank.filter(({ document }) => shareOf.get(document) !== share);
    const usage = sorted(learnUsage(others).numbers);
    const settled = sorted(learnSettledTags(others, tagNames));
    const vocabulary = new Vocabulary(tableOf(usage), tableOf(settled), lexicon);
    const learnt = trainTags(examplesOf(others, vocabulary), tagNames.length, recipe, share);
    const tagger = new Tagger(new LinearClassifier(learnt.weights(SCALE, 1)), DOUBT);
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
  tell: (line: string) => void,
): ParserTraining {
  const random = new Random(seed);
  for (let round = 0; round < recipe.moveRounds; round++) {
    tell(`training the parser, round ${round + 1} of ${recipe.moveRounds}`);
    training.roundOfMoves(examples, random, round === 0 ? 0 : EXPLORE);
  }
  training.moves.settle(recipe.placesKept);
  for (let round = 0; round < recipe.beamRounds; round++) {
    tell(`training the parser with its beam, round ${round + 1} of ${recipe.beamRounds}`);
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
