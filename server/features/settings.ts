import { DEFAULT_SEVERITY, type Finding, type Severity } from '../checks/finding.js';

/** What a reporter can set, under `copydesk` in the editor's settings. */
export interface Settings {
  readonly enable: boolean;
  /** Globs from the workspace folder. */
  readonly sources: readonly string[];
  /** By family (`name`) or code (`name/unknown`); a code counts for more than its family. */
  readonly severity: ReadonlyMap<string, Severity | 'off'>;
}

/** The files that are sources where nobody said otherwise, as globs from the folder. */
export const DEFAULT_SOURCES: readonly string[] = ['sources/**'];

const SEVERITIES: ReadonlySet<unknown> = new Set([...Object.values(DEFAULT_SEVERITY), 'off']);

/** Reads settings as the client sends them; what is missing or of no use gets its default. Cannot throw. */
export function readSettings(value: unknown): Settings {
  const given = isRecord(value) ? value : {};
  const { enable, sources, severity } = given;
  return {
    enable: enable !== false,
    sources: isTexts(sources) ? sources : DEFAULT_SOURCES,
    severity: new Map(Object.entries(isRecord(severity) ? severity : {}).filter(isSeverityEntry)),
  };
}

/** How much a finding matters to this reporter; `undefined` where its check is off. Cannot throw. */
export function severityIn({ severity }: Settings, finding: Finding): Severity | undefined {
  const family = finding.code.split('/')[0] ?? '';
  const set = severity.get(finding.code) ?? severity.get(family) ?? finding.severity;
  return set === 'off' ? undefined : set;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isSeverityEntry(entry: [string, unknown]): entry is [string, Severity | 'off'] {
  return SEVERITIES.has(entry[1]);
}
