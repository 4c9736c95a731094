import type { Block } from '../../../prose/prose.js';
import type { Quotation } from '../../../prose/speech/quotations.js';
import type { Sentence } from '../../../prose/sentences.js';
import { type Span, overlaps } from '../../../prose/span.js';
import type { Token } from '../../../prose/tokens.js';

/**
 * The expectations of a sentence in its context. `running`: complete sentences. `label`: headings,
 * captions, list items, table cells and bylines, which need neither a verb nor a full stop.
 * `speech`: another person's words, set apart.
 */
export type Setting = 'running' | 'label' | 'speech';

/** A sentence with the context that a check needs. */
export interface Passage {
  /**
   * The block's prose. A check reads no further than the neighbouring sentences and
   * `CONTEXT_LENGTH` beyond.
   */
  readonly text: string;
  readonly sentence: Sentence;
  readonly setting: Setting;
  /** True if a whole page was flattened into this paragraph. */
  readonly flattened: boolean;
  /**
   * The tokens of the writer's own sentence: without quotation marks, and with a quoted sentence or
   * title as one token with the tag `X` or `PROPN`.
   */
  readonly words: readonly Token[];
  /** Another person's words: the quotations of the sentence, or the whole of it if it is set apart. UTF-16 units of `text`. */
  readonly speech: readonly Span[];
  /** The neighbouring sentences in the same block. */
  readonly previous: Sentence | undefined;
  readonly next: Sentence | undefined;
}

/** A block's sentences as passages. */
export function passagesOf(block: Block): readonly Passage[] {
  const { sentences, quotations } = block;
  const flattened = isFlattened(block.text);
  return sentences.map((sentence, index) => {
    const setting = settingOf(block, sentence);
    return {
      text: block.text,
      sentence,
      setting,
      flattened,
      words: wordsOutsideQuotations(sentence, quotations, block.text),
      speech:
        setting === 'speech'
          ? [sentence]
          : quotations.map(({ outer }) => outer).filter((outer) => overlaps(outer, sentence)),
      previous: sentences[index - 1],
      next: sentences[index + 1],
    };
  });
}

/**
 * True if checks find the same errors in a sentence in two versions of its block: it may have
 * moved, but its setting, its neighbours and the text between them are the same.
 */
export function hasSameContext(one: Passage, other: Passage): boolean {
  return (
    one.setting === other.setting &&
    one.previous?.text === other.previous?.text &&
    one.next?.text === other.next?.text &&
    one.flattened === other.flattened &&
    textBefore(one) === textBefore(other) &&
    textFromStart(one) === textFromStart(other) &&
    one.words.length === other.words.length &&
    one.words.every(({ text, kind }, at) => {
      const counterpart = other.words[at];
      return counterpart?.text === text && counterpart.kind === kind;
    })
  );
}

/** How far beyond the neighbours of a sentence a check reads, in UTF-16 units. */
const CONTEXT_LENGTH = 64;

function textBefore({ text, sentence, previous }: Passage): string {
  return text.slice(Math.max(0, (previous?.start ?? 0) - CONTEXT_LENGTH), sentence.start);
}

function textFromStart({ text, sentence, next }: Passage): string {
  return text.slice(sentence.start, (next ?? sentence).end + CONTEXT_LENGTH);
}

/**
 * True if a text ends in a sentence's punctuation, ignoring closing quotation marks and brackets.
 */
