import type { Finding } from './finding.js';
import { RULES, type Severity, familyOf } from './rules.js';

/** The severities that a reporter sets, by family (`name`) or code (`name/unknown`); a code takes precedence over its family. */
export type Severities = ReadonlyMap<string, Severity | 'off'>;

const RANK: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1, hint: 0 };

/** Every value that a severity can be set to, from most to least severe. */
export const SEVERITIES: ReadonlySet<unknown> = new Set([...Object.keys(RANK), 'off']);

/** The severity of a finding under a reporter's settings; `undefined` if its check is off. */
export function severityIn(severities: Severities, finding: Finding): Severity | undefined {
  const { code } = finding;
  const [set = finding.severity] = [code, ...(RULES[code].formerly ?? []), familyOf(code)].flatMap(
    (selector) => severities.get(selector) ?? [],
  );
  return set === 'off' ? undefined : set;
}

/** True if `severity` is at least as high as `threshold`. */
export function atLeast(severity: Severity, threshold: Severity): boolean {
  return RANK[severity] >= RANK[threshold];
}
