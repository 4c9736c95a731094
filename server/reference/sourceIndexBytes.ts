import type { ListedAddress } from './linkList.js';
import type { SourceDate } from './extraction/sourceDate.js';
import type { SourceIndex, SourceKind, SourceParagraph } from './sourceIndex.js';

/**
 * Encodes a source index for other threads and for files: a header of four 32-bit numbers (the counts of sentence
 * numbers and of term keys, the lengths in bytes of the two texts), the sentence numbers, the term keys, then as JSON
 * in UTF-8 the paragraphs and everything else. The length is padded to a multiple of four bytes.
 */
export function encodeSourceIndex(index: SourceIndex): Uint8Array {
  if (index instanceof DecodedIndex) return index.bytes;
  const { source, kind, words, entities, quotes, facts, problems, sentences, termKeys } = index;
  const { date, isConfidential, embargo, addresses } = index;
  const encoder = new TextEncoder();
  const paragraphs = encoder.encode(JSON.stringify(index.paragraphs));
  const rest = encoder.encode(
    JSON.stringify({
      ...{ source, kind, words, entities, quotes, facts, problems },
      ...(date === undefined ? {} : { date }),
      ...(isConfidential === undefined ? {} : { isConfidential }),
      ...(embargo === undefined ? {} : { embargo }),
      ...(addresses === undefined ? {} : { addresses }),
    } satisfies Rest),
  );
  const numbers = HEADER + sentences.length + termKeys.length;
  const size = 4 * Math.ceil((4 * numbers + paragraphs.length + rest.length) / 4);
  const bytes = new Uint8Array(size);
  const view = new Uint32Array(bytes.buffer, 0, numbers);
  view.set([sentences.length, termKeys.length, paragraphs.length, rest.length]);
  view.set(sentences, HEADER);
  view.set(termKeys, HEADER + sentences.length);
  bytes.set(paragraphs, 4 * numbers);
  bytes.set(rest, 4 * numbers + paragraphs.length);
  return bytes;
}

/**
 * Decodes the output of `encodeSourceIndex`. The result keeps using the bytes and parses its paragraphs on first
 * access, since most are never needed. Throws if the bytes are not an encoded index.
 */
export function decodeSourceIndex(bytes: Uint8Array): SourceIndex {
  return new DecodedIndex(bytes);
}

/** The length of the header, in 32-bit numbers. */
const HEADER = 4;

type Rest = Omit<SourceIndex, 'paragraphs' | 'sentences' | 'termKeys'>;

class DecodedIndex implements SourceIndex {
  readonly bytes: Uint8Array;
  readonly source: string;
  readonly kind: SourceKind;
  readonly date?: SourceDate;
  readonly isConfidential?: true;
  readonly embargo?: string;
  readonly addresses?: readonly ListedAddress[];
  readonly words: number;
  readonly entities: SourceIndex['entities'];
  readonly quotes: SourceIndex['quotes'];
  readonly facts: SourceIndex['facts'];
  readonly problems: SourceIndex['problems'];
  readonly sentences: Uint32Array;
  readonly termKeys: Uint32Array;
  readonly #text: Uint8Array;
  #paragraphs: readonly SourceParagraph[] | undefined;

  constructor(bytes: Uint8Array) {
    // Numbers of four bytes can be read in place only at an offset that is a multiple of four.
    const { buffer, byteOffset, length } =
      bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
    const [sentences = 0, termKeys = 0, text = 0, rest = 0] = new Uint32Array(
      buffer,
      byteOffset,
      HEADER,
    );
    const at = 4 * (HEADER + sentences + termKeys);
    if (at + text + rest > length) throw new RangeError('truncated source index');
    this.bytes = bytes;
    this.sentences = new Uint32Array(buffer, byteOffset + 4 * HEADER, sentences);
    this.termKeys = new Uint32Array(buffer, byteOffset + 4 * (HEADER + sentences), termKeys);
    this.#text = bytes.subarray(at, at + text);
    const plain = JSON.parse(decoder.decode(bytes.subarray(at + text, at + text + rest))) as Rest;
    this.source = plain.source;
    this.kind = plain.kind;
    if (plain.date !== undefined) this.date = plain.date;
    if (plain.isConfidential !== undefined) this.isConfidential = plain.isConfidential;
    if (plain.embargo !== undefined) this.embargo = plain.embargo;
    if (plain.addresses !== undefined) this.addresses = plain.addresses;
    this.words = plain.words;
    this.entities = plain.entities;
    this.quotes = plain.quotes;
    this.facts = plain.facts;
    this.problems = plain.problems;
  }

  get paragraphs(): readonly SourceParagraph[] {
    this.#paragraphs ??= JSON.parse(decoder.decode(this.#text)) as readonly SourceParagraph[];
    return this.#paragraphs;
  }
}

const decoder = new TextDecoder();
