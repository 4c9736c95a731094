import type { Block } from '../../../prose/prose.js';
import type { Quotation } from '../../../prose/speech/quotations.js';
import type { Sentence } from '../../../prose/sentences.js';
import type { Token } from '../../../prose/tokens.js';

/**
 * What may be expected of a sentence where it stands. `running`: whole sentences. `label`: headings,
 * captions, list items, table cells, bylines, which need no verb and no full stop. `speech`: another
 * person's words, set apart.
 */
export type Setting = 'running' | 'label' | 'speech';

/** A sentence with what a check needs to know of its surroundings. */
export interface Passage {
  /** The prose of the block. A check looks no further than at the neighbours and `REACH` beyond them. */
  readonly text: string;
  readonly sentence: Sentence;
  readonly setting: Setting;
  /** True in a page that was flattened into one paragraph. */
  readonly flattened: boolean;
  /**
   * The tokens as the writer's own sentence has them: quotation marks left out, a quoted sentence or
   * title put down as one token of tag `X` or `PROPN`.
   */
  readonly words: readonly Token[];
  /** The sentence before and after it in the same block. */
  readonly previous: Sentence | undefined;
  readonly next: Sentence | undefined;
}

/** A block's sentences as passages. */
export function passagesOf(block: Block): readonly Passage[] {
  const { sentences, quotations } = block;
  const flattened = isFlattened(block.text);
  return sentences.map((sentence, index) => ({
    text: block.text,
    sentence,
    setting: settingOf(block, sentence),
    flattened,
    words: ownWords(sentence, quotations, block.text),
    previous: sentences[index - 1],
    next: sentences[index + 1],
  }));
}

/**
 * True for one sentence in two versions of its block where a check finds the same of it: it may have moved, but
 * what it is expected to be, its neighbours and all between them are the same.
 */
export function standsAlike(one: Passage, other: Passage): boolean {
  return (
    one.setting === other.setting &&
    one.previous?.text === other.previous?.text &&
    one.next?.text === other.next?.text &&
    one.flattened === other.flattened &&
    textBefore(one) === textBefore(other) &&
    textFrom(one) === textFrom(other) &&
    one.words.length === other.words.length &&
    one.words.every(({ text, kind }, at) => {
      const twin = other.words[at];
      return twin?.text === text && twin.kind === kind;
    })
  );
}

/** How far beyond the neighbours of a sentence a check looks at most, in UTF-16 units. */
const REACH = 64;

function textBefore({ text, sentence, previous }: Passage): string {
  return text.slice(Math.max(0, (previous?.start ?? 0) - REACH), sentence.start);
}

function textFrom({ text, sentence, next }: Passage): string {
  return text.slice(sentence.start, (next ?? sentence).end + REACH);
}

/** A sentence that ends in its mark, closing quotation marks and brackets aside. */
export function hasEndMark(text: string): boolean {
  return /[.!?…:;]["”’'»)\]\s]*$/u.test(text.slice(-8));
}

/** Words that no paragraph of news has. */
const FLATTENED_WORDS = 220;

/**
 * True for a paragraph too long to be one: a page that was flattened, with captions and headings run
 * into the text. Their lost full stops are no slips of the writer.
 */
export function isFlattened(text: string): boolean {
  return (
    text.length > FLATTENED_WORDS * 4 &&
    text.split(' ', FLATTENED_WORDS + 1).length > FLATTENED_WORDS
  );
}

/**
 * A caption's credit, the last words of a paragraph: “Image: City Museum.”, “(Photo by Ana Roe)”, “/ AP Photo”.
 * Where it captures a letter, that opens a name: “the video: they lost” is no credit.
 */
const CREDITED =
  /(?:\b(?:image|photo|photograph|picture|graphic|illustration|credit|video)s?(?: credit| courtesy)?:\s?(\p{L})[^.!?]*\.?|[([/]\s?(?:(?:file )?(?:image|photo|photograph|picture)s?\b[^()[\]]*|(\p{L})[^()[\]]*\b(?:photo|getty images|reuters|via ap)\b[^()[\]]*)[)\]]?\.?)$/iu;

/** The longest credit, in UTF-16 units. */
const CREDIT_LENGTH = 80;

/** True for a paragraph that ends in the credit of a picture, and so is its caption. */
export function isCredited(text: string): boolean {
  const match = CREDITED.exec(text.slice(-CREDIT_LENGTH));
  return match !== null && !/\p{Ll}/u.test(match[1] ?? match[2] ?? '');
}

/** What opens a turn of an interview or a transcript: “Q: ”, “Ana Roe: ”, “DISPATCHER: ”. */
const SPEAKER =
  /^(?:[QA]|Question|Answer|\d[\d-]*|\p{Lu}\p{L}+(?:[ .'’-]+\p{Lu}\p{L}+){1,3}|\p{Lu}{2,}):\s/u;

function settingOf(block: Block, sentence: Sentence): Setting {
  if (sentence.role !== 'prose') return 'label';
  if (block.kind === 'quotation') return 'speech';
  if (block.kind === 'heading' || block.kind === 'tableCell' || block.kind === 'caption')
    return 'label';
  if (block.emphasised || isCredited(block.text)) return 'label';
  if (SPEAKER.test(block.text.slice(0, CREDIT_LENGTH)) || SPEAKER.test(sentence.text))
    return 'speech';
  if (block.kind === 'listItem') return hasEndMark(block.text) ? 'running' : 'label';
  return block.sentences.length === 1 && !hasEndMark(block.text) ? 'label' : 'running';
}

/** Words of a quotation from which on it is taken for speech rather than for a title. */
const SPEECH_WORDS = 6;

function ownWords(
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
      words[words.length - 1] = {
        ...last,
        end: token.end,
        text: text.slice(last.start, token.end),
      };
    } else {
      words.push({ ...token, kind: 'object', tag: isSpeech(inner) ? 'X' : 'PROPN', lemma: '' });
    }
  }
  return words;
}

function isSpeech(inner: string): boolean {
  return /[.,!?…—–-]["'’”]?$/u.test(inner) || inner.split(/\s+/u).length >= SPEECH_WORDS;
}

/** The last sentence that begins at or before an offset of the block's prose; `undefined` where none does. */
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
