import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import axe, { type AxeResults } from 'axe-core';
import { build } from 'esbuild';
import { after, before, beforeEach, describe, it } from 'mocha';
import type { Browser, Page } from 'playwright-core';
import { type FactSheetFilter, sheetGroups } from '../../../client/views/sheetGroups.js';
import { sheetHtml } from '../../../client/views/sheetHtml.js';
import type { FromSheet } from '../../../client/views/sheetMessages.js';
import { sheetPage } from '../../../client/views/sheetPage.js';
import type { FactSheet } from '../../../protocol/factSheet.js';
import { SHEET } from '../../features/factSheet/sheets.js';
import { launchChromium } from '../drivers/chromium.js';
import { THEMES } from './themes.js';

const ORIGIN = 'https://view.example';

/** The width that a side bar has at first, in pixels. */
const SIDE_BAR = 300;

/** The minimum width. */
const NARROWEST = 170;

/** The editor's interface for the page of a view. Messages from the page are kept in `told`. */
const EDITOR = `
  globalThis.told = [];
  globalThis.acquireVsCodeApi = () => ({
    postMessage: (message) => told.push(message),
    getState: () => undefined,
    setState: () => undefined,
  });`;

const CONTRADICTED = 'It rose at <ten> & fell.';
const ID = `statement ${CONTRADICTED} 1`;

