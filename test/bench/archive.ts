/**
 * The cost of an archive as it grows: loading made-up articles, the evidence for one claim, and a
 * draft of 1,000 words judged against it. Run with `npm run bench:archive`, or with `-- 1000 10000`
 * for other numbers of articles.
 *
 * One archive grows from size to size, so that the rate is that of the articles added to the size
 * before.
 *
 * `--minutes 50` begins no further size after 50 minutes. The results for a size are kept in the
 * file `dist/bench-archive.json` and not measured again, so that the same command continues;
 * `--fresh` starts over. With `--write` the table and the plot go into ARCHIVE-RESULTS.md.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { driver } from '../../server/bin/databaseDriver.js';
import type { Archive } from '../../server/archive/archive.js';
import { openArchive } from '../../server/archive/postgresArchive.js';
import { checkDraftTask } from '../../server/checks/check.js';
import { DEFAULT_SPELLING } from '../../server/checks/spelling/options.js';
import { NO_READINGS } from '../../server/inference/readings.js';
import { runToCompletion } from '../../server/prose/cooperativeTask.js';
import { MS_PER_DAY } from '../../server/lexicon/calendar.js';
import { readProse } from '../../server/prose/prose.js';
import { type ArchiveQuery, NO_ARCHIVE_EVIDENCE } from '../../server/reference/archiveEvidence.js';
import { NO_REFERENCE } from '../../server/reference/reference.js';
import { ArchiveSearch, withArchiveAnswers } from '../../server/session/archiveSearch.js';
import { sharedCluster } from '../archive/cluster.js';
import '../grammar.js';
import { corpus } from './corpus.js';
import { Draw } from './draw.js';
import { svgOf } from './plot.js';
import { quantile } from './quantiles.js';
import { table } from './table.js';

const SIZES = [10_000, 100_000, 300_000];

/** Articles are cut after the paragraph with this word. */
const ARTICLE_WORDS = 120;
const DRAFT_WORDS = 1_000;

/** The number of sentences whose claims are looked up. */
const SENTENCES = 300;

/** The articles are spread over twenty years. */
const FIRST_DAY = Date.UTC(2005, 0, 1);
const DAYS = 7_300;

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
  const date = new Date(FIRST_DAY + (number % DAYS) * MS_PER_DAY).toISOString().slice(0, 10);
  return `${JSON.stringify({ id: name, date, ...paragraphsOf(text) })}\n`;
}

/** A sentence of an article in the archive. */
interface Known {
  readonly sentence: string;
  /** For the article. */
  readonly address: string;
}

/** Sentences of articles among the first `articles`, each from another one. */
function sentencesFrom(articles: number, count: number, seed: number): readonly Known[] {
  const draw = new Draw(seed);
  return Array.from({ length: count }, () => {
    const [{ name, text } = { name: '', text: '' }] = [...corpus(1, draw.below(articles))];
    const sentences = paragraphsOf(text).text.split(/(?<=\.)\s+/u);
    return {
      sentence: sentences[draw.below(sentences.length)] ?? '',
      address: `${ORIGIN}#${name}`,
    };
  });
}

/** The name under which the articles are loaded. */
const ORIGIN = 'bench';

const WITHOUT_SOURCES = {
  reference: NO_REFERENCE,
  readings: NO_READINGS,
  spelling: DEFAULT_SPELLING,
};

/** The queries of a draft of one sentence. */
function queriesFor(sentence: string): readonly ArchiveQuery[] {
  const draft = readProse(`${sentence}\n`);
  const basis = { ...WITHOUT_SOURCES, archive: NO_ARCHIVE_EVIDENCE };
  return runToCompletion(checkDraftTask(draft, basis)).queries ?? [];
}

/** The results for an archive of one size. */
interface Measured {
  readonly articles: number;
  readonly sentences: number;
  readonly loadedPerSecond: number;
  readonly megabytes: number;
  /** The evidence for one claim, in milliseconds. */
  readonly median: number;
  readonly slow: number;
  /** The number of a hundred sentences whose own article is among the results. */
  readonly found: number;
  /** A draft of 1,000 words, in seconds. */
  readonly draft: number;
}

const RESULTS = resolve('dist/bench-archive.json');
const PAGE = resolve('test/bench/ARCHIVE-RESULTS.md');
const PLOT = resolve('docs/pictures/archive.svg');
const [BEGIN, END] = ['<!-- measured: begin -->', '<!-- measured: end -->'];

/** The number of articles that are written to the dump at once. */
const WRITTEN_AT_ONCE = 5_000;

/** An archive that grows. */
interface Growing {
  readonly archive: Archive;
  readonly address: string;
  /** Its number of articles. */
  readonly articles: number;
}

async function openEmpty(): Promise<Growing> {
  const address = await cluster.createDatabase(DATABASE);
  const archive = await openArchive(
    driver,
    address,
    undefined,
    resolve('server/archive/migrations'),
  );
  await archive.migrate();
  return { archive, address, articles: 0 };
}

const DATABASE = 'bench';

