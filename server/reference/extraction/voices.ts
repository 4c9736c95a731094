import { isMonth } from '../../lexicon/calendar.js';
import { isGivenName } from '../../lexicon/givenNames.js';
import { isHonorific } from '../../lexicon/honorifics.js';
import { isBodyHead, isParticle } from '../../lexicon/nameWords.js';
import { memoize } from '../../prose/memoize.js';
import type { Block, Prose } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import { overlaps } from '../../prose/span.js';
import type { Token } from '../../prose/tokens.js';
import type { Entity, EntityKind, Role } from '../model.js';
import { headOfBody } from './capitals.js';
import type { Cite } from './citations.js';
import type { Extracted } from './entities.js';
import { type KnownNames, fullName, namesOf } from './knownNames.js';
import { headPerson } from './notedSpeaker.js';
import { type Turn, inNameCase, transcriptTurnsIn } from './transcript.js';

/** The author of a text's words, apart from its quotations. */
export interface Voices {
  /** The person whose words, or notes of whose words, a block contains, by name. */
  readonly speakers: ReadonlyMap<Block, string>;
  /** The blocks of a letter, mail or statement in its author's own words. */
  readonly own: ReadonlySet<Block>;
}

/** For a text in which nobody speaks. */
export const NO_VOICES: Voices = { speakers: new Map(), own: new Set() };

/**
 * Finds who speaks in each block of a source: in a transcript the speaker of the turn, in notes and collections of
 * statements the person whom the line above them names (“TAPE 2 - ADA ROE, farmer, 210 cows”), in a letter or
 * statement its author. A report speaks with nobody's voice.
 */
export function voicesIn(prose: Prose, entities: readonly Entity[]): Voices {
  const known = namesOf(entities);
  const turns = spokenTurnsIn(prose, known);
  if (turns.length > 0) {
    const speakers = new Map<Block, string>();
    const starts = new Map(turns.map(({ block, name }) => [block, name] as const));
    let speaker: string | undefined;
    for (const block of prose.blocks) {
      if (starts.has(block)) speaker = starts.get(block);
      if (speaker !== undefined) speakers.set(block, fullName(speaker, known));
    }
    return { speakers, own: new Set() };
  }
  const author = authorOf(prose, entities);
  if (author !== undefined) return author;
  return isNotes(prose) ? { speakers: notedSpeakers(prose, known), own: new Set() } : NO_VOICES;
}

/** The turns of a transcript. The answers in an interview (“A:”) are those of the one person in its first line. */
export function spokenTurnsIn(prose: Prose, known: KnownNames): readonly Turn[] {
  return transcriptTurnsIn(prose).map((turn) =>
    turn.speaker === 'A' ? { ...turn, name: turn.name ?? headPerson(prose, known) } : turn,
  );
}

/**
 * The entities of a source. Those who speak in it are people or bodies, however their names are
 * written, with the offices that they claim for themselves.
 */
export function withSpeakers(
  { entities, own }: Extracted,
  { speakers }: Voices,
  cite: Cite,
): readonly Entity[] {
  const blocks = new Map([...speakers].reverse().map(([block, name]) => [name, block]));
  const known = new Set(entities.map(({ name }) => name));
  const rolesOf = (name: string): readonly Role[] =>
    [...speakers].flatMap(([block, speaker]) =>
      speaker !== name
        ? []
        : (own.get(block) ?? []).map(({ title, affiliation }) => ({
            title,
            ...(affiliation === undefined ? {} : { affiliation }),
            citation: cite(block, 0),
          })),
    );
  return [
    ...entities.map((entity): Entity =>
      blocks.has(entity.name)
        ? {
            ...entity,
            kind: kindOfSpeaker(entity.name),
            roles: [...entity.roles, ...rolesOf(entity.name)],
          }
        : entity,
    ),
    ...[...blocks]
      .filter(([name]) => !known.has(name) && name.includes(' '))
      .map(([name, block]): Entity => ({
        kind: kindOfSpeaker(name),
        name,
        forms: [],
        demonyms: [],
        roles: rolesOf(name),
        bio: '',
        citation: cite(block, 0),
      })),
  ];
}

/**
 * A newspaper or a station may represent the reporter who asks: “HARBOUR RADIO: When does it open?”
 */
