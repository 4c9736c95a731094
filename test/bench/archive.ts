/**
 * The cost of an archive as it grows: loading made-up articles, the evidence for one claim, and a draft of 1,000 words
 * judged against it. Run with `npm run bench:archive`, or with `-- 1000 10000` for other numbers of articles.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { driver } from '../../server/bin/databaseDriver.js';
import { openArchive } from '../../server/archive/postgresArchive.js';
import { checkDraftTask } from '../../server/checks/check.js';
import { DEFAULT_SPELLING } from '../../server/checks/spelling/options.js';
import { NO_READINGS } from '../../server/inference/readings.js';
import { runToCompletion } from '../../server/prose/cooperativeTask.js';
import { readProse } from '../../server/prose/prose.js';
import { termsOf } from '../../server/reference/evidenceTerms.js';
import { NO_REFERENCE } from '../../server/reference/reference.js';
import { ArchiveSearch, withArchiveAnswers } from '../../server/session/archiveSearch.js';
import { sharedCluster } from '../archive/cluster.js';
import '../grammar.js';
import { corpus } from './corpus.js';
import { Draw } from './draw.js';
import { quantile } from './quantiles.js';
import { table } from './table.js';

const SIZES = [10_000, 100_000, 300_000];

/** Articles are cut after the paragraph with this word. */
const ARTICLE_WORDS = 120;
const DRAFT_WORDS = 1_000;

/** How many claims are looked up. */
const QUERIES = 300;

/** The articles are spread over twenty years. */
const FIRST_DAY = Date.UTC(2005, 0, 1);
const DAYS = 7_300;

const DAY = 86_400_000;

function paragraphsOf(text: string): { readonly title: string; readonly text: string } {
  const [title = '', ...paragraphs] = text.trim().split('\n\n');
  const kept: string[] = [];
  let words = 0;
  for (const paragraph of paragraphs) {
    if (words >= ARTICLE_WORDS) break;
    kept.push(paragraph);
    words += paragraph.split(' ').length;
  }
  return { title: title.replace(/^# /u, ''), text: kept.join('\n\n') };
}

function recordOf(name: string, text: string, number: number): string {
  const date = new Date(FIRST_DAY + (number % DAYS) * DAY).toISOString().slice(0, 10);
  return `${JSON.stringify({ id: name, date, ...paragraphsOf(text) })}\n`;
}

/** Sentences of articles among the first `articles`, each from another one. */
function sentencesFrom(articles: number, count: number, seed: number): readonly string[] {
  const draw = new Draw(seed);
  return Array.from({ length: count }, () => {
    const [article] = [...corpus(1, draw.below(articles))];
    const sentences = paragraphsOf(article?.text ?? '').text.split(/(?<=\.)\s+/u);
    return sentences[draw.below(sentences.length)] ?? '';
  });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : SIZES;
const cluster = sharedCluster();
const database = await cluster.createDatabase('bench');
const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
const archive = await openArchive(
  driver,
  database,
  undefined,
  resolve('server/archive/migrations'),
);
await archive.migrate();
const rows: (readonly string[])[] = [];
let loaded = 0;
for (const size of sizes) {
  const dump = join(folder, 'articles.ndjson');
  writeFileSync(
    dump,
    [...corpus(size - loaded, loaded)]
      .map(({ name, text }, at) => recordOf(name, text, loaded + at))
      .join(''),
  );
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [resolve('dist/cli.cjs'), 'archive', 'add', dump, '--as', 'bench', '--database', database],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  const seconds = (performance.now() - started) / 1000;
  const rate = (size - loaded) / seconds;
  loaded = size;

  const times: number[] = [];
  let hits = 0;
  // The first searches open a connection and fill the server's memory, as those of the day before did.
  const claims = sentencesFrom(size, QUERIES + 50, 5).map(termsOf);
  for (const [at, words] of claims.entries()) {
    const start = performance.now();
    const found = await archive.search(words);
    if (at < 50) continue;
    times.push(performance.now() - start);
    if (found.length > 0) hits++;
  }

  const draft: string[] = [];
  for (const sentence of sentencesFrom(size, 200, 6)) {
    if (draft.join(' ').split(' ').length < DRAFT_WORDS) draft.push(sentence);
  }
  const prose = readProse(`${draft.join(' ')}\n`);
  const basis = { reference: NO_REFERENCE, readings: NO_READINGS, spelling: DEFAULT_SPELLING };
  const draftStarted = performance.now();
  await withArchiveAnswers(
    new ArchiveSearch(archive),
    (evidence) =>
      Promise.resolve(runToCompletion(checkDraftTask(prose, { ...basis, archive: evidence }))),
    ({ queries = [] }) => queries,
  );
  const draftSeconds = (performance.now() - draftStarted) / 1000;

  const { sentences } = await archive.summary();
  const [bytes] = await cluster.run('bench', `SELECT pg_database_size('bench')::text AS bytes`);
  rows.push([
    size.toLocaleString('en'),
    sentences.toLocaleString('en'),
    `${Math.round(rate)}`,
    `${Math.round(Number(bytes?.bytes) / 2 ** 20)} MB`,
    `${quantile(times, 0.5).toFixed(1)} ms`,
    `${quantile(times, 0.95).toFixed(1)} ms`,
    `${Math.round((100 * hits) / QUERIES)} %`,
    `${draftSeconds.toFixed(1)} s`,
  ]);
  say(
    table(
      [
        ...['articles', 'sentences', 'loaded per second', 'database', 'claim, median'],
        ...['claim, 95th percentile', 'found', 'draft of 1,000 words'],
      ],
      rows,
    ),
  );
}
await archive.close();
rmSync(folder, { recursive: true, force: true });
