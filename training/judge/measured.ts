/**
 * Writes the rows of a labelled set that the judge is measured with: single statements, pairs, and claims of drafts.
 * FOLDER has SLUG.statements.json and SLUG.pairs.json beside SLUG.sources, and drafts NAME.md with their claims in
 * NAME.json; a `.br` file is a list of such stories or drafts, compressed; a `.jsonl` file has a claim with its article
 * on each line. Nothing of a set is trained on.
 *
 * `npx tsx training/judge/measured.ts FOLDER|FILE.br|FILE.jsonl | gzip > WORK/NAME.jsonl.gz`
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { provideGrammar } from '../../server/prose/grammar/grammar.js';
import type { Span } from '../../server/prose/span.js';
import { type Source, buildBase } from '../../server/reference/indexSource.js';
import { type Reference, createReference } from '../../server/reference/reference.js';
import {
  type Label,
  type Pair,
  type Row,
  type Statement,
  claimsIn,
  statementRows,
  withoutPlace,
} from './rows.js';

/** A story or a draft of a set. */
interface Measured {
  readonly name: string;
  readonly statements?: readonly Statement[];
  readonly pairs?: readonly Pair[];
  /** The text of a draft, and its labels. */
  readonly text?: string;
  readonly gold?: Gold;
  readonly sources: readonly Source[];
}

/** The labels of a draft. */
interface Gold {
  /** The folder of its sources. */
  readonly sources?: string;
  readonly claims?: readonly GoldClaim[];
}

/** A labelled claim, by its text in the draft. */
interface GoldClaim {
  readonly find: string;
  /** Which of the places with this text, from 1. */
  readonly occurrence?: number;
  readonly verdict: Label;
}

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('Name a folder or a file.');
provideGrammar(() => readFileSync(join('models', 'grammar', 'weights.bin')));
for (const { name, statements = [], pairs = [], text, gold, sources } of setAt(path)) {
  const reference = createReference(buildBase(sources).base);
  const rows = [
    ...statementRows(name, statements, pairs, reference),
    ...(text === undefined ? [] : draftRows(name, text, gold?.claims ?? [], reference)),
  ];
  for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`);
}

function setAt(place: string): readonly Measured[] {
  if (place.endsWith('.br'))
    return JSON.parse(brotliDecompressSync(readFileSync(place)).toString()) as readonly Measured[];
  if (place.endsWith('.jsonl')) return claimsWithArticles(readFileSync(place, 'utf8'));
  return [...storiesIn(place), ...draftsIn(place)];
}

/** Claims of summaries; what is not said to be supported counts as unsupported. */
function claimsWithArticles(lines: string): readonly Measured[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const row = JSON.parse(line) as Record<'id' | 'article' | 'claim' | 'label', string>;
      const label = row.label === 'supported' ? 'supported' : 'unsupported';
      return {
        name: row.id,
        statements: [{ text: row.claim, label, kind: label }],
        sources: [{ name: 'article', text: row.article }],
      };
    });
}

/** The labelled claims of a draft, each as that claim of the product which shares most text with it. */
function draftRows(
  story: string,
  draft: string,
  claims: readonly GoldClaim[],
  reference: Reference,
): readonly Row[] {
  const found = claimsIn(draft, reference);
  return claims.flatMap((gold): Row | readonly Row[] => {
    const span = placeOf(draft, gold);
    const shared = found
      .map((claim) => ({
        claim,
        length: Math.min(claim.place.end, span.end) - Math.max(claim.place.start, span.start),
      }))
      .filter(({ length }) => length > 0)
      .sort((a, b) => b.length - a.length)[0];
    if (shared === undefined) return [];
    const claim = withoutPlace(shared.claim);
    return { story, from: 'draft', claims: [{ ...claim, label: gold.verdict, kind: 'draft' }] };
  });
}

function placeOf(draft: string, { find, occurrence = 1 }: GoldClaim): Span {
  let start = -1;
  for (let count = 0; count < occurrence; count++) start = draft.indexOf(find, start + 1);
  return { start, end: start + find.length };
}

function draftsIn(folder: string): readonly Measured[] {
  const files = readdirSync(folder);
  return files
    .filter((file) => file.endsWith('.md') && files.includes(file.replace('.md', '.json')))
    .sort()
    .map((file): Measured => {
      const name = file.slice(0, -'.md'.length);
      const gold = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Gold;
      const text = readFileSync(join(folder, file), 'utf8');
      return { name, text, gold, sources: sourcesIn(join(folder, gold.sources ?? '')) };
    });
}

function sourcesIn(folder: string): readonly Source[] {
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
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
        sources: sourcesIn(sources),
      };
    });
}
