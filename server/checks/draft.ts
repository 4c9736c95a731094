import type { Report } from './check.js';
import type { Prose } from '../prose/prose.js';
import type { Reference } from '../reference/reference.js';
import type { Severities } from './severity.js';

/** One version of an open draft, read and checked: all that a language feature needs. */
export interface Draft {
  readonly uri: string;
  readonly version: number;
  readonly prose: Prose;
  readonly report: Report;
  readonly reference: Reference;
  /** Those that the reporter sets. */
  readonly severities: Severities;
  /** The address at which an editor opens a source; `undefined` where it is no file. */
  readonly addressOf: (source: string) => string | undefined;
}
