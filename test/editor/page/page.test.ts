import assert from 'node:assert/strict';
import axe, { type AxeResults } from 'axe-core';
import { after, before, describe, it } from 'mocha';
import type { Browser, Page } from 'playwright-core';
import { factSheetPage } from '../../../server/features/factSheet/factSheetPage.js';
import { SHEET } from '../../features/factSheet/sheets.js';
import { launchChromium } from '../drivers/chromium.js';

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
    await page.setContent(factSheetPage(SHEET));
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
