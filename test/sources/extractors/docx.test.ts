import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isUnreadable } from '../../../server/sources/extractors/document.js';
import { readDocx } from '../../../server/sources/extractors/docx.js';
import { wordOf, wordParagraph } from './bytes.js';

function read(body: string, parts?: Readonly<Record<string, string>>): readonly string[] {
  const document = readDocx(wordOf(body, parts));
  if (isUnreadable(document)) return [document.unreadable];
  return document.map(({ kind, level, text }) =>
    level === 0 ? `${kind}: ${text}` : `${kind} ${level}: ${text}`,
  );
}

describe('a Word document', () => {
  it('is read as paragraphs, however their text is divided', () => {
    const body =
      '<w:p><w:r><w:t xml:space="preserve">The lido </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>opened</w:t></w:r><w:r><w:br/><w:t>in 1936 &amp; closed</w:t><w:tab/><w:t>in 2011.</w:t></w:r></w:p><w:p/>' +
      '<w:p><w:r><w:t>A vice</w:t><w:noBreakHyphen/><w:t>chair spoke.</w:t></w:r></w:p>';
    assert.deepEqual(read(body), [
      'paragraph: The lido opened in 1936 & closed in 2011.',
      'paragraph: A vice-chair spoke.',
    ]);
  });

  it('has headings in any language, lists, tables and notes', () => {
    const styles =
      '<w:styles><w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style></w:styles>';
    const body = [
      wordParagraph('The lido', '<w:pStyle w:val="Titel"/>'),
      wordParagraph('Opening', '<w:pStyle w:val="berschrift2"/>'),
      wordParagraph('Bring a towel.', '<w:numPr><w:numId w:val="1"/></w:numPr>'),
      `<w:tbl><w:tr><w:tc>${wordParagraph('Swimmers')}</w:tc></w:tr></w:tbl>`,
      wordParagraph('It is cold.'),
    ].join('');
    const notes = `<w:footnotes>${wordParagraph('Twelve degrees.')}</w:footnotes>`;
    assert.deepEqual(read(body, { 'word/styles.xml': styles, 'word/footnotes.xml': notes }), [
      'heading 1: The lido',
      'heading 2: Opening',
      'listItem: Bring a towel.',
      'tableCell: Swimmers',
      'paragraph: It is cold.',
      'paragraph: Twelve degrees.',
    ]);
  });

  it('has the place of each cell in tables of several rows and columns', () => {
    const cell = (text: string, properties = ''): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${wordParagraph(text)}</w:tc>`;
    const body = [
      `<w:tbl><w:tr>${cell('Motion', '<w:gridSpan w:val="2"/>')}${cell('Vote')}</w:tr><w:tr>${cell('Audit')}<w:tc><w:p/></w:tc>${cell('7-0')}</w:tr></w:tbl>`,
      `<w:tbl><w:tr>${cell('A frame')}</w:tr></w:tbl>`,
      `<w:tbl><w:tr>${cell('Left')}${cell('Right')}</w:tr><w:tr><w:tc><w:tbl><w:tr>${cell('In')}${cell('side')}</w:tr><w:tr>${cell('a')}${cell('b')}</w:tr></w:tbl><w:p/></w:tc>${cell('Out')}</w:tr></w:tbl>`,
    ].join('');
    const document = readDocx(wordOf(body));
    assert.ok(!isUnreadable(document));
    assert.deepEqual(
      document.map(({ text, cell: place }) =>
        place === undefined ? text : `${place.table}.${place.row}.${place.column} ${text}`,
      ),
      [
        '0.0.0 Motion',
        '0.0.2 Vote',
        '0.1.0 Audit',
        '0.1.2 7-0',
        'A frame',
        'Left',
        'Right',
        '3.0.0 In',
        '3.0.1 side',
        '3.1.0 a',
        '3.1.1 b',
        'Out',
      ],
    );
  });

  it('includes insertions but not deletions, and a text box once', () => {
    const box = wordParagraph('In the box.');
    const body =
      '<w:p><w:r><w:t>It is </w:t></w:r><w:del><w:r><w:delText>shut</w:delText></w:r></w:del><w:ins><w:r><w:t>open.</w:t></w:r></w:ins></w:p>' +
      `<w:p><w:r><w:t>Around</w:t></w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent><w:r><w:t> it.</w:t></w:r></w:p>`;
    assert.deepEqual(read(body), [
      'paragraph: It is open.',
      'paragraph: In the box.',
      'paragraph: Around it.',
    ]);
  });

  it('has links and the kinds of its lists', () => {
    const relation = (id: string, target: string): string =>
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${target}" TargetMode="External"/>`;
    const parts = {
      'word/_rels/document.xml.rels': `<Relationships>${relation('r1', 'https://lido.example')}</Relationships>`,
      'word/numbering.xml':
        '<w:numbering><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num></w:numbering>',
    };
    const item = (text: string, depth: number): string =>
      wordParagraph(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="2"/></w:numPr>`);
    const link =
      '<w:p><w:r><w:t xml:space="preserve">  See  </w:t></w:r><w:hyperlink r:id="r1"><w:r><w:t xml:space="preserve"> the  page </w:t></w:r></w:hyperlink><w:r><w:t>.</w:t></w:r><w:hyperlink r:id="r9"><w:r><w:t> No.</w:t></w:r></w:hyperlink></w:p>';
    assert.deepEqual(readDocx(wordOf(link + item('Boats', 0) + item('Rafts', 1), parts)), [
      {
        kind: 'paragraph',
        level: 0,
        text: 'See the page . No.',
        links: [{ start: 4, end: 12, target: 'https://lido.example' }],
      },
      { kind: 'listItem', level: 0, text: 'Boats', list: { depth: 0, isOrdered: false } },
      { kind: 'listItem', level: 0, text: 'Rafts', list: { depth: 1, isOrdered: true } },
    ]);
  });

  it('may have its body under another name', () => {
    const relations =
      '<Relationships><Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>';
    const parts = {
      '_rels/.rels': relations,
      'word/document2.xml': `<w:document>${wordParagraph('The second.')}</w:document>`,
    };
    assert.deepEqual(read(wordParagraph('The first.'), parts), ['paragraph: The second.']);
  });

  it('is rejected if it is something else', () => {
    for (const bytes of [
      Buffer.from('The lido is open.'),
      Buffer.alloc(0),
      wordOf('').slice(0, 60),
      Buffer.from([0x50, 0x4b, 0x05, 0x06, ...Buffer.alloc(18)]),
    ]) {
      assert.deepEqual(readDocx(bytes), {
        unreadable: 'is not a Word document (.docx) or is damaged',
      });
    }
  });
});
