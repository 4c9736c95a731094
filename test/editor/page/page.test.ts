import assert from 'node:assert/strict';
import axe, { type AxeResults } from 'axe-core';
import { after, before, describe, it } from 'mocha';
import type { Browser, Page } from 'playwright-core';
import { factSheetPage } from '../../../server/features/factSheet/factSheetPage.js';
import { SHEET } from '../../features/factSheet/sheets.js';
import { launchChromium } from '../drivers/chromium.js';

describe('the page of a fact sheet', function () {
  this.timeout(120_000);
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  before(async () => {
    browser = await launchChromium();
    page = await browser.newPage();
    page.on('console', (message) => complaints.push(message.text()));
    page.on('request', (request) => complaints.push(`asks for ${request.url()}`));
    await page.setContent(factSheetPage(SHEET));
    // A script of the page itself would be stopped by its policy; this one comes from outside.
    await page.evaluate(axe.source);
  });

  after(() => browser.close());

  for (const [medium, scheme] of [
    ['screen', 'light'],
    ['screen', 'dark'],
    ['print', 'light'],
  ] as const) {
    it(`can be read by all, on ${medium}, ${scheme}`, async () => {
      await page.emulateMedia({ media: medium, colorScheme: scheme });
      const { violations, passes } = await page.evaluate<AxeResults>('axe.run()');
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        [],
      );
      assert.ok(passes.some(({ id }) => id === 'color-contrast'));
    });
  }

  it('has its own style, light and dark', async () => {
    const background = async (colorScheme: 'light' | 'dark'): Promise<string> => {
      await page.emulateMedia({ media: 'screen', colorScheme });
      return page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    };
    assert.equal(await background('light'), 'rgb(255, 255, 255)');
    assert.equal(await background('dark'), 'rgb(22, 24, 29)');
  });

  it('keeps to its policy and asks for nothing', () => assert.deepEqual(complaints, []));
});
