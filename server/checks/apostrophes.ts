import { memoize } from '../prose/memoize.js';
import type { Prose } from '../prose/prose.js';
import type { Edit, Finding, Fix } from './finding.js';

/** An apostrophe in a word or before its ending, as in “isn't”, “O'Neill” and “'s”; not one that opens or closes a quotation. */
const INSIDE = /(?<=\p{L})['’](?=\p{L})|^['’](?=(?:s|re|ll|d|ve|m|t)(?!\p{L}))/gu;

/**
 * True if a draft has straight apostrophes: in most of its words that have one, otherwise in its
 * quotation marks.
 */
const isStraight = memoize(({ text }: Prose): boolean => {
  const all = text.match(INSIDE) ?? text.match(/["“”]/gu) ?? [];
  return all.filter((mark) => mark === "'" || mark === '"').length > all.length / 2;
});

/** Words with the apostrophes that a draft has. */
export function withApostrophesOf(draft: Prose, words: string): string {
  return words.replace(INSIDE, () => (isStraight(draft) ? "'" : '’'));
}

/**
 * Findings whose fixes write the draft's kind of apostrophe, whatever a source or a check writes.
 */
export function withApostrophesInFixes(
  draft: Prose,
  findings: readonly Finding[],
): readonly Finding[] {
  const inDraft = (words: string): string => withApostrophesOf(draft, words);
  // An edit may be a part of a word, or the apostrophe alone.
  const written = ({ span: { start, end }, newText }: Edit): string => {
    const [before, after] = [draft.text.charAt(start - 1), draft.text.charAt(end)];
    const words = inDraft(before + newText + after);
    return words.slice(before.length, before.length + newText.length);
  };
  const fixInDraft = (fix: Fix): Fix => ({
    ...fix,
    title: fix.title.replace(/“[^“”]*”/gu, inDraft),
    edits: fix.edits.map((edit) => ({ ...edit, newText: written(edit) })),
  });
  const hasApostrophe = ({ edits }: Fix): boolean =>
    edits.some(({ newText }) => /['’]/u.test(newText));
  return findings.map((finding) =>
    finding.fixes.some(hasApostrophe)
      ? { ...finding, fixes: finding.fixes.map(fixInDraft) }
      : finding,
  );
}
