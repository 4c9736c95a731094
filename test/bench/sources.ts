/**
 * The cost of sources by the thousand: indexing them, starting from the cache, one that changes, and a draft
 * checked against them; and the cost of a near miss among 100,000 names. Run with
 * `npm run bench:sources`, or with `-- 1000 3000` for other numbers of articles.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { checkDraft } from '../../server/checks/check.js';
import { readDocument } from '../../server/sources/extractors/readDocument.js';
import { createWorkerPool } from '../../server/sources/workerPool.js';
import { sha256, indexerVersion, createIndexCache } from '../../server/sources/indexCache.js';
import { NodeWorkspace } from '../../server/workspace/nodeWorkspace.js';
import { readProse } from '../../server/prose/prose.js';
import { indexSource } from '../../server/reference/indexSource.js';
import type { Entity } from '../../server/reference/model.js';
import { FormTable } from '../../server/reference/names/formTable.js';
import { type Reference, referenceFromIndexes } from '../../server/reference/reference.js';
import { Ingest } from '../../server/sources/ingest.js';
import '../grammar.js';
import { corpus } from './corpus.js';
import { Draw } from './draw.js';

const SIZES = [1_000, 3_000, 10_000];
const NAMES = 100_000;
const DRAFT_WORDS = 1_000;
const ROUNDS = 12;

/** Long ago, so that the modification time of a file is trusted at once. */
const WRITTEN = new Date(2020, 0, 1);

interface Cost {
  /** Seconds by the clock. */
  readonly wall: number;
  /** Seconds of the processor, all threads together. */
  readonly cpu: number;
}

async function costOf(work: () => Promise<void> | void): Promise<Cost> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - start) / 1e3, cpu: (user + system) / 1e6 };
}