describe('the page in the view of the fact sheet', function () {
  this.timeout(120_000);
  let browser: Browser;
  let page: Page;
  let script: string;
  const complaints: string[] = [];

  before(async () => {
    const { outputFiles } = await build({
      entryPoints: ['client/webview/factSheet.ts'],
      bundle: true,
      write: false,
      format: 'esm',
      logLevel: 'warning',
    });
    script = outputFiles[0]?.text ?? '';
    browser = await launchChromium();
  });

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: SIDE_BAR, height: 800 } });
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    const css = await readFile('client/webview/factSheet.css', 'utf8');
    const served: Readonly<Record<string, readonly [type: string, body: string]>> = {
      '/': ['text/html', sheetPage(ORIGIN, `${ORIGIN}/style.css`, `${ORIGIN}/script.js`)],
      '/style.css': ['text/css', css],
      '/script.js': ['text/javascript', script],
      '/favicon.ico': ['image/png', ''],
    };
    await page.route('**/*', (route) => {
      const [contentType, body] = served[new URL(route.request().url()).pathname] ?? [];
      if (contentType === undefined || body === undefined)
        complaints.push(`requests ${route.request().url()}`);
      return route.fulfill({ contentType: contentType ?? 'text/plain', body: body ?? '' });
    });
    await page.addInitScript(EDITOR);
    await page.goto(ORIGIN);
    await show(SHEET);
    assert.deepEqual(await told(), [{ type: 'ready' }]);
  });

  after(async () => {
    await browser.close();
  });

  async function show(
    sheet: FactSheet | undefined,
    filter: FactSheetFilter = 'all',
  ): Promise<void> {
    const groups = sheet === undefined ? [] : sheetGroups(sheet, filter);
    const html = sheetHtml({ sheet, groups, filter, progress: '', offersOpinions: true });
    const message = JSON.stringify({ type: 'show', html });
    await page.evaluate(`new Promise((resolve) => {
      addEventListener('message', () => resolve(), { once: true });
      postMessage(${message}, '*');
    })`);
  }

  async function wear(theme: string): Promise<void> {
    const colours = JSON.stringify(THEMES[theme]);
    await page.evaluate(`{
      document.body.className = ${JSON.stringify(theme)};
      const { style } = document.documentElement;
      for (const [name, value] of Object.entries(${colours})) style.setProperty('--vscode-' + name, value);
      style.background = 'var(--vscode-sideBar-background)';
    }`);
  }

  /** The messages of the page since the last call, except those about the focus. */
  async function told(): Promise<readonly FromSheet[]> {
    const all = await page.evaluate<readonly FromSheet[]>('told.splice(0)');
    return all.filter(({ type }) => type !== 'focus');
  }

  /** The text of the focused element. */
  async function focused(): Promise<string> {
    return page.evaluate<string>(
      '(document.activeElement.querySelector(".text") ?? document.activeElement).textContent',
    );
  }

  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await page.keyboard.press(key);
  }

  for (const theme of Object.keys(THEMES)) {
    it(`is accessible in the theme ${theme}, closed and expanded, and when it is empty`, async () => {
      await wear(theme);
      // The policy of the page blocks scripts of its own; this one is injected from outside.
      await page.evaluate(axe.source);
      await page.evaluate(
        'for (const one of document.querySelectorAll("details")) one.open = true',
      );
      const check = async (): Promise<void> => {
        const { violations, passes } = await page.evaluate<AxeResults>('axe.run()');
        assert.deepEqual(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
          [],
        );
        assert.ok(passes.some(({ id }) => id === 'color-contrast'));
      };
      await check();
      await page.evaluate(
        'for (const one of document.querySelectorAll(".more")) one.hidden = false',
      );
      await check();
      await show(undefined);
      await check();
    });
  }

  it('can be used with the keyboard alone', async () => {
    await page.locator('#filter').focus();
    await press('Tab');
    assert.match(await focused(), /^✎To correct/u);
    await press('End');
    assert.match(await focused(), /^–Dismissed/u);
    await press('Home', 'ArrowDown');
    assert.equal(await focused(), 'The mole is <9> m high.');
    while ((await focused()) !== CONTRADICTED) await press('ArrowDown');
    await told();
    await press('ArrowRight');
    assert.equal(await page.locator('.contradicted .more').isVisible(), true);
    for (const [key, act] of [
      ['c', 'check'],
      ['n', 'note'],
      ['w', 'reject'],
      ['f', 'find'],
      ['s', 'opinion'],
      ['x', 'fix'],
      ['y', 'copy'],
      ['Enter', 'go'],
    ] as const) {
      await press(key);
      assert.deepEqual(await told(), [{ type: 'act', act, id: ID }], key);
    }
    await press('Tab');
    assert.equal(await focused(), 'Use as Evidence');
    await press('Enter');
    assert.deepEqual(await told(), [
      { type: 'act', act: 'tie', id: ID, list: 'evidence', index: 0 },
    ]);
    await press('Shift+Tab', 'ArrowLeft');
    assert.equal(await page.locator('.contradicted .more').isVisible(), false);
    await press('ArrowLeft');
    assert.match(await focused(), /^✕Contradicted/u);
    await press('Space');
    assert.equal(await page.locator('.contradicted .row').first().isVisible(), false);
  });

  it('is ticked with the space bar, and chooses what is shown', async () => {
    await page.locator('.contradicted input').focus();
    await press('Space');
    assert.deepEqual(await told(), [{ type: 'act', act: 'tick', id: ID }]);
    await page.locator('#filter').selectOption('open');
    assert.deepEqual(await told(), [{ type: 'filter', filter: 'open' }]);
  });

  it('keeps the focus and the expanded rows while the draft changes', async () => {
    await page.locator('.contradicted .main').focus();
    await press('ArrowRight');
    const { entries, ...rest } = SHEET;
    await show({ ...rest, entries: entries.slice(1), notes: [] });
    assert.equal(await focused(), CONTRADICTED);
    assert.equal(await page.locator('.contradicted .more').isVisible(), true);
    assert.deepEqual(await page.evaluate('told.filter(({ type }) => type === "focus").at(-1)'), {
      type: 'focus',
      id: ID,
    });
  });

  for (const width of [SIDE_BAR, NARROWEST]) {
    it(`wraps in ${width} pixels without scrolling sideways, long words included`, async () => {
      await page.setViewportSize({ width, height: 800 });
      const address = `https://harbour.example/${'minutes-of-the-meeting/'.repeat(6)}`;
      await show({
        ...SHEET,
        headline: `${SHEET.headline} ${address}`,
        entries: SHEET.entries.map((entry) => ({
          ...entry,
          text: `${entry.text} ${address}`,
          evidence: entry.evidence.map((one) => ({ ...one, text: address, source: address })),
        })),
      });
      await page.locator('.contradicted .main').click();
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width);
    });
  }

  it('follows its content security policy and requests nothing else', () =>
    assert.deepEqual(complaints, []));
});
