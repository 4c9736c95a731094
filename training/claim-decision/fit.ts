import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { provideGrammar } from '../../server/prose/grammar/grammar.js';
import { probabilityOf } from '../../server/checks/claims/logistic.js';
import { type Case, labelledClaims } from './cases.js';
import { fitLogistic } from './logisticRegression.js';

const USAGE = `npm run fit -- CASES.jsonl=WEIGHT…

Fits the two models of the claims check and writes them to models/claim-decision. Each file is a set, whose
claims have the given weight. Each line is a case:
  {"sources": [{"name", "text"}], "draft": Markdown, "errors": [{"span": {"start", "end"}, "right"?: text}],
   "within"?: span}
Spans are in UTF-16 units. All that no error overlaps is supported by the sources. With "within", only the
claims that overlap it count.`;

/** The inverse of the penalty on the weights of the two models. */
const ALTERNATIVE_STRENGTH = 0.1;
const SUPPORT_STRENGTH = 0.05;

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

const files = process.argv.slice(2);
if (files.length === 0) throw new Error(USAGE);
provideGrammar(() => readFileSync(join('models', 'grammar', 'weights.bin')));

const claims = files.flatMap((argument) => {
  const [file = '', weight = '1'] = argument.split('=');
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => labelledClaims(JSON.parse(line) as Case))
    .map((claim) => ({ ...claim, weight: Number(weight) }));
});
const values = claims.flatMap(({ alternatives, weight }) =>
  alternatives.map(({ alternative: { signals }, isRight }) => ({
    signals,
    isPositive: isRight,
    weight,
  })),
);
const alternative = fitLogistic(values, namesOf(values), ALTERNATIVE_STRENGTH);
const support = fitLogistic(
  claims.map(({ signals, alternatives, isSupported, weight }) => ({
    signals: {
      ...signals,
      alternative: Math.max(
        0,
        ...alternatives.map((one) => probabilityOf(alternative, one.alternative.signals)),
      ),
    },
    isPositive: isSupported,
    weight,
  })),
  namesOf(claims).filter((signal) => signal !== 'conflict'),
  SUPPORT_STRENGTH,
);
const oddsOf = (probability: number): number => Math.log(probability / (1 - probability));
const rounded = (value: number): number => Math.round(value * 100) / 100;
const decision = {
  bias: rounded(support.bias - oddsOf(SUPPORTED)),
  signals: {
    ...support.signals,
    conflict: rounded(oddsOf(SUPPORTED) - oddsOf(SUPPORTED_DESPITE)),
  },
};
const weights = JSON.stringify({ alternative, support: decision }, undefined, 2);
writeFileSync(join('models', 'claim-decision', 'weights.json'), `${weights}\n`);
process.stdout.write(`${claims.length} claims\n${weights}\n`);
