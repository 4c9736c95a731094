import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { provideGapWeights } from '../../server/checks/sentences/gaps/gapModel.js';
import { provideGrammar } from '../../server/prose/grammar/grammar.js';
import { type Case, labelledClaims } from './cases.js';
import { type Sample, fitLogistic } from './logisticRegression.js';

const USAGE = `npm run fit -- CASES.jsonl=WEIGHT…

Fits the two models of the claims check and writes them to models/claim-decision. Each file is a set, whose
claims have the given weight. Each line is a case:
  {"sources": [{"name", "text"}], "draft": Markdown, "errors": [{"span": {"start", "end"}, "right"?: text}]}
Spans are in UTF-16 units. All that no error overlaps is supported by the sources.`;

/** The inverse of the penalty on the weights of the two models. */
const ALTERNATIVE_STRENGTH = 0.1;
const SUPPORT_STRENGTH = 0.05;

/** The probability from which a claim is supported; the bias is shifted, so that it reads as one half. */
const SUPPORTED = Number(process.env['SUPPORTED'] ?? 0.84);

const files = process.argv.slice(2);
if (files.length === 0) throw new Error(USAGE);
provideGrammar(() => readFileSync(join('models', 'grammar', 'weights.bin')));
provideGapWeights(() => readFileSync(join('models', 'gaps', 'weights.bin')));

const alternatives: Sample<string>[] = [];
const claims: Sample<string>[] = [];
for (const argument of files) {
  const [file = '', weight = '1'] = argument.split('=');
  for (const line of readFileSync(file, 'utf8').split('\n').filter((one) => one !== '')) {
    for (const claim of labelledClaims(JSON.parse(line) as Case)) {
      claims.push({
        signals: { ...claim.signals },
        isPositive: claim.isSupported,
        weight: Number(weight),
      });
      for (const { alternative, isRight } of claim.alternatives)
        alternatives.push({
          signals: { ...alternative.signals },
          isPositive: isRight,
          weight: Number(weight),
        });
    }
  }
}
