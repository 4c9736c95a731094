import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { linesOf } from '../../server/cli/lines.js';

async function* chunks(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield await Promise.resolve(Buffer.from(text));
}

async function read(
  input: AsyncIterable<Uint8Array>,
  longest?: number,
): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(input, longest)) {
    lines.push(line === 'too long' ? line : Buffer.from(line).toString());
  }
  return lines;
}

describe('lines of a stream', () => {
  it('are joined across chunks, even inside a character', async () => {
    const bytes = Buffer.from('één\nzwei\n');
    const cut = (async function* () {
      yield await Promise.resolve(bytes.subarray(0, 1));
      yield bytes.subarray(1);
    })();
    assert.deepEqual(await read(cut), ['één', 'zwei']);
    assert.deepEqual(await read(chunks('one\ntw', 'o', '\n', '\nthree')), [
      'one',
      'two',
      '',
      'three',
    ]);
  });

  it('do not exist in an empty stream', async () => {
    assert.deepEqual(await read(chunks('')), []);
  });

  it('are dropped if too long, without losing the next', async () => {
    assert.deepEqual(await read(chunks('12', '34', '56\nok\n1234', '56'), 5), [
      'too long',
      'ok',
      'too long',
    ]);
  });

  it('are read one at a time', async () => {
    let asked = 0;
    const input = (async function* () {
      for (; asked < 100; asked++) yield await Promise.resolve(Buffer.from('line\n'));
    })();
    await linesOf(input).next();
    assert.equal(asked, 0);
  });
});
