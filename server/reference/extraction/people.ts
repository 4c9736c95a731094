import { isGivenName } from '../../lexicon/givenNames.js';
import { surnameOf } from '../names/forms.js';
import type { Candidate } from './candidates.js';
import type { NameMention } from './mentions.js';

/** A person with all names that a source uses for them. */
export interface Person {
  readonly name: string;
  /** Forms of the name other than those that follow from it by rule. */
  readonly forms: readonly string[];
  readonly mentions: readonly NameMention[];
}

/**
 * The people among a source's names, each with the short names that can only refer to them. Two people with the same
 * surname stay separate, and the surname alone then refers to neither.
 */
export function gatherPeople(candidates: readonly Candidate[]): readonly Person[] {
  const people = candidates.filter(({ kind, name }) => kind === 'person' && isFull(name));
  const surnames = new Set(people.flatMap(({ name }) => familyNamesOf(name)));
  const full = mergeVariants(people.filter(({ name }) => !surnames.has(name)));
  const names = new Set(full.flatMap(({ name, forms }) => [name, ...forms]));
  const byShortName = peopleByShortName(full);
  const shortened = new Map<Person, Candidate[]>();
  const single: Person[] = [];
  for (const candidate of candidates) {
    const { name, kind, mentions } = candidate;
    if (names.has(name)) continue;
    const [owner, other] = byShortName.get(name) ?? [];
    if (owner === undefined) {
      if (kind === 'person' && !isFull(name)) single.push({ name, forms: [], mentions });
    } else if (other === undefined) {
      shortened.set(owner, [...(shortened.get(owner) ?? []), candidate]);
    }
  }
  return [...full.map((person) => withShortNames(person, shortened.get(person) ?? [])), ...single];
}

function withShortNames(person: Person, short: readonly Candidate[]): Person {
  // “Mr. Xi” shows that the family name comes first.
  const familyFirst = short.filter(
    ({ name, mentions }) =>
      person.name.startsWith(`${name} `) && mentions.some(({ honorific }) => honorific),
  );
  const family = short.filter(
    ({ name }) =>
      familyNamesOf(person.name).includes(name) &&
      // Nobody calls Jan van der Berg “Der Berg”.
      !surnameOf(person.name).endsWith(` ${name}`),
  );
  return {
    ...person,
    forms: [...person.forms, ...[...familyFirst, ...family].map(({ name }) => name)],
    mentions: [...person.mentions, ...short.flatMap(({ mentions }) => mentions)],
  };
}

function isFull(name: string): boolean {
  return name.includes(' ');
}

/** The people to whom each short name may refer: a beginning or end of their full name. */
export function peopleByShortName(
  people: readonly Person[],
): ReadonlyMap<string, readonly Person[]> {
  const byShortName = new Map<string, Person[]>();
  for (const person of people) {
    for (const short of shortNamesOf(person.name)) {
      const known = byShortName.get(short);
      if (known === undefined) byShortName.set(short, [person]);
      else if (!known.includes(person)) known.push(person);
    }
  }
  return byShortName;
}

/**
 * The possible family names in a full name of more than two words, other than the last word: “Silva Costa” and “Silva”
 * in “Ana Silva Costa”. They do not start with a given name, as “Maria Berg” in “Anna Maria Berg” would.
 */
function familyNamesOf(name: string): readonly string[] {
  const words = name.split(' ');
  const surname = surnameOf(name);
  return words.slice(1, -1).flatMap((word, index) => {
    if (!/^\p{L}{2}/u.test(word) || isGivenName(word)) return [];
    const rest = words.slice(index + 1).join(' ');
    return rest === surname ? [rest] : [rest, word];
  });
}

function shortNamesOf(name: string): readonly string[] {
  const breaks = [...name.matchAll(/[ -]/gu)].map(({ index }) => index);
  return [
    ...breaks.flatMap((at) => {
      const rest = name.slice(at + 1);
      return name.charAt(at) === ' ' ? [name.slice(0, at), rest] : [rest];
    }),
    ...familyNamesOf(name),
  ];
}

/** Merges names with the same first and last word: “Vladimir V. Putin” and “Vladimir Putin”. */
function mergeVariants(candidates: readonly Candidate[]): readonly Person[] {
  const byEnds = new Map<string, Person>();
  for (const { name, mentions } of candidates) {
    const words = name.split(' ');
    const key = `${words[0] ?? ''} ${words.at(-1) ?? ''}`;
    const known = byEnds.get(key);
    byEnds.set(
      key,
      known === undefined
        ? { name, forms: [], mentions }
        : { ...known, forms: [...known.forms, name], mentions: [...known.mentions, ...mentions] },
    );
  }
  return [...byEnds.values()];
}
