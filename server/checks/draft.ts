import type { Report } from './check.js';
import type { Prose } from '../prose/prose.js';
import type { Reference } from '../reference/reference.js';
import type { Severities } from './severity.js';

/** One checked version of an open draft: all that a language feature needs. */
export interface Draft {
  readonly uri: string;
  readonly version: number;
  readonly prose: Prose;
  readonly report: Report;
  readonly reference: Reference;
  /** As configured by the reporter. */
  readonly severities: Severities;
  /** The URI at which an editor opens a source; `undefined` if it is not a file. */
  readonly uriOfSource: (source: string) => string | undefined;
  /** The URI of the recording for a source of captions; left out if none is looked for. */
  readonly recordingOf?: ((source: string) => string | undefined) | undefined;
}
