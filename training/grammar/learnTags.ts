import {
  TAGGER_FEATURES,
  type Tagger,
  capitalsOf,
  argMax,
  taggerFeatures,
} from '../../server/prose/grammar/tagger.js';
import { Perceptron } from './perceptron.js';
import { Random } from './random.js';
import type { Example } from './treebank.js';

/** Trains a tagger. */
export function learnTags(
  examples: readonly Example[],
  classes: number,
  rounds: number,
  patience: number,
  seed: number,
): Perceptron {
  const model = new Perceptron(classes, patience);
  const random = new Random(seed);
  const features = new Int32Array(TAGGER_FEATURES);
  const scores = new Float64Array(classes);
  for (let round = 0; round < rounds; round++) {
    for (const { words, tags } of random.shuffled(examples)) {
      const capitals = capitalsOf(words);
      let before = 0;
      let last = 0;
      for (let at = 0; at < words.length; at++) {
        let guess = words[at]?.fixedTag ?? -1;
        if (guess < 0) {
          const count = taggerFeatures(words, at, last, before, capitals, features);
          model.score(features, count, scores);
          guess = argMax(scores, classes);
          const right = tags[at] ?? 0;
          model.tick();
          if (guess !== right) {
            model.update(features, count, right, 1);
            model.update(features, count, guess, -1);
          }
        }
        before = last;
        last = guess + 1;
      }
    }
  }
  return model;
}

/** Tags examples with a model. */
export function retag(examples: readonly Example[], tagger: Tagger): Example[] {
  return examples.map((example) => {
    const tags = new Uint8Array(example.words.length);
    const seconds = new Uint8Array(example.words.length);
    tagger.tag(example.words, tags, seconds);
    return { ...example, tags, seconds };
  });
}
