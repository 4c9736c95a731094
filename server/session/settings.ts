import { isRecord } from '../reference/isRecord.js';
import { SEVERITIES, type Severities } from '../checks/severity.js';
import {
  DEFAULT_SPELLING,
  SPELLING_LANGUAGES,
  type SpellingOptions,
} from '../checks/spelling/options.js';

/** The reporter's settings, in the section `copydesk` of the editor's settings. */
export interface Settings {
  readonly enable: boolean;
  /** Globs relative to the workspace folder. */
  readonly sources: readonly string[];
  readonly severities: Severities;
  /** `off` to check sentences and claims by rules alone. */
  readonly sentenceReader: 'on' | 'off';
  readonly spelling: SpellingOptions;
}

/** The default globs of source files, relative to the folder. */
export const DEFAULT_SOURCES: readonly string[] = ['sources/**'];

/** Reads settings as the client sends them; a missing or invalid value is replaced by its default. */
export function readSettings(value: unknown): Settings {
  const given = isRecord(value) ? value : {};
  const { enable, sources, severity, sentenceReader, spelling } = given;
  return {
    enable: enable !== false,
    sources: isStringArray(sources) ? sources : DEFAULT_SOURCES,
    severities: new Map(Object.entries(isRecord(severity) ? severity : {}).filter(isSeverityEntry)),
    sentenceReader: sentenceReader === 'off' ? 'off' : 'on',
    spelling: readSpelling(spelling),
  };
}

/** The value that turns the spelling check off, in place of a variety of English. */
const OFF = 'off';

function readSpelling(value: unknown): SpellingOptions {
  return {
    isEnabled: value !== OFF,
    language: SPELLING_LANGUAGES.find((known) => known === value) ?? DEFAULT_SPELLING.language,
  };
}

/**
 * The error in the setting of the spelling check, as words that follow its name; `undefined` if it
 * is valid or not set. Editors other than VS Code do not check settings themselves.
 */
export function spellingProblem(value: unknown): string | undefined {
  const spelling = isRecord(value) ? value.spelling : undefined;
  if (spelling === undefined || spelling === null) return undefined;
  const known = [...SPELLING_LANGUAGES, OFF];
  if (known.some((one) => one === spelling)) return undefined;
  const names = known.map((one) => `“${one}”`);
  return `must be ${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}. Until then it is “${DEFAULT_SPELLING.language}”.`;
}

function isStringArray(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isSeverityEntry(
  entry: [string, unknown],
): entry is [string, Severities extends ReadonlyMap<string, infer Value> ? Value : never] {
  return SEVERITIES.has(entry[1]);
}
