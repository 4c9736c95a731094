import { spellingWords } from '../../server/checks/spelling/dictionary.js';
import { nearWords } from '../../server/checks/spelling/nearWords.js';
import { isGivenName } from '../../server/lexicon/givenNames.js';
import { isEnglishWord } from '../../server/prose/dictionary.js';
import { fold } from '../../server/reference/names/spelling.js';
import type { Random } from '../grammar/random.js';
import { damagedName } from './damageName.js';
import type { NamePool } from './namePool.js';

/** A misspelling and its name, both folded. */
export interface Misspelled {
  readonly written: string;
  readonly right: string;
}

/** A text with a few misspelled names, or none. */
export interface Story {
  readonly text: string;
  /**
   * Most of its paragraphs as they were before anything was misspelled or added, as in a source.
   */
  readonly source: string;
  readonly misspelled: readonly Misspelled[];
}

/** A person whom a text names in full. */
interface Person {
  readonly given: string;
  readonly surname: string;
}

/** The share of stories with foreign names. */
const FOREIGN = 0.6;
/**
 * The maximum number of names in a story that are misspelled, and of added names that look like
 * another.
 */
const MOST_MISSPELLED = 3;
const MOST_ADDED = 3;
/** The share of a story's paragraphs that the source has. */
const IN_SOURCE = 0.85;
/** The number of attempts at misspelling a name; most fail in a text with few names. */
const ATTEMPTS = 4;
/** The share of misspelled names that are misspelled in one place only. */
const ONCE = 0.6;
/** The shares of misspellings that are another real name, and another word of the dictionary. */
const REAL = 0.1;
const WORD = 0.15;
/** The maximum cost of the changes from a name to a word; see `editCost.ts`. */
const WORD_COST = 1.6;
/** The minimum length of English words that are misspelled too if their capital shows that they are parts of names. */
const LONG = 8;
const INSIDE = /[\p{Ll},]\s$/u;

/**
 * A story made of paragraphs of real prose: its people renamed, names misspelled in some of their places, and people,
 * places and bodies added whose names only look like others.
 */
export function storyOf(paragraphs: readonly string[], pool: NamePool, random: Random): Story {
  const original = paragraphs.join('\n\n');
  const whole = random.next() < FOREIGN ? renamed(original, pool) : original;
  let text = whole;
  const misspelled: Misspelled[] = [];
  const wanted = Math.floor(random.next() * (MOST_MISSPELLED + 1));
  for (let attempt = 0; attempt < wanted * ATTEMPTS && misspelled.length < wanted; attempt++) {
    const damaged = misspelledIn(text, pool, random);
    if (damaged === undefined) continue;
    const { written, right } = damaged.misspelled;
    if (
      misspelled.some((each) =>
        [each.written, each.right].some((key) => key === right || key === written),
      )
    )
      continue;
    misspelled.push(damaged.misspelled);
    text = damaged.text;
  }
  const added = Math.floor(random.next() * (MOST_ADDED + 1));
  for (let count = 0; count < added; count++) text = withLookAlike(text, whole, pool, random);
  const kept = whole.split('\n\n').filter(() => random.next() < IN_SOURCE);
  return { text, source: kept.join('\n\n'), misspelled };
}

