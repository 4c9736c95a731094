/**
 * Fits the model of how likely another value of the sources is the right one, on drafts of stories with known errors:
 *
 * `npm run fit -- training/stories`
 *
 * Writes `models/claim-values/weights.json`. The stories of one writer are left out, because the thresholds of the
 * rules and of the judge are chosen on them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { probabilityOf } from '../../server/checks/claims/logistic.js';
import { provideGrammar } from '../../server/prose/grammar/grammar.js';
import { alteredStory, storiesIn } from '../judge/stories.js';
import { type LabelledValue, labelledValues } from './labelledValues.js';
import { fitLogistic } from './logisticRegression.js';

/** The first letter of the names of the stories that are left out. */
const LEFT_OUT = 'x';

/** The inverse of the penalty on the weights. */
const STRENGTH = 0.05;

/** The likelihoods for which precision and recall are printed. */
const LIKELIHOODS = [0.4, 0.5, 0.6, 0.7, 0.8];

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder of the stories.');
provideGrammar(() => readFileSync(join('models', 'grammar', 'weights.bin')));

const stories = storiesIn(folder).flatMap((story) => {
  const altered = alteredStory(story, join(folder, story.name));
  return altered === undefined ? [story] : [story, altered];
});
const values = stories.filter(({ name }) => !name.startsWith(LEFT_OUT)).flatMap(labelledValues);
const leftOut = stories.filter(({ name }) => name.startsWith(LEFT_OUT)).flatMap(labelledValues);
const names = ['lead', 'part', 'beside', 'context', 'ratio', 'rank'] as const;
const weights = fitLogistic(
  values.map(({ signals, isRight }) => ({ signals, isPositive: isRight, weight: 1 })),
  names,
  STRENGTH,
);
const written = JSON.stringify(weights, undefined, 2);
writeFileSync(join('models', 'claim-values', 'weights.json'), `${written}\n`);
process.stdout.write(`${countsOf(values)}; left out: ${countsOf(leftOut)}\n${written}\n`);
for (const least of LIKELIHOODS) {
  const likely = leftOut.filter(({ signals }) => probabilityOf(weights, signals) >= least);
  process.stdout.write(`from ${least} on, left out: ${countsOf(likely)}\n`);
}

function countsOf(all: readonly LabelledValue[]): string {
  return `${all.length} values, ${all.filter(({ isRight }) => isRight).length} of them right`;
}
