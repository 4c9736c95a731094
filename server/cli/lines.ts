/** One line of a stream: its bytes, or “too long” for one whose bytes were dropped. */
export type InputLine = Uint8Array | 'too long';

/** The longest line kept in memory, in bytes. */
const MAX_LINE_BYTES = 64 * 1024 * 1024;

const LINE_FEED = 10;

/**
 * Splits a stream of bytes at its line feeds. Reads no further than the consumer has asked for, and
 * never holds more than one line of at most `longest` bytes. The text after the last line feed is a
 * line unless it is empty.
 */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  longest = MAX_LINE_BYTES,
): AsyncGenerator<InputLine> {
  let held: Uint8Array[] = [];
  let length = 0;
  const take = (): InputLine => {
    const line = length > longest ? 'too long' : Buffer.concat(held);
    held = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let at = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, at)) {
      hold(chunk.subarray(at, end));
      yield take();
      at = end + 1;
    }
    hold(chunk.subarray(at));
  }
  if (length > 0) yield take();

  function hold(part: Uint8Array): void {
    length += part.length;
    if (length > longest) held = [];
    else if (part.length > 0) held.push(part);
  }
}
