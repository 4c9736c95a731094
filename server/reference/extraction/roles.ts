import { isBodyHead } from '../../lexicon/nameWords.js';
import type { Block } from '../../prose/prose.js';
import type { Citation, Entity, Role } from '../model.js';
import type { Candidate } from './candidates.js';
import { headOfBody } from './capitals.js';
import type { Cite } from './citations.js';
import type { NameMention } from './mentions.js';
import type { NamedSentence } from './nameRun.js';
import type { Office } from './officePhrase.js';
import { officesOf } from './offices.js';
import { officesAs, statedOffices } from './statedOffices.js';
import type { Person } from './people.js';

/** An office, and its word in a sentence. */
interface Held {
  readonly office: Office;
  readonly sentence: NamedSentence;
  readonly first: number;
}

/** The people of a source as entities, with their offices; `others` are its other names. */
export function personEntities(
  people: readonly Person[],
  others: readonly Candidate[],
  sentences: readonly NamedSentence[],
  cite: Cite,
): readonly Entity[] {
  const order = new Map(sentences.map((sentence, at) => [sentence, at]));
  const named = mentionsBySentence(
    people.map((person) => ({ of: person, mentions: person.mentions })),
  );
  const referred = officesOfPronouns(
    sentences,
    // The label of a turn names who speaks, not who is spoken of.
    mentionsBySentence(
      people.map((person) => ({
        of: person,
        mentions: person.mentions.filter(({ runKind }) => runKind !== 'credited'),
      })),
    ),
  );
  const found = people.map((person) => ({
    person,
    held: [
      ...person.mentions.flatMap((mention) =>
        officesOf(mention).map((office): Held => ({ ...mention, office })),
      ),
      ...(referred.get(person) ?? []),
    ],
  }));
  const homes = new Map<Person, string>();
  for (const { person, held } of found) {
    const home = held.find(({ office }) => office.affiliation !== undefined)?.office.affiliation;
    if (home !== undefined) homes.set(person, home);
  }
  const bodies = namesInOrder(others, order);
  const isBody = (name: string): boolean =>
    others.some((other) => other.kind === 'body' && other.name === name);
  const affiliationOf = ({ office, sentence, first }: Held): string | undefined => {
    const { affiliation, owner, isTentative } = office;
    if (affiliation !== undefined)
      return isTentative === true && !isBody(affiliation) ? undefined : affiliation;
    if (owner === undefined) return undefined;
    if (/^(?:his|her)$/u.test(owner)) {
      const subject = named.get(sentence)?.[0];
      return subject !== undefined && subject.first < first ? homes.get(subject.of) : undefined;
    }
    return bodyFor(owner, bodies, order.get(sentence) ?? 0, first);
  };
  return found.map(({ person, held }): Entity => {
    const seat = held.find(({ office }) => office.seat !== undefined)?.office.seat;
    const first = person.mentions[0];
    return {
      kind: 'person',
      name: person.name,
      forms: person.forms,
      demonyms: [],
      roles: distinctRoles(
        held.map((one) => ({
          ...one,
          affiliation: affiliationOf(one),
          citation: citeHeld(one, cite),
        })),
      ),
      bio: '',
      ...(seat === undefined ? {} : { seat }),
      citation: first === undefined ? { source: '', line: 1 } : citeHeld(first, cite),
    };
  });
}

function citeHeld({ sentence, first }: Omit<Held, 'office'>, cite: Cite): Citation {
  return cite(sentence.block, sentence.words[first]?.start ?? 0);
}

function distinctRoles(
  held: readonly {
    readonly office: Office;
    readonly affiliation: string | undefined;
    readonly citation: Citation;
  }[],
): readonly Role[] {
  const roles = new Map<string, Role>();
  for (const { office, affiliation, citation } of held) {
    const { title } = office;
    const key = `${title} @ ${affiliation ?? ''}`;
    if (roles.has(key) || (title === '' && affiliation === undefined)) continue;
    roles.set(key, { title, ...(affiliation === undefined ? {} : { affiliation }), citation });
  }
  const titled = [...roles.values()];
  // “The minister” adds nothing if the country is also known, nor where somebody is from.
  return titled.filter(
    (role) =>
      !titled.some(
        (other) =>
          other !== role &&
          other.affiliation !== undefined &&
          (role.title === ''
            ? other.affiliation === role.affiliation
            : role.affiliation === undefined && other.title.endsWith(role.title)),
      ),
  );
}

/** A mention of a person or body in a sentence. */
interface NamedThere<Of> {
  readonly of: Of;
  readonly first: number;
}

