/**
 * Chooses the thresholds from which a sentence reader reports each form of damage at each place:
 *
 * `npx tsx training/sentences/decide.ts models/desktop/sentence WORK/held-out.jsonl training/stories`
 *
 * They are chosen on the sentences that `training.sentences.held_out` prints and on the drafts of stories, all of whose
 * sentences count as sound. Writes `decisions.json` next to the model.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { thisProcessor } from '../../server/bin/processor.js';
import { nativeEngine } from '../../server/inference/nativeEngine.js';
import { type ReadSentence, loadSentenceModel } from '../../server/inference/sentenceModel.js';
import { type BaseFiles, TrainedModels } from '../../server/inference/trainedModels.js';
import { provideGrammar } from '../../server/prose/grammar/grammar.js';
import { storiesIn } from '../judge/stories.js';
import { chooseDecisions } from './decisions.js';
import { type SoundOrDamaged, knownSentences, sentencesInDrafts } from './suspects.js';

/** One in `STORIES` stories is read, because reading all takes half an hour. */
const STORIES = 3;

/** Upper bound on false alarms per 1,000 words of sound text; half of the surest are real errors. */
const BUDGET = 0.15;

const [folder, heldOut, stories] = process.argv.slice(2);
if (folder === undefined || heldOut === undefined || stories === undefined)
  throw new Error(
    'Name the folder of the reader, the held-out sentences and the folder of the stories.',
  );
provideGrammar(() => readFileSync(join('models', 'grammar', 'weights.bin')));

const read = await readerIn(folder);
const rows = readFileSync(heldOut, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as SoundOrDamaged);
const drafts = storiesIn(stories)
  .filter((_, number) => number % STORIES === 0)
  .map(({ draft }) => draft);
const sentences = [
  ...(await knownSentences(rows, read)),
  ...(await sentencesInDrafts(drafts, read)),
];
const sound = [
  ...rows.filter(({ damage, place }) => damage === 'sound' && place === 'paragraph'),
  ...drafts.map((text) => ({ text })),
];
const words = sound.reduce((sum, { text }) => sum + text.split(/\s+/u).length, 0);
const chosen = chooseDecisions(sentences, Math.floor((BUDGET * words) / 1000));
const written = JSON.stringify(chosen.decisions, undefined, 2);
writeFileSync(join(folder, 'decisions.json'), `${written}\n`);
const damaged = sentences.filter(({ isDamaged }) => isDamaged).length;
process.stdout.write(
  `${chosen.found} of ${damaged} damaged sentences, ${chosen.falseAlarms} false alarms in ${words} words\n`,
);

/** An exported reader: one with a vocabulary of its own, or one that shares it and a table of pieces with others. */
function readerIn(of: string): Promise<ReadSentence> {
  const isAlone = existsSync(join(of, 'vocabulary.txt'));
  const around = isAlone ? of : dirname(of);
  const vocabulary = readFileSync(join(around, 'vocabulary.txt'), 'utf8');
  const base: BaseFiles = {
    vocabulary,
    ...(isAlone ? {} : { table: () => readFile(join(around, 'table.bin')) }),
  };
  const path = join(of, 'model.onnx');
  const labels = readFileSync(join(of, 'labels.json'), 'utf8');
  const models = new TrainedModels(nativeEngine(thisProcessor()));
  return loadSentenceModel(models, { model: { path, read: () => readFile(path) }, labels, base });
}
