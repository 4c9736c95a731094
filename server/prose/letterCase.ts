/** True for a text that starts with a capital letter. */
export function isCapitalised(text: string): boolean {
  const first = text.charCodeAt(0);
  return first < 128 ? 65 <= first && first <= 90 : /^\p{Lu}/u.test(text);
}

/** True for a word that starts with a capital letter. */
export function startsWithCapital(word: { readonly text: string } | undefined): boolean {
  return word !== undefined && isCapitalised(word.text);
}
