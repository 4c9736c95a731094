/**
 * Writes the rows of a labelled set that the judge is measured with: single statements, pairs, and claims of drafts.
 * FOLDER has SLUG.statements.json and SLUG.pairs.json, or drafts SLUG.md with their claims in SLUG.json, beside
 * SLUG.sources; a `.br` file is a list of such stories, compressed. Nothing of a set is trained on.
 *
 * `npx tsx training/judge/measured.ts FOLDER|FILE.br | gzip > WORK/NAME.jsonl.gz`
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { provideGrammar } from '../../server/prose/grammar/grammar.js';
import { buildBase } from '../../server/reference/indexSource.js';
import { createReference } from '../../server/reference/reference.js';
import { type Pair, type Statement, statementRows } from './rows.js';

/** A story of a set. */
interface Measured {
  readonly name: string;
  readonly statements: readonly Statement[];
  readonly pairs?: readonly Pair[];
  readonly sources: readonly { readonly name: string; readonly text: string }[];
}

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('Name a folder or a file.');
provideGrammar(() => readFileSync(join('models', 'grammar', 'weights.bin')));
const stories = path.endsWith('.br')
  ? (JSON.parse(brotliDecompressSync(readFileSync(path)).toString()) as readonly Measured[])
  : storiesIn(path);
for (const { name, statements, pairs = [], sources } of stories) {
  const reference = createReference(buildBase(sources).base);
  for (const row of statementRows(name, statements, pairs, reference))
    process.stdout.write(`${JSON.stringify(row)}\n`);
}

function storiesIn(folder: string): readonly Measured[] {
  const ending = '.statements.json';
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((file): Measured => {
      const name = file.slice(0, -ending.length);
      const sources = join(folder, `${name}.sources`);
      const pairs = join(folder, `${name}.pairs.json`);
      return {
        name,
        statements: JSON.parse(readFileSync(join(folder, file), 'utf8')) as Statement[],
        pairs: existsSync(pairs) ? (JSON.parse(readFileSync(pairs, 'utf8')) as Pair[]) : [],
        sources: readdirSync(sources)
          .sort()
          .map((one) => ({ name: one, text: readFileSync(join(sources, one), 'utf8') })),
      };
    });
}
