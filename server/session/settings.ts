import { SEVERITIES, type Severities } from '../checks/severity.js';

/** What a reporter can set, under `copydesk` in the editor's settings. */
export interface Settings {
  readonly enable: boolean;
  /** Globs from the workspace folder. */
  readonly sources: readonly string[];
  readonly severities: Severities;
}

/** The files that are sources where nobody said otherwise, as globs from the folder. */
export const DEFAULT_SOURCES: readonly string[] = ['sources/**'];

/** Reads settings as the client sends them; what is missing or of no use gets its default. */
export function readSettings(value: unknown): Settings {
  const given = isRecord(value) ? value : {};
  const { enable, sources, severity } = given;
  return {
    enable: enable !== false,
    sources: isTexts(sources) ? sources : DEFAULT_SOURCES,
    severities: new Map(Object.entries(isRecord(severity) ? severity : {}).filter(isSeverityEntry)),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isSeverityEntry(
  entry: [string, unknown],
): entry is [string, Severities extends ReadonlyMap<string, infer Value> ? Value : never] {
  return SEVERITIES.has(entry[1]);
}
