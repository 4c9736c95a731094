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

function withoutPassages(text: string): string {
  return text.replace(/\d passages?.*$/u, '');
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
      'To correct (1)',
      'TK and open notes (1)',
      'Contradicted (1)',
      'Not in the sources (1)',
      'To check (1)',
      'Names and titles (2)',
      'Checked (1)',
      'Dismissed (2)',
    ]);
    assert.deepEqual(
      textsOf('.line').map((text) => text.trim()),
      [4, 4, 5, 7, 9, 3, 9, 3, 6, 8].map((line) => `Line ${line}`),
    );
    assert.deepEqual(textsOf('.draft').slice(0, 5).map(withoutPassages), [
      'The mole is <9> m high.The source says “7”, not “<9>”.',
      '[CHECK: *height*]In: The mole is <9> m high.',
      'It rose at <ten> & fell.Reopened: it was “<ten>”.The source says “nine”, not “<ten>”.',
      '“Never,” she said.Not found in your sources.',
      'The mole was lengthened.',
    ]);
    assert.deepEqual(textsOf('mark'), ['<9>', '<ten>']);
  });

  it('has the place of each passage, and shows the passages on demand, or always for entries to be corrected', () => {
    const document = documentOf(factSheetPage(SHEET, DATE));
    const textsOf = (selector: string): readonly string[] => textsIn(document, selector);
    assert.deepEqual(textsOf('.contradicted .sources'), ['log/tides.md:4']);
    assert.deepEqual(textsOf('.contradicted details'), [
      '1 passageIt rose at nine & fell. log/tides.md:4',
    ]);
    assert.deepEqual(textsOf('.corrections .sources'), ['✓ log/plan.md:8']);
    assert.deepEqual(textsOf('.corrections details[open] li'), [
      'Height: 7 m. log/plan.md:8',
      'It is 6 m. log/old.md:1 It was changed.',
      'The mole is 7 m high. log/piers.md:2',
    ]);
    assert.equal(textsOf('details[open]').length, 1);
    assert.deepEqual(textsOf('.unsupported .sources'), ['No close passage']);
  });

  it('has the title, the other forms and the figures of each name', () => {
    const document = documentOf(factSheetPage(SHEET, DATE));
    assert.deepEqual(textsIn(document, '.names .draft').map(withoutPassages), [
      'Maren OduyaTitle: harbour <master>; Then: Ms Oduya (line 5); Figures: 43 (line 3)',
      'Pier TrustYour sources do not have this name.',
    ]);
    assert.deepEqual(textsIn(document, '.names .sources'), ['log/people.md:3', 'No such name']);
    assert.deepEqual(textsIn(document, '.names details li'), [
      'Maren Oduya: harbour master log/people.md:3',
    ]);
  });

  it('marks dismissed findings, with the reason', () => {
    const document = documentOf(factSheetPage(SHEET, DATE));
    assert.deepEqual(textsIn(document, '.dismissed .draft').map(withoutPassages), [
      'It fell at six.Dismissed: The source says “seven”.Reason: checked by telephone',
      'Ines Varga-TothDismissed: “Varga-Toth”: did you mean “Varga-Tóth”?',
    ]);
  });

  it('has the day, and for open entries a checkbox and a field for initials and a note', () => {
    const document = documentOf(factSheetPage(SHEET, DATE));
    assert.deepEqual(textsIn(document, 'header time'), ['27 November 2026']);
    const [time] = document.querySelectorAll('header time');
    assert.equal(time?.getAttribute('datetime'), '2026-11-27');
    const at = '2026-11-28T12:10:00Z';
    assert.deepEqual(
      textsIn(document, '.signed').filter((text) => text !== ''),
      [
        signatureText({ by: 'RV', at, note: 'ask the <harbour>', decision: 'rejected' }),
        signatureText({ by: 'MO', at, note: 'saw <it>' }),
      ],
    );
    assert.deepEqual(textsIn(document, 'header p').slice(1), [
      '1 of 7 claims and names are checked (MO 1), 1 to correct, 1 reopened.',
    ]);
    for (const kind of ['checkbox', 'text'])
      assert.equal(textsIn(document, `.entry input[type="${kind}"]`).length, 8, kind);
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

  it('states that no source covers the draft', () => {
    const uncovered = factSheetPage({ ...SHEET, isCovered: false, state: UNCOVERED }, DATE);
    assert.match(uncovered, /No source covers this draft/u);
    assert.doesNotMatch(uncovered, /Not in the sources|Supported/u);
  });

  it('links the pages of an archive', () => {
    const document = documentOf(factSheetPage(ARCHIVED, DATE));
    assert.deepEqual(
      [...document.querySelectorAll('details cite a')].map((link) => [
        link.textContent,
        link.getAttribute('href'),
      ]),
      [['archive, 12 March 2021, A <pier>', 'https://news.example/1']],
    );
  });
});
