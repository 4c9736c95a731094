import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { decodeSource } from '../../../server/sources/extractors/encoding.js';

describe('the encoding of a source', () => {
  it('is UTF-8 if the bytes are valid', () => {
    assert.equal(decodeSource(Buffer.from('Café Zoë “Łódź”')), 'Café Zoë “Łódź”');
  });

  it('is that of the byte order mark, which is kept', () => {
    const text = '\uFEFFCafé “Łódź” 🏊';
    assert.equal(decodeSource(Buffer.from(text)), text);
    assert.equal(decodeSource(Buffer.from(text, 'utf16le')), text);
    assert.equal(decodeSource(Buffer.from(text, 'utf16le').swap16()), text);
  });

  it('is the declared one if the bytes are valid', () => {
    const bytes = Buffer.from([0xcc, 0xe0, 0xf0, 0xe8, 0xff]);
    assert.equal(decodeSource(bytes, 'windows-1251'), 'Мария');
    assert.equal(decodeSource(Buffer.from('Zoë'), 'no-such-encoding'), 'Zoë');
  });

  it('is windows-1252 if the bytes are not UTF-8', () => {
    const bytes = Buffer.from([0x93, 0x63, 0x61, 0x66, 0xe9, 0x94, 0x20, 0x80, 0x35, 0x0d, 0x0a]);
    assert.equal(decodeSource(bytes), '“café” €5\r\n');
  });

  it('is undefined if the file is not text', () => {
    const picture = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46]);
    assert.equal(decodeSource(picture), undefined);
    assert.equal(decodeSource(Buffer.from([0xe9, 0x01, 0x02, 0x41])), undefined);
  });
});
