import type { PersonTest, PlacedName } from '../../prose/speech/antecedent.js';
import type { PlacedAttribution, Utterance } from '../../prose/speech/attribution.js';
import { memoize, memoizeBy } from '../../prose/memoize.js';
import type { Block, BlockContent, Prose } from '../../prose/prose.js';
import { boundedMemo } from '../../prose/boundedMemo.js';
import type { SpeakerMention } from '../../prose/speech/speaker.js';
import { type Span, overlaps } from '../../prose/span.js';
import type { Base, Entity, Quote } from '../../reference/model.js';
import type { NameIndex } from '../../reference/nameIndex.js';
import { isFamilyName, surnameOf } from '../../reference/names/forms.js';
import { spellingKeyOf } from '../../reference/names/spelling.js';
import { isRoleNoun } from '../../lexicon/roleWords.js';
import { isHonorific, isCourtesyTitle } from '../../lexicon/honorifics.js';
import type { Reference } from '../../reference/reference.js';

/**
 * Whether the draft's speaker is the recorded one. `unknownNames` if the draft names no speaker, names
 * one by office alone, or names an organisation that may speak for the recorded one.
 */
export type SpeakerVerdict = 'same' | 'other' | 'unknown';

/** Compares the speaker of an utterance with that of a recorded quote. */
export function compareSpeakers(
  { attribution, speaker }: Utterance,
  { speaker: quoted }: Quote,
  draft: Prose,
  reference: Reference,
): SpeakerVerdict {
  if (attribution === undefined || quoted === undefined) return 'unknown';
  const recorded = fullNameOf(quoted, reference);
  const mention = speaker?.mention ?? attribution.speaker;
  if (mention.form === 'description') {
    const holders = holdersOf(mention.text, reference);
    if (holders.length !== 1) return 'unknown';
    if (holders[0] === recorded) return 'same';
    // A person whose other offices are unknown may well have this one.
    return roleNounsOf(recorded, reference).size > 0 ? 'other' : 'unknown';
  }
  if (speaker === undefined) return 'unknown';
  const entity = entityNamed(speaker, reference);
  if (entity?.name === recorded) return 'same';
  const [words, recordedWords] = [wordsOfMention(mention), nameWords(recorded)];
  const inFull = entity?.name === mention.text;
  if (shareWord(words, recordedWords) && !inFull) return 'same';
  // “Van der Berg” in one source and “Ada van der Berg” in another, unless both are known people.
  const isPart = isSubset(words, recordedWords) || isSubset(recordedWords, words);
  if (isPart && !hasEntity(recorded, reference)) return 'same';
  if (!isKnownPerson(recorded, reference)) return 'unknown';
  if (entity !== undefined && entity.kind !== 'person') return 'unknown';
  if (entity === undefined && courtesyTitleIn(mention.text) === null) return 'unknown';
  if (
    attribution.speaker.form === 'pronoun' &&
    (isNamedNear(recorded, attribution, draft) || isAbout(draft, recorded))
  ) {
    return 'unknown';
  }
  return 'other';
}

/** The names of people with the described role in the sources: “the harbour master”. */
function holdersOf(description: string, { base }: Reference): readonly string[] {
  const [noun] = /^the\s.*/iu.test(description)
    ? description
        .split(/\s(?:of|from|at|in|for|with|who)\s/u, 1)
        .flatMap((phrase) => phrase.split(/\s+/u).slice(-1))
    : [];
  if (noun === undefined || !isRoleNoun(noun)) return [];
  const holders = base.entities.filter(({ roles }) =>
    roles.some(({ title }) => title.toLowerCase().split(/\s+/u).includes(noun)),
  );
  return [...new Set(holders.map(({ name }) => name))];
}

/** A test of whether a name in a draft is a person's, by the names of the base. */
export function personTest({ base }: Reference): PersonTest {
  const kinds = kindsOf(base);
  return (name) => {
    const words = nameWords(name);
    for (let from = 0; from < words.length; from++) {
      const person = kinds.get(words.slice(from).join(' '));
      if (person !== undefined) return person;
    }
    return undefined;
  };
}