function shown({ wall, cpu }: Cost): string {
  return `${wall.toFixed(2)} s, ${cpu.toFixed(2)} s of the processor`;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function peak(): string {
  return `${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`;
}

class Beat {
  readonly #folder: string;
  readonly #sources: Ingest;
  reference: Reference = referenceFromIndexes([]);

  constructor(folder: string) {
    this.#folder = folder;
    const host = {
      readDocument,
      index: createWorkerPool(resolve('dist/ingestWorker.cjs')),
      digest: sha256,
    };
    const cache = createIndexCache(
      join(folder, 'cache'),
      'beat',
      () => indexerVersion('dist'),
      say,
    );
    this.#sources = new Ingest(new NodeWorkspace(folder), host, cache);
  }

  /** Indexes the sources; resolves to the number that were not in the cache. */
  async index(): Promise<number> {
    const paths = await new NodeWorkspace(this.#folder).find(['sources/**']);
    const result = await this.#sources.update(paths);
    this.reference = referenceFromIndexes(result?.indexes ?? []);
    return result?.indexedCount ?? 0;
  }
}

/** A draft from many articles, partly changed, so that it needs much of the reference. */
function draft(articles: number, round: number): string {
  const draw = new Draw(round);
  const paragraphs: string[] = [];
  const picked = new Set(Array.from({ length: 12 }, () => draw.below(articles)));
  for (const { text } of [...picked].sort((a, b) => a - b).flatMap((at) => [...corpus(1, at)])) {
    for (const paragraph of text.split('\n\n').slice(1, 4)) {
      paragraphs.push(draw.chance(0.5) ? paragraph : paragraph.replace(/\d+/u, '77'));
    }
  }
  return paragraphs.join('\n\n').split(' ').slice(0, DRAFT_WORDS).join(' ');
}

async function indexAll(folder: string): Promise<void> {
  const beat = new Beat(folder);
  const cost = await costOf(async () => {
    await beat.index();
  });
  say(`  indexed: ${shown(cost)}, ${peak()}`);
}

async function start(folder: string, articles: number): Promise<void> {
  const beat = new Beat(folder);
  let fresh = 0;
  const load = await costOf(async () => {
    fresh = await beat.index();
  });
  say(`  started from the cache (${fresh} new): ${shown(load)}, ${peak()}`);

  const changed = join(folder, 'sources', '00000.md');
  appendFileSync(changed, '\nNobody came.\n');
  utimesSync(changed, WRITTEN, WRITTEN);
  const change = await costOf(async () => {
    fresh = await beat.index();
  });
  say(`  one changed (${fresh} new): ${shown(change)}`);

  const one = referenceFromIndexes([...corpus(1)].map(indexSource));
  // No draft is checked against both references, because results are kept with it.
  const drafts = Array.from({ length: 2 * ROUNDS + 2 }, (_, round) => draft(articles, round));
  const costs: [number[], number[]] = [[], []];
  for (const [round, text] of drafts.entries()) {
    const [reference, list] = round % 2 === 0 ? [one, costs[0]] : [beat.reference, costs[1]];
    const cost = await costOf(() => void checkDraft(readProse(text), reference));
    list.push(1e3 * cost.cpu);
  }
  const [little, much] = costs.map((list) => {
    const [, ...rest] = list;
    return rest.sort((a, b) => a - b)[rest.length >> 1] ?? 0;
  });
  const typed = [await typing(articles, one, 2), await typing(articles, beat.reference, 200)];
  say(
    `  a draft of ${DRAFT_WORDS} words is opened: ${ms(much)}, ${ratio(much, little)} times what it costs ` +
      `against one article; the very first ${ms(costs[1][0])}`,
  );
  say(
    `  a sentence of it is rewritten: ${ms(typed[1])}, ${ratio(typed[1], typed[0])} times what it costs against one article`,
  );
  say(`  at the end ${peak()}`);
}

/**
 * The processor time, in milliseconds, of checking a draft again after one sentence was rewritten: as in the
 * server, unchanged blocks are reused. The new words count up from `from`, so that no sentence was read before.
 */
async function typing(articles: number, reference: Reference, from: number): Promise<number> {
  const sentences = draft(articles, 99).split('. ');
  let prose = readProse(sentences.join('. '));
  checkDraft(prose, reference);
  const costs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const at = (round * 3) % sentences.length;
    sentences[at] = `${sentences[at] ?? ''} after ${round + from} weeks`;
    const cost = await costOf(() => {
      prose = readProse(sentences.join('. '), 'markdown', prose);
      checkDraft(prose, reference);
    });
    costs.push(1e3 * cost.cpu);
  }
  return costs.sort((a, b) => a - b)[costs.length >> 1] ?? 0;
}

function ms(milliseconds = 0): string {
  return `${milliseconds.toFixed(0)} ms of the processor`;
}

function ratio(a = 0, b = 1): string {
  return (a / b).toFixed(1);
}

function nearMisses(): void {
  const draw = new Draw(4);
  const surnames = Array.from({ length: 40_000 }, () => draw.name());
  const citation = { source: 'list.md', line: 1 };
  const entities = Array.from({ length: NAMES }, (): Entity => {
    const name = `${draw.name()} ${draw.of(surnames)}`;
    return { kind: 'person', name, forms: [], demonyms: [], roles: [], bio: '', citation };
  });
  const table = new FormTable(entities);
  const misses = Array.from({ length: 4_000 }, () => {
    const name = draw.of(surnames).toLowerCase();
    const at = draw.below(name.length - 1);
    return `${name.slice(0, at)}${name[at + 1] ?? ''}${name[at] ?? ''}${name.slice(at + 2)}`;
  });
  table.candidates('zzyzx');
  const before = process.cpuUsage();
  for (const miss of misses) table.candidates(miss);
  const micros = process.cpuUsage(before).user / misses.length;
  say(`a near miss among ${NAMES} names: ${(micros / 1e3).toFixed(3)} ms of the processor`);
}

function run(...args: readonly (string | number)[]): void {
  const self = ['--import', 'tsx', 'test/bench/sources.ts', ...args.map(String)];
  execFileSync(process.execPath, self, { stdio: 'inherit' });
}

const [role, folder = '', count = '0'] = process.argv.slice(2);
if (role === 'index') {
  await indexAll(folder);
} else if (role === 'start') {
  await start(folder, Number(count));
} else {
  const sizes = process.argv.slice(2).map(Number);
  for (const size of sizes.length > 0 ? sizes : SIZES) {
    const place = mkdtempSync(join(tmpdir(), 'copydesk-'));
    mkdirSync(join(place, 'sources'));
    for (const { name, text } of corpus(size)) {
      const file = join(place, 'sources', name);
      writeFileSync(file, text);
      utimesSync(file, WRITTEN, WRITTEN);
    }
    say(`${size} articles`);
    run('index', place);
    run('start', place, size);
    rmSync(place, { recursive: true });
  }
  nearMisses();
}
