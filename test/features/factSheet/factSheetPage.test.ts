import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { describe, it } from 'mocha';
import { factSheetPage } from '../../../server/features/factSheet/factSheetPage.js';
import { signatureText } from '../../../protocol/signOff.js';
import { ARCHIVED, SHEET, UNCOVERED } from './sheets.js';

const DATE = new Date(2026, 10, 27, 12);

/** The part of a document that the tests use. */
interface Page {
  readonly title: string;
  readonly querySelectorAll: (selector: string) => Iterable<PageElement>;
}

interface PageElement {
  readonly textContent: string;
  readonly getAttribute: (name: string) => string | null;
}

// Accessibility is tested in a browser, in test/editor/page.
describe('a fact sheet as a page', () => {
  const documentOf = (page: string): Page =>
    (parseHTML(page) as unknown as { readonly document: Page }).document;
  const textsIn = (document: Page, selector: string): readonly string[] =>
    [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);

  it('shows the text of each entry, those that need work first', () => {
    const document = documentOf(factSheetPage(SHEET, DATE));
    const textsOf = (selector: string): readonly string[] => textsIn(document, selector);
    assert.equal(document.title, 'Fact sheet: The <tide> & the *pier*');
    assert.deepEqual(textsOf('h2'), [
      'TK and open notes (1)',
      'Contradicted (1)',
      'Not in the sources (1)',
      'To check (1)',
      'Supported (1)',
      'Names and titles (2)',
      'Dismissed (2)',
    ]);
    assert.deepEqual(
      textsOf('.line'),
      [4, 5, 7, 9, 3, 3, 9, 6, 8].map((line) => `Line ${line}`),
    );
    assert.deepEqual(textsOf('.draft').slice(0, 5), [
      '[CHECK: *height*]In: The mole is <9> m high.',
      'It rose at <ten> & fell.The source says “nine”, not “<ten>”.',
      '“Never,” she said.Not found in your sources.',
      'The mole was lengthened.',
      'The pier is old.',
    ]);
    assert.deepEqual(textsOf('.sources > :last-child').slice(0, 4), [
      'It rose at nine & fell. log/tides.md:4',
      'Nothing similar',
      'Work on the mole went on. log/piers.md:9',
      'The pier is old. log/piers.md:7',
    ]);
  });

  it('has of each name its title, the other forms and the figures', () => {
    const document = documentOf(factSheetPage(SHEET, DATE));
    assert.deepEqual(textsIn(document, '.names .draft'), [
      'Maren OduyaTitle: harbour <master>Then: Ms Oduya (line 5)Figures: 43 (line 3)',
      'Pier TrustYour sources do not have this name.',
    ]);
    assert.deepEqual(textsIn(document, '.names .sources > :last-child'), [
      'Maren Oduya: harbour master log/people.md:3',
      'No such name',
    ]);
  });

  it('marks what the reporter dismissed, with the reason', () => {
    const document = documentOf(factSheetPage(SHEET, DATE));
    assert.deepEqual(textsIn(document, '.dismissed .draft'), [
      'It fell at six.Dismissed: The source says “seven”.Reason: checked by telephone',
      'Ines Varga-TothDismissed: “Varga-Toth”: did you mean “Varga-Tóth”?',
    ]);
  });

  it('has the day, and for each claim a checkbox and fields for date, initials and a note', () => {
    const document = documentOf(factSheetPage(SHEET, DATE));
    assert.deepEqual(textsIn(document, 'header time'), ['27 November 2026']);
    const [time] = document.querySelectorAll('header time');
    assert.equal(time?.getAttribute('datetime'), '2026-11-27');
    const fields = textsIn(document, 'section:not(.notes) .fields').map((text) =>
      text.replace(/\s+/gu, ' ').trim(),
    );
    const { by, at, note } = { by: 'MO', at: '2026-11-28T12:10:00Z', note: 'saw <it>' };
    const empty = 'CheckedDate Initials Note';
    assert.deepEqual(fields, [
      `Reopened: it was “<ten>”. ${empty}`,
      empty,
      empty,
      signatureText({ by, at, note }),
      ...Array<string>(4).fill(empty),
    ]);
    assert.deepEqual(textsIn(document, 'header p').slice(1), [
      '1 of 6 claims and names are checked (MO 1), 1 reopened.',
    ]);
    assert.equal(textsIn(document, '.fields input[type="checkbox"]').length, 8);
    assert.equal(textsIn(document, '.fields input[type="text"]').length, 22);
  });

  it('allows its own style and nothing else', () => {
    const document = documentOf(factSheetPage(SHEET, DATE));
    const [style] = textsIn(document, 'style');
    const hash = createHash('sha256')
      .update(style ?? '')
      .digest('base64');
    const [policy] = document.querySelectorAll('meta[http-equiv="Content-Security-Policy"]');
    assert.equal(
      policy?.getAttribute('content'),
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    assert.deepEqual(textsIn(document, 'script, link, img, form, [style], [onclick]'), []);
  });

  it('reveals nothing about the machine it was made on', () => {
    assert.doesNotMatch(factSheetPage(SHEET, DATE), /file:|\/home|\/drafts/u);
  });

  it('says so if no source covers the draft', () => {
    const uncovered = factSheetPage({ ...SHEET, isCovered: false, state: UNCOVERED }, DATE);
    assert.match(uncovered, /No source covers this draft/u);
    assert.doesNotMatch(uncovered, /Not in the sources|Supported/u);
  });

  it('links the pages of an archive', () => {
    const document = documentOf(factSheetPage(ARCHIVED, DATE));
    assert.deepEqual(
      [...document.querySelectorAll('cite a')].map((link) => [
        link.textContent,
        link.getAttribute('href'),
      ]),
      [['archive, 12 March 2021, A <pier>', 'https://news.example/1']],
    );
  });
});
