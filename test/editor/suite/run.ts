import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import Tally from '../../tally.js';

/** The report that the driver prints, because the editor's console contains too much else. */
const REPORT = join(__dirname, 'editor.txt');

/** Runs only the tests with these words in their titles, unless it is empty; set when the suite is bundled. */
declare const GREP: string;

/** Called in the extension host by either driver. Rejects if a test fails. */
export async function run(): Promise<void> {
  writeFileSync(REPORT, '');
  Mocha.reporters.Base.consoleLog = (...words: unknown[]) =>
    appendFileSync(REPORT, `${format(...words)}\n`);
  const mocha = new Mocha({
    color: false,
    timeout: 80_000,
    forbidPending: true,
    ...(GREP === '' ? {} : { grep: GREP }),
    reporter: Tally,
    reporterOptions: { output: join(__dirname, 'editor.json') },
  });
  mocha.suite.emit('pre-require', globalThis, null, mocha);
  await import('./start.test.js');
  await import('./draft.test.js');
  await import('./sample.test.js');
  await import('./settings.test.js');
  await import('./grammar.test.js');
  await import('./suppressions.test.js');
  await import('./languageFeatures.test.js');
  await import('./factSheet.test.js');
  await import('./reference.test.js');
  await import('./checking.test.js');
  await import('./story.test.js');
  await import('./sources.test.js');
  await import('./longDraft.test.js');
  await import('./archive.test.js');
  await import('./secondOpinion.test.js');
  await import('./crash.test.js');
  await import('./indexing.test.js');
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
