import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { provideSpellingWords } from '../../server/checks/spelling/dictionary.js';
import { provideGrammar } from '../../server/prose/grammar/grammar.js';
import { readProse } from '../../server/prose/prose.js';
import { Random } from '../grammar/random.js';
import { boostedProbability } from '../../server/checks/names/trees.js';
import { probabilityOf } from '../../server/checks/names/logistic.js';
import { growTrees } from './boosting.js';
import { type Row, fitLogistic } from './logistic.js';
import { type Example, measure } from './measure.js';
import { mentionExamplesOf } from './mentionExamples.js';
import { type Locales, NamePool, listsOf } from './namePool.js';
import { pairExamplesOf } from './pairExamples.js';
import { type Stretch, stretchesIn } from './prose.js';
import { storyOf } from './stories.js';

const USAGE = `npm run train:names -- PROSE.jsonl.gz NAMES_PACKAGE [--out FOLDER]

PROSE has a JSON line for each paragraph, in the order of their pages: {"set": string, "text": string}.
NAMES_PACKAGE is the folder of the unpacked npm package @faker-js/faker, version 9.9.0.`;

const SEED = 11;
/** Of so many stretches of prose one becomes a story. */
const STRIDE = 6;
/** The share of stories that are compared with their own source; the others with that of another story. */
const OWN_SOURCE = 0.75;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' } },
});
const [prose, names] = positionals;
if (prose === undefined || names === undefined) throw new Error(USAGE);
provideGrammar(() => readFileSync(join('models', 'grammar', 'weights.bin')));
provideSpellingWords(() => readFileSync(join('models', 'spelling', 'words.bin')));

const { allLocales } = (await import(pathToFileURL(resolve(names, 'dist', 'index.js')).href)) as {
  readonly allLocales: Locales;
};
const random = new Random(SEED);
const pool = new NamePool(listsOf(allLocales), random);

const pairs: Example[] = [];
const mentions: Example[] = [];
let sourceBefore = '';
for (const stretch of stretchesIn(prose).filter((_, index) => index % STRIDE === 0))
  addExamples(stretch);

const trees = growTrees(rowsOf(pairs));
const logistic = fitLogistic(rowsOf(mentions));
report('spelling-pairs', trees, pairs, ({ signs }) => boostedProbability(trees, signs));
report('known-names', logistic, mentions, ({ signs }) => probabilityOf(logistic, signs));

// The other learner on the same examples, for the model card.
const linear = fitLogistic(rowsOf(pairs));
report(
  'spelling-pairs, logistic',
  linear,
  pairs,
  ({ signs }) => probabilityOf(linear, signs),
  false,
);
const grown = growTrees(rowsOf(mentions));
report(
  'known-names, trees',
  grown,
  mentions,
  ({ signs }) => boostedProbability(grown, signs),
  false,
);

function addExamples({ paragraphs, part }: Stretch): void {
  const story = storyOf(paragraphs, pool, random);
  const draft = readProse(story.text);
  for (const example of pairExamplesOf(draft, story.misspelled))
    pairs.push({ ...example, signs: { ...example.signs }, part });
  const isOwn = random.next() < OWN_SOURCE;
  const compared = isOwn
    ? mentionExamplesOf(draft, story.misspelled, story.source)
    : mentionExamplesOf(draft, [], sourceBefore);
  for (const example of compared) mentions.push({ ...example, signs: { ...example.signs }, part });
  sourceBefore = story.source;
}

function rowsOf(examples: readonly Example[]): readonly Row[] {
  return examples
    .filter(({ part }) => part === 'train')
    .map(({ signs, misspelled }) => ({ signs, positive: misspelled }));
}

/** Chooses the threshold of a score, prints what it does, and writes it if `isShipped`. */
function report(
  name: string,
  score: object,
  examples: readonly Example[],
  probability: (example: Example) => number,
  isShipped = true,
): void {
  const { threshold, figures } = measure(examples, probability);
  process.stdout.write(`${name}\n${figures.join('\n')}\n`);
  if (values.out !== undefined && isShipped)
    writeFileSync(join(values.out, `${name}.json`), `${JSON.stringify({ ...score, threshold })}\n`);
}
