import assert from 'node:assert/strict';
import axe, { type AxeResults } from 'axe-core';
import { after, before, describe, it } from 'mocha';
import type { Browser, Page } from 'playwright-core';
import { factSheetPage } from '../../../server/features/factSheet/factSheetPage.js';
import { type FactSheet, type FactSheetEntry, isDecided } from '../../../protocol/factSheet.js';
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

/** A sheet with a statement for every 17 words of a draft of 510, of which six are checked and two are wrong, and 14 names. */
function withFiveHundredWords(sheet: FactSheet): FactSheet {
  const words = (count: number): string => Array<string>(count).fill('ferry').join(' ');
  const entries = Array.from({ length: 30 }, (_, at): FactSheetEntry => {
    const verdict = (['unclear', 'supported', 'unsupported', 'contradicted', 'unclear'] as const)[
      at % 5
    ];
    const signed = { by: 'MO', at: '2026-11-28T12:10:00Z', note: words(4) };
    return {
      kind: 'statement',
      verdict: verdict ?? 'unclear',
      text: `${words(16)} ${at}.`,
      range: { start: { line: at, character: 0 }, end: { line: at, character: 90 } },
      messages: verdict === 'supported' ? [] : [words(12)],
      evidence: [1, 2].map((line) => ({ source: 'notes/harbour-log.md', line, text: words(25) })),
      signOff: {
        subject: { kind: 'statement', sentence: `${at}` },
        signatures: at >= 8 ? [] : [at >= 6 ? { ...signed, decision: 'rejected' } : signed],
      },
    };
  });
  const names = Array.from({ length: 14 }, () => sheet.names[0]).filter((one) => one !== undefined);
  return { ...sheet, entries, names };
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
      const open = [...entries, ...names].filter((entry) => !isDecided(entry));
      assert.equal(boxes, 2 * (open.length + notes.length + dismissed.length));
      await narrow.close();
    });
  }

  it('takes three pages of A4 at most for 500 words', async () => {
    const printed = await browser.newPage();
    await printed.setContent(factSheetPage(withFiveHundredWords(SHEET), new Date()));
    const pdf = (await printed.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
    const pages = pdf.match(/\/Type \/Page\b/gu)?.length ?? 0;
    assert.ok(pages > 0 && pages <= 3, `${pages} pages`);
    await printed.close();
  });

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
