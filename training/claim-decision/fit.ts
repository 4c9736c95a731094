import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { provideGrammar } from '../../server/prose/grammar/grammar.js';
import type { LogisticWeights } from '../../server/checks/claims/logistic.js';
import { type Case, caseOf, labelledClaims } from './cases.js';
import { fitLogistic } from './logisticRegression.js';
import { storiesIn } from './stories.js';

const USAGE = `npm run fit -- SET=WEIGHT…

Fits the model of support of the claims check and writes it to models/claim-decision. A set is a folder of stories or
a file; its claims have the given weight. Each line of a file is a case:
  {"sources": [{"name", "text"}], "draft": Markdown, "errors": [{"span": {"start", "end"}}], "within"?: span}
Spans are in UTF-16 units. All that no error overlaps is supported by the sources. With "within", only the
claims that overlap it count.`;

/** The inverse of the penalty on the weights. */
const STRENGTH = 0.05;

/**
 * The fitted probability from which a claim is supported, and that for one with a sign against it, both chosen on
 * stories that the fit had not seen. The bias is shifted so that the first reads as one half, and the weight of
 * `conflict` is the difference.
 */
const SUPPORTED = 0.6;
const SUPPORTED_DESPITE = 0.79;

/** The names of the signals, of which every sample has all. */
function namesOf<Signal extends string>(
  samples: readonly { readonly signals: Readonly<Record<Signal, number>> }[],
): readonly Signal[] {
  return Object.keys(samples[0]?.signals ?? {}) as Signal[];
}

const sets = process.argv.slice(2);
if (sets.length === 0) throw new Error(USAGE);
provideGrammar(() => readFileSync(join('models', 'grammar', 'weights.bin')));

const claims = sets.flatMap((argument) => {
  const [path = '', weight = '1'] = argument.split('=');
  return casesIn(path)
    .flatMap((one) => labelledClaims(one))
    .map((claim) => ({ ...claim, weight: Number(weight) }));
});
const file = join('models', 'claim-decision', 'weights.json');
const present = JSON.parse(readFileSync(file, 'utf8')) as object;
const fitted = { ...present, support: supportModel() };
const weights = JSON.stringify(fitted, undefined, 2);
writeFileSync(file, `${weights}\n`);
process.stdout.write(`${claims.length} claims\n${weights}\n`);

function casesIn(path: string): readonly Case[] {
  if (statSync(path).isDirectory()) return storiesIn(path).map(caseOf);
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Case);
}

/** The signals of support include what the present model of values says. */
function supportModel(): LogisticWeights<string> {
  const samples = claims.map(({ signals, isSupported, weight }) => ({
    signals,
    isPositive: isSupported,
    weight,
  }));
  const names = namesOf(samples).filter((signal) => signal !== 'conflict');
  const { bias, signals } = fitLogistic(samples, names, STRENGTH);
  const conflict = rounded(oddsOf(SUPPORTED) - oddsOf(SUPPORTED_DESPITE));
  return { bias: rounded(bias - oddsOf(SUPPORTED)), signals: { ...signals, conflict } };
}

function oddsOf(probability: number): number {
  return Math.log(probability / (1 - probability));
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
