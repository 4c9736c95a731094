import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Sample, fitWeights } from './fitting.js';
import { judgementsOf } from '../../server/checks/claims/judgements.js';
import { provideGrammar } from '../../server/prose/grammar/grammar.js';
import { readProse } from '../../server/prose/prose.js';
import { runToCompletion } from '../../server/prose/cooperativeTask.js';
import { overlaps } from '../../server/prose/span.js';
import { buildBase } from '../../server/reference/indexSource.js';
import { type Reference, createReference } from '../../server/reference/reference.js';

const USAGE = `npm run fit -- CASES.jsonl...

Fits the weights of the claims check and writes them to models/claim-score. Each file is a set, each line
a case:
  {"source": text, "draft": Markdown, "supported": boolean, "span"?: [start, end]}
The label applies to the claims that the span of the draft (in UTF-16 units) overlaps, or to the whole
draft. Cases that a slot contradicts, or that have no claim to judge, are skipped.`;

interface Case {
  readonly source: string;
  readonly draft: string;
  readonly supported: boolean;
  readonly span?: readonly [number, number];
}

const files = process.argv.slice(2);
if (files.length === 0) throw new Error(USAGE);
provideGrammar(() => readFileSync(join('models', 'grammar', 'weights.bin')));

const references = new Map<string, Reference>();

function referenceOf(source: string): Reference {
  let reference = references.get(source);
  if (reference === undefined) {
    reference = createReference(buildBase([{ name: 'source.md', text: source }]).base);
    references.set(source, reference);
  }
  return reference;
}

function sampleOf(set: string, { source, draft, supported, span }: Case): readonly Sample[] {
  const [start, end] = span ?? [0, draft.length];
  const judgements = runToCompletion(judgementsOf(readProse(draft), referenceOf(source))).filter(
    ({ claim }) => overlaps(claim.span, { start, end }),
  );
  if (judgements.length === 0) return [];
  if (judgements.some(({ rationale }) => rationale.difference !== undefined)) return [];
  return [{ set, supported, claims: judgements.map(({ rationale }) => rationale.signs) }];
}

const samples = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => sampleOf(basename(file), JSON.parse(line) as Case)),
);
const weights = fitWeights(samples);
writeFileSync(
  join('models', 'claim-score', 'weights.json'),
  `${JSON.stringify(weights, undefined, 2)}\n`,
);
process.stdout.write(`${samples.length} cases\n${JSON.stringify(weights, undefined, 2)}\n`);
