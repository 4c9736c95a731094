import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isUnreadable } from '../../../server/sources/extractors/document.js';
import { readHtml } from '../../../server/sources/extractors/html.js';

const STORY = `
  <p>The council voted on Tuesday to keep the Marsh Lane lido open for another five years, after a
    campaign by swimmers that drew 4,000 signatures.</p>
  <p>&ldquo;We have <em>listened</em>,&rdquo; said Maren Oduya, the leader of the council.<br>It was
    late.<br><br>The pool belongs to the town, she said, and the town wants it.</p>
  <h2>A long fight</h2>
  <p>The lido, built in 1936, had been due to close in March. It costs the council &pound;210,000 a
    year, according to its accounts.</p>
  <ul><li>Opening hours stay as they are.</li><li><p>Prices rise by 5 percent.</p></li></ul>
  <blockquote><p>Open in all weathers.</p></blockquote>
  <table><tr><td>Swimmers</td><td>41,000</td></tr></table>`;

const PAGE = `<!doctype html><html><head><title>Council keeps the lido open | The Marsh Post</title>
  <script>document.write('<p>Evil Person, mayor of Nowhere, said so.</p>')</script></head>
  <body onload="steal()">
  <nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
  <main><article><h1>Council keeps the lido open</h1>${STORY}</article></main>
  <aside><h3>Most read</h3><a href="/b">Ten best bakeries, as chosen by our readers</a></aside>
  <footer>© Marsh Post. Subscribe to our newsletter.</footer></body></html>`;

function read(html: string | Uint8Array): readonly string[] {
  const bytes = typeof html === 'string' ? Buffer.from(html) : html;
  const document = readHtml(bytes);
  if (isUnreadable(document)) return [document.unreadable];
  return document.map(({ kind, level, text }) =>
    level === 0 ? `${kind}: ${text}` : `${kind} ${level}: ${text}`,
  );
}

describe('a web page', () => {
  it('is read as the paragraphs of its article only', () => {
    assert.deepEqual(read(PAGE), [
      'heading 1: Council keeps the lido open',
      'paragraph: The council voted on Tuesday to keep the Marsh Lane lido open for another five years, after a campaign by swimmers that drew 4,000 signatures.',
      'paragraph: “We have listened,” said Maren Oduya, the leader of the council. It was late.',
      'paragraph: The pool belongs to the town, she said, and the town wants it.',
      'heading 2: A long fight',
      'paragraph: The lido, built in 1936, had been due to close in March. It costs the council £210,000 a year, according to its accounts.',
      'listItem: Opening hours stay as they are.',
      'listItem: Prices rise by 5 percent.',
      'quotation: Open in all weathers.',
      'tableCell: Swimmers',
      'tableCell: 41,000',
    ]);
  });

  it('has the place of each cell in tables, also beside cells that span others', () => {
    const table = `<table><caption>Seats</caption><tr><th rowspan="2">Ward</th><th colspan="2">Votes</th></tr>
      <tr><th>Green</th><th>Blue</th></tr><tr><td>Lund</td><td>14</td><td><p>3</p></td></tr></table>`;
    const document = readHtml(Buffer.from(`<p>The count.</p>${table}`));
    assert.ok(!isUnreadable(document));
    assert.deepEqual(
      document.map(({ text, cell }) =>
        cell === undefined ? text : `${cell.table}.${cell.row}.${cell.column} ${text}`,
      ),
      [
        'The count.',
        'Seats',
        '0.0.0 Ward',
        '0.0.1 Votes',
        '0.1.1 Green',
        '0.1.2 Blue',
        '0.2.0 Lund',
        '0.2.1 14',
        '0.2.2 3',
      ],
    );
  });

  it('may be a fragment', () => {
    assert.deepEqual(read('<p>The lido is open.</p><p>Bring a towel.'), [
      'paragraph: The lido is open.',
      'paragraph: Bring a towel.',
    ]);
  });

  it('without an article is read without menus and scripts', () => {
    const html =
      '<body><nav><a href="/">Home</a></nav><script>let a = "<p>no</p>";</script><div>Tides</div>';
    assert.deepEqual(read(html), ['paragraph: Tides']);
  });

  it('is read in its declared encoding', () => {
    const head = Buffer.from('<html><head><meta charset="windows-1251"></head><body><p>');
    const bytes = Buffer.concat([head, Buffer.from([0xcc, 0xe0, 0xf0, 0xe8, 0xff])]);
    assert.deepEqual(read(bytes), ['paragraph: Мария']);
  });

  it('is not UTF-16 if it is declared so in single bytes', () => {
    for (const name of ['utf-16', 'UTF-16BE', 'unicode']) {
      const html = `<html><head><meta charset="${name}"></head><body><p>Zoë is in.`;
      assert.deepEqual(read(Buffer.from(html)), ['paragraph: Zoë is in.'], name);
    }
  });

  it('is rejected if it is not text', () => {
    assert.deepEqual(read(Buffer.from([0x3c, 0x70, 0x3e, 0x00])), ['is a binary file, not text']);
  });

  it('is empty if it has no text', () => {
    assert.deepEqual(read(''), []);
    assert.deepEqual(read('<html><body><img src="a.png"></body></html>'), []);
  });

  it('is read quickly if its tags are never closed', () => {
    assert.deepEqual(readHtml(Buffer.from('<html '.repeat(100_000))), []);
  });
});
