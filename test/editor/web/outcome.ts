import type { Counts } from '../../tally.js';

/** The result that the suite in the browser reports to its driver. */
export interface Outcome extends Counts {
  readonly report: string;
}

/** The prefix of the console line that contains the outcome as JSON. */
export const OUTCOME = 'copydesk-outcome ';
