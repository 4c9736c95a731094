import { isGivenName } from '../../lexicon/givenNames.js';
import { isBodyHead } from '../../lexicon/nameWords.js';
import { isEnglishWord } from '../../prose/dictionary.js';
import { isAllCapitals } from '../names/spelling.js';
import { isFamilyName } from '../names/forms.js';
import { inNameCase } from './transcript.js';

/**
 * A name of several words with the capitals of a name, where a source writes its surname or all of it in capitals:
 * “Kwon Mi-ran” for “KWON Mi-ran”. `others` are the source's names; the spelling there with the fewest capitals wins.
 * The same name if nothing shows that these capitals are not those of an acronym.
 */
export function withoutCapitals(name: string, others: readonly string[]): string {
  const [best = name] = others.filter((other) => other !== name).sort(byCapitals);
  if (capitalsIn(best) < capitalsIn(name)) return best;
  return hasSurnameInCapitals(name.split(' ')) ? inNameCase(name) : name;
}

/** The full name of a person without words in capitals: “Halvard Brennig” for “Halvard BRENNIG”. Shorter ones may be initials. */
export function personWithoutCapitals(name: string): string {
  if (!hasWordInCapitals(name)) return name;
  return name
    .split(' ')
    .map((word) =>
      word.length >= SHORTEST_SURNAME && isAllCapitals(word) ? inNameCase(word) : word,
    )
    .join(' ');
}

/**
 * True for a name of several words in capitals if none is English or as short as an acronym:
 * “HALVARD BRENNIG”.
 */
export function isNameInCapitals(name: string): boolean {
  const words = name.split(' ');
  return words.length > 1 && words.every(isSurnameInCapitals);
}

/** In letters: shorter words in capitals are initials more often than surnames. */
const SHORTEST_SURNAME = 4;

/** True if a word of a name is in capitals: “KWON Mi-ran”. */
export function hasWordInCapitals(name: string): boolean {
  return name.includes(' ') && name.split(' ').some(isAllCapitals);
}

function byCapitals(a: string, b: string): number {
  return capitalsIn(a) - capitalsIn(b);
}

function capitalsIn(name: string): number {
  return name.match(/\p{Lu}/gu)?.length ?? 0;
}

/** True for given names beside a surname in capitals: “Mirko TAVANIĆ”, “KWON Mi-ran”. */
function hasSurnameInCapitals(words: readonly string[]): boolean {
  const given = words.filter((word) => !isAllCapitals(word));
  const surname = words.filter(isAllCapitals);
  if (given.length === 0 || surname.length === 0) return false;
  const [first = ''] = words;
  if (surname.length === 1 && surname[0] === first && isFamilyName(first)) {
    return given.every((word) => !isEnglishWord(word));
  }
  return given.every(isGivenName) && surname.every(isSurnameInCapitals);
}

function isSurnameInCapitals(word: string): boolean {
  return /^[\p{Lu}'’-]{4,}$/u.test(word) && !isEnglishWord(word.toLowerCase());
}

/**
 * The name of a body that a heading in capitals consists of or begins with: “Coastal Planning Office” in “COASTAL
 * PLANNING OFFICE – RESULT”. `undefined` for any other heading.
 */
export function bodyInHeading(text: string): string | undefined {
  const [part = ''] = text.split(/[:|–—(/,]/u);
  const words = part.trim().split(/\s+/u);
  if (/\p{Ll}/u.test(text)) return undefined;
  if (!words.every((word) => /^[\p{Lu}'’&.-]+$/u.test(word)) || !isAllCapitals(part))
    return undefined;
  if (words.length < 2 || words.length > MAX_HEADING_WORDS) return undefined;
  if (headOfBody(part) === undefined) return undefined;
  return words
    .map((word, at) => (at > 0 && SMALL.test(word) ? word.toLowerCase() : inNameCase(word)))
    .join(' ');
}

/** The maximum number of words of a body's name in a heading. */
const MAX_HEADING_WORDS = 7;
const SMALL = /^(?:of|for|and|the|on|in)$/iu;

/**
 * The noun that refers to a body by its name, in lower case: “commission”; `undefined` for another
 * name.
 */
export function headOfBody(name: string): string | undefined {
  const words = name.toLowerCase().split(/\s+/u);
  const link = words.findIndex((word) => /^(?:of|for|on)$/u.test(word));
  const head = words.at(link < 0 ? -1 : link - 1) ?? '';
  return link !== 0 && isBodyHead(head) ? head : undefined;
}
