import type { ClassifierWeights } from './classifier.js';

/** Thrown if a file is not a weights file or is damaged. */
export class WeightsError extends Error {
  override readonly name = 'WeightsError';
}

/** A weights file: `magic` identifies the layout, a checksum protects `body`. */
export function withChecksum(magic: number, body: Uint8Array): Uint8Array {
  const file = new Uint8Array(8 + body.length);
  const head = new DataView(file.buffer);
  head.setUint32(0, magic);
  head.setUint32(4, checksum(body));
  file.set(body, 8);
  return file;
}

/**
 * The body of a weights file. Throws a `WeightsError` if the bytes are not a complete file with
 * that `magic`.
 */
export function verifiedBody(magic: number, file: Uint8Array): Uint8Array {
  const head = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < 8 || head.getUint32(0) !== magic) {
    throw new WeightsError('these are no weights of this kind, or of another version');
  }
  const body = file.subarray(8);
  if (head.getUint32(4) !== checksum(body)) {
    throw new WeightsError('the weights are damaged: the checksum is wrong');
  }
  return body;
}

/** Writes the weights of a classifier. */
export function writeClassifier(writer: ByteWriter, weights: ClassifierWeights): void {
  writer.number(weights.classes);
  writer.ascending(weights.keys);
  writer.bytes(weights.sizes);
  writer.bytes(weights.labels);
  writer.bytes(weights.values);
}

/** Reads what `writeClassifier` wrote. */
export function readClassifier(reader: ByteReader): ClassifierWeights {
  const classes = reader.number();
  const keys = reader.ascending();
  const sizes = reader.bytes(keys.length);
  let count = 0;
  for (const size of sizes) count += size;
  return { classes, keys, sizes, labels: reader.bytes(count), values: reader.signed(count) };
}

/** A checksum over 32-bit words (FNV-1a). */
function checksum(bytes: Uint8Array): number {
  let h = 0x811c9dc5;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length & ~3;
  for (let at = 0; at < whole; at += 4) {
    h = Math.imul(h ^ view.getInt32(at, true), 0x01000193);
    h ^= h >>> 15;
  }
  for (let at = whole; at < bytes.length; at++) h = Math.imul(h ^ (bytes[at] ?? 0), 0x01000193);
  return h >>> 0;
}

/** Collects numbers, texts and bytes for writing. */
export class ByteWriter {
  #bytes = new Uint8Array(1 << 20);
  #size = 0;

  /** Variable-length: seven bits per byte, low bits first. */
  number(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.#byte((rest & 127) | 128);
      rest = Math.floor(rest / 128);
    }
    this.#byte(rest);
  }

  bytes(bytes: Uint8Array | Int8Array): void {
    for (const byte of bytes) this.#byte(byte & 255);
  }

  text(text: string): void {
    const bytes = new TextEncoder().encode(text);
    this.number(bytes.length);
    this.bytes(bytes);
  }

  /** The count, then the differences between successive numbers. */
  ascending(numbers: Int32Array): void {
    this.number(numbers.length);
    let last = 0;
    for (const number of numbers) {
      this.number(number - last);
      last = number;
    }
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#size);
  }

  #byte(byte: number): void {
    if (this.#size === this.#bytes.length) {
      const grown = new Uint8Array(this.#size * 2);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes[this.#size++] = byte;
  }
}

/** Reads what a `ByteWriter` wrote. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  number(): number {
    let value = 0;
    let unit = 1;
    for (;;) {
      const byte = this.#bytes[this.#at++] ?? 0;
      value += (byte & 127) * unit;
      if (byte < 128) return value;
      unit *= 128;
    }
  }

  /** The next bytes, as a view of the file. */
  bytes(count: number): Uint8Array {
    const { buffer, byteOffset } = this.#bytes;
    const start = this.#at;
    this.#at += count;
    return new Uint8Array(buffer, byteOffset + start, count);
  }

  /** The same as signed numbers. */
  signed(count: number): Int8Array {
    const { buffer, byteOffset } = this.bytes(count);
    return new Int8Array(buffer, byteOffset, count);
  }

  text(): string {
    return new TextDecoder().decode(this.bytes(this.number()));
  }

  ascending(): Int32Array {
    const numbers = new Int32Array(this.number());
    const bytes = this.#bytes;
    let at = this.#at;
    let last = 0;
    for (let index = 0; index < numbers.length; index++) {
      let byte = bytes[at++] ?? 0;
      last += byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] ?? 0;
        last += (byte & 127) << shift;
      }
      numbers[index] = last;
    }
    this.#at = at;
    return numbers;
  }
}