export function hasEndMark(text: string): boolean {
  return /[.!?…:;]["”’'»)\]\s]*$/u.test(text.slice(-8));
}

/** More words than any paragraph of news has. */
const MAX_PARAGRAPH_WORDS = 220;

/**
 * True for text too long to be one paragraph: a flattened page, with captions and headings run into
 * the text. Full stops missing there are not the writer's errors.
 */
export function isFlattened(text: string): boolean {
  return (
    text.length > MAX_PARAGRAPH_WORDS * 4 &&
    text.split(' ', MAX_PARAGRAPH_WORDS + 1).length > MAX_PARAGRAPH_WORDS
  );
}

/**
 * A caption's credit at the end of a paragraph: “Image: City Museum.”, “(Photo by Ana Roe)”, “/ AP
 * Photo”. If it captures a letter, that letter must be a capital: “the video: they lost” is not a
 * credit.
 */
const CREDIT =
  /(?:\b(?:image|photo|photograph|picture|graphic|illustration|credit|video)s?(?: credit| courtesy)?:\s?(\p{L})[^.!?]*\.?|[([/]\s?(?:(?:file )?(?:image|photo|photograph|picture)s?\b[^()[\]]*|(\p{L})[^()[\]]*\b(?:photo|getty images|reuters|via ap)\b[^()[\]]*)[)\]]?\.?)$/iu;

/** The longest credit, in UTF-16 units. */
const MAX_CREDIT_LENGTH = 80;

/** True for a paragraph that ends in a picture credit, and so is a caption. */
export function endsInCredit(text: string): boolean {
  const match = CREDIT.exec(text.slice(-MAX_CREDIT_LENGTH));
  return match !== null && !/\p{Ll}/u.test(match[1] ?? match[2] ?? '');
}

/** The speaker label of an interview or a transcript: “Q: ”, “Ana Roe: ”, “DISPATCHER: ”. */
const SPEAKER =
  /^(?:[QA]|Question|Answer|\d[\d-]*|\p{Lu}\p{L}+(?:[ .'’-]+\p{Lu}\p{L}+){1,3}|\p{Lu}{2,}):\s/u;

/** The length of the speaker's label that opens a sentence, with the space behind it; 0 if it has none. */
export function speakerLabelLength(text: string): number {
  return SPEAKER.exec(text.slice(0, MAX_CREDIT_LENGTH))?.[0].length ?? 0;
}

function settingOf(block: Block, sentence: Sentence): Setting {
  if (sentence.role !== 'prose') return 'label';
  if (block.kind === 'quotation') return 'speech';
  if (block.kind === 'heading' || block.kind === 'tableCell' || block.kind === 'caption')
    return 'label';
  if (block.emphasised || endsInCredit(block.text)) return 'label';
  if (SPEAKER.test(block.text.slice(0, MAX_CREDIT_LENGTH)) || SPEAKER.test(sentence.text))
    return 'speech';
  if (block.kind === 'listItem') return hasEndMark(block.text) ? 'running' : 'label';
  return block.sentences.length === 1 && !hasEndMark(block.text) ? 'label' : 'running';
}

/** A quotation of this many words or more is treated as speech, a shorter one as a title. */
const MIN_SPEECH_WORDS = 6;

function wordsOutsideQuotations(
  sentence: Sentence,
  quotations: readonly Quotation[],
  text: string,
): readonly Token[] {
  const words: Token[] = [];
  let at = 0;
  for (const token of sentence.tokens) {
    while ((quotations[at]?.outer.end ?? Infinity) <= token.start) at++;
    const quotation = quotations[at];
    if (quotation === undefined || token.start < quotation.outer.start) {
      words.push(token);
      continue;
    }
    const inner = text.slice(quotation.inner.start, quotation.inner.end).trim();
    if (/^[\p{Ll}\d$£€]/u.test(inner) && quotation.outer.start >= sentence.start) {
      if (token.start > quotation.outer.start && token.end <= quotation.inner.end)
        words.push(token);
      continue;
    }
    const last = words.at(-1);
    if (last?.kind === 'object' && last.start >= quotation.outer.start) {
      const whole = text.slice(last.start, token.end);
      words[words.length - 1] = {
        ...last,
        end: token.end,
        text: whole,
        lower: whole.toLowerCase(),
      };
    } else {
      words.push({ ...token, kind: 'object', tag: isSpeech(inner) ? 'X' : 'PROPN', lemma: '' });
    }
  }
  return words;
}

function isSpeech(inner: string): boolean {
  return /[.,!?…—–-]["'’”]?$/u.test(inner) || inner.split(/\s+/u).length >= MIN_SPEECH_WORDS;
}

/** The last sentence that starts at or before an offset of the block's prose, if any. */
export function sentenceAt(sentences: readonly Sentence[], offset: number): Sentence | undefined {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return sentences[low - 1];
}
