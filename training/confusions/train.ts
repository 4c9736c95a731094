import { createReadStream, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { contextSigns } from '../../server/checks/spelling/contextSigns.js';
import { confusableAt } from '../../server/checks/spelling/likelierWord.js';
import { Random } from '../grammar/random.js';
import { type Occurrence, fitPair } from './fitPair.js';
import { ONE_WAY, PAIRS } from './pairs.js';

const USAGE = `npm run train:confusions -- PARSED.jsonl.gz… --out FILE

PARSED is the output of training/parse.ts. Writes the weights by which a word is compared with another.`;

/** Upper bound on the occurrences of a word that are learned from. */
const MOST = 8000;
/** The minimum number of occurrences of a word that is compared. */
const LEAST = 8;
const SEED = 5;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' } },
});
if (positionals.length === 0 || values.out === undefined) throw new Error(USAGE);

/** The number of occurrences of a word, and a sample of them. */
interface Sampled {
  readonly signs: (readonly string[])[];
  count: number;
}

const words = new Map<string, Sampled>(
  [...PAIRS, ...ONE_WAY].flat().map((word) => [word, { signs: [], count: 0 }]),
);
const random = new Random(SEED);
for (const file of positionals) await addOccurrences(file);

const pairs = [
  ...PAIRS.map(([one, other]) => ({ one, other, isOneWay: false })),
  ...ONE_WAY.map(([one, other]) => ({ one, other, isOneWay: true })),
].flatMap(({ one, other, isOneWay }) => {
  const [a, b] = [words.get(one), words.get(other)];
  if (a === undefined || b === undefined || Math.min(a.count, b.count) < LEAST) {
    process.stderr.write(`too rare: ${one} ${other}\n`);
    return [];
  }
  const fitted = fitPair(occurrencesOf(a, b), random);
  const signs = fitted.signs.map(([sign, weight]) => `${weight} ${sign}`).join('\n');
  return signs === '' ? [] : [{ one, other, isOneWay, bias: fitted.bias, signs }];
});
writeFileSync(values.out, `${JSON.stringify({ pairs })}\n`);
const size = pairs.reduce((sum, { signs }) => sum + signs.split('\n').length, 0);
process.stdout.write(`${pairs.length} pairs, ${size} signs\n`);

/**
 * The occurrences of both words with their weights. A word counts by the square root of its frequency: rare words are
 * confused more often than their frequency suggests.
 */
function occurrencesOf(a: Sampled, b: Sampled): readonly Occurrence[] {
  const weightOf = ({ count, signs }: Sampled): number => Math.sqrt(count) / signs.length;
  const [one, other] = [weightOf(a), weightOf(b)];
  const mean = (one * a.signs.length + other * b.signs.length) / (a.signs.length + b.signs.length);
  return [
    ...a.signs.map((signs) => ({ signs, isOther: false, weight: one / mean })),
    ...b.signs.map((signs) => ({ signs, isOther: true, weight: other / mean })),
  ];
}

/** Adds the words of a parsed file, and a random sample of the frequent ones (Vitter 1985). */
async function addOccurrences(file: string): Promise<void> {
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()) });
  for await (const line of lines) {
    const { sentences } = JSON.parse(line) as {
      readonly sentences: readonly {
        readonly forms: readonly string[];
        readonly tags: readonly string[];
      }[];
    };
    for (const { forms, tags } of sentences) {
      const tokens = forms.map((text, index) => ({
        text,
        lower: text.toLowerCase(),
        tag: tags[index]?.split('/')[0] ?? '',
      }));
      for (const at of tokens.keys()) {
        const place = confusableAt(tokens, at);
        const sampled = place === undefined ? undefined : words.get(place.written);
        if (place === undefined || sampled === undefined) continue;
        sampled.count++;
        const index =
          sampled.signs.length < MOST
            ? sampled.signs.length
            : Math.floor(random.next() * sampled.count);
        if (index < MOST) sampled.signs[index] = contextSigns(tokens, place.first, place.last);
      }
    }
  }
}
