/**
 * Writes the rows of a labelled set (`sets.ts`) that the judge is measured with: single statements and pairs. Nothing of a
 * set is trained on.
 *
 * `npx tsx training/judge/measured.ts FOLDER|FILE.br | gzip > WORK/NAME.jsonl.gz`
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { provideGrammar } from '../../server/prose/grammar/grammar.js';
import { buildBase } from '../../server/reference/indexSource.js';
import { createReference } from '../../server/reference/reference.js';
import { statementRows } from './rows.js';
import { statementSet } from './sets.js';

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('Name a folder or a file.');
provideGrammar(() => readFileSync(join('models', 'grammar', 'weights.bin')));
for (const { name, statements, pairs, sources } of statementSet(path)) {
  const reference = createReference(buildBase(sources).base);
  for (const row of statementRows(name, statements, pairs, reference))
    process.stdout.write(`${JSON.stringify(row)}\n`);
}
