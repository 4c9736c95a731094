import type { Finding } from '../checks/finding.js';

/**
 * The accepted words of a suppressions file. A word in small letters is accepted with a capital and in capitals too, as at
 * the start of a sentence and in a headline; one with a capital only so and in capitals.
 */
export class AcceptedWords {
  /** The words as accepted, by what is written. */
  readonly #written: ReadonlyMap<string, string>;

  constructor(words: readonly string[]) {
    const written = new Map<string, string>();
    for (const word of words) {
      for (const form of formsOf(normalise(word))) if (!written.has(form)) written.set(form, word);
    }
    this.#written = written;
  }

  /** The accepted words of a list, memoized by the list. */
  static of(words: readonly string[]): AcceptedWords {
    const known = memo.get(words) ?? new AcceptedWords(words);
    memo.set(words, known);
    return known;
  }

  /** The accepted word that a finding is about, as in the list; `undefined` if there is none. */
  wordCovering({ word }: Finding): string | undefined {
    return word === undefined ? undefined : this.#written.get(normalise(word));
  }
}

const memo = new WeakMap<readonly string[], AcceptedWords>();

function formsOf(word: string): readonly string[] {
  const capitalised = word.charAt(0).toUpperCase() + word.slice(1);
  return [word, capitalised, word.toUpperCase()];
}

function normalise(word: string): string {
  return word.normalize('NFC').replace(/[’ʼ]/gu, "'").trim();
}
