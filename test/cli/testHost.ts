import { run } from '../../server/cli/command.js';
import type { Host } from '../../server/cli/host.js';
import { CommandOpinions } from '../../server/cli/secondOpinion.js';
import { ReadingQueue } from '../../server/inference/readingQueue.js';
import { NO_READER } from '../inference/fakeReader.js';
import type { Base } from '../../server/reference/model.js';
import { createReference } from '../../server/reference/reference.js';
import { INGEST_HOST } from '../ingestHost.js';
import { MemoryIndexCache } from '../memoryCache.js';
import type { LoopbackTransport } from '../../server/secondOpinion/loopback/transport.js';
import { type OpinionStore, OpinionTable } from '../../server/secondOpinion/opinionTable.js';
import { UnreadableError } from '../../server/workspace/workspace.js';
import { MemoryWorkspace } from '../memoryWorkspace.js';

/** The output, saved files and exit status of a command. */
export interface Outcome {
  readonly status: number;
  readonly output: string;
  readonly errors: readonly string[];
  readonly saved: ReadonlyMap<string, string>;
  /** The progress messages. */
  readonly progress: readonly string[];
}

/** The environment in which a command starts. */
export interface Start {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly input?: string | Uint8Array | AsyncIterable<Uint8Array>;
  /** Replaces the collecting of the output. */
  readonly write?: Host['write'];
  readonly shipped?: Base;
  /** The sentence reader; by default it is off. */
  readonly reader?: ReadingQueue;
  /** The assistant that asks with `mcp`; none by default. */
  readonly assistant?: Host['serveAssistants'];
  /** The cache that `--cache` opens. */
  readonly cache?: MemoryIndexCache;
  /** Connects to the newsroom's archive; by default there is none. */
  readonly openArchive?: Host['openArchive'];
  /** The servers on this machine; none by default, and asking one is an error. */
  readonly loopback?: LoopbackTransport;
  /** The second opinions that `--cache` has. */
  readonly opinionStore?: OpinionStore;
}

/** Runs a command line in memory. */
export async function copydesk(args: readonly string[], start: Start = {}): Promise<Outcome> {
  const { files = {}, input = '', shipped = { entities: [], facts: [], quotes: [] } } = start;
  const errors: string[] = [];
  const progress: string[] = [];
  const saved = new Map<string, string>();
  let output = '';
  const host: Host = {
    workspace: new MemoryWorkspace(files),
    ...INGEST_HOST,
    showProgress: (state) => void progress.push(state),
    cache: () => start.cache ?? new MemoryIndexCache(),
    input: typeof input === 'object' && !(input instanceof Uint8Array) ? input : once(input),
    write:
      start.write ??
      ((text) => {
        output += text;
        return Promise.resolve();
      }),
    warn: (line) => void errors.push(line),
    save: (path, text) => {
      saved.set(path, text);
      return Promise.resolve();
    },
    loadOpinions: () => Promise.resolve({ CommandOpinions }),
    openLoopback: () => {
      if (start.loopback === undefined) throw new Error('no model may be asked');
      return Promise.resolve(start.loopback);
    },
    opinionStore: () => Promise.resolve(start.opinionStore ?? new OpinionTable()),
    openArchive:
      start.openArchive ?? (() => Promise.reject(new UnreadableError('there is no archive'))),
    stream: (path) => Promise.reject(new UnreadableError(`${path} cannot be read`)),
    shipped: () => Promise.resolve(createReference(shipped, 'sample')),
    reader: () => start.reader ?? new ReadingQueue(NO_READER),
    colour: false,
    openFolder: () => new MemoryWorkspace(files),
    serveAssistants: start.assistant ?? (() => Promise.resolve()),
    serve: () => Promise.resolve(),
    version: '1.2.3',
  };
  const status = await run(host, args);
  return { status, output, errors, saved, progress };
}

async function* once(input: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(typeof input === 'string' ? Buffer.from(input) : input);
}
