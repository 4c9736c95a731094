// Takes the screenshots for the README, and of everything that a reporter sees, in a real editor.
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BrowserContextOptions, FrameLocator, Locator, Page } from 'playwright-core';
import type { FactSheetFilter } from '../../client/views/sheetGroups.js';
import { launchChromium } from './drivers/chromium.js';
import { type Workbench, startWorkbench } from './drivers/workbench.js';
import { ROOT, tell } from '../machine.js';
import { until } from './until.js';

const SCREENSHOTS = join(ROOT, 'dist', 'screenshots');
/** The screenshots in the README. */
const README_SCREENSHOTS = join(ROOT, 'docs', 'pictures');

/** The colours that a browser asks for. */
type Colours = Pick<BrowserContextOptions, 'colorScheme' | 'forcedColors'>;

const HIGH_CONTRAST: Colours = { colorScheme: 'dark', forcedColors: 'active' };

/** The entry to decide on, by its first words. */
const MODI = 'Narendra Modi is attending';

/** The right edge of the side bar at its default width, and when it is widened, in pixels. */
const NARROW = 309;
const WIDE = 430;

const SETTINGS = {
  // If the workbench does not use these themes, as in a folder that is opened later, it has one of
  // the browser's scheme.
  'window.autoDetectColorScheme': true,
  'workbench.preferredLightColorTheme': 'Light Modern',
  'workbench.preferredDarkColorTheme': 'Dark Modern',
  'editor.wordWrap': 'on',
  'editor.minimap.enabled': false,
  'editor.lineNumbers': 'off',
  'editor.fontFamily': 'DejaVu Sans Mono',
  'editor.fontSize': 14,
  'editor.folding': false,
  'editor.hover.above': false,
  'editor.overviewRulerBorder': false,
  'editor.stickyScroll.enabled': false,
  'breadcrumbs.enabled': false,
};

await Promise.all([SCREENSHOTS, README_SCREENSHOTS].map((one) => mkdir(one, { recursive: true })));
const browser = await launchChromium();
const home = await mkdtemp(join(tmpdir(), 'copydesk-screenshots-'));
try {
  for (const shade of ['light', 'dark'] as const) {
    await inWorkbench({ colorScheme: shade }, async (page, workbench) => {
      const samples = await copySamples(shade);
      await page.goto(workbench.url(samples, { file: join(samples, 'astana-report.md') }));
      await takeAll(page, shade);
      const empty = join(home, shade, 'empty');
      await mkdir(empty);
      await page.goto(workbench.url(empty));
      await takeWelcome(page, shade);
      const story = await writeStory(join(home, shade, 'story'));
      await page.goto(workbench.url(story, { file: join(story, 'yard.md') }));
      await takeStory(page, shade);
      const archive = await writeArchive(join(home, shade, 'archive'));
      await page.goto(workbench.url(archive, { file: join(archive, 'draft.md') }));
      await takeIndexing(page, shade);
    });
  }
  await inWorkbench(HIGH_CONTRAST, async (page, workbench) => {
    const samples = await copySamples('high-contrast');
    await page.goto(workbench.url(samples, { file: join(samples, 'astana-report.md') }));
    await page.locator('.squiggly-error').first().waitFor();
    await openFactSheet(page);
    await takeScreenshot(page, 'fact-sheet-high-contrast');
    await collapse(page, 'Reference');
    await sheetRow(page, MODI).locator('.main').click();
    await takeScreenshot(page, 'fact-sheet-row-high-contrast');
    await takeChecking(page, 'high-contrast');
  });
} finally {
  await browser.close();
  await rm(home, { recursive: true, force: true });
}

async function inWorkbench(
  colours: Colours,
  take: (page: Page, workbench: Workbench) => Promise<void>,
): Promise<void> {
  const workbench = await startWorkbench(SETTINGS);
  try {
    const page = await browser.newPage({
      viewport: { width: 1040, height: 720 },
      reducedMotion: 'reduce',
      ...colours,
    });
    page.setDefaultTimeout(90_000);
    await take(page, workbench);
    await page.close();
  } finally {
    await workbench.close();
  }
}

/** Copies the samples, since the workbench saves edits. */
async function copySamples(shade: string): Promise<string> {
  const samples = join(home, shade, 'samples');
  await cp(join(ROOT, 'samples'), samples, { recursive: true });
  return samples;
}

