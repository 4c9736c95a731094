import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { describe, it } from 'mocha';
import { factSheetPage } from '../../../server/features/factSheet/factSheetPage.js';
import { SHEET, UNCOVERED } from './sheets.js';

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
    const document = documentOf(factSheetPage(SHEET));
    const textsOf = (selector: string): readonly string[] => textsIn(document, selector);
    assert.equal(document.title, 'Fact sheet: The <tide> & the *pier*');
    assert.deepEqual(textsOf('h2'), [
      'Contradicted by the sources (1)',
      'Not in the sources (1)',
      'Supported by the sources (1)',
    ]);
    assert.deepEqual(textsOf('tbody th'), ['5', '7', '3']);
    assert.deepEqual(textsOf('tbody td:nth-child(2)'), [
      'It rose at <ten> & fell.The source says “nine”, not “<ten>”.',
      '“Never,” she said.Not found in your sources.',
      'The pier is old.',
    ]);
    assert.deepEqual(textsOf('tbody td:nth-child(3)'), [
      'It rose at nine & fell. log/tides.md:4',
      'Nothing similar',
      'The pier is old. log/piers.md:7',
    ]);
  });

  it('allows its own style and nothing else', () => {
    const document = documentOf(factSheetPage(SHEET));
    const [style] = textsIn(document, 'style');
    const hash = createHash('sha256')
      .update(style ?? '')
      .digest('base64');
    const [policy] = document.querySelectorAll('meta[http-equiv="Content-Security-Policy"]');
    assert.equal(
      policy?.getAttribute('content'),
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    assert.deepEqual(textsIn(document, 'script, link, img, [style], [onclick]'), []);
  });

  it('reveals nothing about the machine it was made on', () => {
    assert.doesNotMatch(factSheetPage(SHEET), /file:|\/home|\/drafts/u);
  });

  it('says so if no source covers the draft', () => {
    const uncovered = factSheetPage({ ...SHEET, isCovered: false, state: UNCOVERED });
    assert.match(uncovered, /No source covers this draft/u);
    assert.doesNotMatch(uncovered, /<table/u);
  });
});