/** Adds articles until there are this many, and measures. */
async function measure(articles: number, before: Growing, folder: string): Promise<Measured> {
  const { archive, address } = before;
  const added = articles - before.articles;
  const dump = join(folder, `${articles}.ndjson`);
  writeDump(dump, before.articles, added);
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [resolve('dist/cli.cjs'), 'archive', 'add', dump, '--as', ORIGIN, '--database', address],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  const seconds = (performance.now() - started) / 1000;
  rmSync(dump);

  const times: number[] = [];
  let hits = 0;
  // The first searches open a connection and fill the server's memory, as those of the day before
  // did.
  const asked = sentencesFrom(articles, SENTENCES + WARM_UP, 5)
    .map(({ sentence, address: own }) => ({ own, queries: queriesFor(sentence) }))
    .filter(({ queries }) => queries.length > 0);
  for (const [at, { own, queries }] of asked.entries()) {
    let isFound = false;
    for (const { words } of queries) {
      const start = performance.now();
      const found = await archive.search(words);
      if (at >= WARM_UP) times.push(performance.now() - start);
      isFound ||= found.some((one) => one.address === own);
    }
    if (at >= WARM_UP && isFound) hits++;
  }
  const { sentences } = await archive.summary();
  const [size] = await cluster.run(
    DATABASE,
    `SELECT pg_database_size('${DATABASE}')::text AS bytes`,
  );
  return {
    articles,
    sentences,
    loadedPerSecond: added / seconds,
    megabytes: Number(size?.bytes) / 2 ** 20,
    median: quantile(times, 0.5),
    slow: quantile(times, 0.95),
    found: (100 * hits) / (asked.length - WARM_UP),
    draft: await secondsForDraft(archive, articles),
  };
}

/** The sentences before those that count. */
const WARM_UP = 50;

function writeDump(dump: string, first: number, articles: number): void {
  writeFileSync(dump, '');
  const end = first + articles;
  for (let from = first; from < end; from += WRITTEN_AT_ONCE) {
    const some = [...corpus(Math.min(WRITTEN_AT_ONCE, end - from), from)];
    const records = some.map(({ name, text }, at) => recordOf(name, text, from + at));
    writeFileSync(dump, records.join(''), { flag: 'a' });
  }
}

async function secondsForDraft(archive: Archive, articles: number): Promise<number> {
  const draft: string[] = [];
  for (const { sentence } of sentencesFrom(articles, 200, 6)) {
    if (draft.join(' ').split(' ').length < DRAFT_WORDS) draft.push(sentence);
  }
  const prose = readProse(`${draft.join(' ')}\n`);
  const started = performance.now();
  await withArchiveAnswers(
    new ArchiveSearch(archive),
    (evidence) =>
      Promise.resolve(
        runToCompletion(checkDraftTask(prose, { ...WITHOUT_SOURCES, archive: evidence })),
      ),
    ({ queries = [] }) => queries,
  );
  return (performance.now() - started) / 1000;
}

function tableOf(measured: readonly Measured[]): string {
  return table(
    [
      ...['articles', 'sentences', 'loaded per second', 'database', 'claim, median'],
      ...['claim, 95th percentile', 'found', 'draft of 1,000 words'],
    ],
    measured.map((one) => [
      one.articles.toLocaleString('en'),
      one.sentences.toLocaleString('en'),
      one.loadedPerSecond.toFixed(0),
      `${one.megabytes.toFixed(0)} MB`,
      `${one.median.toFixed(1)} ms`,
      `${one.slow.toFixed(1)} ms`,
      `${one.found.toFixed(0)} %`,
      `${one.draft.toFixed(1)} s`,
    ]),
  );
}

function write(measured: readonly Measured[]): void {
  const points = (value: (one: Measured) => number): readonly (readonly [number, number])[] =>
    measured.map((one) => [one.articles, value(one)]);
  const plots = [
    {
      ...{ title: 'Evidence for one claim', x: 'articles', y: 'milliseconds' },
      lines: [
        { name: '95th percentile', points: points(({ slow }) => slow) },
        { name: 'median', points: points(({ median }) => median) },
      ],
    },
    {
      ...{ title: 'Loading', x: 'articles', y: 'articles per second' },
      lines: [{ name: 'two workers', points: points((one) => one.loadedPerSecond) }],
    },
  ];
  writeFileSync(PLOT, svgOf(plots));
  const page = readFileSync(PAGE, 'utf8');
  const [before, after] = [page.split(BEGIN)[0] ?? '', page.split(END)[1] ?? ''];
  if (before === page || after === '') throw new Error(`${PAGE} has no place for the table.`);
  const picture =
    '![The time that evidence for one claim takes, and the rate of loading, by the number of articles](../../docs/pictures/archive.svg)';
  writeFileSync(PAGE, `${before}${BEGIN}\n\n${tableOf(measured)}\n\n${picture}\n\n${END}${after}`);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '600' },
    fresh: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const sizes = [...(positionals.length > 0 ? positionals.map(Number) : SIZES)].sort((a, b) => a - b);
const end = performance.now() + Number(values.minutes) * 60_000;
let measured: readonly Measured[] =
  values.fresh || !existsSync(RESULTS)
    ? []
    : (JSON.parse(readFileSync(RESULTS, 'utf8')) as readonly Measured[]);
const cluster = sharedCluster();
const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
let growing = await openEmpty();
try {
  for (const size of sizes) {
    if (measured.some(({ articles }) => articles === size)) continue;
    if (performance.now() > end) break;
    measured = [...measured, await measure(size, growing, folder)].sort(
      (a, b) => a.articles - b.articles,
    );
    growing = { ...growing, articles: size };
    writeFileSync(RESULTS, JSON.stringify(measured));
    process.stdout.write(`${tableOf(measured)}\n`);
  }
} finally {
  await growing.archive.close();
  rmSync(folder, { recursive: true, force: true });
}
const wanted = measured.filter(({ articles }) => sizes.includes(articles));
process.stdout.write(`${tableOf(wanted)}\n`);
if (values.write) write(wanted);
