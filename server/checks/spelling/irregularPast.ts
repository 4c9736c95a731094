import { byBase } from '../../prose/grammar/irregularVerbs.js';
import { entryOf } from './dictionary.js';

/** The irregular past for each regular form that nobody means: “laid” for “layed”. */
const PAST: ReadonlyMap<string, string> = new Map(
  [...byBase.values()].flatMap(({ base, past }) => {
    const [meant = ''] = past;
    const regular = regularPast(base);
    return past.includes(base) || past.includes(regular) ? [] : [[regular, meant]];
  }),
);

/**
 * The past meant by the regular form of an irregular verb (“layed”: “laid”); `undefined` for any
 * other word, and for one that the dictionary has (“hanged”, “leaded”), except “payed”, which only
 * sailors use as a word of its own. `key` is as in the dictionary.
 */
export function irregularPastFor(key: string): string | undefined {
  const meant = PAST.get(key);
  if (meant === undefined || meant.endsWith('aid')) return meant;
  const entry = entryOf(key);
  return entry === undefined || entry.isDoubtful ? meant : undefined;
}

/** The past of a verb as regular ones form it: “layed”, “hided”, “flied”, “runned”. */
function regularPast(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  if (/[^aeiou]y$/u.test(base)) return `${base.slice(0, -1)}ied`;
  return /[^aeiou][aeiou][^aeiouwxy]$/u.test(base) ? `${base}${base.slice(-1)}ed` : `${base}ed`;
}
