import type { PersonTest, PlacedName } from '../../prose/speech/antecedent.js';
import type { PlacedAttribution, Utterance } from '../../prose/speech/attribution.js';
import { memoize, memoizeBy } from '../../prose/memoize.js';
import type { Block, BlockContent, Prose } from '../../prose/prose.js';
import { boundedMemo } from '../../prose/boundedMemo.js';
import type { SpeakerMention } from '../../prose/speech/speaker.js';
import { type Span, overlaps } from '../../prose/span.js';
import type { Base, Entity, Quote } from '../../reference/model.js';
import type { NameIndex } from '../../reference/nameIndex.js';
import { surnameOf } from '../../reference/names/forms.js';
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
  { speaker: recorded }: Quote,
  draft: Prose,
  reference: Reference,
): SpeakerVerdict {
  if (attribution === undefined || recorded === undefined) return 'unknown';
  const mention = speaker?.mention ?? attribution.speaker;
  if (mention.form === 'description')
    return isOnlyHolder(recorded, mention.text, reference) ? 'same' : 'unknown';
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

/** True if a person is the only one whom the sources give the role of a description: “the harbour master”. */
function isOnlyHolder(name: string, description: string, { base }: Reference): boolean {
  const [noun] = /^the\s.*/iu.test(description)
    ? description
        .split(/\s(?:of|from|at|in|for|with|who)\s/u, 1)
        .flatMap((phrase) => phrase.split(/\s+/u).slice(-1))
    : [];
  if (noun === undefined || !isRoleNoun(noun)) return false;
  const holders = base.entities.filter(({ roles }) =>
    roles.some(({ title }) => title.toLowerCase().split(/\s+/u).includes(noun)),
  );
  return holders.length > 0 && holders.every((entity) => entity.name === name);
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
function entityNamed({ block, mention }: PlacedName, { names }: Reference): Entity | undefined {
  const found = mentionsOf(block.content, names);
  return found.findLast((other) => !other.demonym && overlaps(other, mention.span))?.entity;
}

const mentionsOf = memoizeBy(({ sentences }: BlockContent, names: NameIndex) =>
  sentences.flatMap(({ tokens }) => names.mentionsIn(tokens)),
);

/** True if a draft names a person, in whatever form, before a place in one of its blocks (UTF-16 units of its prose). */
export function hasNamedBefore(
  name: string,
  { block, at }: { readonly block: Block; readonly at: number },
  { blocks }: Prose,
  { names }: Reference,
): boolean {
  const isNamedIn = (content: BlockContent, end: number): boolean =>
    mentionsOf(content, names).some(({ entity, start }) => entity.name === name && start < end);
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
  const entity = mentionsOf(content, names).find((mention) => overlaps(mention, span))?.entity;
  return new Set(entity?.roles.flatMap(({ title }) => title.split(/\s+/u).at(-1) ?? []) ?? []);
}

/** The longest role that is put after a name, in words. */
const MOST_ROLE_WORDS = 6;

/**
 * The role of a person as it follows the name, with the article of the sources: “the harbour master”. `undefined` if
 * they say of what (“the director of the Weir Trust”), as “the director” alone says nothing.
 */
export function roleOf(name: string, { base, evidence }: Reference): string | undefined {
  const title = entitiesByName(base).get(name)?.roles[0]?.title;
  if (title === undefined || title === '' || title.split(/\s+/u).length > MOST_ROLE_WORDS) return undefined;
  const facts = evidence.search([{ word: shortName(name, base), weight: 1 }], MAX_TITLED_FACTS);
  for (const { fact } of facts) {
    const at = fact.text.indexOf(title);
    const article = at < 0 ? null : /(?:^|\s)(the|an?)\s$/iu.exec(fact.text.slice(0, at).slice(-5));
    if (article?.[1] === undefined) continue;
    const isOfWhat =
      /^the$/iu.test(article[1]) && /^ of\b/u.test(fact.text.slice(at + title.length));
    return isOfWhat ? undefined : `${article[1].toLowerCase()} ${title}`;
  }
  return title;
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

/** How many source sentences with a surname are searched for a courtesy title before it. */
const MAX_TITLED_FACTS = 50;

/**
 * The courtesy title that a name begins with: the title, its full stop, and both with the space.
 */
function courtesyTitleIn(name: string): RegExpExecArray | null {
  const match = /^(\p{Lu}\p{Ll}+)(\.?)\s/u.exec(name);
  return match !== null && isCourtesyTitle(match[1] ?? '') ? match : null;
}

/** The name that follows a courtesy title: the surname, which is the first word of “Xi Jinping”. */
function shortName(name: string, base: Base): string {
  const words = name.split(/\s+/u);
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

/** How many paragraphs back a pronoun can refer. */
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
