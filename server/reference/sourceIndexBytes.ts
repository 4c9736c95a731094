import type { SourceIndex, SourceParagraph } from './sourceIndex.js';

/**
 * A lesson as bytes, to be sent from thread to thread and to be kept in a file: a header of four 32-bit
 * numbers (the counts of sentence numbers and of words, the lengths in bytes of the two texts), the
 * sentence numbers, the words, then as JSON in UTF-8 the paragraphs and all the rest. Filled up to a
 * multiple of four.
 */
export function encodeSourceIndex(lesson: SourceIndex): Uint8Array {
  if (lesson instanceof BytesLesson) return lesson.bytes;
  const { source, written, entities, quotes, facts, problems, sentences, words } = lesson;
  const encoder = new TextEncoder();
  const paragraphs = encoder.encode(JSON.stringify(lesson.paragraphs));
  const rest = encoder.encode(
    JSON.stringify({ source, written, entities, quotes, facts, problems } satisfies Rest),
  );
  const numbers = HEADER + sentences.length + words.length;
  const size = 4 * Math.ceil((4 * numbers + paragraphs.length + rest.length) / 4);
  const bytes = new Uint8Array(size);
  const view = new Uint32Array(bytes.buffer, 0, numbers);
  view.set([sentences.length, words.length, paragraphs.length, rest.length]);
  view.set(sentences, HEADER);
  view.set(words, HEADER + sentences.length);
  bytes.set(paragraphs, 4 * numbers);
  bytes.set(rest, 4 * numbers + paragraphs.length);
  return bytes;
}

/**
 * The lesson that `encodeSourceIndex` wrote. It goes on to use the bytes, and takes the paragraphs out of
 * them when they are first asked for, which most never are. Throws where the bytes are none of that.
 */
export function decodeSourceIndex(bytes: Uint8Array): SourceIndex {
  return new BytesLesson(bytes);
}

/** The numbers of the header. */
const HEADER = 4;

type Rest = Omit<SourceIndex, 'paragraphs' | 'sentences' | 'words'>;

class BytesLesson implements SourceIndex {
  readonly bytes: Uint8Array;
  readonly source: string;
  readonly written: boolean;
  readonly entities: SourceIndex['entities'];
  readonly quotes: SourceIndex['quotes'];
  readonly facts: SourceIndex['facts'];
  readonly problems: SourceIndex['problems'];
  readonly sentences: Uint32Array;
  readonly words: Uint32Array;
  readonly #text: Uint8Array;
  #paragraphs: readonly SourceParagraph[] | undefined;

  constructor(bytes: Uint8Array) {
    // Numbers of four bytes can be read in place only where they lie at a multiple of four.
    const { buffer, byteOffset, length } =
      bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
    const [sentences = 0, words = 0, text = 0, rest = 0] = new Uint32Array(
      buffer,
      byteOffset,
      HEADER,
    );
    const at = 4 * (HEADER + sentences + words);
    if (at + text + rest > length) throw new RangeError('a lesson is cut short');
    this.bytes = bytes;
    this.sentences = new Uint32Array(buffer, byteOffset + 4 * HEADER, sentences);
    this.words = new Uint32Array(buffer, byteOffset + 4 * (HEADER + sentences), words);
    this.#text = bytes.subarray(at, at + text);
    const plain = JSON.parse(decoder.decode(bytes.subarray(at + text, at + text + rest))) as Rest;
    this.source = plain.source;
    this.written = plain.written;
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
