import { memoize } from '../../prose/memoize.js';
import type { RawToken } from '../../prose/tokenizer.js';
import { spellingKeyOf } from './spelling.js';

/**
 * The separation of a word from the one before it. `none` means not even a space; `apart` means
 * something that no name contains: a full stop, a dash, a bracket.
 */
export type Joint = 'none' | 'space' | 'hyphen' | 'comma' | 'apart';

/** A word of a sentence for matching names: hyphenated words are split, possessive endings separated. */
export interface NameWord {
  /** As written, without a possessive ending. */
  readonly text: string;
  /** The key shared by all accepted spellings of the word; see `spellingKeyOf`. */
  readonly key: string;
  /** Indices of the sentence's tokens, both inclusive, without the possessive ending. */
  readonly first: number;
  readonly last: number;
  /** UTF-16 offsets into the block's prose. */
  readonly start: number;
  readonly end: number;
  readonly joint: Joint;
  /** The word with its possessive ending, which may be part of a name (“King's” in “King's College”). */
  readonly possessive:
    { readonly text: string; readonly key: string; readonly end: number } | undefined;
}

const HYPHEN = /^[-‐‑]$/u;
const POSSESSIVE = /^['’][sS]?$/u;
/** The separators within an address: “alt.science.news”, “kofi@example.org”. */
const ADDRESS_SEPARATOR = /^[./@_:#\\]+$/u;

/** The words of a sentence for matching names. */
export const nameWords = memoize((tokens: readonly RawToken[]): readonly NameWord[] => {
  const words: NameWord[] = [];
  let joint = 'apart' as Joint;
  for (const [index, token] of tokens.entries()) {
    const before = words.at(-1);
    const touches = index > 0 && tokens[index - 1]?.end === token.start;
    if (touches && before?.last === index - 1 && isPossessive(token, before)) {
      words[words.length - 1] = withPossessive(before, token);
      joint = 'space';
    } else if (token.kind === 'word' || token.kind === 'number') {
      if (isInAddress(tokens, index)) {
        joint = 'apart';
        continue;
      }
      if (touches && before?.last === index - 1) joint = 'none';
      words.push({
        text: token.text,
        key: spellingKeyOf(token.text),
        first: index,
        last: index,
        start: token.start,
        end: token.end,
        joint,
        possessive: undefined,
      });
      joint = 'space';
    } else if (HYPHEN.test(token.text) && touches && tokens[index + 1]?.start === token.end) {
      joint = 'hyphen';
    } else if (!(token.text === '.' && touches && isInitial(before))) {
      joint = token.text === ',' && joint === 'space' ? 'comma' : 'apart';
    }
  }
  return words;
});

/** True for the letter of an initial that the tokenizer separated from its full stop. */
function isInitial(word: NameWord | undefined): boolean {
  return word !== undefined && /^\p{Lu}$/u.test(word.text);
}

/** An apostrophe alone is a possessive ending only after an s sound; elsewhere it closes a quotation. */
function isPossessive({ text }: RawToken, owner: NameWord): boolean {
  return POSSESSIVE.test(text) && (text.length > 1 || /[sxz]$/iu.test(owner.text));
}

/** True for a part of an address: a separator joins it to a lower-case word. */
function isInAddress(tokens: readonly RawToken[], at: number): boolean {
  return isJoinedByAddressMark(tokens, at - 1) || isJoinedByAddressMark(tokens, at + 1);
}

function isJoinedByAddressMark(tokens: readonly RawToken[], at: number): boolean {
  const [left, mark, right] = tokens.slice(Math.max(0, at - 1), at + 2);
  return (
    at > 0 &&
    mark !== undefined &&
    ADDRESS_SEPARATOR.test(mark.text) &&
    left?.end === mark.start &&
    mark.end === right?.start &&
    /^\p{Ll}/u.test(right.text)
  );
}

function withPossessive(word: NameWord, ending: RawToken): NameWord {
  return { ...word, possessive: possessiveForm(word.text + ending.text, ending.end) };
}

function possessiveForm(text: string, end: number): NameWord['possessive'] {
  return { text, key: spellingKeyOf(text), end };
}

/** A part of a word as a separate word; `from` and `to` are UTF-16 offsets in its text. */
export function subword(word: NameWord, from: number, to: number): NameWord {
  const text = word.text.slice(from, to);
  const { text: whole, joint, first, last, start, end, possessive } = word;
  const isLast = to === whole.length;
  return {
    text,
    key: spellingKeyOf(text),
    first,
    last,
    start: start + from,
    end: isLast ? end : start + to,
    joint: from === 0 ? joint : 'none',
    possessive:
      isLast && possessive !== undefined
        ? possessiveForm(possessive.text.slice(from), possessive.end)
        : undefined,
  };
}

/** Two consecutive words as one. */
export function joinedWord(a: NameWord, b: NameWord): NameWord {
  const text = a.text + b.text;
  const possessive = b.possessive && possessiveForm(a.text + b.possessive.text, b.possessive.end);
  return { ...a, text, key: spellingKeyOf(text), last: b.last, end: b.end, possessive };
}
