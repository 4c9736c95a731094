import { speechVerb } from '../../lexicon/speechVerbs.js';
import { isMonth, isWeekday } from '../../lexicon/calendar.js';
import { isHonorific } from '../../lexicon/honorifics.js';
import { isEnglishWord } from '../../prose/dictionary.js';
import type { Block, Prose } from '../../prose/prose.js';
import type { Piece } from '../../prose/speech/speech.js';
import { inNameCase } from './transcript.js';
import { type KnownNames, entityOf, fullName } from './knownNames.js';

/** A person named in a line of notes, in UTF-16 units of it. */
interface NamedPerson {
  readonly name: string;
  readonly start: number;
}

/** A run of capitalised words, with the particles of a name between them. */
const CAPITALISED =
  /\p{Lu}[\p{L}'’.-]*(?:\s+(?:(?:d[aeiu]|del|della|van|von|der|den|bin|al|el)\s+)*\p{Lu}[\p{L}'’-]*)*/gu;

const BULLET = /^\s*[-–—•*·]\s/u;

/**
 * The speaker in notes of a quotation with nobody beside it: the person before its colon (“Roe, on
 * the phone: “…””), the only one named before it in its line, or the one in the head of the notes
 * (“call w. director, Ada Roe”). `undefined` if that is not clear, and in a report except for a
 * name before a colon.
 */
export function notedSpeaker(
  { block, outer }: Piece,
  prose: Prose,
  known: KnownNames,
): string | undefined {
  const at = block.map.toDraft(outer.start, outer.start).start;
  const before = prose.text.slice(prose.text.lastIndexOf('\n', at - 1) + 1, at);
  const line = before.replace(QUOTED, (quoted) => ' '.repeat(quoted.length));
  const end = Math.max(0, ...[...line.matchAll(SENTENCE_END)].map(({ index }) => index + 1));
  const people = peopleIn(line, known);
  if (/[:=]\s*(?:\p{Ll}+\s+){0,3}$/u.test(line)) {
    const [first] = people.filter(({ start }) => start >= end);
    if (first !== undefined) return first.name;
    const label = labelAtStart(line.slice(end), known);
    if (label !== undefined) return label;
  }
  if (!isNote(block, before)) return undefined;
  const names = new Set(people.map(({ name }) => name));
  if (names.size > 0) return names.size === 1 ? people[0]?.name : undefined;
  return hasName(line) ? undefined : headPerson(prose, known);
}

/** A mark after which something else begins; not the full stop of “Sat.: he” and “w. her”. */
const SENTENCE_END = /[;–—]|[.!?](?=\s+\p{Lu})/gu;

const QUOTED = /[“"][^“”"]*[”"]/gu;

/** True for an item of a list, in whatever format. */
function isNote({ kind }: Block, line: string): boolean {
  return kind === 'listItem' || BULLET.test(line);
}

/** The known people whom a line names, in order. */
function peopleIn(line: string, known: KnownNames): readonly NamedPerson[] {
  return [...line.matchAll(CAPITALISED)].flatMap(({ 0: words, index }): readonly NamedPerson[] => {
    const entity = entityOf(words.replace(/['’]s?$/u, ''), known);
    return entity?.kind === 'person' ? [{ name: entity.name, start: index }] : [];
  });
}

/** A name that opens a line and that the source does not explain: “Tønder, on phone:”. */
function labelAtStart(line: string, known: KnownNames): string | undefined {
  const opening = line.replace(BULLET, '').trimStart();
  const [match] = opening.matchAll(CAPITALISED);
  if (match?.index !== 0 || entityOf(match[0], known) !== undefined) return undefined;
  const words = match[0].replace(/[.’']$/u, '').split(/\s+/u);
  const isName = words.every(
    (word) => !isUsualWord(word.toLowerCase()) && !isHonorific(word) && /\p{Ll}/u.test(word),
  );
  return isName ? inNameCase(words.join(' ')) : undefined;
}

/** True for a line that may name somebody, known or not. */
function hasName(line: string): boolean {
  const inside = line.replace(BULLET, '').replace(/^\s*\S+/u, '');
  return [...inside.matchAll(/(?<![.!?:]\s)\p{Lu}\p{Ll}+/gu)].some(
    ({ 0: word }) => !isUsualWord(word.toLowerCase()),
  );
}

/** True for a lower-case word that is no name. */
function isUsualWord(lower: string): boolean {
  return isEnglishWord(lower) || isMonth(lower) || isWeekday(lower);
}

/** The author of notes is not their speaker. */
const WRITER = /\b(?:reporter|by|from|our)\b/iu;

/**
 * The one person in the first line of a text; `undefined` if it names none, several, or its
 * reporter.
 */
export function headPerson({ blocks }: Prose, known: KnownNames): string | undefined {
  const [head] = blocks;
  if (head === undefined || head.quotations.length > 0) return undefined;
  const people = peopleIn(head.text, known);
  const names = new Set(people.map(({ name }) => name));
  const [first] = people;
  const isWriter = WRITER.test(head.text);
  return names.size === 1 && !isWriter ? first?.name : undefined;
}

/**
 * The name in brackets after the office of a quotation's speaker: “the skipper (Ada Roe) told me”.
 */
export function nameInBrackets({ block, outer }: Piece, known: KnownNames): string | undefined {
  const [, name] =
    /^\s*(?:said\s+)?the\s[^.!?()“”"]{2,40}\(([^()]{3,60})\)/u.exec(block.text.slice(outer.end)) ??
    [];
  return name !== undefined && entityOf(name, known)?.kind === 'person'
    ? fullName(name, known)
    : undefined;
}

/** True for a quotation that a letter allows to be attributed to its author, or repeats as the author's: “as I said”. */
export function isOnTheRecord({ block, outer }: Piece): boolean {
  const [, verb = ''] = /^[,;\s]*(?:as\s+)?I\s+(\p{L}+)/u.exec(block.text.slice(outer.end)) ?? [];
  return (
    speechVerb(verb) !== undefined ||
    /\b(?:for the record|quote me|my (?:quote|words))\b[^“”".!?]*$/iu.test(
      block.text.slice(0, outer.start),
    )
  );
}
