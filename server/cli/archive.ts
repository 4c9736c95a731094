import { type Archive, type ArchiveSummary, EVERYONE } from '../archive/archive.js';
import { isGroup, readDumpLine } from '../archive/dump.js';
import {
  type Candidate,
  type LoadProgress,
  type Loaded,
  type NoCandidate,
  load,
} from '../archive/load.js';
import { type DocumentPlace, digestOf, readFileFor, readRecord } from '../archive/readDocument.js';
import { inWords } from '../reference/extraction/sourceDate.js';
import { MAX_TEXT_BYTES, UnreadableError } from '../workspace/workspace.js';
import { EXIT, type Host, UsageError } from './host.js';
import { linesOf } from './lines.js';
import { resolveSources } from './loadSources.js';
import { readOptions } from './options.js';

/** The subcommands of `copydesk archive`. */
const ACTIONS = { init, add, sync, status, who } as const;

/**
 * `copydesk archive`. Resolves to the exit status; rejects with a `UsageError` or an `UnreadableError`.
 */
export async function archive(host: Host, args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, {
    database: { type: 'string' },
    visibility: { type: 'string', default: EVERYONE },
    as: { type: 'string' },
  });
  const [word, ...rest] = positionals;
  const action = Object.entries(ACTIONS).find(([name]) => name === word)?.[1];
  if (action === undefined) {
    const known = Object.keys(ACTIONS).join(', ');
    throw new UsageError(
      word === undefined
        ? `say what to do: ${known}`
        : `there is no “archive ${word}”, only ${known}`,
    );
  }
  const { database, visibility, as: name } = values;
  if (database === undefined || database === '')
    throw new UsageError('name the archive with --database postgresql://USER@HOST/DATABASE');
  if (!isGroup(visibility))
    throw new UsageError(
      `--visibility takes a name of lower-case letters, digits and “_”, not “${visibility}”`,
    );
  const opened = await host.openArchive(database);
  try {
    return await action(host, opened, rest, { visibility, name });
  } finally {
    await opened.close();
  }
}

/** The properties that documents are stored with. */
interface LoadOptions {
  readonly visibility: string;
  /** The name of their origin; `undefined` for the URI of the folder or file. */
  readonly name: string | undefined;
}

async function init(host: Host, opened: Archive, rest: readonly string[]): Promise<number> {
  noArguments('init', rest);
  const run = await opened.migrate();
  await host.write(
    run.length === 0
      ? 'The archive is there already and up to date.\n'
      : `The archive is ready (${run.join(', ')}). Next: copydesk archive add FOLDER --database …\n`,
  );
  return EXIT.clean;
}

async function status(host: Host, opened: Archive, rest: readonly string[]): Promise<number> {
  noArguments('status', rest);
  await host.write(`${summaryText(await opened.summary())}\n`);
  return EXIT.clean;
}

async function who(host: Host, opened: Archive, rest: readonly string[]): Promise<number> {
  const [name] = rest;
  if (name === undefined || rest.length > 1)
    throw new UsageError('archive who takes one name; put it in quotation marks');
  const names = await opened.namesLike(name);
  if (names.length === 0) {
    await host.write(`The archive has no name like “${name}”.\n`);
    return EXIT.found;
  }
  const lines = names.map(({ name: found, kind, roles, documents, latest }) =>
    [
      `${found} (${kind})`,
      ...roles,
      `${counted(documents, 'document')}${latest === undefined ? '' : `, the last of ${inWords(latest)}`}`,
    ].join('; '),
  );
  await host.write(`${lines.join('\n')}\n`);
  return EXIT.clean;
}

async function add(
  host: Host,
  opened: Archive,
  rest: readonly string[],
  options: LoadOptions,
): Promise<number> {
  return loadAll(host, opened, 'add', rest, options);
}

/** Like `add`, and removes what is no longer there. */
async function sync(
  host: Host,
  opened: Archive,
  rest: readonly string[],
  options: LoadOptions,
): Promise<number> {
  return loadAll(host, opened, 'sync', rest, options);
}

async function loadAll(
  host: Host,
  opened: Archive,
  action: 'add' | 'sync',
  paths: readonly string[],
  options: LoadOptions,
): Promise<number> {
  if (paths.length === 0) throw new UsageError(`name the folders and dumps to ${action}`);
  if (options.name !== undefined && paths.length > 1)
    throw new UsageError('--as names one folder or dump');
  let isComplete = true;
  let isChanged = false;
  for (const path of paths) {
    const origin = options.name ?? host.workspace.uriOf(path);
    const started = performance.now();
    const loaded = await load(opened, candidatesOf(host, path, origin, options.visibility), {
      progress: (progress) =>
        host.showProgress(progressText(path, progress, performance.now() - started)),
      problem: (problem) => host.warn(`copydesk: ${problem}`),
    });
    const unsafe = action === 'sync' ? whyNothingIsRemoved(loaded) : undefined;
    const removed =
      action === 'sync' && unsafe === undefined
        ? await opened.removeOthers(origin, loaded.addresses)
        : 0;
    host.showProgress('');
    if (unsafe !== undefined)
      host.warn(`copydesk: ${path}: nothing was removed, because ${unsafe}`);
    await host.write(
      `${path}: ${loadedText(loaded, removed, (performance.now() - started) / 1000)}\n`,
    );
    isChanged ||= loaded.stored + removed > 0;
    isComplete &&= loaded.skipped === 0 && unsafe === undefined;
  }
  if (isChanged) {
    host.showProgress('Bringing the indexes up to date');
    await opened.tidy();
    host.showProgress('');
  }
  return isComplete ? EXIT.clean : EXIT.unusable;
}

