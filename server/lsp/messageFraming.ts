/** The size of the longest message that can be read, in bytes: V8 has no longer strings. */
const MAX_MESSAGE_BYTES = 2 ** 29;

/** In bytes; a header has two or three lines. */
const MAX_HEADER_BYTES = 2 ** 16;

const END_OF_HEADER = '\r\n\r\n';

// The library misreads both and would wait for the rest of the message for ever.
const BARE_LINE_FEED = /(?<!\r)\n/u;
const SPACE_BEFORE_COLON = /^content-length[ \t]+:/imu;

/**
 * Follows the framing of incoming messages. After a message without a valid length, nothing shows
 * where the next one begins, and a reader would wait for ever.
 */
export class MessageFraming {
  /** The part of an unfinished header that has arrived. */
  #header = '';
  /** The number of bytes that are missing from the current message. */
  #missing = 0;

  /** Explains in a plain sentence what is wrong with the framing in the next bytes; `undefined` if it is valid. */
  errorIn(bytes: Buffer): string | undefined {
    let rest = bytes.toString('latin1');
    while (rest !== '') {
      const skipped = Math.min(this.#missing, rest.length);
      this.#missing -= skipped;
      this.#header += rest.slice(skipped);
      const end = this.#header.indexOf(END_OF_HEADER);
      const header = end < 0 ? this.#header : this.#header.slice(0, end);
      if (BARE_LINE_FEED.test(header)) {
        return 'A header line of a message did not end with “\\r\\n”.';
      }
      if (end < 0) {
        return this.#header.length > MAX_HEADER_BYTES
          ? 'A message began without a header.'
          : undefined;
      }
      rest = this.#header.slice(end + END_OF_HEADER.length);
      this.#header = '';
      if (SPACE_BEFORE_COLON.test(header)) {
        return 'The Content-Length of a message had a space before the colon.';
      }
      const length = lengthIn(header);
      // A header without a length belongs to no message and is skipped.
      if (length === undefined) continue;
      if (!/^\d+$/u.test(length) || Number(length) > MAX_MESSAGE_BYTES) {
        return `A message had the Content-Length “${length}”, which is not a number of bytes up to ${MAX_MESSAGE_BYTES}.`;
      }
      this.#missing = Number(length);
    }
    return undefined;
  }
}

function lengthIn(header: string): string | undefined {
  return [...header.matchAll(/^content-length:(.*)$/gimu)].at(-1)?.[1]?.trim();
}
