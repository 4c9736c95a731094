import assert from 'node:assert/strict';
import axe, { type AxeResults } from 'axe-core';
import { after, before, describe, it } from 'mocha';
import type { Browser, Page } from 'playwright-core';
import { factSheetPage } from '../../../server/features/factSheet/factSheetPage.js';
import type { FactSheet } from '../../../protocol/factSheet.js';
import { SHEET } from '../../features/factSheet/sheets.js';
import { launchChromium } from '../drivers/chromium.js';

/** The sheet with a long address in each text. */
function withLongWords(sheet: FactSheet): FactSheet {
  const address = `https://harbour.example/${'minutes-of-the-meeting/'.repeat(6)}`;
  return {
    ...sheet,
    headline: `${sheet.headline} ${address}`,
    entries: sheet.entries.map((entry) => ({
      ...entry,
      text: `${entry.text} ${address}`,
      evidence: entry.evidence.map((one) => ({ ...one, text: address, source: address })),
    })),
  };
}

describe('the fact sheet as a web page', function () {
  this.timeout(120_000);
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  before(async () => {
    browser = await launchChromium();
    page = await browser.newPage();
    page.on('console', (message) => complaints.push(message.text()));
    page.on('request', (request) => complaints.push(`requests ${request.url()}`));
    await page.setContent(factSheetPage(SHEET, new Date()));
    // The policy of the page blocks scripts of its own; this one is injected from outside.
    await page.evaluate(axe.source);
  });

  after(() => browser.close());

  for (const [medium, scheme] of [
    ['screen', 'light'],
    ['screen', 'dark'],
    ['print', 'light'],
  ] as const) {
    it(`is accessible on ${medium}, ${scheme}`, async () => {
      await page.emulateMedia({ media: medium, colorScheme: scheme });
      const { violations, passes } = await page.evaluate<AxeResults>('axe.run()');
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        [],
      );
      assert.ok(passes.some(({ id }) => id === 'color-contrast'));
    });
  }

  /** The width of a telephone, and of an A4 page without its margins, in pixels. */
  for (const [medium, width] of [
    ['screen', 390],
    ['screen', 320],
    ['print', 680],
  ] as const) {
    it(`fits ${width} pixels on ${medium} without scrolling sideways, fields and long words included`, async () => {
      const narrow = await browser.newPage({ viewport: { width, height: 844 } });
      await narrow.emulateMedia({ media: medium });
      await narrow.setContent(factSheetPage(withLongWords(SHEET), new Date()));
      const widest = await narrow.evaluate<number>(
        'Math.max(...[...document.querySelectorAll("*")].map((one) => one.getBoundingClientRect().right))',
      );
      assert.ok(widest <= width, `${widest} pixels`);
      assert.equal(await narrow.evaluate<number>('document.documentElement.scrollWidth'), width);
      const boxes = await narrow.evaluate<number>(
        '[...document.querySelectorAll("input")].filter((one) => one.getBoundingClientRect().width > 10).length',
      );
      const { notes, entries, names, dismissed } = SHEET;
      const signed = [...entries, ...names].filter(({ signOff }) => signOff.signatures.length > 0);
      const full = entries.length + names.length + dismissed.length - signed.length;
      assert.equal(boxes, 4 * full + 2 * notes.length);
      await narrow.close();
    });
  }

  it('has a light and a dark style', async () => {
    const background = async (colorScheme: 'light' | 'dark'): Promise<string> => {
      await page.emulateMedia({ media: 'screen', colorScheme });
      return page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    };
    assert.equal(await background('light'), 'rgb(255, 255, 255)');
    assert.equal(await background('dark'), 'rgb(22, 24, 29)');
  });

  it('follows its content security policy and requests nothing', () =>
    assert.deepEqual(complaints, []));
});
