import type { Citation, Entity, Role } from '../model.js';
import type { Candidate } from './candidates.js';
import type { NameMention } from './mentions.js';
import { type Office, officesOf } from './offices.js';

/** Someone with all the names that a source gives them. */
export interface Person {
  readonly name: string;
  readonly forms: readonly string[];
  readonly mentions: readonly NameMention[];
}

/**
 * The people among a source's names, each with the short names that can only be theirs. Two people of
 * one surname stay two, and the bare surname is then nobody's. Cannot throw.
 */
export function gatherPeople(candidates: readonly Candidate[]): readonly Person[] {
  const full = mergeVariants(candidates.filter(({ kind, name }) => kind === 'person' && isFull(name)));
  const people = new Map<string, { forms: Set<string>; mentions: NameMention[] }>();
  for (const { name, forms, mentions } of full) {
    people.set(name, { forms: new Set(forms), mentions: [...mentions] });
  }
  const single: Person[] = [];
  for (const candidate of candidates) {
    if (full.some(({ name, forms }) => name === candidate.name || forms.includes(candidate.name))) continue;
    const owners = full.filter(({ name }) => isShortFor(candidate.name, name));
    const owner = owners[0] === undefined ? undefined : people.get(owners[0].name);
    if (owners.length === 1 && owner !== undefined && owners[0] !== undefined) {
      owner.mentions.push(...candidate.mentions);
      const honoured = candidate.mentions.some(({ honorific }) => honorific);
      if (honoured && owners[0].name.startsWith(`${candidate.name} `)) owner.forms.add(candidate.name);
    } else if (owners.length === 0 && candidate.kind === 'person' && !isFull(candidate.name)) {
      single.push({ name: candidate.name, forms: [], mentions: candidate.mentions });
    }
  }
  return [
    ...[...people].map(([name, { forms, mentions }]) => ({ name, forms: [...forms], mentions })),
    ...single,
  ];
}

function isFull(name: string): boolean {
  return name.includes(' ');
}

/** True for a surname, or a first name, of the full name. Cannot throw. */
export function isShortFor(short: string, full: string): boolean {
  return full !== short && (full.endsWith(` ${short}`) || full.startsWith(`${short} `));
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

/** People as a base keeps them, with their offices. Cannot throw. */
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
  return found.map(({ person, held }): Entity => {
    const seat = held.find(({ office }) => office.seat !== undefined)?.office.seat;
    const first = person.mentions[0];
    return {
      kind: 'person',
      name: person.name,
      forms: person.forms,
      demonyms: [],
      roles: rolesOf(held, cite, (mention) => lenderOf(mention, people, homes)),
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
    const affiliation = office.affiliation ?? (office.borrowed === true ? lender(mention) : undefined);
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

/** Whose country it is in “his Foreign Minister Ada Roe”: that of the first who is named in the sentence. */
function lenderOf(
  mention: NameMention,
  people: readonly Person[],
  homes: ReadonlyMap<Person, string>,
): string | undefined {
  let earliest = mention.first;
  let home: string | undefined;
  for (const person of people) {
    for (const other of person.mentions) {
      if (other.sentence.sentence !== mention.sentence.sentence) continue;
      if (other.first >= earliest) continue;
      earliest = other.first;
      home = homes.get(person);
    }
  }
  return home;
}
