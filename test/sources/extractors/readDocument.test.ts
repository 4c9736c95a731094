import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { describe, it } from 'mocha';
import { type Document, isUnreadable } from '../../../server/sources/extractors/document.js';
import { readDocument } from '../../../server/sources/extractors/readDocument.js';
import { pdfOf, wordOf, wordParagraph } from './bytes.js';

function reasonOf(document: Document): string | undefined {
  return isUnreadable(document) ? document.unreadable : undefined;
}

function textOf(document: Document): string {
  return isUnreadable(document) ? '' : document.map(({ text }) => text).join('\n');
}

const MEGABYTE = 1024 * 1024;

describe('a hostile document', () => {
  it('cannot unpack without limit', async () => {
    // More than 64 MB of spaces in less than 1 MB.
    const bomb = zipSync({ 'word/document.xml': Buffer.alloc(66 * MEGABYTE, ' ') });
    assert.ok(bomb.length < MEGABYTE);
    assert.equal(reasonOf(await readDocument('word', bomb)), 'unpacks to more than 64 MB');
  });

  it('cannot unpack to more than its declared size', async () => {
    const honest = zipSync({ 'word/document.xml': Buffer.alloc(66 * MEGABYTE, ' ') });
    const lying = Buffer.from(honest);
    // The size is declared in the local header and in the central directory.
    lying.writeUInt32LE(1000, 22);
    lying.writeUInt32LE(1000, lying.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24);
    const before = process.memoryUsage().arrayBuffers;
    assert.notEqual(reasonOf(await readDocument('word', lying)), undefined);
    assert.ok(process.memoryUsage().arrayBuffers - before < 8 * MEGABYTE);
  });

  it('has only the parts with text unpacked', async () => {
    const parts = { 'word/media/bomb.png': Buffer.alloc(66 * MEGABYTE) };
    const bytes = zipSync({
      'word/document.xml': strToU8(wordParagraph('The lido is open.')),
      ...parts,
    });
    assert.equal(textOf(await readDocument('word', bytes)), 'The lido is open.');
  });

  it('cannot declare its own entities', async () => {
    const laughs =
      '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + wordParagraph('It says &b;.');
    assert.equal(textOf(await readDocument('word', wordOf(laughs))), 'It says &b;.');
  });

  it('cannot run its scripts', async () => {
    const page =
      '<body onload="globalThis.ran = 1"><script>globalThis.ran = 1</script><p>The lido is open.</p><img src="x" onerror="globalThis.ran = 1"></body>';
    assert.equal(textOf(await readDocument('html', Buffer.from(page))), 'The lido is open.');
    assert.equal('ran' in globalThis, false);
  });

  it('may be nested too deeply', async () => {
    const page = Buffer.from('<div>'.repeat(10_000));
    assert.equal(reasonOf(await readDocument('html', page)), 'is nested too deeply');
  });

  it('may be nested too deeply inside its archive', async () => {
    const deep = Buffer.from('<w:tbl>'.repeat(100_000));
    for (const part of ['word/document.xml', '_rels/.rels']) {
      const word = zipSync({ [part]: deep });
      assert.equal(reasonOf(await readDocument('word', word)), 'is nested too deeply');
    }
  }).timeout(20_000);

  it('may have too many paragraphs', async () => {
    const word = wordOf('<w:p><w:t>a</w:t></w:p>'.repeat(100_001));
    const page = Buffer.from('<p>a'.repeat(100_001));
    for (const document of [await readDocument('word', word), await readDocument('html', page)]) {
      assert.equal(reasonOf(document), 'has more than 100,000 paragraphs');
    }
  });

  it('may have too much text', async () => {
    const page = Buffer.from(`<p>${'The lido is open. '.repeat(300_000)}</p>`);
    assert.equal(reasonOf(await readDocument('html', page)), 'contains more text than any article');
  });

  it('may have another format than its name suggests', async () => {
    const pdf = pdfOf([[{ text: 'The lido', y: 700 }]]);
    const page = Buffer.from('<p>The lido is open.</p>');
    assert.match(reasonOf(await readDocument('word', pdf)) ?? '', /^is not a Word document/u);
    assert.match(reasonOf(await readDocument('pdf', page)) ?? '', /^is not a PDF/u);
    assert.match(reasonOf(await readDocument('html', wordOf(''))) ?? '', /^is a binary file/u);
  });

  it('may be truncated or corrupted anywhere', async () => {
    const page = pdfOf([[{ text: 'The lido is open.', y: 700 }]]);
    const word = wordOf(wordParagraph('The lido is open.'));
    for (let share = 1; share < 16; share++) {
      for (const [format, whole] of [
        ['pdf', page],
        ['word', word],
      ] as const) {
        const at = Math.floor((whole.length * share) / 16);
        const scrambled = Uint8Array.from(whole);
        scrambled.fill(0x39, at, at + 12);
        for (const bytes of [whole.slice(0, at), scrambled]) {
          // The content does not matter as long as the call returns.
          assert.ok((await readDocument(format, bytes)) instanceof Object);
        }
      }
    }
  });
});
