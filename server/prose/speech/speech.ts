import { memoize } from '../memoize.js';
import type { Block, BlockContent } from '../prose.js';
import type { Quotation } from './quotations.js';
import type { Sentence } from '../sentences.js';
import { type Attribution, type SpeakerMention, attributionsIn, namesIn } from './speaker.js';
import type { Span } from '../span.js';

/** Quoted words, independent of their block's position. All spans are UTF-16 units of its prose. */
export interface QuotedPassage {
  /** From the opening to the closing mark; in a block quotation without marks, the words only. */
  readonly outer: Span;
  /** The words without the quotation marks. */
  readonly inner: Span;
  readonly text: string;
  /**
   * From the start of the sentence in which the quotation begins to the end of the one in which it
   * ends.
   */
  readonly sentences: Span;
  /**
   * False if the closing mark is missing, as is correct before a new paragraph of the same speech.
   */
  readonly closed: boolean;
}

/** A quoted passage in its block. */
export interface Piece extends QuotedPassage {
  readonly block: Block;
  /** The same object as long as the block's text is unchanged. */
  readonly passage: QuotedPassage;
}

/** With more quotations or tokens than this, speakers cannot be determined. */
const MAX_QUOTATIONS = 40;
const MAX_TOKENS = 1000;

/** A sentence in which attributions and names are looked up on demand. */
export class SpokenSentence {
  readonly sentence: Sentence;
  readonly #text: string;
  readonly #quotations: readonly Quotation[];
  #attributions: readonly Attribution[] | undefined;
  #names: readonly SpeakerMention[] | undefined;

  constructor(sentence: Sentence, text: string, quotations: readonly Quotation[]) {
    this.sentence = sentence;
    this.#text = text;
    this.#quotations = quotations;
  }

  /** The attributions in it, outside its quotations, in order. */
  get attributions(): readonly Attribution[] {
    this.#attributions ??= this.#isReadable
      ? attributionsIn(this.sentence.tokens, this.#text, this.#quotations)
      : [];
    return this.#attributions;
  }

  /** The names in it, outside its quotations, in order. */
  get names(): readonly SpeakerMention[] {
    this.#names ??= this.#isReadable
      ? namesIn(this.sentence.tokens, this.#text, this.#quotations)
      : [];
    return this.#names;
  }

  get #isReadable(): boolean {
    const { role, tokens } = this.sentence;
    return (
      role === 'prose' && tokens.length <= MAX_TOKENS && this.#quotations.length <= MAX_QUOTATIONS
    );
  }
}

/** A block with its quoted passages and sentences. */
export class SpokenBlock {
  readonly block: Block;
  readonly sentences: readonly SpokenSentence[];
  readonly pieces: readonly Piece[];

  /** `next` is the following block: speech may continue into it. */
  constructor(block: Block, next: Block | undefined) {
    this.block = block;
    const read =
      next?.quotations[0]?.outer.start === 0 ? readSpeechBeforeQuotation : readSpeechAlone;
    const { sentences, passages } = read(block.content);
    this.sentences = sentences;
    this.pieces = passages.map((passage) => ({ block, passage, ...passage }));
  }

  /** The sentence that covers an offset of the block's prose, or the first one after it. */
  sentenceAt(offset: number): SpokenSentence | undefined {
    return this.sentences[indexAt(this.block.sentences, offset)];
  }