/** Whether a name is a person's, by the words of the full name or of the surname alone. */
const kindsOf = memoize((base: Base): ReadonlyMap<string, boolean> => {
  const kinds = new Map<string, boolean>();
  for (const { kind, name, forms } of base.entities) {
    for (const form of [name, ...forms]) kinds.set(wordsIn(form).join(' '), kind === 'person');
  }
  for (const { kind, name } of base.entities) {
    if (kind !== 'person') continue;
    for (const short of [wordsIn(name).at(-1), wordsIn(surnameOf(name)).join(' ')]) {
      if (short !== undefined && !kinds.has(short)) kinds.set(short, true);
    }
  }
  return kinds;
});

/** The entity of the base that a speaker's name refers to. */
function entityNamed({ block, mention }: PlacedName, reference: Reference): Entity | undefined {
  const found = mentionsOf(block.content, reference.names);
  const entity = found.findLast((other) => !other.demonym && overlaps(other, mention.span))?.entity;
  return entity === undefined ? undefined : (personWithSurname(entity.name, reference) ?? entity);
}

/** The full name of a person whom a source names only by surname; any other name unchanged. */
export function fullNameOf(name: string, reference: Reference): string {
  return personWithSurname(name, reference)?.name ?? name;
}

/** The one person with a surname; a surname alone in a source may also be a body's name. */
function personWithSurname(name: string, { base }: Reference): Entity | undefined {
  const entity = entitiesByName(base).get(name);
  if (/\s/u.test(name) || (entity !== undefined && entity.kind !== 'body')) return undefined;
  const [full, ...others] = peopleByShortName(base).get(name) ?? [];
  return full === undefined || others.length > 0 ? undefined : entitiesByName(base).get(full);
}

const mentionsOf = memoizeBy(({ sentences }: BlockContent, names: NameIndex) =>
  sentences.flatMap(({ tokens }) => names.mentionsIn(tokens)),
);

/** True if a draft names a person, in whatever form, before a place in one of its blocks (UTF-16 units of its prose). */
export function hasNamedBefore(
  name: string,
  { block, at }: { readonly block: Block; readonly at: number },
  { blocks }: Prose,
  reference: Reference,
): boolean {
  const isNamedIn = (content: BlockContent, end: number): boolean =>
    mentionsOf(content, reference.names).some(
      ({ entity, start }) => start < end && fullNameOf(entity.name, reference) === name,
    );
  const last = blocks.indexOf(block);
  return (
    blocks.slice(0, last).some(({ content }) => isNamedIn(content, Infinity)) ||
    isNamedIn(block.content, at)
  );
}

/** The nouns of the roles that the sources give the person named at a span of a block’s prose. */
export function roleNounsAt(
  span: Span,
  content: BlockContent,
  { names }: Reference,
): ReadonlySet<string> {
  return roleNouns(mentionsOf(content, names).find((mention) => overlaps(mention, span))?.entity);
}

/** The nouns of the roles that the sources give a person, by the full name. */
export function roleNounsOf(name: string, { base }: Reference): ReadonlySet<string> {
  return roleNouns(entitiesByName(base).get(name));
}

function roleNouns(entity: Entity | undefined): ReadonlySet<string> {
  return new Set(entity?.roles.flatMap(({ title }) => title.split(/\s+/u).at(-1) ?? []) ?? []);
}

/** The longest role that is put after a name, in words. */
const MOST_ROLE_WORDS = 6;

