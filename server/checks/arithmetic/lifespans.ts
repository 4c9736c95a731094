import type { Miscount } from './figures.js';
import { type Line, figureIn, wordsOf } from './line.js';

const YEAR = '(?:1[89]\\d\\d|20[0-4]\\d)';
const BORN = `born (?:[\\p{L},]+ |<\\d+> ){0,6}?(?<birth>${YEAR})`;
const DIED = `(?:died|dies|killed|dead)(?: [\\p{L},]+| <\\d+>){0,6}? (?<death>${YEAR})`;
// Somebody else, or another time: “died in 1999, she married at 22”.
const AT_AGE =
  "(?: (?!(?:she|he|they|who|when|and|but|his|her|their) )[\\p{L},’'-]+){0,6}? (?:aged|at the age of|at age|age|at) <(?<age>\\d+)>";

// “Whose husband died aged 40”
const SAME_PERSON = '(?:(?!\\b(?:whose|his|her|their|and|but)\\b).){0,60}?';

/** An age at death, compared with the years of birth and death. */
const AT_DEATH: readonly RegExp[] = [
  `${BORN}.{0,60}? ${DIED}${AT_AGE}`,
  `\\( ?(?<birth>${YEAR}) ?[-–—] ?(?<death>${YEAR}) ?\\)${SAME_PERSON} died${AT_AGE}`,
].map((form) => new RegExp(`(?<![\\p{L}\\p{N}])${form}`, 'du'));

/** “Ada Roe, 45, was born in 1970”: the age on the day of the draft. */
const NOW = new RegExp(`^[^<,]{1,60} , <(?<age>\\d+)> , (?:who )?(?:was|is) ${BORN}`, 'du');

/** Ages that do not fit the years of birth and death, or of birth and the draft (`written`, as “2024-07-22”). */
export function wrongAges(
  line: Line,
  text: string,
  written: string | undefined,
): readonly Miscount[] {
  if (!/\bborn\b|\bdied\b/u.test(line.text)) return [];
  const atDeath = AT_DEATH.flatMap(
    (form) => wrongAge(line, form.exec(line.text), text, undefined) ?? [],
  );
  const now =
    written === undefined
      ? undefined
      : wrongAge(line, NOW.exec(line.text), text, Number(written.slice(0, 4)));
  return [...atDeath, ...(now === undefined ? [] : [now])];
}

function wrongAge(
  line: Line,
  match: RegExpExecArray | null,
  text: string,
  present: number | undefined,
): Miscount | undefined {
  const age = match === null ? undefined : figureIn(line, match, 'age');
  if (match === null || age === undefined) return undefined;
  if (age.bound !== 'exact' || !/^(?:age|count)$/u.test(age.kind)) return undefined;
  // Another birth or age may belong to the year.
  const isOnly =
    line.text.split(' born ').length <= 2 &&
    line.quantities.filter(({ kind }) => kind === 'age').length <= 1;
  const birth = Number(match.groups?.birth);
  const end = present ?? Number(match.groups?.death);
  const most = end - birth;
  if (!isOnly || most < 1 || most > 120 || age.value === most || age.value === most - 1)
    return undefined;
  const at = { first: age.figure, last: age.figure };
  return {
    at,
    reason: `should be “${most - 1}” or “${most}”: from ${birth} to ${end}`,
    ...rightAge(wordsOf(line, at, text), age.value, most),
  };
}

/** The age that would fit and is nearer, if the one at issue is in digits. */
function rightAge(words: string, age: number, most: number): Pick<Miscount, 'right'> {
  return /^\d+$/u.test(words) ? { right: String(age > most ? most : most - 1) } : {};
}
