import core from 'wink-eng-lite-web-model/dist/languages/cur/models/eng-core-web-model.json';

let words: ReadonlySet<string> | undefined;

/**
 * True for what the tokenizer's dictionary of some 87,000 English words has in lower case: “fallen”,
 * “counsel”, some common given names too. Cannot throw.
 */
export function isEnglishWord(word: string): boolean {
  words ??= new Set(core.features.lexeme.list);
  return words.has(word.toLowerCase());
}

/** The same for a plural in -s too: “commons”. Cannot throw. */
export function isEnglishWordOrPlural(word: string): boolean {
  return isEnglishWord(word) || isEnglishWord(word.replace(/(?<=[^sS])[sS]$/u, ''));
}
