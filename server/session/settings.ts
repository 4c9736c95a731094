import { isRecord } from '../reference/isRecord.js';
import { SEVERITIES, type Severities } from '../checks/severity.js';
import {
  DEFAULT_SPELLING,
  SPELLING_LANGUAGES,
  type SpellingOptions,
} from '../checks/spelling/options.js';

/** What a reporter can set, in the section `copydesk` of the editor's settings. */
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

function readSpelling(value: unknown): SpellingOptions {
  const { enable, language } = isRecord(value) ? value : {};
  return {
    isEnabled: enable !== false,
    language: SPELLING_LANGUAGES.find((known) => known === language) ?? DEFAULT_SPELLING.language,
  };
}

/**
 * What is wrong with the language of the spelling check, as words that follow the name of the setting; `undefined` if it is
 * valid or not set. Other editors than VS Code do not check settings themselves.
 */
export function spellingLanguageProblem(value: unknown): string | undefined {
  const spelling = isRecord(value) && isRecord(value.spelling) ? value.spelling : {};
  const { language } = spelling;
  if (language === undefined || language === null) return undefined;
  if (SPELLING_LANGUAGES.some((known) => known === language)) return undefined;
  const [auto, ...varieties] = SPELLING_LANGUAGES.map((known) => `“${known}”`);
  return `must be ${auto ?? ''}, ${varieties.slice(0, -1).join(', ')} or ${varieties.at(-1) ?? ''}. Until then it is ${auto ?? ''}.`;
}

function isStringArray(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isSeverityEntry(
  entry: [string, unknown],
): entry is [string, Severities extends ReadonlyMap<string, infer Value> ? Value : never] {
  return SEVERITIES.has(entry[1]);
}
