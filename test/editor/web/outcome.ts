import type { Counts } from '../../tally.js';

/** What the suite in the browser tells its driver when all tests have run. */
export interface Outcome extends Counts {
  readonly report: string;
}

/** What the line of the console begins with that holds an outcome as JSON. */
export const OUTCOME = 'copydesk-outcome ';
