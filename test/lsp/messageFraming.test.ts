import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { MessageFraming } from '../../server/lsp/messageFraming.js';

const frame = (body: string): string => `Content-Length: ${body.length}\r\n\r\n${body}`;

/** What is told of bytes that come in pieces of a length. */
function faultIn(bytes: string, length = bytes.length): string | undefined {
  const frames = new MessageFraming();
  for (let at = 0; at < bytes.length; at += length) {
    const fault = frames.faultIn(Buffer.from(bytes.slice(at, at + length), 'latin1'));
    if (fault !== undefined) return fault;
  }
  return undefined;
}

describe('frames', () => {
  const sound = [
    frame('{}'),
    frame('Content-Length: none\r\n\r\n'),
    'Content-Type: x\r\ncontent-length: 2\r\n\r\n{}',
    frame(''),
    'Foo: bar\r\n\r\n',
    frame('{"a": "\xE9"}'),
  ].join('');

  it('are followed in whatever pieces they come', () => {
    for (let length = 1; length <= sound.length; length++) {
      assert.equal(faultIn(sound, length), undefined);
      assert.match(
        faultIn(`${sound}Content-Length: -1\r\n\r\n{}`, length) ?? '',
        /Content-Length “-1”/u,
      );
    }
  });

  it('have heads whose lines end as the protocol has it, and no blank before a colon', () => {
    const bare = 'Content-Length: 2\n\n{}';
    const mixed = 'Content-Type: x\nContent-Length: 2\r\n\r\n{}';
    for (let length = 1; length <= mixed.length; length++) {
      assert.match(faultIn(`${sound}${bare}`, length) ?? '', /ended without “\\r\\n”/u);
      assert.match(faultIn(`${sound}${mixed}`, length) ?? '', /ended without “\\r\\n”/u);
      assert.match(
        faultIn(`${sound}Content-Length : 2\r\n\r\n{}`, length) ?? '',
        /blank before the colon/u,
      );
    }
  });

  it('have a head that ends', () => {
    assert.match(faultIn('\0'.repeat(100_000), 4096) ?? '', /without a head/u);
  });
});
