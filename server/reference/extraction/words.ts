import { isAbbreviatedTitle } from '../../lexicon/titleAbbreviations.js';
import { isEnglishWord } from '../../prose/dictionary.js';
import type { Block } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import type { Tag } from '../../prose/grammar/tag.js';
import { placeNamed } from '../gazetteer.js';

/** A word of a sentence for finding names: hyphenated words are kept whole, possessive endings separated. */
export interface SourceWord {
  readonly text: string;
  /** UTF-16 offsets into the block's prose, without the possessive ending. */
  readonly start: number;
  readonly end: number;
  readonly possessive: boolean;
  /** The text between the previous word, including its possessive ending, and this one: a space, “, ”, “ “”. */
  readonly gap: string;
  /** The tag of the token at the start of the word. */
  readonly tag: Tag;
  /** The rest of a compound that starts with a name: “based” in “Washington-based”. */
  readonly compoundRest?: string;
}

/** A range of a sentence's words: indices, both inclusive. */
export interface WordSpan {
  readonly first: number;
  readonly last: number;
}

/** A sentence with its words and the block that contains it. */
export interface WordSentence {
  readonly block: Block;
  readonly sentence: Sentence;
  readonly words: readonly SourceWord[];
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|[.'’&‐‑-](?=[\p{L}\p{N}]))*\.?/gu;
const ABBREVIATION =
  /^(?:\p{L}|(?:\p{L}\.)+\p{L}|Jr|Sr|St|Mt|Rt|Inc|Corp|Co|Ltd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$/u;
const COMPOUND = /^(\p{Lu}[\p{L}\p{M}]*)[‐‑-](\p{Ll}[\p{Ll}‐‑-]*)$/u;
const PREFIXED = /^(?:anti|pro|ex|non|mid|post|pre|trans|sub|inter|un|neo)[‐‑-](?=\p{Lu})/u;
const FUSED = /^(?!Mac)(\p{Lu}\p{Ll}{2,})(\p{Lu}\p{Ll}{2,})$/u;

/** The words of one sentence. `isKnown` is true for words that occur separately in the text, to split fused ones. */
export function sourceWordsOf(
  block: Block,
  sentence: Sentence,
  isKnown: (word: string) => boolean,
): readonly SourceWord[] {
  const words: SourceWord[] = [];
  const tags = new Map(sentence.tokens.map((token) => [token.start, token.tag]));
  let at = sentence.start;
  const text = block.text.slice(sentence.start, sentence.end);
  for (const match of text.matchAll(WORD)) {
    const owners = /^['’] /u.test(
      text.slice(match.index + match[0].length, match.index + match[0].length + 2),
    );
    for (const part of partsOf(match[0], owners && match[0].endsWith('s'), isKnown)) {
      const start = sentence.start + match.index + part.at;
      words.push({
        text: part.text,
        start,
        end: start + part.text.length,
        possessive: part.possessive,
        gap: block.text.slice(at, start),
        tag: tags.get(start) ?? 'X',
        ...(part.compound === undefined ? {} : { compoundRest: part.compound }),
      });
      at = start + part.whole;
    }
  }
  return words;
}

interface Part {
  readonly text: string;
  readonly at: number;
  /** The length including a possessive ending or the rest of a compound. */
  readonly whole: number;
  readonly possessive: boolean;
  readonly compound?: string;
}

function partsOf(raw: string, owned: boolean, isKnown: (word: string) => boolean): readonly Part[] {
  const dotless = raw.endsWith('.') ? raw.slice(0, -1) : raw;
  const kept = ABBREVIATION.test(dotless) || isAbbreviatedTitle(dotless) ? raw : dotless;
  const prefix = PREFIXED.exec(kept)?.[0].length ?? 0;
  const body = kept.slice(prefix);
  const ending = /['’]s$/u.exec(body)?.[0].length ?? 0;
  const bare = body.slice(0, body.length - ending);
  const compound = COMPOUND.exec(bare);
  const [, text, rest] = compound ?? [];
  if (text !== undefined && rest !== undefined && !PREFIX.test(text) && isEnglishTail(rest)) {
    return [{ text, at: prefix, whole: body.length, possessive: false, compound: rest }];
  }
  const fused = FUSED.exec(bare);
  const [, left, right] = fused ?? [];
  if (
    left !== undefined &&
    right !== undefined &&
    (isPart(left, isKnown) || isPart(right, isKnown))
  ) {
    return [
      { text: left, at: prefix, whole: left.length, possessive: false },
      {
        text: right,
        at: prefix + left.length,
        whole: body.length - left.length,
        possessive: ending > 0,
      },
    ];
  }
  return [
    {
      text: bare,
      at: prefix,
      whole: body.length + (owned ? 1 : 0),
      possessive: ending > 0 || owned,
    },
  ];
}

/** A prefix with a hyphen, which is not a name: “Co-author”, “Ex-minister”. */
const PREFIX =
  /^(?:co|ex|vice|anti|pre|mid|non|sub|self|semi|post|multi|inter|pro|arch|half|deputy|then)$/iu;

/** True for an English word such as “based” or “led”, not for the end of a given name as in “Ka-ki”. */
function isEnglishTail(tail: string): boolean {
  const last = tail.split(/[‐‑-]/u).at(-1) ?? '';
  return /^(?:led|run|era)$/u.test(last) || (last.length > 3 && isEnglishWord(last));
}

function isPart(word: string, isKnown: (word: string) => boolean): boolean {
  return placeNamed(word) !== undefined || isKnown(word);
}

/** True if only a space separates the word from the one before it. */
export function isAdjacent(word: SourceWord): boolean {
  return /^ +$/u.test(word.gap);
}

/** True if there is a word at an index that only a space separates from the one before it. */
export function isNext(words: readonly SourceWord[], index: number): boolean {
  const word = words[index];
  return word !== undefined && isAdjacent(word);
}
