import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './host.js';

/** The options of a command by name, as `util.parseArgs` describes them. */
type Options = NonNullable<ParseArgsConfig['options']>;

/** The arguments of a command as `util.parseArgs` gives them. */
type Arguments<T extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: T; allowPositionals: true; strict: true }>
>;

/** The option of commands that check drafts: sentences are checked by rules alone. */
export const NO_READER = {
  'no-reader': { type: 'boolean', default: false },
} as const satisfies Options;

/** Reads a command's arguments. Throws a `UsageError` that says which one is wrong. */
export function readOptions<T extends Options>(args: readonly string[], options: T): Arguments<T> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(error.message.split('. ')[0] ?? error.message);
  }
}

/** The value of an option, which must be one of `words`. Throws a `UsageError` if it is not. */
export function oneOf<T extends string>(option: string, words: readonly T[], value: string): T {
  const word = words.find((candidate) => candidate === value);
  if (word !== undefined) return word;
  const choices = words.length === 1 ? words.join() : `one of ${words.join(', ')}`;
  throw new UsageError(`${option} takes ${choices}, not “${value}”`);
}
