import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Mocha from 'mocha';

/** The results of a suite. */
export interface Counts {
  readonly passed: number;
  /** The full titles of the tests and hooks that failed. */
  readonly failures: readonly string[];
}

/** Mocha's spec reporter, which also leaves its counts in the file that `reporterOptions.output` names. */
export default class Tally extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const { output } = options.reporterOptions as { readonly output: string };
    const failures: string[] = [];
    runner.on('fail', (test) => void failures.push(test.fullTitle()));
    runner.once('end', () => {
      const counts: Counts = { passed: this.stats.passes, failures };
      mkdirSync(dirname(output), { recursive: true });
      writeFileSync(output, JSON.stringify(counts));
    });
  }
}