/** The page in the view of the fact sheet. */
function sheet(page: Page): FrameLocator {
  return page
    .frameLocator('iframe.webview[src*="purpose=webviewView"]')
    .frameLocator('#active-frame');
}

/** The row of the fact sheet that starts with these words. */
function sheetRow(page: Page, words: string): Locator {
  return sheet(page).locator('.row', { hasText: words }).first();
}

async function openFactSheet(page: Page): Promise<void> {
  await command(page, 'Copydesk: Show Fact Sheet');
  await sheetRow(page, MODI).waitFor();
}

/** Scrolls a row of the fact sheet to just below the title of its group. */
async function scrollToTop(row: Locator): Promise<void> {
  await row.evaluate('(element) => element.scrollIntoView()');
}

/** Shows other rows of the fact sheet. */
async function filter(page: Page, name: FactSheetFilter): Promise<void> {
  await sheet(page).locator('#filter').selectOption(name);
  await sheet(page).locator(`.group[data-group^="${name} "]`).first().waitFor();
}

/** Decides on claims from the sheet and the draft, and shows the names and the notes that are left. */
async function takeChecking(page: Page, shade: string): Promise<void> {
  const take = (name: string): Promise<void> => takeScreenshot(page, `${name}-${shade}`);
  await sheetRow(page, MODI).locator('input').click();
  await page.locator('.quick-input-title', { hasText: 'Your Initials' }).waitFor();
  await answer(page, 'MO');
  await sheetRow(page, MODI).locator('.about', { hasText: 'checked by MO' }).waitFor();
  for (const group of ['Contradicted', 'To check', 'Names and titles'])
    await sheet(page).locator('summary', { hasText: group }).click();
  await sheetRow(page, 'Lavrof').scrollIntoViewIfNeeded();
  await take('names');
  await filter(page, 'checked');
  await take('sign-off');
  await filter(page, 'all');

  await find(page, 'Narendra');
  await page.keyboard.press('Control+F9');
  await page.locator('.monaco-hover:not(.hidden)').getByText('Find in Sources…').waitFor();
  await take('open-claim');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+F10');
  await page.locator('.quick-input-title', { hasText: 'Check Claim' }).waitFor();
  await take('check-claim');
  await choose(page, 'Several at Once');
  await page.locator('.quick-input-title', { hasText: 'Mark as Checked' }).waitFor();
  await take('mark-as-checked');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+F11');
  await page.locator('.quick-input-title', { hasText: 'Find in Sources' }).waitFor();
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await take('find-in-sources');
  await page.keyboard.press('Escape');
  await commandThatAsks(page, 'Copydesk: Export Fact Sheet…', 'Export Fact Sheet');
  await take('export');
  await page.keyboard.press('Escape');
  await commandThatAsks(page, 'Copydesk: Go to TK or Open Note…', 'TK and Open Notes');
  await take('notes');
  await page.keyboard.press('Escape');
}

interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function takeAll(page: Page, shade: string): Promise<void> {
  const take = (name: string): Promise<void> => takeScreenshot(page, `${name}-${shade}`);
  await page.locator('.squiggly-error').first().waitFor();
  await page.locator('.squiggly-warning').first().waitFor();
  await page.locator('.codelens-decoration').first().waitFor();
  await command(page, 'View: Close Primary Side Bar');
  await take('squiggles');

  await hover(page, 'Narendra', 'prime minister');
  await take('hover-name');
  await page.keyboard.press('Escape');

  await hover(page, 'attending', 'does not attend');
  await take('hover-claim');
  await takeForReadme(page, `claim-${shade}`, { x: 52, y: 160, width: 988, height: 448 });
  await page.keyboard.press('Escape');

  await hover(page, 'dominance', 'Contradicted');
  await take('hover-quote');
  await page.keyboard.press('Escape');

  await quickFix(page, 'Lavrof');
  await take('quick-fix');
  await page.keyboard.press('Escape');

  await command(page, 'View: Focus Problems');
  await page.locator('.markers-panel').waitFor();
  await take('problems');
  await command(page, 'View: Hide Panel');

  await openFactSheet(page);
  await take('fact-sheet');
  await collapse(page, 'Reference');
  await sheetRow(page, MODI).locator('.main').click();
  await take('fact-sheet-row');
  await resizeSideBar(page, WIDE);
  await scrollToTop(sheetRow(page, MODI));
  await takeForReadme(page, `fact-sheet-${shade}`, { x: 0, y: 36, width: 1040, height: 430 });
  await resizeSideBar(page, NARROW);
  await takeChecking(page, shade);

  await command(page, 'Copydesk: Focus on Reference View');
  await row(page, 'Narendra Modi').first().waitFor();
  await take('reference');
  await command(page, 'View: Close Primary Side Bar');

  await complete(page);
  await take('completion');
  await page.keyboard.press('Escape');

  await command(page, 'View: Close All Editors');
  await dontSave(page);
  await page.keyboard.press('F1');
  await choose(page, '>Welcome: Open Walkthrough...');
  await choose(page, 'Check your first draft');
  const media = page.frameLocator('.getting-started-media iframe').frameLocator('iframe');
  await media.getByText('What the underlines mean').waitFor();
  await take('walkthrough');
  await command(page, 'View: Close All Editors');

  await command(page, 'Preferences: Open Settings (UI)');
  await page.locator('.settings-editor .search-container').waitFor();
  await page.keyboard.insertText('@ext:copydesk.copydesk');
  await page.getByText('Severity of each check').first().waitFor();
  await take('settings');
}

/** The fact sheet of a folder in which no draft is open. */
async function takeWelcome(page: Page, shade: string): Promise<void> {
  // The palette is not there yet.
  await page.getByRole('tab', { name: 'Copydesk' }).click();
  await page.mouse.move(800, 600);
  await sheet(page).locator('.welcome').waitFor();
  await takeScreenshot(page, `welcome-${shade}`);
}

