import assert from 'node:assert/strict';
import { parseHTML } from 'linkedom';
import { describe, it } from 'mocha';
import { signatureText } from '../../../protocol/signOff.js';
import { factSheetTable } from '../../../server/features/factSheet/factSheetTable.js';
import { SHEET } from './sheets.js';

const REJECTED = signatureText({
  by: 'RV',
  at: '2026-11-28T12:10:00Z',
  note: 'ask the <harbour>',
  decision: 'rejected',
});

describe('a fact sheet as a table to paste', () => {
  it('has a row for each entry that is open or to be corrected, and no others', () => {
    const [title, headings, ...rows] = factSheetTable(SHEET).text.split('\n');
    assert.match(title ?? '', /^The <tide> & the \*pier\*: 6 claims: /u);
    assert.equal(headings, 'Line\tIn the draft\tWhat is left\tIn the sources');
    assert.deepEqual(rows.slice(0, 3), [
      `4\tThe mole is <9> m high.\tTo correct. ${REJECTED}. The source says “7”, not “<9>”.\tlog/plan.md:8`,
      '4\t[CHECK: *height*]\tTK and open notes. In: The mole is <9> m high.\t',
      '5\tIt rose at <ten> & fell.\tContradicted. Reopened: it was “<ten>”. The source says “nine”, not “<ten>”.\tlog/tides.md:4',
    ]);
    assert.equal(rows.length, 7);
  });

  it('has the same cells with its borders', () => {
    const { html, text } = factSheetTable(SHEET);
    const { document } = parseHTML(`<body>${html}</body>`) as unknown as {
      readonly document: {
        readonly querySelectorAll: (selector: string) => Iterable<{ readonly textContent: string }>;
      };
    };
    const cells = [...document.querySelectorAll('th, td')].map(({ textContent }) => textContent);
    assert.deepEqual(cells, text.split('\n').slice(1).join('\t').split('\t'));
    assert.match(html, /<td style="border:1px solid/u);
  });
});
