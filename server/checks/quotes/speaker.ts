import type { PersonTest, PlacedName } from '../../prose/speech/antecedent.js';
import type { PlacedAttribution, Utterance } from '../../prose/speech/attribution.js';
import { memoize, memoizeBy } from '../../prose/memoize.js';
import type { Prose, Wording } from '../../prose/prose.js';
import { boundedMemo } from '../../prose/boundedMemo.js';
import type { SpeakerMention } from '../../prose/speech/speaker.js';
import { overlaps } from '../../prose/span.js';
import type { Base, Entity, Quote } from '../../reference/model.js';
import type { NameIndex } from '../../reference/nameIndex.js';
import { surnameOf } from '../../reference/names/forms.js';
import { spellingKeyOf } from '../../reference/names/spelling.js';
import { isHonorific } from '../../reference/names/titles.js';
import type { Reference } from '../../reference/reference.js';

/**
 * How the draft's speaker stands to the recorded one. `unknown` where the draft names none, names
 * somebody by office alone, or names what may speak for the other, as a body does.
 */
export type SpeakerVerdict = 'same' | 'other' | 'unknown';

/** Holds the speaker of an utterance against that of a recorded quote. */
export function compareSpeakers(
  { attribution, speaker }: Utterance,
  { speaker: recorded }: Quote,
  draft: Prose,
  reference: Reference,
): SpeakerVerdict {
  if (attribution === undefined || speaker === undefined || recorded === undefined)
    return 'unknown';
  const { mention } = speaker;
  const entity = entityNamed(speaker, reference);
  if (entity?.name === recorded) return 'same';
  const [words, recordedWords] = [wordsOfMention(mention), nameWords(recorded)];
  const inFull = entity?.name === mention.text;
  if (shareWord(words, recordedWords) && !inFull) return 'same';
  // “Van der Berg” of one source and “Ada van der Berg” of another, unless both are known people.
  const isPart = isWithin(words, recordedWords) || isWithin(recordedWords, words);
  if (isPart && !hasEntity(recorded, reference)) return 'same';
  if (!isKnownPerson(recorded, reference)) return 'unknown';
  if (entity !== undefined && entity.kind !== 'person') return 'unknown';
  if (entity === undefined && !HONORIFIC.test(mention.text)) return 'unknown';
  if (
    attribution.speaker.form === 'pronoun' &&
    (isNamedNear(recorded, attribution, draft) || isAbout(draft, recorded))
  ) {
    return 'unknown';
  }
  return 'other';
}

/** Tells from a base's names whether a name in a draft is a person's. */
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

/** Whether a name, whole or a person's surname alone, is a person's, by its words. */
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

/** The person or other entity of the base that a speaker's name names. */
function entityNamed({ block, mention }: PlacedName, { names }: Reference): Entity | undefined {
  const found = mentionsOf(block.wording, names);
  return found.findLast((other) => !other.demonym && overlaps(other, mention.span))?.entity;
}

const mentionsOf = memoizeBy(({ sentences }: Wording, names: NameIndex) =>
  sentences.flatMap(({ tokens }) => names.mentionsIn(tokens)),
);

/**
 * The name of a speaker as the draft would write it in the place of `instead`: with an honorific
 * where that one has one, by surname alone where that one stands so, else in full.
 */
export function inStyleOf(
  instead: string,
  name: string,
  draft: Prose,
  { base, evidence }: Reference,
): string {
  const written = instead.split(/\s+/u);
  const short = shortName(name, base.entities);
  const style = HONORIFIC.exec(instead);
  if (style !== null) {
    const texts = [
      draft.text,
      ...formsOf(name, base.entities),
      ...evidence.search([{ word: short, weight: 1 }], TITLED_FACTS).map(({ fact }) => fact.text),
    ];
    const honorific = honorificOf(short, texts);
    return honorific === undefined ? name : `${honorific}${style[2] ?? ''} ${short}`;
  }
  return written.length === 1 && draft.text.includes(name) ? short : name;
}

/** How many of the sentences that have a surname are looked through for a courtesy title before it. */
const TITLED_FACTS = 50;

const HONORIFIC = /^(Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame)(\.?)\s/u;

/** What follows a courtesy title for a person: the surname, the first word of “Xi Jinping”. */
function shortName(name: string, entities: readonly Entity[]): string {
  const words = name.split(/\s+/u);
  const titled = formsOf(name, entities)
    .map((form) => HONORIFIC.exec(form))
    .find((match) => match !== null);
  const rest = titled?.input.slice(titled[0].length);
  return rest !== undefined && words.includes(rest) ? rest : (words.at(-1) ?? name);
}

function formsOf(name: string, entities: readonly Entity[]): readonly string[] {
  return entities.find((entity) => entity.name === name)?.forms ?? [];
}

/** The courtesy title, without its full stop, that the first of the texts with one sets before a surname. */
function honorificOf(short: string, texts: readonly string[]): string | undefined {
  for (const text of texts) {
    for (let at = text.indexOf(short); at >= 0; at = text.indexOf(short, at + 1)) {
      const match = /\b(Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame)\.?\s$/u.exec(
        text.slice(Math.max(0, at - 6), at),
      );
      if (match !== null) return match[1];
    }
  }
  return undefined;
}

/** True for a person's name in full, and for a surname that some person has. */
function isKnownPerson(name: string, { base }: Reference): boolean {
  return kindsOf(base).get(nameWords(name).join(' ')) === true;
}

function hasEntity(name: string, { base }: Reference): boolean {
  return entityNames(base).has(name);
}

const entityNames = memoize(({ entities }: Base) => new Set(entities.map(({ name }) => name)));

/** True where all words of one name, of which there are some, are the other's too. */
function isWithin(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && a.every((word) => b.includes(word));
}

function shareWord(a: readonly string[], b: readonly string[]): boolean {
  return b.some((word) => a.includes(word));
}

const wordsOfMention = memoize(({ text }: SpeakerMention) => nameWords(text));
const wordsOfBlock = memoize(({ text }: Wording) => wordsIn(text));

/** The words of a name, which are asked for again and again. */
const nameWords = boundedMemo((name) => wordsIn(name));

function wordsIn(text: string): readonly string[] {
  return text
    .split(/[\s-]+/u)
    .filter((word) => !isHonorific(word))
    .map((word) => spellingKeyOf(word.replace(/['’]s$/u, '')))
    .filter((key) => key.length > 1);
}

/** How many paragraphs before its own a pronoun may look back. */
const REACH = 2;

/** True for whom a headline or the first words of a draft name: all through it “she” may mean her. */
function isAbout({ blocks }: Prose, name: string): boolean {
  const lead = blocks.find(({ kind, role }) => kind !== 'heading' && role === 'prose');
  const opening = lead?.text.slice(0, name.length) ?? '';
  const words = nameWords(name);
  return (
    blocks.some(
      ({ kind, wording }) => kind === 'heading' && shareWord(wordsOfBlock(wording), words),
    ) || shareWord(wordsIn(opening), words)
  );
}

/** True where the recorded speaker is named so near that a pronoun may mean just them. */
function isNamedNear(name: string, { block }: PlacedAttribution, { blocks }: Prose): boolean {
  const at = blocks.indexOf(block);
  const words = nameWords(name);
  return blocks
    .slice(Math.max(0, at - REACH), at + 1)
    .some(({ wording }) => shareWord(wordsOfBlock(wording), words));
}
