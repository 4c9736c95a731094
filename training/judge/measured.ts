/**
 * Writes the rows of a labelled set (`sets.ts`) for measuring the judge: single statements, pairs, and claims of
 * drafts. Labelled sets are never trained on.
 *
 * `npx tsx training/judge/measured.ts FOLDER|FILE.br|FILE.jsonl | gzip > WORK/NAME.jsonl.gz`
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { provideGrammar } from '../../server/prose/grammar/grammar.js';
import { referenceFromSources } from '../../server/reference/reference.js';
import { type Row, claimsIn, statementRows, withoutPlace } from './rows.js';
import { type LabelledDraft, ownDrafts, statementSet } from './sets.js';

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('Name a folder or a file.');
provideGrammar(() => readFileSync(join('models', 'grammar', 'weights.bin')));
for (const { name, statements, pairs, sources } of statementSet(path)) {
  const reference = referenceFromSources(sources);
  write(statementRows(name, statements, pairs, reference));
}
for (const draft of ownDrafts(path)) write(draftRows(draft));

function write(rows: readonly Row[]): void {
  for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`);
}

/** The labelled parts of a draft, each represented by the claim of the product that shares the most text with it. */
function draftRows({ story, text, sources, parts }: LabelledDraft): readonly Row[] {
  const claims = claimsIn(text, referenceFromSources(sources));
  return parts.flatMap(({ span, label }): Row | readonly Row[] => {
    const [closest] = claims
      .map((claim) => ({
        claim,
        shared: Math.min(claim.place.end, span.end) - Math.max(claim.place.start, span.start),
      }))
      .filter(({ shared }) => shared > 0)
      .sort((a, b) => b.shared - a.shared);
    if (closest === undefined) return [];
    const claim = withoutPlace(closest.claim);
    return { story, from: 'draft', claims: [{ ...claim, label, kind: 'draft' }] };
  });
}
