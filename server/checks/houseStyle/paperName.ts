import { lowerCase, isWhole, plainMarks, type Wording } from './wording.js';
import type { Departure } from './departure.js';
import type { HouseStyle } from './styleRule.js';

/** The paper's own name where it is not written as the paper writes it: “the Harbour Gazette”, “Harbour gazette”. */
export function wrongPaperNamesIn(wording: Wording, { rules }: HouseStyle): readonly Departure[] {
  // In a heading all in capitals, the name has none of its own.
  if (!/\p{Ll}/u.test(wording.plain)) return [];
  return rules.flatMap((rule) => {
    if (rule.kind !== 'paper') return [];
    const name = plainMarks(rule.name);
    const bare = name.replace(/^The /u, '');
    const hasArticle = bare !== name;
    return occurrencesOf(wording, bare).flatMap((start): readonly Departure[] => {
      const end = start + bare.length;
      const article = /(?:^|[^\p{L}\p{N}])(the )$/iu.exec(wording.plain.slice(0, start))?.[1] ?? '';
      const from = start - article.length;
      const isRightName = wording.plain.slice(start, end) === bare;
      if (isAttribute(wording, end)) {
        return isRightName ? [] : [{ rule, span: { start, end }, right: [bare] }];
      }
      const isWrongArticle =
        article !== '' && !wording.starts.has(from) && article !== (hasArticle ? 'The ' : 'the ');
      if (isRightName && !isWrongArticle) return [];
      if (article === '') return [{ rule, span: { start, end }, right: [bare] }];
      const right = `${hasArticle || wording.starts.has(from) ? 'The' : 'the'} ${bare}`;
      return [{ rule, span: { start: from, end }, right: [right] }];
    });
  });
}

function occurrencesOf(wording: Wording, name: string): readonly number[] {
  const found: number[] = [];
  const lower = lowerCase(name);
  for (let at = wording.lower.indexOf(lower); at >= 0; at = wording.lower.indexOf(lower, at + 1)) {
    // A capital at the least: the words of a name may be ordinary ones.
    const isName = /\p{Lu}/u.test(wording.plain.slice(at, at + name.length));
    if (isName && isWhole(wording, at, at + name.length)) found.push(at);
  }
  return found;
}

/** True for a name that describes the next word, to which the article belongs: “the Harbour Gazette reporter”. */
function isAttribute({ plain, nominals }: Wording, end: number): boolean {
  return nominals.has(end + 1) && /^ \p{Ll}/u.test(plain.slice(end));
}