function kindOfSpeaker(name: string): EntityKind {
  const [first = ''] = name.split(' ');
  return first !== name && headOfBody(name) !== undefined && !isGivenName(first)
    ? 'body'
    : 'person';
}

/** Notes have at least this many quotations, and this share of them without “she said”. */
const MIN_QUOTATIONS = 2;
const MIN_BARE_SHARE = 0.6;

/** True for a text in which most quotations have no speaker beside them. */
function isNotes({ blocks }: Prose): boolean {
  let [all, bare] = [0, 0];
  for (const { sentences, quotations } of blocks) {
    for (const { outer } of quotations) {
      const around = sentences.filter((sentence) => overlaps(sentence, outer));
      const outside = around.flatMap(({ tokens }) =>
        tokens.filter((token) => !quotations.some((quotation) => overlaps(quotation.outer, token))),
      );
      all++;
      if (!outside.some(({ tag }) => tag === 'VERB')) bare++;
    }
  }
  return all >= MIN_QUOTATIONS && bare >= MIN_BARE_SHARE * all;
}

/** A line that names the speaker of the following text; in a list, only of its item. */
function notedSpeakers({ blocks }: Prose, known: KnownNames): ReadonlyMap<Block, string> {
  const speakers = new Map<Block, string>();
  let speaker: string | undefined;
  for (const [at, block] of blocks.entries()) {
    const named = personAtHead(block, at < EDGE);
    const isItem = block.kind === 'listItem' || BULLET.test(block.text);
    if (named !== undefined && !isItem) speaker = named;
    else if (block.kind === 'heading') speaker = undefined;
    const current = (isItem ? named : undefined) ?? speaker;
    if (current !== undefined) speakers.set(block, fullName(current, known));
  }
  return speakers;
}

const BULLET = /^[-–—•*·]\s/u;

/** The number of a line of notes before the name: “TAPE 2 - ”, “A) ”, “3. ”. */
const NUMBERING = /^(?:\p{Lu}+\s+)?(?:\d{1,3}|\p{Lu})(?:[).:]\s*|\s+[-–—:]\s*)|^[-–—•*·]\s+/u;

/**
 * The person whom a block names before a comma, a colon or the end of a sentence that has no verb (“Ada Roe, mayor of
 * Lund.”), in the usual letter case. The lines that open a text are read as one block, so that it may be any of theirs.
 */
function personAtHead({ text, sentences, quotations }: Block, opens: boolean): string | undefined {
  if (quotations.length > 0) return undefined;
  const heads = sentences.filter(({ role }) => role !== 'dateline').slice(0, opens ? EDGE : 1);
  for (const { start, tokens } of heads) {
    const from = start + (NUMBERING.exec(text.slice(start))?.[0].length ?? 0);
    const name = nameThatHeads(tokens.filter((token) => token.start >= from));
    if (name !== undefined) return name;
  }
  return undefined;
}