/** Words that assign a title to a body named elsewhere: “its president”. */
const OWNED = /(?:\b(?:its|their|his|her|our)|['’]s?)\s$/iu;

/**
 * The role of a person as it follows the name, with article and body as in the sources: “the
 * harbour master”, “chief engineer of Brede Dredging”; in the form of the office that it replaces
 * (“Brede Dredging’s chief engineer”). `undefined` if the sources have it only with a word for the
 * body, as in “its president”.
 */
export function roleOf(
  name: string,
  replaced: string,
  { base, evidence }: Reference,
): string | undefined {
  const role = entitiesByName(base).get(name)?.roles[0];
  if (role === undefined || role.title === '' || role.title.split(/\s+/u).length > MOST_ROLE_WORDS)
    return undefined;
  const { title, affiliation } = role;
  if (affiliation !== undefined && /\p{L}['’]s?\s/u.test(replaced))
    return `${affiliation}’s ${title}`;
  const facts = evidence.search([{ word: shortName(name, base), weight: 1 }], MAX_TITLED_FACTS);
  let isOwned = false;
  for (const { fact } of facts) {
    const at = fact.text.indexOf(title);
    if (at < 0) continue;
    const before = fact.text.slice(0, at);
    const [, article] = /(?:^|\s)(the|an?)\s$/iu.exec(before.slice(-5)) ?? [];
    const after = fact.text.slice(at + title.length);
    const ofWhat = affiliation === undefined ? '' : ofBody(affiliation, after);
    isOwned ||= OWNED.test(before);
    if (article === undefined && ofWhat === '') continue;
    const isOfSomethingElse =
      ofWhat === '' && /^the$/iu.test(article ?? '') && /^ of\b/u.test(after);
    return isOfSomethingElse
      ? undefined
      : `${article === undefined ? '' : `${article.toLowerCase()} `}${title}${ofWhat}`;
  }
  if (affiliation !== undefined) return `${title} of ${affiliation}`;
  if (isOwned) return undefined;
  const isUsual = !title.includes(' ') || /^,\s+the\s/u.test(replaced);
  return isUsual ? `the ${title}` : title;
}

/** “ of the Weir Trust” at the start of the text after a title; empty if it is not there. */
function ofBody(affiliation: string, after: string): string {
  const phrases = ['of', 'at', 'for'].flatMap((word) => [
    ` ${word} ${affiliation}`,
    ` ${word} the ${affiliation}`,
  ]);
  return phrases.find((phrase) => after.startsWith(phrase)) ?? '';
}

/**
 * The name of a speaker in the style of the name that it replaces: with an honorific, otherwise by the surname if the
 * draft has named the person before, and in full if not.
 */
export function nameInStyleOf(
  instead: string,
  name: string,
  isNamed: boolean,
  draft: Prose,
  { base, evidence }: Reference,
): string {
  if (!isNamed) return name;
  const short = shortName(name, base);
  const style = courtesyTitleIn(instead);
  if (style !== null) {
    const texts = [
      draft.text,
      ...formsOf(name, base),
      ...evidence
        .search([{ word: short, weight: 1 }], MAX_TITLED_FACTS)
        .map(({ fact }) => fact.text),
    ];
    const honorific = honorificOf(short, texts);
    return honorific === undefined ? name : `${honorific}${style[2] ?? ''} ${short}`;
  }
  const isShared = [...(peopleByShortName(base).get(short) ?? [])].some((other) => other !== name);
  return isShared ? name : short;
}

/** The full names of the people of a base by their short ones. */
const peopleByShortName = memoize((base: Base): ReadonlyMap<string, ReadonlySet<string>> => {
  const people = new Map<string, Set<string>>();
  for (const { kind, name } of base.entities) {
    if (kind !== 'person') continue;
    const short = shortName(name, base);
    const known = people.get(short);
    if (known === undefined) people.set(short, new Set([name]));
    else known.add(name);
  }
  return people;
});

/**
 * The number of source sentences with a surname that are searched for a courtesy title before it.
 */
const MAX_TITLED_FACTS = 50;

/**
 * The courtesy title that a name begins with: the title, its full stop, and both with the space.
 */
function courtesyTitleIn(name: string): RegExpExecArray | null {
  const match = /^(\p{Lu}\p{Ll}+)(\.?)\s/u.exec(name);
  return match !== null && isCourtesyTitle(match[1] ?? '') ? match : null;
}

/** The name that follows a courtesy title: the surname, which is the first word of “Xi Jinping” and “Seo Min-ji”. */
function shortName(name: string, base: Base): string {
  const words = name.split(/\s+/u);
  const [first = '', given = '', ...others] = words;
  if (isFamilyName(first) && /^\p{Lu}\p{Ll}+-\p{Ll}+$/u.test(given) && others.length === 0)
    return first;
  const titled = formsOf(name, base)
    .map((form) => courtesyTitleIn(form))
    .find((match) => match !== null);
  const rest = titled?.input.slice(titled[0].length);
  return rest !== undefined && words.includes(rest) ? rest : (words.at(-1) ?? name);
}

function formsOf(name: string, base: Base): readonly string[] {
  return entitiesByName(base).get(name)?.forms ?? [];
}

/** The longest courtesy title with its full stop and a space, and one character before it. */
const MAX_TITLE_LENGTH = 7;

/** The first courtesy title before a surname in the texts, without its full stop. */
function honorificOf(short: string, texts: readonly string[]): string | undefined {
  for (const text of texts) {
    for (let at = text.indexOf(short); at >= 0; at = text.indexOf(short, at + 1)) {
      const before = text.slice(Math.max(0, at - MAX_TITLE_LENGTH), at);
      const title = /(?<![\p{L}.])(\p{Lu}\p{Ll}+)\.?\s$/u.exec(before)?.[1];
      if (title !== undefined && isCourtesyTitle(title)) return title;
    }
  }
  return undefined;
}

/** True for a known person's full name or surname. */
function isKnownPerson(name: string, { base }: Reference): boolean {
  return kindsOf(base).get(nameWords(name).join(' ')) === true;
}

function hasEntity(name: string, { base }: Reference): boolean {
  return entitiesByName(base).has(name);
}

/** The entities of a base by their names; of several with one name the first. */
const entitiesByName = memoize(
  ({ entities }: Base): ReadonlyMap<string, Entity> =>
    new Map(entities.toReversed().map((entity) => [entity.name, entity])),
);

/** True if `a` is not empty and all its words are in `b`. */
function isSubset(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && a.every((word) => b.includes(word));
}

function shareWord(a: readonly string[], b: readonly string[]): boolean {
  return b.some((word) => a.includes(word));
}

const wordsOfMention = memoize(({ text }: SpeakerMention) => nameWords(text));
const wordsOfBlock = memoize(({ text }: BlockContent) => wordsIn(text));

/** The words of a name, memoized as they are needed often. */
const nameWords = boundedMemo((name) => wordsIn(name));

function wordsIn(text: string): readonly string[] {
  return text
    .split(/[\s-]+/u)
    .filter((word) => !isHonorific(word))
    .map((word) => spellingKeyOf(word.replace(/['’]s$/u, '')))
    .filter((key) => key.length > 1);
}

/** The number of paragraphs back that a pronoun can refer to. */
const PRONOUN_REACH = 2;

/**
 * True for a person named in a headline or in the first words: “she” can mean her throughout the
 * draft.
 */
function isAbout({ blocks }: Prose, name: string): boolean {
  const lead = blocks.find(({ kind, role }) => kind !== 'heading' && role === 'prose');
  const opening = lead?.text.slice(0, name.length) ?? '';
  const words = nameWords(name);
  return (
    blocks.some(
      ({ kind, content }) => kind === 'heading' && shareWord(wordsOfBlock(content), words),
    ) || shareWord(wordsIn(opening), words)
  );
}

/** True if the recorded speaker is named so near that the pronoun may refer to them. */
function isNamedNear(name: string, { block }: PlacedAttribution, { blocks }: Prose): boolean {
  const at = blocks.indexOf(block);
  const words = nameWords(name);
  return blocks
    .slice(Math.max(0, at - PRONOUN_REACH), at + 1)
    .some(({ content }) => shareWord(wordsOfBlock(content), words));
}
