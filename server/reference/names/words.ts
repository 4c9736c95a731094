import { memoize } from '../../prose/memoize.js';
import type { Token } from '../../prose/tokens.js';
import { spellingKeyOf } from './spelling.js';

/**
 * How a word hangs on the one before it. `none` is no space at all; `apart` means that no name runs
 * across: a full stop, a dash, a bracket.
 */
export type Joint = 'none' | 'space' | 'hyphen' | 'comma' | 'apart';

/**
 * A word of a sentence as names see it: hyphenated words are cut, a possessive ending is set aside.
 */
export interface NameWord {
  /** As written, without a possessive ending. */
  readonly text: string;
  /** What the accepted spellings of the word have in common. */
  readonly key: string;
  /** Indices into the sentence's tokens, both included; the possessive ending is left out. */
  readonly first: number;
  readonly last: number;
  /** UTF-16 offsets into the block's prose. */
  readonly start: number;
  readonly end: number;
  readonly joint: Joint;
  /**
   * The word with its possessive ending, which may belong to a name (“King's” in “King's College”).
   */
  readonly owned: { readonly text: string; readonly key: string; readonly end: number } | undefined;
}

const HYPHEN = /^[-‐‑]$/u;
const POSSESSIVE = /^['’][sS]?$/u;
/** What joins the parts of an address: “alt.science.news”, “kofi@example.org”. */
const IN_ADDRESS = /^[./@_:#\\]+$/u;

/** The words of a sentence. */
export const nameWords = memoize((tokens: readonly Token[]): readonly NameWord[] => {
  const words: NameWord[] = [];
  let joint = 'apart' as Joint;
  for (const [index, token] of tokens.entries()) {
    const before = words.at(-1);
    const touches = index > 0 && tokens[index - 1]?.end === token.start;
    if (touches && before?.last === index - 1 && isPossessive(token, before)) {
      words[words.length - 1] = owned(before, token);
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
        owned: undefined,
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

/** True for the one letter of an initial that the tokenizer parted from its full stop. */
function isInitial(word: NameWord | undefined): boolean {
  return word !== undefined && /^\p{Lu}$/u.test(word.text);
}

/** A bare apostrophe is a possessive ending behind an s only; elsewhere it closes a quotation. */
function isPossessive({ text }: Token, owner: NameWord): boolean {
  return POSSESSIVE.test(text) && (text.length > 1 || /[sxz]$/iu.test(owner.text));
}

/**
 * True for a part of an address: a word hangs on it by a full stop, a slash or the like, and goes
 * on in lower case.
 */
function isInAddress(tokens: readonly Token[], at: number): boolean {
  return hangsTogether(tokens, at - 1) || hangsTogether(tokens, at + 1);
}

function hangsTogether(tokens: readonly Token[], at: number): boolean {
  const [left, mark, right] = tokens.slice(Math.max(0, at - 1), at + 2);
  return (
    at > 0 &&
    mark !== undefined &&
    IN_ADDRESS.test(mark.text) &&
    left?.end === mark.start &&
    mark.end === right?.start &&
    /^\p{Ll}/u.test(right.text)
  );
}

function owned(word: NameWord, ending: Token): NameWord {
  return { ...word, owned: ownedAs(word.text + ending.text, ending.end) };
}

function ownedAs(text: string, end: number): NameWord['owned'] {
  return { text, key: spellingKeyOf(text), end };
}

/**
 * A part of a word, as a word of its own; `from` and `to` count from the start of its text.
 */
export function partOf(word: NameWord, from: number, to: number): NameWord {
  const text = word.text.slice(from, to);
  const { text: whole, joint, first, last, start, end, owned: owning } = word;
  const isLast = to === whole.length;
  return {
    text,
    key: spellingKeyOf(text),
    first,
    last,
    start: start + from,
    end: isLast ? end : start + to,
    joint: from === 0 ? joint : 'none',
    owned:
      isLast && owning !== undefined ? ownedAs(owning.text.slice(from), owning.end) : undefined,
  };
}

/** Two words that follow each other, as one. */
export function joined(a: NameWord, b: NameWord): NameWord {
  const text = a.text + b.text;
  const owned = b.owned && ownedAs(a.text + b.owned.text, b.owned.end);
  return { ...a, text, key: spellingKeyOf(text), last: b.last, end: b.end, owned };
}