function nameThatHeads(tokens: readonly Token[]): string | undefined {
  const first = tokens.findIndex(({ text: word }) => !isHonorific(word) && word !== '.');
  if (first < 0) return undefined;
  const name = tokens.slice(first, first + nameLength(tokens.slice(first)));
  const words = name.filter(({ text }) => /^\p{Lu}/u.test(text));
  if (words.length < 2 || words.length > MAX_NAME_WORDS) return undefined;
  if (isBodyHead(name.at(-1)?.text ?? '')) return undefined;
  const rest = tokens.slice(first + name.length);
  if (!/^(?:[,:(.]|)$/u.test(rest[0]?.text ?? '')) return undefined;
  // “Weekly Mirror, November 2006”
  if (isMonth(rest[1]?.lower ?? '')) return undefined;
  const bracket = rest.findIndex(({ text }) => text === '(');
  if (rest.slice(0, bracket < 0 ? undefined : bracket).some(isFiniteVerb)) return undefined;
  return name
    .map(({ text: word }) => (/^\p{Lu}{2}/u.test(word) ? inNameCase(word) : word))
    .join(' ')
    .replace(/\s?-\s?/gu, '-');
}

/** The maximum number of capitalised words in a person's name; a line with more joins several. */
const MAX_NAME_WORDS = 4;

/**
 * The number of tokens at the start that belong to a name: capitalised words, and the particles and
 * hyphens between them.
 */
function nameLength(tokens: readonly Token[]): number {
  let length = 0;
  for (const [at, { text, kind }] of tokens.entries()) {
    const isHyphened = /^[-‐‑]$/u.test(tokens[at - 1]?.text ?? '');
    if ((kind === 'word' && /^\p{Lu}/u.test(text)) || isHyphened) length = at + 1;
    else if (!isParticle(text) && !/^[-‐‑]$/u.test(text)) break;
  }
  return length;
}

function isFiniteVerb({ tag, text }: Token): boolean {
  return (tag === 'VERB' && !/(?:ing|ed)$/u.test(text)) || tag === 'AUX';
}

const FIRST_PERSON = /^(?:I|me|my|we|us|our)$/iu;

/** A letter has at least this many sentences in the first person. */
const MIN_FIRST_PERSON = 2;

/** The number of blocks at either end of a letter that may name its author. */
const EDGE = 4;

/** The voices of a letter, mail or statement in the first person; `undefined` for any other text. */
function authorOf(prose: Prose, entities: readonly Entity[]): Voices | undefined {
  const { blocks } = prose;
  const spoken = blocks.filter((block) => block.sentences.some(isFirstPerson(block)));
  const count = blocks.reduce(
    (sum, block) => sum + block.sentences.filter(isFirstPerson(block)).length,
    0,
  );
  const [opening] = spoken;
  if (opening === undefined || count < MIN_FIRST_PERSON) return undefined;
  const people = entities.filter(({ kind }) => kind === 'person').map(({ name }) => name);
  const last = blocks.length;
  const signature = blocks
    .slice(Math.max(blocks.indexOf(opening) + 1, last - EDGE))
    .find((block) => isSignature(block) && people.some((name) => block.text.startsWith(name)));
  const signed = people.find((name) => signature?.text.startsWith(name));
  const titled = blocks
    .slice(0, Math.min(EDGE, blocks.indexOf(opening)))
    .flatMap(({ text }) =>
      AUTHORED.test(text) ? people.filter((name) => text.includes(name)) : [],
    );
  const author =
    signed ?? (titled.length === 1 ? titled[0] : undefined) ?? heading(prose, opening, entities);
  if (author === undefined) return undefined;
  const end = signature === undefined ? last : blocks.indexOf(signature);
  // A quotation in a letter has somebody else's words, and so has the earlier mail in an answer.
  const own = blocks
    .slice(blocks.indexOf(opening), end)
    .filter(({ kind }) => kind !== 'heading' && kind !== 'quotation');
  return { speakers: new Map(own.map((block) => [block, author])), own: new Set(own) };
}

/** The one person in the line above the words: “Ada Roe, miller, on tape”. */
function heading(prose: Prose, opening: Block, entities: readonly Entity[]): string | undefined {
  const [head] = prose.blocks;
  const isListed = prose.blocks.some(({ kind, text }) => kind === 'listItem' || BULLET.test(text));
  const isLabel =
    !isListed &&
    !isNotes(prose) &&
    head !== undefined &&
    head !== opening &&
    !head.sentences.some(({ tokens }) => tokens.some(isFiniteVerb));
  return isLabel ? headPerson(prose, namesOf(entities)) : undefined;
}

/** A line that names the writer or speaker of the text below it. */
const AUTHORED =
  /^From:|\b(?:statement|letter|message|speech|address|remarks|testimony|e-?mail)\b.*\b(?:by|from|of)\b/iu;

/** The maximum number of words of a signature with the office below the name. */
const LONGEST_SIGNATURE = 12;

function isSignature({ text, kind }: Block): boolean {
  return kind === 'paragraph' && text.split(/\s+/u).length <= LONGEST_SIGNATURE;
}

/** A test whether a sentence of a block speaks in the first person outside quotations. */
const isFirstPerson = memoize(({ quotations }: Block) => ({ tokens, role }: Sentence): boolean => {
  return (
    role === 'prose' &&
    tokens.some(
      (token) =>
        FIRST_PERSON.test(token.text) &&
        token.text !== 'US' &&
        !quotations.some(({ outer }) => overlaps(outer, token)),
    )
  );
});
