import type { Claim } from '../../checks/finding.js';
import { isEnglishWord } from '../../prose/dictionary.js';
import { overlaps } from '../../prose/span.js';
import { fold } from '../../reference/names/spelling.js';
import type { Draft } from '../../checks/draft.js';

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}.,’'-]*[\p{L}\p{N}])?/gu;

/** More words than these decide nothing; they are a sentence. */
const MOST = 6;

/**
 * The words of a source, folded, on which the verdict on a claim rests. Of a contradicted one those
 * that should stand in the draft and do not, of a supported one the figures and names that both
 * have; empty where that is not plain.
 */
export function decisiveWords(claim: Claim, evidence: string, draft: Draft): ReadonlySet<string> {
  const { start, end } = claim.span;
  const said = new Set(wordsOf(draft.prose.text.slice(start, end)).map(fold));
  if (claim.verdict === 'supported') {
    const definite = wordsOf(evidence).filter(
      (word, at) =>
        /\p{N}/u.test(word) || (/^\p{Lu}/u.test(word) && !(at === 0 && isEnglishWord(word))),
    );
    return new Set(definite.map(fold).filter((word) => said.has(word)));
  }
  const shown = new Set(wordsOf(evidence).map(fold));
  const missing = (text: string): readonly string[] =>
    wordsOf(text)
      .map(fold)
      .filter((word) => shown.has(word) && !said.has(word));
  const findings = draft.report.findings.filter(
    ({ code, span }) => /^(?:claim|quote)\//u.test(code) && overlaps(span, claim.span),
  );
  const mends = findings.flatMap(({ fixes }) => fixes.map(({ title }) => quotedIn(title)));
  for (const texts of [mends, findings.map(({ message }) => message)]) {
    const words = new Set(texts.flatMap(missing));
    if (words.size > 0 && words.size <= MOST) return words;
  }
  return new Set();
}

/** Markdown in which these words are bold. Its words are no markup themselves. */
export function withBold(markdown: string, words: ReadonlySet<string>): string {
  if (words.size === 0) return markdown;
  return markdown
    .replace(WORD, (word) => (words.has(fold(word)) ? `**${word}**` : word))
    .replaceAll('** **', ' ');
}

function wordsOf(text: string): readonly string[] {
  return [...text.matchAll(WORD)].map(([word]) => word);
}

/** What a title has in quotation marks: the right words. */
function quotedIn(title: string): string {
  const start = title.indexOf('“') + 1;
  return start === 0 ? '' : title.slice(start, Math.max(start, title.lastIndexOf('”')));
}
