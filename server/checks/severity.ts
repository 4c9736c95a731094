import { DEFAULT_SEVERITY, type Finding, type Severity } from './finding.js';

/** The severities that a reporter sets, by family (`name`) or code (`name/unknown`); a code beats its family. */
export type Severities = ReadonlyMap<string, Severity | 'off'>;

/** Every value that a severity can be set to. */
export const SEVERITIES: ReadonlySet<unknown> = new Set([
  ...Object.values(DEFAULT_SEVERITY),
  'off',
]);

/** The severity of a finding under a reporter's settings; `undefined` where its check is off. */
export function severityIn(severities: Severities, finding: Finding): Severity | undefined {
  const family = finding.code.split('/')[0] ?? '';
  const set = severities.get(finding.code) ?? severities.get(family) ?? finding.severity;
  return set === 'off' ? undefined : set;
}

const RANK: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1, hint: 0 };

/** True where `severity` is at least as high as `threshold`. */
export function atLeast(severity: Severity, threshold: Severity): boolean {
  return RANK[severity] >= RANK[threshold];
}
