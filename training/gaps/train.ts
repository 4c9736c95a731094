import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ConlluSentence, readConllu } from '../../server/prose/grammar/conllu.js';
import { Grammar } from '../../server/prose/grammar/grammar.js';
import { finiteMainVerb } from '../../server/prose/grammar/morphology.js';
import { readWeights, writeWeights } from '../../server/prose/grammar/weightsFile.js';
import { PACKING, RECIPE, learnGrammar } from '../grammar/learnGrammar.js';
import { Random } from '../grammar/random.js';
import { documentOf } from '../grammar/treebank.js';
import { gapInput } from '../../server/checks/sentences/gaps/gapFeatures.js';
import { GAP_KINDS } from '../../server/checks/sentences/gaps/gapKinds.js';
import { writeGapWeights } from '../../server/checks/sentences/gaps/gapModel.js';
import { damagedCopies } from './damage.js';
import { type GapExample, learnGaps } from './learnGaps.js';
import { wordNetLexicon } from '../wordnet/lexicon.js';

const USAGE = `npm run train:gaps -- TREEBANK_DIR [--out FILE]

TREEBANK_DIR holds en_ewt-ud-train.conllu, en_ewt-ud-dev.conllu and en_gum-cc-by.conllu.`;

/** A quick recipe is enough: the full one does not read damaged sentences any better. */
const QUICK = { ...RECIPE, seeds: [1], shares: 2, moveRounds: 6, beamRounds: 1 };
/** The most damaged copies of one sentence. */
const COPIES = 4;
const SEED = 7;
const SHORTEST = 4;
const LONGEST = 60;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' } },
});
const [folder] = positionals;
if (folder === undefined) throw new Error(USAGE);

const log = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const sentences = ['en_ewt-ud-train', 'en_ewt-ud-dev', 'en_gum-cc-by'].flatMap((name) =>
  readConllu(readFileSync(join(folder, `${name}.conllu`), 'utf8')),
);
const documents = documentOf(sentences);
const names = [...new Set(documents)];
const halfOf = new Map(names.map((name, index) => [name, index % 2]));
const halves = [0, 1].map((half) =>
  sentences.filter((_, index) => halfOf.get(documents[index] ?? '') === half),
);

// Each half is parsed by the grammar trained on the other, as its own would make no mistakes in it.
const grammars = halves.map((half, index) => {
  log(`training the grammar of half ${index + 1}`);
  const learned = learnGrammar(half, wordNetLexicon(), QUICK, log);
  return new Grammar(readWeights(writeWeights(learned.pack(PACKING))));
});

const random = new Random(SEED);
const examples = halves.flatMap((half, index) => {
  const grammar = grammars[1 - index];
  return grammar === undefined ? [] : examplesOf(half, grammar);
});
log(`learning from ${examples.length} sentences, whole and damaged`);
const file = writeGapWeights(learnGaps(examples, random, log));
log(`${file.length} bytes of weights`);
if (values.out !== undefined) writeFileSync(values.out, file);

function examplesOf(half: readonly ConlluSentence[], grammar: Grammar): readonly GapExample[] {
  const inDocument = documentOf(half);
  const read = (words: readonly string[]): GapExample['input'] => {
    const analysis = grammar.analyse(words);
    return gapInput(analysis, finiteMainVerb(analysis));
  };
  return half.flatMap((sentence, index) => {
    const { words } = sentence;
    if (words.length < SHORTEST || words.length > LONGEST) return [];
    const goesOn = inDocument[index + 1] === inDocument[index];
    const copies = damagedCopies(sentence, goesOn ? half[index + 1] : undefined, random);
    return [
      { input: read(words.map(({ form }) => form)), at: 0, kind: 0 },
      ...random
        .shuffled(copies)
        .slice(0, COPIES)
        .map((copy) => ({
          input: read(copy.words),
          at: copy.at,
          kind: GAP_KINDS.indexOf(copy.kind),
        })),
    ];
  });
}
