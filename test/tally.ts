import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Mocha from 'mocha';

/** How many tests of a suite passed and failed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Mocha's spec reporter, which also leaves its counts in the file that `reporterOptions.output` names. */
export default class Tally extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const { output } = options.reporterOptions as { readonly output: string };
    runner.once('end', () => {
      const counts: Counts = { passed: this.stats.passes, failed: this.stats.failures };
      mkdirSync(dirname(output), { recursive: true });
      writeFileSync(output, JSON.stringify(counts));
    });
  }
}