/**
 * An interrupted export leaves a dump that is empty or cut off, which must not empty an archive.
 */
function whyNothingIsRemoved({ addresses, isWhole }: Loaded): string | undefined {
  if (addresses.size === 0) return 'it has no document';
  return isWhole ? undefined : 'a skipped line may be any of the documents';
}

/** The documents in a folder, a file or a dump. */
async function* candidatesOf(
  host: Host,
  argument: string,
  origin: string,
  visibility: string,
): AsyncGenerator<Candidate | NoCandidate> {
  if (argument === '-') {
    yield* recordsIn(host, 'standard input', host.input, origin, visibility, () => 0);
    return;
  }
  const paths = isDump(argument) ? [argument] : await resolveSources(host, [argument]);
  for (const [at, path] of paths.entries()) {
    const done = (share: number): number => (at + share) / paths.length;
    if (!isDump(path)) {
      yield await fileCandidate(host, path, origin, visibility, done(1));
      continue;
    }
    const { size, chunks } = await host.stream(path);
    yield* recordsIn(host, path, chunks, origin, visibility, (read) =>
      done(Math.min(1, read / Math.max(1, size))),
    );
  }
}

function isDump(path: string): boolean {
  return /\.(?:ndjson|jsonl)$/iu.test(path);
}

/** The largest file that is read, in bytes, as among local sources. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

async function fileCandidate(
  host: Host,
  path: string,
  origin: string,
  visibility: string,
  done: number,
): Promise<Candidate | NoCandidate> {
  const address = host.workspace.uriOf(path);
  try {
    const bytes = await host.workspace.readBytes(path, MAX_FILE_BYTES);
    const digest = await digestOf(host, bytes, origin, visibility);
    const place: DocumentPlace = { address, origin, digest, visibility };
    return { address, digest, done, read: () => readFileFor(host.workspace, host, path, place) };
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return { problem: `${error.message}; it was skipped`, address };
  }
}

/** The records of a dump. `shareOf` converts a number of bytes into a share of the dump. */
async function* recordsIn(
  host: Host,
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  origin: string,
  visibility: string,
  shareOf: (bytes: number) => number,
): AsyncGenerator<Candidate | NoCandidate> {
  let [line, bytes] = [0, 0];
  for await (const read of linesOf(chunks, 2 * MAX_TEXT_BYTES)) {
    line++;
    bytes += read.length + 1;
    if (read !== 'too long' && read.length === 0) continue;
    const record = read === 'too long' ? 'it is too long' : readDumpLine(textOf(read));
    if (typeof record === 'string') {
      yield { problem: `${name}:${line}: ${record}; the line was skipped` };
      continue;
    }
    const content = read === 'too long' ? new Uint8Array() : read;
    const digest = await digestOf(host, content, origin, visibility);
    const place: DocumentPlace = {
      address: `${origin}#${record.id}`,
      origin,
      digest,
      visibility: record.visibility ?? visibility,
    };
    yield { ...place, done: shareOf(bytes), read: () => readRecord(host, record, place) };
  }
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function noArguments(action: string, rest: readonly string[]): void {
  if (rest.length > 0) throw new UsageError(`archive ${action} takes no files`);
}

/** “stories.ndjson: 12,300 documents, 41 percent, 310 per second, 2 minutes left”. */
function progressText(
  path: string,
  { stored, known, skipped, done }: LoadProgress,
  milliseconds: number,
): string {
  const all = stored + known + skipped;
  const perSecond = Math.round(all / Math.max(0.001, milliseconds / 1000));
  const left = done > 0 ? [`${durationText((milliseconds / 1000) * (1 / done - 1))} left`] : [];
  const share = done > 0 ? [`${Math.floor(100 * done)} percent`] : [];
  return `${path}: ${[counted(all, 'document'), ...share, `${perSecond} per second`, ...left].join(', ')}`;
}

function durationText(seconds: number): string {
  if (seconds < 90) return counted(Math.ceil(seconds), 'second');
  if (seconds < 5400) return counted(Math.round(seconds / 60), 'minute');
  return counted(Math.round(seconds / 3600), 'hour');
}

function loadedText({ stored, known, skipped }: Loaded, removed: number, seconds: number): string {
  return [
    `${counted(stored, 'document')} stored in ${durationText(seconds)}`,
    ...(known > 0 ? [`${counted(known, 'document')} there already`] : []),
    ...(removed > 0 ? [`${counted(removed, 'document')} removed`] : []),
    ...(skipped > 0 ? [`${counted(skipped, 'document')} skipped`] : []),
  ].join(', ');
}

function summaryText({ documents, sentences, oldest, newest }: ArchiveSummary): string {
  if (documents === 0) return 'You can see no documents in the archive.';
  const years =
    oldest === undefined || newest === undefined
      ? ''
      : `, from ${inWords(oldest)} to ${inWords(newest)}`;
  return `You can see ${counted(documents, 'document')} with ${counted(sentences, 'sentence')}${years}.`;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
