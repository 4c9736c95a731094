import { wordSet } from '../lexicon/wordSet.js';
import { withCapitalOf } from '../prose/capital.js';

/**
 * Offices that exclude each other. Occupations do not, as they have many names, some wider than
 * others: a defender is counsel, lawyer and barrister, and a surgeon is a doctor. Nor does what somebody founded or owns.
 */
const OFFICES = wordSet(
  'president minister chancellor secretary mayor governor senator congressman congresswoman ambassador envoy ' +
    'commissioner judge justice prosecutor chairman chairwoman chair executive director dean rector principal treasurer ' +
    'king queen prince princess duke duchess pope bishop archbishop cardinal general colonel major captain lieutenant ' +
    'sergeant admiral professor coach goalkeeper referee editor correspondent spokesman spokeswoman',
);

/** Offices that differ by portfolio. */
const PORTFOLIOS = wordSet('minister secretary');
const FIELDS = wordSet(
  'prime foreign finance defense defence interior home justice health education transport trade culture environment agriculture labour labor energy economy security welfare sports housing',
);

/** An office in words: “deputy finance minister” has the head “minister” and the field “finance”. */
export interface Office {
  /** The noun in lower case. */
  readonly head: string;
  /** The word before it in lower case; empty if there is none. */
  readonly field: string;
}

/** The office that a title names, without what it is over: “minister” of “minister for trade at Lund”. */
export function officeOf(title: string): Office {
  const words = title
    .replace(/\s(?:of|for|at|in|to)\s.*$/u, '')
    .toLowerCase()
    .split(/\s+/u);
  return { head: words.at(-1) ?? title, field: words.at(-2) ?? '' };
}

/** Tells whether two words mean the same, in lower case. */
type WordComparison = (one: string, other: string) => boolean;

/** True for two titles of one office. A rank (“chief”, “deputy”) may be left out, a portfolio may not. */
export function mayBeSameOffice(one: Office, other: Office, isSameWord: WordComparison): boolean {
  const isSameHead =
    withoutGender(one.head) === withoutGender(other.head) || isSameWord(one.head, other.head);
  if (!isSameHead || !PORTFOLIOS.has(one.head)) return isSameHead;
  if (!FIELDS.has(one.field) || !FIELDS.has(other.field)) return true;
  return one.field === other.field || isSameWord(one.field, other.field);
}

/** True for two offices that one person does not hold at once. */
export function officesExclude(one: Office, other: Office, isSameWord: WordComparison): boolean {
  return (
    OFFICES.has(one.head) && OFFICES.has(other.head) && !mayBeSameOffice(one, other, isSameWord)
  );
}

/** The office of “chairman”, “chairwoman”, “chairperson” and “chair”. */
function withoutGender(office: string): string {
  return office.replace(/(?:man|woman|person)$/u, '');
}

/**
 * A title for the place of another, which begins with `written`: with an article if that is one, and a capital if that
 * has one. `isCut` for a place in which what it is over follows: “minister” before “of trade”.
 */
export function writeOfficeAs(written: string, title: string, isCut: boolean): string {
  const office = isCut ? title.replace(/\sof\s.*$/u, '') : title;
  const article = /^[aeiou]/iu.test(office) ? 'an' : 'a';
  return withCapitalOf(written, /^an?$/iu.test(written) ? `${article} ${office}` : office);
}
