import { isAbbreviatedTitle } from './titleAbbreviations.js';
import { wordSet } from './wordSet.js';

/** Abbreviations other than titles that precede a name or number, so that no sentence ends after them. */
const LEADING = wordSet(`
Sr St Ste Mt Ft Rt Dir Vol Fig Figs vs v viz cf ca approx`);

/** Abbreviations that can end a sentence: companies, states, months, days, units. */
const FINAL = wordSet(`
Inc Corp Co Cos Ltd Bros Jr Esq Dept Univ Ave Blvd Rd Hwy Mass Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La
Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Vt Va Wash Wis Wyo Jan Feb Mar Apr Jun Jul Aug Sept Oct
Nov Dec Tues Wed Thurs Fri etc al hrs lbs oz yrs eds`);

/** Abbreviations only before a number: “No. 10”, but “No.” is an answer. */
const COUNTING = wordSet('no nos p pp art ch para sec sect gen fig vol');

/**
 * - `leading`: precedes a name or number and does not end a sentence;
 * - `final`: can end a sentence.
 */
export type Abbreviation = 'leading' | 'final';

/**
 * The kind of abbreviation that a word before a full stop is; `undefined` for an ordinary word.
 * `next` is the text after the full stop and the space.
 */
export function abbreviation(word: string, next: string): Abbreviation | undefined {
  if (LEADING.has(word) || isAbbreviatedTitle(word)) return 'leading';
  if (FINAL.has(word)) return 'final';
  return COUNTING.has(word.toLowerCase()) && /^\d/u.test(next) ? 'leading' : undefined;
}
