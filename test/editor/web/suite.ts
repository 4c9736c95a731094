import 'mocha';
import { OUTCOME, type Outcome } from './outcome.js';

/** Called in the extension host of the browser. Rejects if a test fails. */
export async function run(): Promise<void> {
  const lines: string[] = [];
  const failures: string[] = [];
  mocha.setup({
    ui: 'bdd',
    timeout: 80_000,
    forbidPending: true,
    reporter: reporter(lines, failures),
  });
  await import('../suite/draft.test.js');
  await import('../suite/secondOpinion.test.js');
  await import('./web.test.js');
  const outcome = await new Promise<Outcome>((resolve) => {
    const runner = mocha.run(() =>
      resolve({ passed: runner.stats?.passes ?? 0, failures, report: lines.join('\n') }),
    );
  });
  // eslint-disable-next-line no-console -- the console is the only output of the browser
  console.log(`${OUTCOME}${JSON.stringify(outcome)}`);
  if (failures.length > 0) throw new Error(`${failures.length} tests failed`);
}

/**
 * Collects a line for each test, because Mocha's own reporters need a page or a terminal, and the
 * failures.
 */
function reporter(lines: string[], failures: string[]): Mocha.ReporterConstructor {
  const listen = function (runner: Mocha.Runner): void {
    runner.on('suite', ({ title }) => void lines.push(`  ${title}`));
    runner.on('pass', ({ title }) => void lines.push(`    ✔ ${title}`));
    runner.on('fail', (test, error: Error) => {
      failures.push(test.fullTitle());
      lines.push(`    ✘ ${test.title}`, error.stack ?? String(error));
    });
  };
  return listen as unknown as Mocha.ReporterConstructor;
}
