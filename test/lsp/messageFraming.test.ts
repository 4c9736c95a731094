import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { MessageFraming } from '../../server/lsp/messageFraming.js';

const frame = (body: string): string => `Content-Length: ${body.length}\r\n\r\n${body}`;

/** The first error in bytes that arrive in chunks of a length. */
function errorIn(bytes: string, length = bytes.length): string | undefined {
  const framing = new MessageFraming();
  for (let at = 0; at < bytes.length; at += length) {
    const error = framing.errorIn(Buffer.from(bytes.slice(at, at + length), 'latin1'));
    if (error !== undefined) return error;
  }
  return undefined;
}

describe('message framing', () => {
  const valid = [
    frame('{}'),
    frame('Content-Length: none\r\n\r\n'),
    'Content-Type: x\r\ncontent-length: 2\r\n\r\n{}',
    frame(''),
    'Foo: bar\r\n\r\n',
    frame('{"a": "\xE9"}'),
  ].join('');

  it('is followed across chunks of any size', () => {
    for (let length = 1; length <= valid.length; length++) {
      assert.equal(errorIn(valid, length), undefined);
      assert.match(
        errorIn(`${valid}Content-Length: -1\r\n\r\n{}`, length) ?? '',
        /Content-Length “-1”/u,
      );
    }
  });

  it('requires the line endings of the protocol and no space before a colon', () => {
    const bare = 'Content-Length: 2\n\n{}';
    const mixed = 'Content-Type: x\nContent-Length: 2\r\n\r\n{}';
    for (let length = 1; length <= mixed.length; length++) {
      assert.match(errorIn(`${valid}${bare}`, length) ?? '', /did not end with “\\r\\n”/u);
      assert.match(errorIn(`${valid}${mixed}`, length) ?? '', /did not end with “\\r\\n”/u);
      assert.match(
        errorIn(`${valid}Content-Length : 2\r\n\r\n{}`, length) ?? '',
        /space before the colon/u,
      );
    }
  });

  it('requires a header that ends', () => {
    assert.match(errorIn('\0'.repeat(100_000), 4096) ?? '', /without a header/u);
  });
});
