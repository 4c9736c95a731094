function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}

/** What goes before a name or a number, so that no sentence ends on it. */
const LEADING = words(`
Mr Mrs Ms Mx Messrs Mme Mlle Dr Prof Rev Hon Fr Sr St Ste Mt Ft Gen Lt Col Maj Capt Cpl Sgt Pvt Adm Cmdr Cdr Brig
Sen Sens Rep Reps Gov Govs Pres Supt Det Insp Sec Amb Atty Asst Assoc Dir Vol Fig Figs vs v viz cf ca approx`);

/** What may end a sentence too: firms, states, months, days, measures. */
const FINAL = words(`
Inc Corp Co Cos Ltd Bros Jr Esq Dept Univ Ave Blvd Rd Hwy Mass Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La
Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Vt Va Wash Wis Wyo Jan Feb Mar Apr Jun Jul Aug Sept Oct
Nov Dec Tues Wed Thurs Fri etc al hrs lbs oz yrs eds`);

/** What is one only before a number: “No. 10”, but “No.” is an answer. */
const COUNTING = words('no nos p pp art ch para sec sect gen fig vol');

/**
 * - `leading`: goes before a name or a number, and ends no sentence;
 * - `final`: may end a sentence.
 */
export type Abbreviation = 'leading' | 'final';

/**
 * What a word before a full stop abbreviates by its spelling; `undefined` for a plain word. `next` is
 * what follows the full stop and the space behind it.
 */
export function abbreviation(word: string, next: string): Abbreviation | undefined {
  if (LEADING.has(word)) return 'leading';
  if (FINAL.has(word)) return 'final';
  return COUNTING.has(word.toLowerCase()) && /^\d/u.test(next) ? 'leading' : undefined;
}
