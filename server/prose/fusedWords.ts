import { isKnownName } from './dictionary.js';

let countries: ReadonlySet<string> | undefined;

/** The English names of the world's countries, of one word, as the platform's own tables have them. */
function countryNames(): ReadonlySet<string> {
  if (countries === undefined) {
    const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
    const letters = 'A B C D E F G H I J K L M N O P Q R S T U V W X Y Z'.split(' ');
    countries = new Set(
      letters
        .flatMap((a) => letters.map((b) => names.of(a + b) ?? ''))
        .filter((name) => /^\p{L}{4,}$/u.test(name)),
    );
  }
  return countries;
}

/** True for the English name of a country, of one word, that is no other word (“Peru”, not “Turkey”). */
export function isCountry(name: string): boolean {
  return countryNames().has(name) && isKnownName(name);
}

/** Small words that a lost space glues to the name after them: “andVietnam”. */
const SMALL_FIRST =
  /^(?:and|the|of|for|with|from|that|but|at|by|to|in|on|into|then|near|after|before)$/u;

/** Words that open sentences, and that a lost full stop glues to the word before them: “peaceThe”. */
const OPENER =
  /^(?:The|He|She|They|This|That|These|Those|But|And|His|Her|Their|However|When|While|After|There)$/u;

/**
 * Where two words stand as one for want of a space (“VietnamTheresa”, “andVietnam”, “peaceThe”): the
 * offset in `word` at which the second begins, or 0. Names with a capital inside (YouTube, McDonald,
 * PetroChina) have none.
 */
export function fusedWordsIn(word: string): number {
  const match = /^(\p{L}\p{Ll}+)(\p{Lu}\p{Ll}{2,}|He)$/u.exec(word);
  const [, first = '', second = ''] = match ?? [];
  if (first === '') return 0;
  const isJoint =
    (SMALL_FIRST.test(first) && second.length > 3) ||
    (OPENER.test(second) && first.length > 2) ||
    (countryNames().has(first) && first.length > 3 && isKnownName(second)) ||
    (countryNames().has(second) && isKnownName(first));
  return isJoint ? first.length : 0;
}
