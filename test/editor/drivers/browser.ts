import { appendFileSync, writeFileSync } from 'node:fs';
import { format } from 'node:util';
import { tell } from '../../machine.js';
import type { Suite } from '../suite.js';
import { launchChromium } from './chromium.js';
import { startWorkbench } from './workbench.js';

const PATIENCE_MILLISECONDS = 4 * 60 * 1000;

/** What the editor says of the extension names it; a stack of its code names its bundle. */
const OURS = /\bcopydesk\.copydesk\b|\bdist\/client\.cjs\b/iu;

/** Runs the suite in VS Code's workbench in headless Chromium. Resolves to true where every test passed
 * and the editor's log has no warning of the extension. */
export async function runInBrowser({ suite, folder, guest }: Suite, log: string): Promise<boolean> {
  const browser = await launchChromium();
  try {
    const workbench = await startWorkbench({}, guest?.vsix);
    tell(`The editor is VS Code’s workbench in Chromium ${browser.version()}.`);
    try {
      writeFileSync(log, '');
      const page = await browser.newPage();
      const complaints: string[] = [];
      await page.exposeFunction('codeAutomationLog', (kind: string, words: readonly unknown[]) => {
        const line = format(...words);
        appendFileSync(log, `${kind}: ${line}\n`);
        if (/^(?:warn|error)/u.test(kind) && OURS.test(line)) complaints.push(line);
      });
      const ended = new Promise<number>((resolve, reject) => {
        const late = setTimeout(
          () => reject(new Error('the suite did not end in time')),
          PATIENCE_MILLISECONDS,
        );
        void page.exposeFunction('codeAutomationExit', (status: number) => {
          clearTimeout(late);
          resolve(status);
        });
      });
      const extension = guest?.host;
      await page.goto(
        workbench.address(folder, { suite, ...(extension === undefined ? {} : { extension }) }),
      );
      const status = await ended;
      for (const complaint of complaints) tell(`The editor’s log complains: ${complaint}`);
      return status === 0 && complaints.length === 0;
    } finally {
      await workbench.close();
    }
  } finally {
    await browser.close();
  }
}
