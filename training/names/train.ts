import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { provideSpellingWords } from '../../server/checks/spelling/dictionary.js';
import { provideGrammar } from '../../server/prose/grammar/grammar.js';
import { readProse } from '../../server/prose/prose.js';
import { Random } from '../grammar/random.js';
import { probabilityOf } from '../../server/checks/names/logistic.js';
import { fitLogistic } from './logistic.js';
import { type Example, measure } from './measure.js';
import { mentionExamplesOf } from './mentionExamples.js';
import { type Locales, NamePool, listsOf } from './namePool.js';
import { type Stretch, stretchesIn } from './prose.js';
import { storyOf } from './stories.js';

const USAGE = `npm run train:names -- PROSE.jsonl.gz NAMES_PACKAGE [--out FOLDER]

PROSE has a JSON line for each paragraph, in the order of their pages: {"set": string, "text": string}.
NAMES_PACKAGE is the folder of the unpacked npm package @faker-js/faker, version 9.9.0.`;

const SEED = 11;
/** One of this many stretches of prose becomes a story. */
const STRIDE = 6;
/** The share of stories that are compared with their own source; the others are compared with that of another story. */
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

const mentions: Example[] = [];
let sourceBefore = '';
for (const stretch of stretchesIn(prose).filter((_, index) => index % STRIDE === 0))
  addExamples(stretch);

const score = fitLogistic(
  mentions
    .filter(({ part }) => part === 'train')
    .map(({ signs, misspelled }) => ({ signs, positive: misspelled })),
);
const { threshold, figures } = measure(mentions, ({ signs }) => probabilityOf(score, signs));
process.stdout.write(`${figures.join('\n')}\n`);
if (values.out !== undefined)
  writeFileSync(
    join(values.out, 'known-names.json'),
    `${JSON.stringify({ ...score, threshold })}\n`,
  );

function addExamples({ paragraphs, part }: Stretch): void {
  const story = storyOf(paragraphs, pool, random);
  const draft = readProse(story.text);
  const isOwn = random.next() < OWN_SOURCE;
  const compared = isOwn
    ? mentionExamplesOf(draft, story.misspelled, story.source)
    : mentionExamplesOf(draft, [], sourceBefore);
  for (const example of compared) mentions.push({ ...example, signs: { ...example.signs }, part });
  sourceBefore = story.source;
}
