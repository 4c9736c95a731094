import { UnreadableError } from '../workspace/workspace.js';
import { archive } from './archive.js';
import { batch } from './batch.js';
import { check } from './check.js';
import { printable } from './colour.js';
import { HELP } from './help.js';
import { EXIT, type Host, UsageError } from './host.js';
import { compare } from './compare.js';
import { CHECKING, checkingOptions, readOptions } from './options.js';
import { mcp } from './mcp.js';
import { parse } from './parse.js';
import { reference } from './reference.js';
import { rules } from './rules.js';
import { sources } from './sources.js';
import { style } from './style.js';
import { timeline } from './timeline.js';

type Command = Exclude<keyof typeof HELP, 'copydesk'>;

/** Runs the command line. Resolves to the exit status; does not reject, whatever the input. */
export async function run(terminal: Host, args: readonly string[]): Promise<number> {
  // Messages quote file names and sources, which may contain anything.
  const host: Host = { ...terminal, warn: (line) => terminal.warn(printable(line)) };
  const [word, ...rest] = args;
  const command = isCommand(word) ? word : undefined;
  try {
    if (command !== undefined && asksForHelp(rest)) {
      await host.write(HELP[command]);
      return EXIT.clean;
    }
    if (command !== undefined) return await COMMANDS[command](host, rest);
    return await runWithoutCommand(host, word);
  } catch (error) {
    host.warn(`copydesk: ${reasonOf(error)}`);
    if (error instanceof UsageError) {
      host.warn(`Try “copydesk ${command === undefined ? '' : `${command} `}--help”.`);
    }
    return EXIT.unusable;
  }
}

const COMMANDS: Readonly<
  Record<Command, (host: Host, args: readonly string[]) => Promise<number>>
> = {
  check,
  batch: batchAlone,
  reference,
  sources,
  timeline,
  compare,
  archive,
  parse,
  rules,
  style,
  mcp,
  serve,
};

async function runWithoutCommand(host: Host, word: string | undefined): Promise<number> {
  switch (word) {
    case '-h':
    case '--help':
    case 'help':
      await host.write(HELP.copydesk);
      return EXIT.clean;
    case '-v':
    case '--version':
      await host.write(`${host.version}\n`);
      return EXIT.clean;
    case undefined:
      throw new UsageError('no command given');
    default:
      throw new UsageError(`there is no command “${word}”`);
  }
}

async function batchAlone(host: Host, args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, CHECKING);
  if (positionals.length > 0) throw new UsageError('batch reads standard input and takes no files');
  const options = checkingOptions(values);
  const reader = values['no-reader'] ? undefined : host.reader();
  try {
    return await batch(host, reader, options);
  } finally {
    reader?.stop();
  }
}

async function serve(host: Host, args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, { stdio: { type: 'boolean', default: false } });
  if (!values.stdio || positionals.length > 0) throw new UsageError('serve needs --stdio');
  await host.serve();
  return EXIT.clean;
}

function isCommand(word: string | undefined): word is Command {
  return word !== undefined && word !== 'copydesk' && Object.hasOwn(HELP, word);
}

/** True if help is requested before a “--”, after which everything is a file. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  return options.includes('--help') || options.includes('-h');
}

/** One plain line: a stack trace is no help to a reporter. */
function reasonOf(error: unknown): string {
  if (error instanceof UsageError || error instanceof UnreadableError) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  return `internal error: ${message.split('\n')[0] ?? ''}`;
}
