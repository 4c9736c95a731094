import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ConlluSentence, readConllu } from '../../server/prose/grammar/conllu.js';
import { Grammar } from '../../server/prose/grammar/grammar.js';
import { readWeights, writeWeights } from '../../server/prose/grammar/weightsFile.js';
import { PACKING, RECIPE, learnGrammar } from './learnGrammar.js';
import { formatScore, measureGrammar } from './score.js';
import { documentOf } from './treebank.js';
import { wordNetLexicon } from '../wordnet/lexicon.js';

const USAGE = `npm run train -- TREEBANK_DIR [--out FILE] [--hold-out]

TREEBANK_DIR holds en_ewt-ud-train.conllu, en_ewt-ud-dev.conllu, en_ewt-ud-test.conllu and
en_gum-cc-by.conllu. Trains on all but the test part and measures on that. With --hold-out, EWT's dev
part and every eighth document of GUM are held out and measured too.`;

/** Every eighth document of GUM is held out, starting from this one. */
const HOLD_OUT = { every: 8, from: 3 };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, 'hold-out': { type: 'boolean', default: false } },
});
const [folder] = positionals;
if (folder === undefined) throw new Error(USAGE);
const holdOut = values['hold-out'];

const read = (name: string): readonly ConlluSentence[] =>
  readConllu(readFileSync(join(folder, name), 'utf8'));
const log = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const dev = read('en_ewt-ud-dev.conllu');
const test = read('en_ewt-ud-test.conllu');
const gum = read('en_gum-cc-by.conllu');
const documents = documentOf(gum);
const names = [...new Set(documents)];
const held = new Set(
  holdOut ? names.filter((_, index) => index % HOLD_OUT.every === HOLD_OUT.from) : [],
);
const heldOut = gum.filter((_, index) => held.has(documents[index] ?? ''));
const sentences = [
  ...read('en_ewt-ud-train.conllu'),
  ...(holdOut ? [] : dev),
  ...gum.filter((_, index) => !held.has(documents[index] ?? '')),
];

const file = writeWeights(learnGrammar(sentences, wordNetLexicon(), RECIPE, log).pack(PACKING));
const grammar = new Grammar(readWeights(file));
log(`${file.length} bytes of weights, ${grammar.bytes} bytes in memory`);
log(formatScore('EWT test', measureGrammar(grammar, test)));
if (holdOut) {
  log(formatScore('EWT dev', measureGrammar(grammar, dev)));
  log(formatScore('GUM held out', measureGrammar(grammar, heldOut)));
}
if (values.out !== undefined) writeFileSync(values.out, file);
