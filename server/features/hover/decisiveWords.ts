import type { Claim } from '../../checks/finding.js';
import { coversCode } from '../../checks/rules.js';
import { isEnglishWord } from '../../prose/dictionary.js';
import { overlaps } from '../../prose/span.js';
import { fold } from '../../reference/names/spelling.js';
import type { Draft } from '../../checks/draft.js';

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}.,’'-]*[\p{L}\p{N}])?/gu;

/** More words than these are a whole sentence and highlight nothing. */
const MAX_DECISIVE_WORDS = 6;

/**
 * The words of a source, folded, that differ from the draft's. Empty unless a few words decide, and
 * for a claim that the source supports.
 */
export function decisiveWords(claim: Claim, evidence: string, draft: Draft): ReadonlySet<string> {
  const inEvidence = wordsOf(evidence);
  const inDraft = foldedWords(draft.prose.text.slice(claim.span.start, claim.span.end));
  if (claim.verdict === 'supported') return new Set();
  const shown = new Set(inEvidence.map(fold));
  const decisive = draft.report.findings
    .filter(({ code }) => coversCode('claim', code) || coversCode('quote', code))
    .filter(({ span }) => overlaps(span, claim.span))
    .flatMap(({ expected = '', found = '' }) => {
      const expectedWords = wordsOf(expected);
      const definite = definiteWords(expectedWords);
      const replaced = foldedWords(found);
      // A name or figure decides even if the draft has it elsewhere, as when two are exchanged.
      return expectedWords
        .map(fold)
        .filter((word) => !replaced.has(word) && (definite.has(word) || !inDraft.has(word)));
    })
    .filter((word) => shown.has(word));
  const words = new Set(decisive);
  return words.size <= MAX_DECISIVE_WORDS ? words : new Set();
}

/** The figures and names among words, folded. */
function definiteWords(words: readonly string[]): ReadonlySet<string> {
  const definite = words.filter(
    (word, at) =>
      /\p{N}/u.test(word) || (/^\p{Lu}/u.test(word) && !(at === 0 && isEnglishWord(word))),
  );
  return new Set(definite.map(fold));
}

/** Sets these words in bold in a Markdown text without markup. */
export function withBold(markdown: string, words: ReadonlySet<string>): string {
  if (words.size === 0) return markdown;
  return markdown
    .replace(WORD, (word) => (words.has(fold(word)) ? `**${word}**` : word))
    .replace(/\*\*([\s.,]+)\*\*/gu, '$1');
}

function foldedWords(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).map(fold));
}

function wordsOf(text: string): readonly string[] {
  return [...text.matchAll(WORD)].map(([word]) => word);
}