/** Writes a story whose sources name dates; one of them is confidential, one cannot be read. */
async function writeStory(folder: string): Promise<string> {
  const files: Readonly<Record<string, string>> = {
    'yard.md': `---
date: 2024-07-24
---

# A Fire at the Ferry Yard

Twelve people died in a fire at the Oster ferry yard on Monday. It was the worst in the town since 1987. The pumps had been switched off on Sunday, said Maren Oduya, the council leader.

The yard repairs ferries. The fire killed 14 people. The first alarm came at 14:10 on Monday, said Tove Ekman, the brigade chief.
`,
    'sources/brigade-log.md': `# Log of the fire brigade, 22 July 2024

The first alarm came from the Oster ferry yard at 14:10 on Monday. The first engine arrived at 14:25.

The yard was clear of smoke at 21:40. Brigade chief Tove Ekman said that twelve people were found dead.
`,
    'sources/council.md': `# Statement of the council, 23 July 2024

Council leader Maren Oduya asked the yard for its pump records on Tuesday. The last fire there was in 1987.
`,
    'sources/confidential/call.txt': `The pumps were switched off on Sunday, 21 July 2024, to save diesel, said Petra Lindholm, who works in the pump house.
`,
    'sources/scan.pdf': '%PDF-1.7',
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

async function takeStory(page: Page, shade: string): Promise<void> {
  await page.locator('.squiggly-warning').first().waitFor();
  await command(page, 'Copydesk: Focus on Chronology View');
  await page.locator('.pane-header.expanded[aria-label^="Chronology"]').waitFor();
  await collapse(page, 'Fact Sheet');
  await collapse(page, 'Reference');
  await row(page, 'Monday 22 July 2024').waitFor();
  await resizeSideBar(page, WIDE);
  await takeScreenshot(page, `timeline-${shade}`);
  await takeForReadme(page, `timeline-${shade}`, { x: 0, y: 36, width: 1040, height: 430 });

  await command(page, 'Copydesk: Focus on Reference View');
  await collapse(page, 'Chronology');
  await row(page, 'Sources: ').locator('.monaco-tl-twistie').click();
  // The label begins with the folders.
  const source = page.locator('.pane-body .monaco-list-row[aria-label*="call.txt, confidential"]');
  await source.waitFor();
  await takeScreenshot(page, `reference-confidential-${shade}`);
  await source.click({ button: 'right' });
  await page.locator('.context-view .monaco-menu').waitFor();
  await takeScreenshot(page, `confidential-menu-${shade}`);
  await page.keyboard.press('Escape');
  await page.locator('.context-view .monaco-menu').waitFor({ state: 'hidden' });
}

/** Leaves the space of a view in the side bar to the others. */
async function collapse(page: Page, view: string): Promise<void> {
  const header = page.locator(`.pane-header.expanded[aria-label^="${view}"]`);
  if (await header.isVisible()) await header.click();
}

/** Writes enough sources for the progress to be visible. */
async function writeArchive(folder: string): Promise<string> {
  await mkdir(join(folder, 'sources'), { recursive: true });
  await writeFile(
    join(folder, 'draft.md'),
    '# The harbour\n\nThe board of pier 7 met 12 pilots.\n',
  );
  for (let pier = 0; pier < 1500; pier++) {
    const days = Array.from(
      { length: 12 },
      (_, day) => `On day ${day} the board of pier ${pier} met ${day + pier} pilots.`,
    );
    await writeFile(join(folder, 'sources', `${pier}.md`), days.join('\n\n'));
  }
  return folder;
}

async function takeIndexing(page: Page, shade: string): Promise<void> {
  const bar = page.locator('.statusbar-item', { hasText: /\d+ of 1500/u });
  await bar.click();
  await page.locator('.notifications-center').getByRole('button', { name: 'Cancel' }).waitFor();
  await takeScreenshot(page, `indexing-${shade}`);
}

/** Takes a screenshot of a part of the window that is small enough for the README. */
async function takeForReadme(page: Page, name: string, clip: Clip): Promise<void> {
  const path = join(README_SCREENSHOTS, `${name}.png`);
  await page.screenshot({ path, clip, animations: 'disabled' });
  tell(path);
}

/** Moves the right edge of the side bar; the workbench remembers it for other folders. */
async function resizeSideBar(page: Page, right: number): Promise<void> {
  const box = await page.locator('.part.sidebar').boundingBox();
  if (box === null) throw new Error('the side bar is hidden');
  const edge = box.x + box.width + 1;
  await page.mouse.move(edge, 600);
  await page.mouse.down();
  await page.mouse.move(right, 600, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(800, 600);
}

/** Discards the changes, if the workbench asks: it may have saved them already. */
async function dontSave(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: "Don't Save" });
  if (await isShown(button)) await button.click();
}

/** The row of a view whose label starts with these words. */
function row(page: Page, words: string): Locator {
  return page.locator(`.pane-body .monaco-list-row[aria-label^="${words}"]`);
}

/** Types the beginning of a name at the end of the draft and waits for the suggestions. */
async function complete(page: Page): Promise<void> {
  await page
    .locator('.monaco-editor')
    .first()
    .click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\n\nOn Friday, Ther', { delay: 60 });
  await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
}

async function takeScreenshot(page: Page, name: string): Promise<void> {
  const path = join(SCREENSHOTS, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled' });
  tell(path);
}

/** Runs a command from the palette by its title. */
async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await choose(page, `>${title}`);
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Runs a command from the palette that opens a question with a title. */
async function commandThatAsks(page: Page, command: string, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await choose(page, `>${command}`);
  await page.locator('.quick-input-title', { hasText: title }).waitFor();
}

/** Answers the question that is open. */
async function answer(page: Page, text: string): Promise<void> {
  await page.locator('.quick-input-widget input').first().fill(text);
  await page.keyboard.press('Enter');
}

/** Selects the row with these words in the open list. */
async function choose(page: Page, words: string): Promise<void> {
  await page.locator('.quick-input-widget input').fill(words);
  const label = words.replace(/^>/u, '');
  await page
    .locator(`.quick-input-list .monaco-list-row[aria-label*="${label}"]`)
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
}

/** Shows the hover at a word; the hover of the editor itself may appear first. */
async function hover(page: Page, word: string, words: string): Promise<void> {
  await find(page, word);
  await until(`the hover of “${word}” is shown`, async () => {
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+I');
    return isShown(page.locator('.monaco-hover:not(.hidden)').getByText(words).first());
  });
}

async function quickFix(page: Page, word: string): Promise<void> {
  await find(page, word);
  await until('the quick fixes are shown', async () => {
    await page.keyboard.press('Control+.');
    return isShown(page.locator('.action-widget').first());
  });
}

/** Places the cursor on the first occurrence of a word in the draft. */
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