/** Who is named in each sentence, in order. */
function mentionsBySentence<Of>(
  all: readonly { readonly of: Of; readonly mentions: readonly NameMention[] }[],
): ReadonlyMap<NamedSentence, readonly NamedThere<Of>[]> {
  const named = new Map<NamedSentence, NamedThere<Of>[]>();
  for (const { of, mentions } of all) {
    for (const { sentence, first } of mentions) {
      const known = named.get(sentence);
      if (known === undefined) named.set(sentence, [{ of, first }]);
      else known.push({ of, first });
    }
  }
  for (const there of named.values()) there.sort((a, b) => a.first - b.first);
  return named;
}

/** The number of sentences before a pronoun that are searched for its antecedent. */
const CONTEXT = 2;

/**
 * The offices in sentences such as “She chairs the port board”, with the only person in the
 * sentences before.
 */
function officesOfPronouns(
  sentences: readonly NamedSentence[],
  named: ReadonlyMap<NamedSentence, readonly NamedThere<Person>[]>,
): ReadonlyMap<Person, readonly Held[]> {
  const offices = new Map<Person, Held[]>();
  for (const [at, sentence] of sentences.entries()) {
    if (!/^(?:He|She)$/u.test(sentence.words[0]?.text ?? '')) continue;
    const stated = statedOffices(sentence, 1);
    if (stated.length === 0) continue;
    const people = sentences
      .slice(Math.max(0, at - CONTEXT), at)
      .map((before) => new Set((named.get(before) ?? []).map(({ of }) => of)))
      .findLast(({ size }) => size > 0);
    const [person, other] = people ?? [];
    if (person === undefined || other !== undefined) continue;
    const held = stated.map((office): Held => ({ office, sentence, first: 0 }));
    offices.set(person, [...(offices.get(person) ?? []), ...held]);
  }
  return offices;
}

/**
 * The offices that speakers claim in each block: “I chair the port board”, “As a councillor I voted
 * against it”.
 */
export function ownOffices(
  sentences: readonly NamedSentence[],
): ReadonlyMap<Block, readonly Office[]> {
  const offices = new Map<Block, readonly Office[]>();
  for (const sentence of sentences) {
    const { words, block } = sentence;
    const opening = words.findIndex(
      ({ text }, at) => text === 'I' && (at === 0 || /[:.]\s*$/u.test(words[at]?.gap ?? '')),
    );
    const as = words.findIndex(({ text }) => text === 'As');
    const isSaid = as >= 0 && words.slice(as, as + 6).some(({ text }) => text === 'I');
    const told =
      opening >= 0 ? statedOffices(sentence, opening + 1) : isSaid ? officesAs(sentence, as) : [];
    if (told.length > 0) offices.set(block, [...(offices.get(block) ?? []), ...told]);
  }
  return offices;
}

/** A mention of a body or place, by the number of its sentence. */
interface Named {
  readonly name: string;
  readonly isBody: boolean;
  readonly at: number;
  readonly first: number;
}

function namesInOrder(
  others: readonly Candidate[],
  order: ReadonlyMap<NamedSentence, number>,
): readonly Named[] {
  return others
    .flatMap(({ kind, name, mentions }) =>
      mentions.map(({ sentence, first }) => ({
        name,
        isBody: kind === 'body',
        at: order.get(sentence) ?? 0,
        first,
      })),
    )
    .sort((a, b) => a.at - b.at || a.first - b.first);
}

/**
 * The body that “its”, “trust” or “company” refers to before a word of a sentence: the only one
 * whose name has that noun, otherwise the last one named before it.
 */
function bodyFor(
  owner: string,
  names: readonly Named[],
  at: number,
  first: number,
): string | undefined {
  const ofNoun = new Set(
    names.map(({ name }) => name).filter((name) => headOf(name) === owner.toLowerCase()),
  );
  const [only, another] = ofNoun;
  if (only !== undefined) return another === undefined ? only : undefined;
  if (!/^(?:its|their)$/u.test(owner) && !isBodyHead(owner)) return undefined;
  return names.findLast(
    (one) =>
      one.isBody &&
      ((one.at < at && one.at >= at - CONTEXT) || (one.at === at && one.first < first)),
  )?.name;
}

/** The noun that refers to a name of several words: “council”, “airport”. */
function headOf(name: string): string | undefined {
  return (
    headOfBody(name) ?? (name.includes(' ') ? name.split(' ').at(-1)?.toLowerCase() : undefined)
  );
}
