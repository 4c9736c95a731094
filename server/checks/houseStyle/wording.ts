import type { BlockContent } from '../../prose/prose.js';
import { isCapitalised } from '../../prose/letterCase.js';

/** A block's words in a form in which phrases can be looked up; every character keeps its place. */
export interface Wording {
  readonly text: string;
  /** With straight apostrophes, plain hyphens and plain spaces. */
  readonly plain: string;
  /** The same in lower case. */
  readonly lower: string;
  /** The starts of sentences, and of text after a colon or an opening bracket. */
  readonly starts: ReadonlySet<number>;
  /** The starts of nouns and adjectives. */
  readonly nominals: ReadonlySet<number>;
  /** True for a heading, in which words may have capitals that they have nowhere else. */
  readonly isHeading: boolean;
}

/** The wording of a block. */
export function wordingOf({ text, kind, sentences }: BlockContent): Wording {
  const plain = plainMarks(text);
  const starts = new Set([0, ...sentences.map(({ start }) => start)]);
  for (const { 0: before, index } of plain.matchAll(/[:(]\s*|^\W+/gu))
    starts.add(index + before.length);
  const nominals = new Set(
    sentences.flatMap(({ tokens }) =>
      tokens.flatMap(({ tag, start }) => (/^(?:NOUN|ADJ)$/u.test(tag) ? [start] : [])),
    ),
  );
  return { text, plain, lower: lowerCase(plain), starts, nominals, isHeading: kind === 'heading' };
}

/** A text with straight apostrophes, plain hyphens and plain spaces. */
export function plainMarks(text: string): string {
  return text
    .replace(/[’ʼ]/gu, "'")
    .replace(/[\u2010\u2011]/gu, '-')
    .replace(/\s/gu, ' ');
}

/** A text in lower case with its original length. */
export function lowerCase(text: string): string {
  return text.replace(/\p{Lu}/gu, (letter) => {
    const lower = letter.toLowerCase();
    return lower.length === letter.length ? lower : letter;
  });
}

/**
 * True if no word continues before `start` or after `end`: “mail” in “e-mail” is no word, “Ofcom”
 * in “Ofcom's” is one.
 */
export function isWhole({ plain }: Wording, start: number, end: number): boolean {
  return (
    !/(?:[\p{L}\p{N}]|[\p{L}\p{N}][-'./]|[@#/_])$/u.test(
      plain.slice(Math.max(0, start - 2), start),
    ) && !/^(?:[\p{L}\p{N}_@]|[-/.][\p{L}\p{N}]|'(?!s\b)\p{L})/u.test(plain.slice(end, end + 3))
  );
}

/**
 * True if words may be written there as in another text: unchanged, with a capital at the start of
 * a sentence, or in a heading in any case.
 */
export function isWrittenAs(wording: Wording, start: number, end: number, phrase: string): boolean {
  const found = wording.plain.slice(start, end);
  if (found === phrase) return true;
  if (lowerCase(found) !== lowerCase(phrase)) return false;
  if (wording.isHeading && phrase === lowerCase(phrase)) return true;
  return wording.starts.has(start) && found.slice(1) === phrase.slice(1) && isCapitalised(found);
}

/** The replacement for words, with their capitals: that of a first letter, or of all. */
export function inCaseOf(found: string, replacement: string): string {
  const letters = found.replace(/\P{L}/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase()) return replacement.toUpperCase();
  return isCapitalised(found)
    ? replacement.charAt(0).toUpperCase() + replacement.slice(1)
    : replacement;
}