const FULL_NAME = /(?<![\p{L}’'-])(\p{Lu}\p{Ll}+) (?:\p{Lu}\. )?(\p{Lu}\p{L}{3,})(?![\p{L}’-])/gu;

function peopleIn(text: string): readonly Person[] {
  const people = new Map<string, Person>();
  for (const [, given = '', surname = ''] of text.matchAll(FULL_NAME))
    if (isGivenName(given) && !isEnglishWord(surname)) people.set(surname, { given, surname });
  return [...people.values()];
}

function wholeWord(word: string): RegExp {
  return new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'gu');
}

function renamed(text: string, pool: NamePool): string {
  return peopleIn(text).reduce((result, { given, surname }) => {
    const [newGiven, newSurname] = pool.person();
    return result
      .replace(wholeWord(given), () => newGiven)
      .replace(wholeWord(surname), () => newSurname);
  }, text);
}

const CAPITALISED = /(?<![\p{L}\p{N}’'.@/-])\p{Lu}\p{Ll}\p{L}{2,}(?![\p{L}\p{N}@/-]|\.\p{L})/gu;

/** The places of the capitalised words that are names. */
function namesIn(text: string): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const { 0: word, index } of text.matchAll(CAPITALISED))
    if (!isEnglishWord(word) || (word.length >= LONG && INSIDE.test(text.slice(0, index))))
      places.set(word, [...(places.get(word) ?? []), index]);
  return places;
}

/** The story with a name misspelled in one place, or in up to half of its places. */
function misspelledIn(
  text: string,
  pool: NamePool,
  random: Random,
): { readonly text: string; readonly misspelled: Misspelled } | undefined {
  const names = [...namesIn(text)];
  const chosen = names[Math.floor(random.next() * names.length)];
  if (chosen === undefined) return undefined;
  const [right, at] = chosen;
  const kind = random.next();
  const written =
    kind < REAL
      ? pool.lookAlike(right, 'surname')
      : kind < REAL + WORD
        ? wordLike(right, random)
        : damagedName(right, random);
  if (written === undefined || fold(written) === fold(right) || wholeWord(written).test(text))
    return undefined;
  const most = Math.max(1, Math.ceil((at.length - 1) / 2));
  const count = random.next() < ONCE ? 1 : Math.ceil(random.next() * most);
  const changed = new Set(random.shuffled(at).slice(0, count));
  const result = text.replace(wholeWord(right), (word, offset: number) =>
    changed.has(offset) ? written : word,
  );
  return { text: result, misspelled: { written: fold(written), right: fold(right) } };
}

/** A word of the dictionary that looks like a name, with its capital: “Price” for “Pryce”. */
function wordLike(name: string, random: Random): string | undefined {
  const words = spellingWords();
  if (words === undefined) return undefined;
  const near = nearWords(words, name.toLowerCase(), WORD_COST)
    .map(({ word }) => word)
    .filter((word) => isEnglishWord(word) && word.startsWith(name.charAt(0).toLowerCase()))
    .sort();
  const word = near[Math.floor(random.next() * near.length)];
  return word && name.charAt(0) + word.slice(1);
}

/** Sentences about a further person, from the given name, the surname and the surname of the person in the text. */
const ABOUT_PERSON: readonly ((given: string, surname: string, other: Person) => string)[] = [
  (given, surname) => `${given} ${surname} was there as well. ${surname} asked two questions.`,
  (given, surname) => `Another letter came from ${given} ${surname}, who runs the local school.`,
  (given, surname, other) => `${given} ${surname} sat beside ${other.given} ${other.surname}.`,
  (given, surname, other) =>
    `Those present were ${other.given} ${other.surname}, ${given} ${surname} and two others.`,
  (given, surname) => `“It took long enough,” said ${given} ${surname}, a farmer.`,
  (given, surname) => `Ms. ${surname} agreed. Later ${given} ${surname} left without a word.`,
];
const ABOUT_RELATIVE: readonly ((given: string, surname: string, other: Person) => string)[] = [
  (given, surname) => `Her sister, ${given} ${surname}, was there as well.`,
  (given, surname, other) => `${other.given} and ${given} ${surname} have two sons.`,
  (given, surname) => `His wife ${given} ${surname} and his son came too.`,
  (given, surname) =>
    `${given} ${surname} took over the shop in 1998. ${given} had worked there before.`,
];
const ABOUT_TOWN: readonly ((town: string, other: string) => string)[] = [
  (town, other) => `The road from ${town} to ${other} is closed. Buses leave from ${other}.`,
  (town, other) => `A similar plan was drawn up in ${town}. People in ${other} were not asked.`,
  (town, other) => `The ${town} Museum paid for it. The ${other} Institute did not.`,
  (town, other) => `Tests of ${town}, ${other} and two other brands go on.`,
  (town, other) => `She was born in ${other}. She moved to ${town} as a child.`,
];

/** Sentences with a word derived from a name, such as the people of a place or its adjective. */
const ABOUT_DERIVED: readonly ((derived: string) => string)[] = [
  (derived) => `A ${derived} team came second.`,
  (derived) => `Many ${derived} families live there now.`,
  (derived) => `The old ${derived} songs were sung as well.`,
];
const DERIVING = [
  'i',
  'er',
  'ian',
  'an',
  'ese',
  'ite',
  's',
  'ina',
  'o',
  'a',
  'ova',
  'en',
  'in',
  'ic',
];
const ABOUT_FOREIGN: readonly ((word: string, town: string) => string)[] = [
  (word, town) => `The ${word} ${town} had no part in it.`,
  (word, town) => `She studied at the ${word} of ${town} before that.`,
  (word, town) => `A letter of the ${word} de ${town} was read out.`,
];
/** English endings, with the endings of the same words in other languages. */
const FOREIGN_ENDINGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/tion$/u, ['cion', 'zione', 'tie', 'tjon']],
  [/(?<=[^i])on$/u, ['one', 'o']],
  [/ty$/u, ['dad', 'te', 'tat', 'ta']],
  [/al$/u, ['ale', 'el', 'alny', 'all']],
  [/ic$/u, ['ique', 'ico', 'isch', 'ik']],
  [/ute$/u, ['uto', 'ut', 'utt']],
  [/y$/u, ['ie', 'ia', 'i']],
  [/ment$/u, ['mento', 'mentet']],
  [/er$/u, ['re', 'ero', 'ern']],
  [/e$/u, ['', 'o', 'a']],
  [/(?<=[lmnrst])$/u, ['o', 'e', 'a', 'en']],
];

