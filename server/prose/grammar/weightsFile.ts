import type { Weights } from './classifier.js';
import type { MoveWeights } from './moveClassifier.js';

/** What a file of trained weights holds. */
export interface GrammarWeights {
  /** Names of the fine tags: the universal tag, and the Penn tag where that tells more (`VERB/VBZ`). */
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  /** How many parses the parser keeps at each step. */
  readonly beamWidth: number;
  /** A tag is in doubt where the next best comes as near as this. */
  readonly doubt: number;
  /** Lemmas that no rule finds, by fine tag and form. */
  readonly irregular: Readonly<Record<string, string>>;
  /** Morphological features that a word has whatever its sentence, by fine tag and form. */
  readonly features: Readonly<Record<string, string>>;
  /** Sets of tags that words usually have, the most usual first; the first two are empty. */
  readonly sets: readonly (readonly number[])[];
  /** The number of the set of usual tags, by the key of a word. */
  readonly usage: NumberedKeys;
  /** The dictionary entry, by the key of a word. */
  readonly lexicon: NumberedKeys;
  readonly tagger: Weights;
  readonly moves: MoveWeights;
  readonly relationWeights: Weights;
}

/** Keys in ascending order with a number each. */
export interface NumberedKeys {
  readonly keys: Int32Array;
  readonly values: Uint32Array;
}

/** The head of a file: who wrote it, and in which layout. */
const MAGIC = 0x43444731;

/** Thrown where a file of weights is not one, or is damaged. */
export class WeightsError extends Error {
  override readonly name = 'WeightsError';
}

/** Writes weights down: a head with a checksum, names as JSON, then numbers, with keys as the gaps between them. */
export function writeWeights(weights: GrammarWeights): Uint8Array {
  const writer = new ByteWriter();
  const { tags, relations, beamWidth, doubt, irregular, features, sets } = weights;
  writer.text(JSON.stringify({ tags, relations, beamWidth, doubt, irregular, features, sets }));
  for (const { keys, values } of [weights.usage, weights.lexicon]) {
    writer.ascending(keys);
    for (const value of values) writer.number(value);
  }
  for (const part of [weights.tagger, weights.relationWeights]) {
    writer.number(part.classes);
    writer.ascending(part.keys);
    writer.bytes(part.sizes);
    writer.bytes(part.labels);
    writer.bytes(part.values);
  }
  writer.ascending(weights.moves.places);
  writer.bytes(weights.moves.shift);
  writer.bytes(weights.moves.left);
  writer.bytes(weights.moves.right);
  const body = writer.finish();
  const file = new Uint8Array(8 + body.length);
  const head = new DataView(file.buffer);
  head.setUint32(0, MAGIC);
  head.setUint32(4, checksum(body));
  file.set(body, 8);
  return file;
}

/** Reads weights. Throws a `WeightsError` where the bytes are not a whole file of them. */
export function readWeights(file: Uint8Array): GrammarWeights {
  const head = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < 8 || head.getUint32(0) !== MAGIC) {
    throw new WeightsError('these are no weights of the grammar, or of another version');
  }
  const body = file.subarray(8);
  if (head.getUint32(4) !== checksum(body)) {
    throw new WeightsError('the weights of the grammar are damaged: the checksum is wrong');
  }
  const reader = new ByteReader(body);
  const names = JSON.parse(reader.text()) as Pick<
    GrammarWeights,
    'tags' | 'relations' | 'beamWidth' | 'doubt' | 'irregular' | 'features' | 'sets'
  >;
  const usage = readNumbered(reader);
  const lexicon = readNumbered(reader);
  const tagger = readClassifier(reader);
  const relationWeights = readClassifier(reader);
  const places = reader.ascending();
  const moves = {
    places,
    shift: reader.signed(places.length),
    left: reader.signed(places.length),
    right: reader.signed(places.length),
  };
  return { ...names, usage, lexicon, tagger, relationWeights, moves };
}

function readNumbered(reader: ByteReader): NumberedKeys {
  const keys = reader.ascending();
  const values = new Uint32Array(keys.length);
  for (let index = 0; index < values.length; index++) values[index] = reader.number();
  return { keys, values };
}

function readClassifier(reader: ByteReader): Weights {
  const classes = reader.number();
  const keys = reader.ascending();
  const sizes = reader.bytes(keys.length);
  let count = 0;
  for (const size of sizes) count += size;
  return { classes, keys, sizes, labels: reader.bytes(count), values: reader.signed(count) };
}

/** A checksum over bytes, four at a time (FNV-1a over 32-bit words). */
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

class ByteWriter {
  #bytes = new Uint8Array(1 << 20);
  #size = 0;

  /** Seven bits a byte, the low ones first. */
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

  /** How many numbers there are, then the gaps between them. */
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

class ByteReader {
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

  bytes(count: number): Uint8Array {
    const start = this.#at;
    this.#at += count;
    // Not slice(): a Node buffer's shares its memory.
    return new Uint8Array(this.#bytes.subarray(start, this.#at));
  }

  signed(count: number): Int8Array {
    return new Int8Array(this.bytes(count).buffer);
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
