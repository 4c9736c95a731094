import assert from 'node:assert/strict';
import { zipSync } from 'fflate';
import { describe, it } from 'mocha';
import { buildBase } from '../../../server/reference/indexSource.js';
import { isUnreadable } from '../../../server/sources/extractors/document.js';
import { readDocument } from '../../../server/sources/extractors/readDocument.js';
import { workbookOf } from './bytes.js';

/** The cells as “row.column text”, or the reason why there are none. */
async function read(bytes: Uint8Array): Promise<readonly string[]> {
  const document = await readDocument('workbook', bytes);
  if (isUnreadable(document)) return [document.unreadable];
  return document.map(({ text, cell }) => `${cell?.sheet}!${cell?.row}.${cell?.column} ${text}`);
}

const STRINGS = {
  'xl/sharedStrings.xml':
    '<sst><si><t>Place</t></si><si><r><t xml:space="preserve">Pilot </t></r><r><rPr/><t>boats</t></r><rPh><t>x</t></rPh></si><si><t>Lund</t></si></sst>',
};

const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (value: number, style = 0): string => `<c s="${style}"><v>${value}</v></c>`;

describe('a workbook', () => {
  it('has its cells at their places, also beside empty ones', async () => {
    const rows =
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="AB2" t="s"><v>1</v></c></row>' +
      '<row><c t="s"><v>2</v></c><c><f>SUM(A1)</f><v>14</v></c><c/><c t="e"><v>#N/A</v></c><c t="str"><f>A2</f><v>so  it is</v></c><c t="b"><v>1</v></c></row>';
    assert.deepEqual(await read(workbookOf({ Fleet: rows }, STRINGS)), [
      'Fleet!1.0 Place',
      'Fleet!1.27 Pilot boats',
      'Fleet!2.0 Lund',
      'Fleet!2.1 14',
      'Fleet!2.4 so it is',
      'Fleet!2.5 yes',
    ]);
  });

  it('shows its numbers, shares, sums and days as a spreadsheet does', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$£-809]#,##0.00;[Red]-[$£-809]#,##0.00"/><numFmt numFmtId="165" formatCode="d mmmm yyyy h:mm"/><numFmt numFmtId="166" formatCode="0.0&quot; days&quot;"/><numFmt numFmtId="167" formatCode="0.0%"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs></styleSheet>';
    const row = [
      number(0.1 + 0.2),
      number(45424, 1),
      number(0.045, 2),
      number(-1200.5, 3),
      number(45424.604166667, 4),
      number(7, 5),
      number(0.255, 6),
      number(0.5, 4),
      number(1e99, 1),
    ];
    const bytes = workbookOf({ A: `<row>${row.join('')}</row>` }, { 'xl/styles.xml': styles });
    assert.deepEqual(
      (await read(bytes)).map((cell) => cell.replace(/^\S+ /u, '')),
      [
        '0.3',
        '12 May 2024',
        '4.5%',
        '-£1200.5',
        '12 May 2024 14:30',
        '7',
        '25.5%',
        '12:00',
        '1e+99',
      ],
    );
    const parts = {
      'xl/workbook.xml':
        '<workbook><workbookPr date1904="1"/><sheets><sheet name="A" r:id="r0"/></sheets></workbook>',
      'xl/styles.xml': styles,
    };
    assert.deepEqual(await read(workbookOf({ A: `<row>${number(43962, 1)}</row>` }, parts)), [
      'A!0.0 12 May 2024',
    ]);
  });

  it('shows what each figure counts, on which sheet and in which cell', async () => {
    const sheet = (boats: number): string =>
      `<row r="1">${text('Place')}${text('Item')}${text('Number')}</row><row r="2">${text('Lund')}${text('Pilot boats')}${number(boats)}</row>`;
    const document = await readDocument(
      'workbook',
      workbookOf({ 2023: sheet(12), 2024: sheet(14) }),
    );
    assert.ok(!isUnreadable(document));
    const { base } = buildBase([{ name: 'fleet.xlsx', paragraphs: document }]);
    assert.deepEqual(
      [...base.facts].map((fact) => `${fact.citation.passage} ${fact.text}`),
      [
        '2023!B2 Lund, Item: Pilot boats',
        '2023!C2 2023, Lund, Pilot boats, Number: 12',
        '2024!B2 Lund, Item: Pilot boats',
        '2024!C2 2024, Lund, Pilot boats, Number: 14',
      ],
    );
  });

  it('may be damaged or hostile', async () => {
    const damaged = 'is not a workbook (.xlsx) or is damaged';
    assert.deepEqual(await read(Buffer.from('Place,Boats')), [damaged]);
    assert.deepEqual(await read(zipSync({ 'word/document.xml': Buffer.from('<a/>') })), [damaged]);
    assert.deepEqual(await read(workbookOf({})), ['contains no text']);
    const many = 'has more than 50,000 cells (keep the rows that the story needs)';
    assert.deepEqual(await read(workbookOf({ A: `<row>${number(1).repeat(100_000)}</row>` })), [
      many,
    ]);
    const bomb = Buffer.alloc(66 * 1024 * 1024, ' ');
    assert.deepEqual(await read(zipSync({ 'xl/workbook.xml': bomb })), [
      'unpacks to more than 64 MB',
    ]);
    const shared = { 'xl/sharedStrings.xml': `<sst><si><t>${'a '.repeat(500_000)}</t></si></sst>` };
    const repeated = '<c t="s"><v>0</v></c>'.repeat(10_000);
    assert.deepEqual(await read(workbookOf({ A: `<row>${repeated}</row>` }, shared)), [
      'contains more text than any article',
    ]);
    assert.deepEqual(await read(workbookOf({ A: '<row>'.repeat(100_000) })), [
      'is nested too deeply',
    ]);
    const odd =
      '<row r="x"><c r="ZZZZ9" t="s"><v>99</v></c><c r="" s="-1"><v>NaN</v></c><c t="?"><v>1</v></c></row><c><v>2</v>';
    assert.deepEqual(await read(workbookOf({ A: odd })), ['A!0.1 NaN', 'A!0.2 1', 'A!0.3 2']);
  }).timeout(20_000);
});
