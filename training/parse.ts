import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { readProse, sentencesOf } from '../server/prose/prose.js';
import { analysisOf } from '../server/prose/tokens.js';
import { provideWeights } from '../server/bin/weights.js';

const USAGE = `npx tsx training/parse.ts FILE.jsonl[.gz] [--from ROW] [--to ROW] > PARSED.jsonl

Reads the "text" of each row with the grammar of this project (npm run build first) and prints one line
a row: {"row", "set", "sentences": [{"text", "forms", "spaces", "tags", "lemmas", "heads", "relations"}]}.
Heads are 0-based and -1 for the root; "spaces" has 1 where a space follows the word.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { from: { type: 'string', default: '0' }, to: { type: 'string' } },
});
const [file] = positionals;
if (file === undefined) throw new Error(USAGE);
const from = Number(values.from);
const to = values.to === undefined ? Infinity : Number(values.to);

provideWeights('dist');
const stream = createReadStream(file);
const lines = createInterface({
  input: file.endsWith('.gz') ? stream.pipe(createGunzip()) : stream,
});
let row = -1;
for await (const line of lines) {
  row++;
  if (row < from) continue;
  if (row >= to) break;
  const { text, set } = rowOf(line);
  process.stdout.write(`${JSON.stringify({ row, set, sentences: sentencesIn(text) })}\n`);
}

/** The text and the set of a row; empty strings if it has none. */
function rowOf(line: string): { readonly text: string; readonly set: string } {
  const parsed: unknown = JSON.parse(line);
  const field = (name: string): string => {
    const value: unknown =
      typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, name) : undefined;
    return typeof value === 'string' ? value : '';
  };
  // A lone surrogate would make the tokenisers that read this output fail.
  return { text: field('text').replace(/\p{Surrogate}/gu, '\uFFFD'), set: field('set') };
}

/** The sentences of a plain text, each with its grammar by columns. */
function sentencesIn(text: string): readonly object[] {
  return sentencesOf(readProse(text, 'plain')).map(({ sentence }) => {
    const { tokens } = sentence;
    const grammar = analysisOf(tokens);
    const words = tokens.map((_, index) => index);
    return {
      text: sentence.text,
      forms: tokens.map((token) => token.text),
      spaces: tokens.map((token, index) => (tokens[index + 1]?.start === token.end ? 0 : 1)),
      tags: words.map((index) => `${grammar.upos(index)}/${grammar.xpos(index)}`),
      lemmas: words.map((index) => grammar.lemma(index)),
      heads: words.map((index) => grammar.head(index)),
      relations: words.map((index) => grammar.relation(index)),
    };
  });
}
