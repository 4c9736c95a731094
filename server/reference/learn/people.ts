import type { Citation, Entity, Role } from '../model.js';
import type { Candidate } from './candidates.js';
import { surnameOf } from '../names/forms.js';
import { isGivenName } from '../../lexicon/givenNames.js';
import type { NameMention } from './mentions.js';
import type { NamedSentence } from './nameRuns.js';
import { type Office, officesOf } from './offices.js';

/** Someone with all the names that a source gives them. */
export interface Person {
  readonly name: string;
  readonly forms: readonly string[];
  readonly mentions: readonly NameMention[];
}

/**
 * The people among a source's names, each with the short names that can only be theirs. Two people of
 * one surname stay two, and the bare surname is then nobody's.
 */
export function gatherPeople(candidates: readonly Candidate[]): readonly Person[] {
  const people = candidates.filter(({ kind, name }) => kind === 'person' && isFull(name));
  const surnames = new Set(people.flatMap(({ name }) => familyNamesOf(name)));
  const full = mergeVariants(people.filter(({ name }) => !surnames.has(name)));
  const names = new Set(full.flatMap(({ name, forms }) => [name, ...forms]));
  const owners = ownersOf(full);
  const shortened = new Map<Person, Candidate[]>();
  const single: Person[] = [];
  for (const candidate of candidates) {
    const { name, kind, mentions } = candidate;
    if (names.has(name)) continue;
    const [owner, rival] = owners.get(name) ?? [];
    if (owner === undefined) {
      if (kind === 'person' && !isFull(name)) single.push({ name, forms: [], mentions });
    } else if (rival === undefined) {
      shortened.set(owner, [...(shortened.get(owner) ?? []), candidate]);
    }
  }
  return [...full.map((person) => withShort(person, shortened.get(person) ?? [])), ...single];
}

function withShort(person: Person, short: readonly Candidate[]): Person {
  // “Mr. Xi”: the family name stands first, which no rule can tell.
  const familyFirst = short.filter(
    ({ name, mentions }) =>
      person.name.startsWith(`${name} `) && mentions.some(({ honorific }) => honorific),
  );
  const family = short.filter(
    ({ name }) =>
      familyNamesOf(person.name).includes(name) &&
      // “Der Berg” of “Jan van der Berg” is how nobody is called.
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

/** The people whom a short name may mean: what their full name begins or ends with. */
export function ownersOf(people: readonly Person[]): ReadonlyMap<string, readonly Person[]> {
  const owners = new Map<string, Person[]>();
  for (const person of people) {
    for (const short of shortNamesOf(person.name)) {
      const known = owners.get(short);
      if (known === undefined) owners.set(short, [person]);
      else if (!known.includes(person)) known.push(person);
    }
  }
  return owners;
}

/**
 * What may be the family name in a whole name of more than two words, beside the last of them: “Silva Costa” and
 * “Silva” of “Ana Silva Costa”, “Le Guen”. It opens with no given name, as “Maria Berg” of “Anna Maria Berg” does.
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

/** Puts “Vladimir Putin” to “Vladimir V. Putin”: one first word, one last word, initials or more between. */
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

/** People as a base keeps them, with their offices. */
export function peopleOf(
  people: readonly Person[],
  cite: (mention: NameMention) => Citation,
): readonly Entity[] {
  const homes = new Map<Person, string>();
  const found = people.map((person) => ({
    person,
    held: person.mentions.flatMap((mention) =>
      officesOf(mention).map((office) => ({ office, mention })),
    ),
  }));
  for (const { person, held } of found) {
    const home = held.find(({ office }) => office.affiliation !== undefined)?.office.affiliation;
    if (home !== undefined) homes.set(person, home);
  }
  const subjects = subjectsOf(people);
  const lender = ({ sentence, first }: NameMention): string | undefined => {
    const subject = subjects.get(sentence);
    return subject !== undefined && subject.first < first ? homes.get(subject.person) : undefined;
  };
  return found.map(({ person, held }): Entity => {
    const seat = held.find(({ office }) => office.seat !== undefined)?.office.seat;
    const first = person.mentions[0];
    return {
      kind: 'person',
      name: person.name,
      forms: person.forms,
      demonyms: [],
      roles: rolesOf(held, cite, lender),
      bio: '',
      ...(seat === undefined ? {} : { seat }),
      citation: first === undefined ? { source: '', line: 1 } : cite(first),
    };
  });
}

function rolesOf(
  held: readonly { readonly office: Office; readonly mention: NameMention }[],
  cite: (mention: NameMention) => Citation,
  lender: (mention: NameMention) => string | undefined,
): readonly Role[] {
  const roles = new Map<string, Role>();
  for (const { office, mention } of held) {
    const affiliation =
      office.affiliation ?? (office.borrowed === true ? lender(mention) : undefined);
    const key = `${office.title} @ ${affiliation ?? ''}`;
    if (roles.has(key)) continue;
    roles.set(key, {
      title: office.title,
      ...(affiliation === undefined ? {} : { affiliation }),
      citation: cite(mention),
    });
  }
  const titled = [...roles.values()];
  // “the minister” adds nothing once it is known which country's.
  return titled.filter(
    (role) =>
      role.affiliation !== undefined ||
      !titled.some((other) => other.affiliation !== undefined && other.title.endsWith(role.title)),
  );
}

/** Who is named first in each sentence: “his Foreign Minister Ada Roe” is that one's. */
function subjectsOf(
  people: readonly Person[],
): ReadonlyMap<NamedSentence, { readonly person: Person; readonly first: number }> {
  const subjects = new Map<NamedSentence, { readonly person: Person; readonly first: number }>();
  for (const person of people) {
    for (const { sentence, first } of person.mentions) {
      const known = subjects.get(sentence);
      if (known === undefined || first < known.first) subjects.set(sentence, { person, first });
    }
  }
  return subjects;
}
