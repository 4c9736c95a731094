import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { describe, it } from 'mocha';
import { factSheetPage } from '../../../server/features/factSheet/factSheetPage.js';
import { SHEET } from './sheets.js';

/** As much of the page as is looked at. */
interface Page {
  readonly title: string;
  readonly querySelectorAll: (selector: string) => Iterable<PageElement>;
}

interface PageElement {
  readonly textContent: string;
  readonly getAttribute: (name: string) => string | null;
}

// Whether all can read it is tested in test/editor/page, in a browser.
describe('a fact sheet as a page', () => {
  const page = factSheetPage(SHEET);
  const { document } = parseHTML(page) as unknown as { readonly document: Page };
  const textsOf = (selector: string): readonly string[] =>
    [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);

  it('shows each entry in the words of the draft, what needs work first', () => {
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
      'Nothing like it',
      'The pier is old. log/piers.md:7',
    ]);
  });

  it('allows its own style and nothing else', () => {
    const [style] = textsOf('style');
    const hash = createHash('sha256')
      .update(style ?? '')
      .digest('base64');
    const [policy] = document.querySelectorAll('meta[http-equiv="Content-Security-Policy"]');
    assert.equal(
      policy?.getAttribute('content'),
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    assert.deepEqual(textsOf('script, link, img, [style], [onclick]'), []);
  });

  it('tells nothing of the machine it was made on', () => {
    assert.doesNotMatch(page, /file:|\/home|\/drafts/u);
  });

  it('says where no source covers the draft', () => {
    const uncovered = factSheetPage({ ...SHEET, isCovered: false });
    assert.match(uncovered, /No source covers this draft/u);
    assert.doesNotMatch(uncovered, /<table/u);
  });
});
