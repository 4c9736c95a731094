import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { CheckBasis } from '../checks/check.js';
import {
  type SpellingOptions,
  DEFAULT_SPELLING,
  SPELLING_LANGUAGES,
} from '../checks/spelling/options.js';
import { UsageError } from './host.js';

/** The options of a command by name, as `util.parseArgs` describes them. */
type Options = NonNullable<ParseArgsConfig['options']>;

/** The arguments of a command as `util.parseArgs` returns them. */
type Arguments<T extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: T; allowPositionals: true; strict: true }>
>;

/** The options of commands that check drafts: by rules alone; the variety of English. */
export const CHECKING = {
  'no-reader': { type: 'boolean', default: false },
  spelling: { type: 'string', default: DEFAULT_SPELLING.language },
} as const satisfies Options;

/** How drafts are checked, from the command line. */
export type CheckingOptions = Pick<CheckBasis, 'spelling'>;

/** The value of `--spelling`. Throws a `UsageError` for an unknown variety. */
export function checkingOptions(values: { readonly spelling: string }): CheckingOptions {
  return { spelling: spellingOptions(values.spelling) };
}

function spellingOptions(value: string): SpellingOptions {
  const language = oneOf('--spelling', [...SPELLING_LANGUAGES, 'off'], value);
  return language === 'off'
    ? { ...DEFAULT_SPELLING, isEnabled: false }
    : { isEnabled: true, language };
}

/** Reads a command's arguments. Throws a `UsageError` that names the wrong one. */
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

/** The number above 0 that an option has. Throws a `UsageError` for any other value. */
export function positive(option: string, value: string | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  const number = Number(value);
  if (Number.isFinite(number) && number > 0) return number;
  throw new UsageError(`${option} takes a number above 0, not “${value}”`);
}