/** The story with another person, place or body whose name looks like one in the text. */
function withLookAlike(text: string, source: string, pool: NamePool, random: Random): string {
  const one = <Item>(items: readonly Item[]): Item | undefined =>
    items[Math.floor(random.next() * items.length)];
  const person = one(peopleIn(source)) ?? { given: 'Anna', surname: 'Bell' };
  const name = one([...namesIn(source).keys()]) ?? person.surname;
  const [given, surname] = pool.person();
  const another = (): string | undefined => {
    const kind = random.next();
    if (kind < 0.25) {
      const alike = pool.lookAlike(person.surname, 'surname');
      return alike && one(ABOUT_PERSON)?.(given, alike, person);
    }
    if (kind < 0.35) {
      const alike = pool.lookAlike(person.given, 'given');
      return alike && one(ABOUT_PERSON)?.(alike, surname, person);
    }
    if (kind < 0.5) {
      const alike = pool.lookAlike(person.given, 'given');
      return alike && one(ABOUT_RELATIVE)?.(alike, person.surname, person);
    }
    if (kind < 0.6) {
      const alike = pool.lookAlike(name, random.next() < 0.5 ? 'surname' : 'given');
      const isGiven = random.next() < 0.5;
      return (
        alike && one(ABOUT_PERSON)?.(isGiven ? alike : given, isGiven ? surname : alike, person)
      );
    }
    if (kind < 0.75) return one(ABOUT_DERIVED)?.(name + (one(DERIVING) ?? ''));
    if (kind < 0.85) {
      const word = one([...namesIn(source).keys()].filter(isEnglishWord)) ?? 'Association';
      const ending = FOREIGN_ENDINGS.find(([pattern]) => pattern.test(word));
      const foreign = ending && word.replace(ending[0], one(ending[1]) ?? '');
      return foreign && one(ABOUT_FOREIGN)?.(foreign, pool.town());
    }
    const town = random.next() < 0.5 ? name : pool.town();
    const alike = pool.lookAlike(town, 'town');
    return alike && one(ABOUT_TOWN)?.(town, alike);
  };
  const sentence = another();
  return sentence === undefined ? text : `${text}\n\n${sentence}`;
}
