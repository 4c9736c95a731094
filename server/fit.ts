import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Sample, fitWeights } from './checks/claims/fitting.js';
import { judgementsOf } from './checks/claims/judgements.js';
import { provideGrammar } from './prose/grammar/grammar.js';
import { readProse } from './prose/prose.js';
import { whole } from './prose/slices.js';
import { provideGapWeights } from './prose/soundness/gaps/gapModel.js';
import { overlaps } from './prose/span.js';
import { learn } from './reference/learn.js';
import { type Reference, createReference } from './reference/reference.js';

const USAGE = `npm run fit -- CASES.jsonl...

Fits the weights of the claims check and writes them down. Each file is a set, each line a case:
  {"source": text, "draft": Markdown, "supported": boolean, "span"?: [start, end]}
The label is that of the claims that the span of the draft (in UTF-16 units) overlaps, or of the whole
draft. What a slot contradicts, or nobody can judge, is left out.`;

interface Case {
  readonly source: string;
  readonly draft: string;
  readonly supported: boolean;
  readonly span?: readonly [number, number];
}

const files = process.argv.slice(2);
if (files.length === 0) throw new Error(USAGE);
const prose = join('server', 'prose');
provideGrammar(() => readFileSync(join(prose, 'grammar', 'weights.bin')));
provideGapWeights(() => readFileSync(join(prose, 'soundness', 'gaps', 'weights.bin')));

const references = new Map<string, Reference>();

function referenceOf(source: string): Reference {
  let reference = references.get(source);
  if (reference === undefined) {
    reference = createReference(learn([{ name: 'source.md', text: source }]).base);
    references.set(source, reference);
  }
  return reference;
}

function sampleOf(set: string, { source, draft, supported, span }: Case): readonly Sample[] {
  const [start, end] = span ?? [0, draft.length];
  const judgements = whole(judgementsOf(readProse(draft), referenceOf(source))).filter(
    ({ claim }) => overlaps(claim.span, { start, end }),
  );
  if (judgements.length === 0) return [];
  if (judgements.some(({ grounds }) => grounds.differences.length > 0)) return [];
  return [{ set, supported, claims: judgements.map(({ grounds }) => grounds.signs) }];
}

const samples = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => sampleOf(basename(file), JSON.parse(line) as Case)),
);
const weights = fitWeights(samples);
writeFileSync(
  join('server', 'checks', 'claims', 'weights.json'),
  `${JSON.stringify(weights, undefined, 2)}\n`,
);
process.stdout.write(`${samples.length} cases\n${JSON.stringify(weights, undefined, 2)}\n`);
