import { run } from '../../server/cli/command.js';
import type { Host } from '../../server/cli/host.js';
import type { Base } from '../../server/reference/model.js';
import { createReference } from '../../server/reference/reference.js';
import { CLASSROOM } from '../ingestHost.js';
import { MemoryCache } from '../memoryCache.js';
import { MemoryWorkspace } from '../memoryWorkspace.js';

/** What a command printed, saved and ended with. */
export interface Outcome {
  readonly status: number;
  readonly output: string;
  readonly errors: readonly string[];
  readonly saved: ReadonlyMap<string, string>;
  /** What it showed of how far it was. */
  readonly reported: readonly string[];
}

/** What a command finds when it starts. */
export interface Start {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly input?: string | Uint8Array | AsyncIterable<Uint8Array>;
  /** What takes the output; without it, it is collected. */
  readonly write?: Host['write'];
  readonly shipped?: Base;
  /** What `--cache` keeps. */
  readonly cache?: MemoryCache;
}

/** Runs a command line as the command does, in memory. */
export async function copydesk(args: readonly string[], start: Start = {}): Promise<Outcome> {
  const { files = {}, input = '', shipped = { entities: [], facts: [], quotes: [] } } = start;
  const errors: string[] = [];
  const reported: string[] = [];
  const saved = new Map<string, string>();
  let output = '';
  const host: Host = {
    workspace: new MemoryWorkspace(files),
    ...CLASSROOM,
    report: (state) => void reported.push(state),
    cache: () => start.cache ?? new MemoryCache(),
    input: typeof input === 'object' && !(input instanceof Uint8Array) ? input : once(input),
    write:
      start.write ??
      ((text) => {
        output += text;
        return Promise.resolve();
      }),
    tell: (line) => void errors.push(line),
    save: (path, text) => {
      saved.set(path, text);
      return Promise.resolve();
    },
    shipped: () => Promise.resolve(createReference(shipped)),
    colour: false,
    serve: () => Promise.resolve(),
    version: '1.2.3',
  };
  const status = await run(host, args);
  return { status, output, errors, saved, reported };
}

async function* once(input: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(typeof input === 'string' ? Buffer.from(input) : input);
}
