import { appendFileSync, writeFileSync } from 'node:fs';
import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { tell } from '../../machine.js';
import { PASSWORD, type Suite } from '../suite.js';
import { launchChromium } from './chromium.js';
import { startWorkbench } from './workbench.js';

const TIMEOUT_MILLISECONDS = 6 * 60 * 1000;

/** The editor's log names the extension, and a stack trace names its bundle. */
const FROM_EXTENSION = /\bcopydesk\.copydesk\b|\bdist\/client\.cjs\b/iu;

/** The editor logs the failures of a language model, which the suite provokes, with the extension's stack trace. */
const PROVOKED = /\[CHAT\] extension request ERRORED\b/u;

/**
 * Runs the suite in VS Code's workbench in headless Chromium. Resolves to true if every test passed and the
 * editor's log contains no warning about the extension.
 */
export async function runInBrowser(
  { suite, folder, installed, models }: Suite,
  log: string,
): Promise<boolean> {
  const browser = await launchChromium();
  try {
    const workbench = await startWorkbench(
      {},
      installed === undefined ? { folder: models } : { vsix: installed.vsix },
    );
    tell(`The editor is VS Code’s workbench in Chromium ${browser.version()}.`);
    try {
      writeFileSync(log, '');
      const page = await browser.newPage();
      const warnings: string[] = [];
      await page.exposeFunction('codeAutomationLog', (kind: string, words: readonly unknown[]) => {
        const line = format(...words);
        appendFileSync(log, `${kind}: ${line}\n`);
        const isWarning = /^(?:warn|error)/u.test(kind) && !PROVOKED.test(line);
        if (isWarning && FROM_EXTENSION.test(line)) warnings.push(line);
      });
      const ended = new Promise<number>((resolve, reject) => {
        const timeout = setTimeout(
          () => reject(new Error('the suite timed out')),
          TIMEOUT_MILLISECONDS,
        );
        void page.exposeFunction('codeAutomationExit', (status: number) => {
          clearTimeout(timeout);
          resolve(status);
        });
      });
      // The workbench has one extension under development: the one that offers a model, together
      // with a package.
      const developed = installed === undefined ? {} : { extension: models };
      await page.goto(workbench.url(folder, { suite, ...developed }));
      void typePassword(page);
      const status = await ended;
      for (const warning of warnings) tell(`The editor’s log contains a warning: ${warning}`);
      return status === 0 && warnings.length === 0;
    } finally {
      await workbench.close();
    }
  } finally {
    await browser.close();
  }
}

/**
 * Types into the first box for a password, because an extension cannot. Ends with the page at the
 * latest.
 */
async function typePassword(page: Page): Promise<void> {
  const box = page.locator('.quick-input-widget input[type="password"]');
  try {
    await box.fill(PASSWORD, { timeout: 0 });
    await box.press('Enter');
  } catch {
    // The page was closed before there was such a box.
  }
}
