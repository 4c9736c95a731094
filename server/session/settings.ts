import { isRecord } from '../reference/isRecord.js';
import { SEVERITIES, type Severities } from '../checks/severity.js';

/** What a reporter can set, in the section `copydesk` of the editor's settings. */
export interface Settings {
  readonly enable: boolean;
  /** Globs relative to the workspace folder. */
  readonly sources: readonly string[];
  readonly severities: Severities;
  /** `off` to check sentences by rules alone. */
  readonly sentenceReader: 'on' | 'off';
}

/** The default globs of source files, relative to the folder. */
export const DEFAULT_SOURCES: readonly string[] = ['sources/**'];

/** Reads settings as the client sends them; a missing or invalid value is replaced by its default. */
export function readSettings(value: unknown): Settings {
  const given = isRecord(value) ? value : {};
  const { enable, sources, severity, sentenceReader } = given;
  return {
    enable: enable !== false,
    sources: isStringArray(sources) ? sources : DEFAULT_SOURCES,
    severities: new Map(Object.entries(isRecord(severity) ? severity : {}).filter(isSeverityEntry)),
    sentenceReader: sentenceReader === 'off' ? 'off' : 'on',
  };
}

function isStringArray(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isSeverityEntry(
  entry: [string, unknown],
): entry is [string, Severities extends ReadonlyMap<string, infer Value> ? Value : never] {
  return SEVERITIES.has(entry[1]);
}
