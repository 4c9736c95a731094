// Takes the pictures of the README and of each thing a reporter sees, from the real editor.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { launchChromium } from './drivers/chromium.js';
import { startWorkbench } from './drivers/workbench.js';
import { ROOT, tell } from '../machine.js';
import { until } from './until.js';

const PICTURES = join(ROOT, 'dist', 'screenshots');
const README_PICTURE = join(ROOT, 'docs', 'screenshot.png');

const SETTINGS = {
  'editor.wordWrap': 'on',
  'editor.minimap.enabled': false,
  'editor.lineNumbers': 'off',
  'editor.fontFamily': 'DejaVu Sans Mono',
  'editor.fontSize': 14,
  'editor.folding': false,
  'editor.hover.above': false,
  'editor.overviewRulerBorder': false,
  'editor.stickyScroll.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'breadcrumbs.enabled': false,
};

await mkdir(PICTURES, { recursive: true });
const browser = await launchChromium();
const workbench = await startWorkbench(SETTINGS);
try {
  const page = await browser.newPage({ viewport: { width: 1100, height: 720 } });
  const samples = join(ROOT, 'samples');
  await page.goto(workbench.address(samples, { file: join(samples, 'astana-report.md') }));

  await page.locator('.squiggly-error').first().waitFor();
  await page.locator('.squiggly-warning').first().waitFor();
  await command(page, 'View: Close Primary Side Bar');
  await picture(page, 'squiggles');

  await hover(page, 'Narendra');
  await picture(page, 'hover-name');
  await page.keyboard.press('Escape');

  await quickFix(page, 'Lavrof');
  await picture(page, 'quick-fix');
  await page.keyboard.press('Escape');

  await command(page, 'View: Focus Problems');
  await page.locator('.markers-panel').waitFor();
  await picture(page, 'problems');
  await command(page, 'View: Hide Panel');

  await hover(page, 'attending');
  await picture(page, 'hover-claim');
  await page.screenshot({ path: README_PICTURE, clip: await textOf(page) });
  await page.keyboard.press('Escape');

  await command(page, 'Preferences: Open Settings (UI)');
  await page.locator('.settings-editor .search-container').waitFor();
  await page.keyboard.insertText('@ext:copydesk.copydesk');
  await page.getByText('How loud a check is').first().waitFor();
  await picture(page, 'settings');
} finally {
  await browser.close();
  await workbench.close();
}

async function picture(page: Page, name: string): Promise<void> {
  const path = join(PICTURES, `${name}.png`);
  await page.screenshot({ path });
  tell(path);
}

/** Where the text is shown, without the workbench around it. */
async function textOf(
  page: Page,
): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await page.locator('.part.editor .editor-instance').first().boundingBox();
  if (box === null) throw new Error('no editor is shown');
  return box;
}

/** Runs a command by its title, as a reporter does from the palette. */
async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

async function hover(page: Page, word: string): Promise<void> {
  await find(page, word);
  await until(`the card of “${word}” shows`, async () => {
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+I');
    return isShown(page.locator('.monaco-hover:not(.hidden) .hover-contents').first());
  });
}

async function quickFix(page: Page, word: string): Promise<void> {
  await find(page, word);
  await until('the quick fixes show', async () => {
    await page.keyboard.press('Control+.');
    return isShown(page.locator('.action-widget').first());
  });
}

/** Puts the cursor on the first place where the draft has a word. */
async function find(page: Page, word: string): Promise<void> {
  await page
    .locator('.monaco-editor')
    .first()
    .click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+F');
  await page.locator('.find-widget textarea').first().fill(word);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
}

async function isShown(widget: Locator): Promise<boolean> {
  return widget.waitFor({ timeout: 2000 }).then(
    () => true,
    () => false,
  );
}
