/** A text with the capital of the word that it replaces. */
export function withCapitalOf(written: string, text: string): string {
  return /^\p{Lu}/u.test(written) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
