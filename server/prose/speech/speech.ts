import { memoize } from '../memoize.js';
import type { Block, Wording } from '../prose.js';
import type { Quotation } from './quotations.js';
import type { Sentence } from '../sentences.js';
import { type Attribution, type SpeakerMention, attributionsIn, namesIn } from './speaker.js';
import type { Span } from '../span.js';

/** Quoted words, wherever their block stands. All spans are UTF-16 units of its prose. */
export interface QuotedStretch {
  /** From the opening mark to the closing one; in a block quotation without marks the words alone. */
  readonly outer: Span;
  /** The words, without the marks. */
  readonly inner: Span;
  readonly text: string;
  /** From the start of the sentence that the quotation begins in to the end of the one it ends in. */
  readonly sentences: Span;
  /** False where the closing mark is missing, as it rightly is before a new paragraph of one speech. */
  readonly closed: boolean;
}

/** One stretch of quoted words in its block. */
export interface Piece extends QuotedStretch {
  readonly block: Block;
  /** The same object as long as the block's words are. */
  readonly stretch: QuotedStretch;
}

/** A sentence with more quotations, or longer, is none; nobody can tell who speaks in it. */
const MOST_QUOTATIONS = 40;
const MOST_TOKENS = 1000;

/** A sentence read for who speaks in it. */
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

  /** Who says what in it, outside its quotations, in order. */
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
      role === 'prose' && tokens.length <= MOST_TOKENS && this.#quotations.length <= MOST_QUOTATIONS
    );
  }
}

/** A block read for who speaks in it. */
export class SpokenBlock {
  readonly block: Block;
  readonly sentences: readonly SpokenSentence[];
  readonly pieces: readonly Piece[];

  /** `next` is the block that follows: speech may run on into it. */
  constructor(block: Block, next: Block | undefined) {
    this.block = block;
    const read = next?.quotations[0]?.outer.start === 0 ? spokenBeforeSpeech : spokenAlone;
    const { sentences, stretches } = read(block.wording);
    this.sentences = sentences;
    this.pieces = stretches.map((stretch) => ({ block, stretch, ...stretch }));
  }

  /** The sentence that covers an offset of the block's prose, or the first one after it. */
  sentenceAt(offset: number): SpokenSentence | undefined {
    return this.sentences[indexAt(this.block.sentences, offset)];
  }

  /** The index of the last sentence that begins before an offset of the block's prose; -1 where none does. */
  lastBefore(offset: number): number {
    const at = indexAt(this.block.sentences, offset);
    return (this.block.sentences[at]?.start ?? offset) < offset ? at : at - 1;
  }
}

/** What of a block read for who speaks hangs on its words, and on whether the next block opens with a quotation. */
interface Spoken {
  readonly sentences: readonly SpokenSentence[];
  readonly stretches: readonly QuotedStretch[];
}

const spokenAlone = memoize((wording: Wording) => spokenIn(wording, false));
const spokenBeforeSpeech = memoize((wording: Wording) => spokenIn(wording, true));

function spokenIn(wording: Wording, isBeforeSpeech: boolean): Spoken {
  const speaks = wording.role === 'prose' && wording.kind !== 'heading';
  const quotations = speaks
    ? wording.quotations.map((quotation) => cut(wording, quotation, isBeforeSpeech))
    : wording.quotations;
  return {
    sentences: sentencesWith(wording, quotations),
    stretches: speaks ? stretchesOf(wording, quotations) : [],
  };
}

/** Each sentence with the quotations that reach into it. */
function sentencesWith(
  { sentences, text }: Wording,
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

function stretchesOf(block: Wording, quotations: readonly Quotation[]): readonly QuotedStretch[] {
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

function sentencesAround({ sentences }: Wording, { start, end }: Span): Span {
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

/** A quotation whose closing mark was forgotten, cut where its speech ends. */
function cut(block: Wording, quotation: Quotation, isBeforeSpeech: boolean): Quotation {
  if (quotation.closed) return quotation;
  const end = endOfUnclosed(block, quotation.inner, isBeforeSpeech);
  return {
    outer: { start: quotation.outer.start, end },
    inner: { start: quotation.inner.start, end },
    closed: false,
  };
}

/**
 * Where speech without a closing mark ends: before “, she said”; with the stretch, where it goes on
 * behind another opening mark, as it does in a new paragraph; else with its sentence.
 */
function endOfUnclosed(block: Wording, inner: Span, isBeforeSpeech: boolean): number {
  const first = block.sentences[indexAt(block.sentences, inner.start)];
  if (first === undefined) return inner.end;
  const end = Math.min(first.end, inner.end);
  const attributions =
    first.tokens.length <= MOST_TOKENS ? attributionsIn(first.tokens, block.text, []) : [];
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
