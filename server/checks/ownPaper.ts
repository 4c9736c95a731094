import { isBodyHead, isPressHead } from '../lexicon/nameWords.js';
import { isPersonTitle } from '../lexicon/roleWords.js';
import { memoize } from '../prose/memoize.js';
import type { BlockContent, Prose } from '../prose/prose.js';
import type { Finding } from './finding.js';

/**
 * Words before the name of the paper that somebody spoke to: “told the Ledger”, “a statement to the
 * Ledger”.
 */
const SPOKEN_TO =
  /(?<!\p{L})(?:t(?:old|ells?|elling)|(?:interview|spoke|speaking|statement|letter) (?:to|with)) [Tt]he (?<name>\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)*)/gu;

const papersIn = memoize(({ text }: BlockContent): readonly string[] =>
  [...text.matchAll(SPOKEN_TO)].flatMap(({ groups }) => {
    const words = (groups?.name ?? '').split(' ');
    const [first = '', last = ''] = [words[0], words.at(-1)];
    const isOther = isPersonTitle(first) || (isBodyHead(last) && !isPressHead(last));
    return isOther ? [] : [words.join(' ')];
  }),
);

/**
 * Findings without those about the name of the paper that prints the draft: somebody in the draft
 * speaks to that paper, so the sources need not name it.
 */
export function withoutOwnPaper(
  { text, blocks }: Prose,
  findings: readonly Finding[],
): readonly Finding[] {
  const papers = new Set(blocks.flatMap(({ content }) => papersIn(content)));
  return findings.filter(
    ({ code, span }) =>
      !/^(?:name\/unknown|claim\/)/u.test(code) ||
      !papers.has(text.slice(span.start, span.end).replace(/^the /iu, '')),
  );
}
