import { boundedMemo } from '../../prose/boundedMemo.js';
import { type WordGraph, readWordGraph } from './wordGraph.js';
import { type WordEntry, unpackEntry } from './wordValue.js';

let provided: (() => Uint8Array) | undefined;
let loaded: WordGraph | undefined;

/**
 * Sets the source of the dictionary's words. The program's entry point does this, because this layer does not read files.
 * They are loaded when the first word is looked up.
 */
export function provideSpellingWords(words: () => Uint8Array): void {
  provided = words;
  loaded = undefined;
}

/** The dictionary's words; `undefined` if none were provided. Throws a `WeightsError` if the file is damaged. */
export function spellingWords(): WordGraph | undefined {
  if (loaded === undefined && provided !== undefined) loaded = readWordGraph(provided());
  return loaded;
}

/** A word as the dictionary has it: in lower case without accents, with straight apostrophes. */
export function dictionaryKey(word: string): string {
  const lower = word.toLowerCase().replace(/[’ʼ]/gu, "'");
  return /^[a-z']*$/u.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '');
}

/** The dictionary's entry for a word in any case; `undefined` if it does not have it. */
export const entryOf: (word: string) => WordEntry | undefined = boundedMemo((word) =>
  unpackEntry(spellingWords()?.valueOf(dictionaryKey(word)) ?? -1),
);
