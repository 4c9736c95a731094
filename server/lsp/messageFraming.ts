/** The longest message that can be read, in bytes: the engine has no longer texts. */
const LARGEST = 2 ** 29;

/** A head has two lines or three; in units. */
const LONGEST_HEAD = 2 ** 16;

const END_OF_HEAD = '\r\n\r\n';

// What the reader of messages takes for no end of a line, and for another name: it would wait for good.
const BARE_LINE_FEED = /(?<!\r)\n/u;
const BLANK_BEFORE_COLON = /^content-length[ \t]+:/imu;

/**
 * Follows the frames of messages that come in. Where one has no length to go by nobody can tell where the next
 * begins, and a reader would wait for it for good.
 */
export class MessageFraming {
  /** What has come of a head that has not ended. */
  #head = '';
  /** How many bytes of a message are still to come. */
  #left = 0;

  /** What is wrong with a frame in the bytes that came next, in a plain sentence; `undefined` where nothing is. */
  faultIn(bytes: Buffer): string | undefined {
    let rest = bytes.toString('latin1');
    while (rest !== '') {
      const skipped = Math.min(this.#left, rest.length);
      this.#left -= skipped;
      this.#head += rest.slice(skipped);
      const end = this.#head.indexOf(END_OF_HEAD);
      const head = end < 0 ? this.#head : this.#head.slice(0, end);
      if (BARE_LINE_FEED.test(head)) return 'A line of a message’s head ended without “\\r\\n”.';
      if (end < 0) {
        return this.#head.length > LONGEST_HEAD ? 'A message began without a head.' : undefined;
      }
      rest = this.#head.slice(end + END_OF_HEAD.length);
      this.#head = '';
      if (BLANK_BEFORE_COLON.test(head))
        return 'A message had a Content-Length with a blank before the colon.';
      const length = lengthIn(head);
      // A head without any length has no message, and is passed over.
      if (length === undefined) continue;
      if (!/^\d+$/u.test(length) || Number(length) > LARGEST) {
        return `A message had the Content-Length “${length}”, which is no number of bytes up to ${LARGEST}.`;
      }
      this.#left = Number(length);
    }
    return undefined;
  }
}

function lengthIn(head: string): string | undefined {
  return [...head.matchAll(/^content-length:(.*)$/gimu)].at(-1)?.[1]?.trim();
}