  /**
   * The index of the last sentence that begins before an offset of the block's prose; -1 if there
   * is none.
   */
  lastBefore(offset: number): number {
    const at = indexAt(this.block.sentences, offset);
    return (this.block.sentences[at]?.start ?? offset) < offset ? at : at - 1;
  }
}

/**
 * The part of a `SpokenBlock` that depends only on its text and on whether the next block opens
 * with a quotation.
 */
interface SpeechReading {
  readonly sentences: readonly SpokenSentence[];
  readonly passages: readonly QuotedPassage[];
}

const readSpeechAlone = memoize((content: BlockContent) => readSpeech(content, false));
const readSpeechBeforeQuotation = memoize((content: BlockContent) => readSpeech(content, true));

function readSpeech(content: BlockContent, isBeforeSpeech: boolean): SpeechReading {
  const canSpeak = content.role === 'prose' && content.kind !== 'heading';
  const quotations = canSpeak
    ? content.quotations.map((quotation) => cutUnclosed(content, quotation, isBeforeSpeech))
    : content.quotations;
  return {
    sentences: sentencesWith(content, quotations),
    passages: canSpeak ? passagesOf(content, quotations) : [],
  };
}

/** The sentences, each with the quotations that overlap it. */
function sentencesWith(
  { sentences, text }: BlockContent,
  quotations: readonly Quotation[],
): readonly SpokenSentence[] {
  let next = 0;
  return sentences.map((sentence) => {
    while ((quotations[next]?.outer.end ?? Infinity) <= sentence.start) next++;
    let end = next;
    while ((quotations[end]?.outer.start ?? Infinity) < sentence.end) end++;
    return new SpokenSentence(sentence, text, quotations.slice(next, end));
  });
}

function passagesOf(
  block: BlockContent,
  quotations: readonly Quotation[],
): readonly QuotedPassage[] {
  if (quotations.length > 0) {
    return quotations.map(({ outer, inner, closed }) => ({
      outer,
      inner,
      text: block.text.slice(inner.start, inner.end),
      sentences: sentencesAround(block, outer),
      closed,
    }));
  }
  if (block.kind !== 'quotation') return [];
  const words = block.sentences.filter(({ role }) => role === 'prose');
  const start = words[0]?.start;
  const end = words.at(-1)?.end;
  if (start === undefined || end === undefined) return [];
  const span = { start, end };
  const text = block.text.slice(start, end);
  return [{ outer: span, inner: span, text, sentences: span, closed: true }];
}

function sentencesAround({ sentences }: BlockContent, { start, end }: Span): Span {
  const head = sentences[indexAt(sentences, start)];
  const tail = sentences[indexAt(sentences, Math.max(start, end - 1))];
  return { start: head?.start ?? start, end: Math.max(tail?.end ?? end, end) };
}

/** The index of the first sentence that ends after an offset. */
function indexAt(sentences: readonly Sentence[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A quotation without a closing mark, cut off where its speech ends. */
function cutUnclosed(
  block: BlockContent,
  quotation: Quotation,
  isBeforeSpeech: boolean,
): Quotation {
  if (quotation.closed) return quotation;
  const end = endOfUnclosed(block, quotation.inner, isBeforeSpeech);
  return {
    outer: { start: quotation.outer.start, end },
    inner: { start: quotation.inner.start, end },
    closed: false,
  };
}

/**
 * The end of speech without a closing mark: before “, she said”; at the end of the quotation if the
 * speech continues after another opening mark, as in a new paragraph; otherwise with its sentence.
 */
function endOfUnclosed(block: BlockContent, inner: Span, isBeforeSpeech: boolean): number {
  const first = block.sentences[indexAt(block.sentences, inner.start)];
  if (first === undefined) return inner.end;
  const end = Math.min(first.end, inner.end);
  const attributions =
    first.tokens.length <= MAX_TOKENS ? attributionsIn(first.tokens, block.text, []) : [];
  for (const { span, speaker } of attributions) {
    if (span.start <= inner.start || span.end > end || /^(?:I|we)$/u.test(speaker.text)) continue;
    const words = block.text.slice(inner.start, span.start).trimEnd();
    const after = block.text.slice(span.end, end);
    if (/[,?!]["”’']?$/u.test(words) && /^(?:[.,;:]|$|\s+(?:of|to|in|on|at)\s)/u.test(after)) {
      return inner.start + words.length;
    }
  }
  const goesOn = /\S/u.test(block.text.slice(inner.end, inner.end + 3)) || isBeforeSpeech;
  return goesOn ? inner.end : end;
}
