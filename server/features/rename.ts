import type { TextEdit } from 'vscode-languageserver';
import type { Edit } from '../checks/finding.js';
import { editOf } from '../checks/fix.js';
import type { Range } from '../prose/sourceMap.js';
import type { Span } from '../prose/span.js';
import type { Entity } from '../reference/model.js';
import { isCourtesyTitle } from '../lexicon/honorifics.js';
import { isSurnamePrefix } from '../lexicon/nameWords.js';
import { isAbbreviatedTitle, isRankInCapitals } from '../lexicon/titleAbbreviations.js';
import { nameFormsOf } from '../reference/names/forms.js';
import { fold, matchCase, isAllCapitals } from '../reference/names/spelling.js';
import type { Draft } from '../checks/draft.js';
import { type PlacedMention, mentionAt, mentionsOfSameEntity } from './navigation/mentions.js';

/** The name that a rename starts from. */
export interface RenameTarget {
  /** Without honorific and possessive ending. */
  readonly range: Range;
  /** The name in full, as the draft writes it; for anything but a person, the name at the offset. */
  readonly placeholder: string;
}

/** The name that can be renamed at a UTF-16 offset of the draft; `undefined` if no known name is there. */
export function renameTargetAt(draft: Draft, offset: number): RenameTarget | undefined {
  const found = mentionAt(draft, offset);
  if (found === undefined) return undefined;
  const placeholder = fullNameOf(draft, found)?.join(' ') ?? writtenName(found);
  return { range: draft.prose.lines.range(found.span), placeholder };
}

/**
 * The words of the full name of a person whose name is only given in part at an offset, as in the
 * draft or otherwise as in the sources; `undefined` if the name there is complete, or is
 * misspelled.
 */
function fullNameOf(draft: Draft, found: PlacedMention): readonly string[] | undefined {
  const { entity } = found.mention;
  if (entity.kind !== 'person') return undefined;
  const part = wordsIn(found).map(({ text }) => text);
  const names = mentionsOfSameEntity(draft, found.span.start)
    .filter(({ mention, block }) => mention.exact && block.kind !== 'heading')
    .map((mention) => wordsIn(mention).map(({ text }) => text));
  return [...names.sort((a, b) => b.length - a.length), entity.name.split(/\s+/u)].find(
    (name) => name.length > part.length && indexOfRun(name, part) >= 0,
  );
}

/** In UTF-16 units. The new name is inserted at every mention, so its length is bounded. */
const MAX_NAME_LENGTH = 200;

/** Why a text cannot be a name, as a message for the user; `undefined` if it can. */
export function invalidNameReason(text: string): string | undefined {
  if (text.length > MAX_NAME_LENGTH)
    return `A name can have at most ${MAX_NAME_LENGTH} characters.`;
  return /\p{L}/u.test(text) && !/[\r\n\v\f\u0085\u2028\u2029]/u.test(text)
    ? undefined
    : 'A name must contain at least one letter and fit on one line.';
}

/**
 * The edits that rename the entity named at an offset, in every form in which the draft mentions it:
 * each part of the old name is replaced by the corresponding part of `newName`. Other people of the
 * same surname stay as they are, and so do words spelled differently from the name at the offset.
 * Empty if no known name is there.
 */
export function renameEdits(draft: Draft, offset: number, newName: string): readonly TextEdit[] {
  const found = mentionAt(draft, offset);
  if (found === undefined) return [];
  const { entity } = found.mention;
  const written = wordsIn(found).map(({ text }) => text);
  const full = fullNameOf(draft, found);
  const to = wordsOfNewName(newName, entity);
  const from = full !== undefined && isFullName(to, full, written) ? full : written;
  const change = nameChange(from, to, entity);
  return mentionsOfSameEntity(draft, offset)
    .flatMap((mention) => {
      const edits = editsOf(mention, change);
      return [...edits, ...possessiveEdits(mention, edits)];
    })
    .filter(({ span, newText }) => span.start < span.end || newText !== '')
    .map(({ span, newText }) => ({ range: draft.prose.lines.range(span), newText }));
}

/** The words of a new name; a person's without the title that already precedes the old one. */
function wordsOfNewName(newName: string, { kind }: Entity): readonly string[] {
  const words = newName.trim().split(/\s+/u);
  const first = kind === 'person' ? words.findIndex((word) => !isTitle(word)) : 0;
  return words.slice(Math.max(first, 0));
}

function isTitle(word: string): boolean {
  return isCourtesyTitle(word) || isAbbreviatedTitle(word) || isRankInCapitals(word);
}

/**
 * True if a name that a user types over a part of a full name replaces all of it: “Maren Oduyo” over the mere “Oduya”
 * of Maren Oduya, while “Oduyo” or “van Dijk” is a surname.
 */
function isFullName(
  words: readonly string[],
  full: readonly string[],
  part: readonly string[],
): boolean {
  const [first = ''] = words;
  if (words.length < 2) return false;
  if (isSame(first, full[0] ?? '')) return true;
  if (isSurnamePrefix(fold(first))) return false;
  return !(
    part.length > 1 &&
    words.length <= part.length &&
    words.some((word, at) => isSame(word, part[at] ?? ''))
  );
}

interface Word extends Span {
  readonly text: string;
}

function writtenName({ block, mention }: PlacedMention): string {
  return block.text.slice(mention.start, mention.end);
}

/** The words of a mention, with UTF-16 offsets into its block's prose. */
function wordsIn(placed: PlacedMention): readonly Word[] {
  return [...writtenName(placed).matchAll(/\S+/gu)].map(({ 0: text, index }) => {
    const start = placed.mention.start + index;
    return { text, start, end: start + text.length };
  });
}

/** How each word of a name changes. */
interface NameChange {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** The replacement for each word of `from`; `undefined` if that is unclear. */
  readonly replacements: readonly (string | undefined)[];
  /**
   * The replacement for parts of a name that are written alone, as words of `from`; only if their
   * length changes.
   */
  readonly parts: readonly (readonly [part: readonly string[], newText: string])[];
}

/**
 * Pairs the words that both names begin or end with, and the words between if their number is
 * equal.
 */
function nameChange(from: readonly string[], to: readonly string[], entity: Entity): NameChange {
  const most = Math.min(from.length, to.length);
  let head = 0;
  while (head < most && from[head] === to[head]) head++;
  let tail = 0;
  while (tail < most - head && from.at(-1 - tail) === to.at(-1 - tail)) tail++;
  const between = from.length - head - tail;
  const sameLength = from.length === to.length;
  const replacements = from.map((word, at) => {
    if (at < head || at >= from.length - tail) return word;
    if (sameLength) return to[at];
    if (between === 1) return to.slice(head, to.length - tail).join(' ');
    return at === from.length - 1 ? surnameOf(to.join(' '), entity) : undefined;
  });
  return { from, to, replacements, parts: partsOf(from, to, entity) };
}

/**
 * The surname of a full name, and given name and surname without the words between, with their new
 * forms.
 */
function partsOf(
  from: readonly string[],
  to: readonly string[],
  entity: Entity,
): NameChange['parts'] {
  const surname = surnameOf(from.join(' '), entity);
  const newSurname = surnameOf(to.join(' '), entity);
  if (surname === undefined || newSurname === undefined) return [];
  const words = surname.split(' ');
  if (indexOfRun(from, words) !== from.length - words.length) return [];
  const [given = ''] = from;
  const [newGiven = ''] = to;
  const parts: NameChange['parts'] = [
    [words, newSurname],
    [[given, ...words], `${newGiven} ${newSurname}`],
  ];
  return parts.filter(([part, newText]) => part.length !== newText.split(' ').length);
}

function surnameOf(name: string, entity: Entity): string | undefined {
  const forms = nameFormsOf({ ...entity, name, forms: [] });
  return forms.find(({ kind }) => kind === 'short')?.text;
}

/** Replaces a mention that has all the words, or a known part of them, as a whole, and any other word by word. */
function editsOf(
  placed: PlacedMention,
  { from, to, replacements, parts }: NameChange,
): readonly Edit[] {
  const words = wordsIn(placed);
  const { block } = placed;
  const written = words.map(({ text }) => text);
  // Names of equal length are replaced word by word, which keeps markup and line breaks between them.
  const whole = from.length === to.length ? [] : [[from, to.join(' ')] as const];
  for (const [part, newText] of [...whole, ...parts]) {
    const at = indexOfRun(written, part);
    const [first, last] = [words[at], words[at + part.length - 1]];
    if (first === undefined || last === undefined) continue;
    if (part !== from && part.length !== written.length) continue;
    const span = { start: first.start, end: last.end };
    const old = block.text.slice(span.start, span.end);
    return [editOf(block, span, atOpening(placed, first, inCase(old, from, newText)))];
  }
  let next = 0;
  return words.flatMap((word) => {
    const index = from.findIndex((other, place) => place >= next && isSame(other, word.text));
    if (index < 0) return [];
    next = index + 1;
    const newText = replacements[index];
    // An empty part is a dropped initial; removing it would also have to remove the space beside
    // it.
    if (newText === undefined || newText === '') return [];
    return [editOf(block, word, atOpening(placed, word, inCase(word.text, from, newText)))];
  });
}

/** With a capital at the start of a sentence if the old name had one: “Van Dijk” for “van Dijk”. */
function atOpening({ block }: PlacedMention, { start }: Span, newText: string): string {
  const opens = block.sentences.some((sentence) => sentence.start === start);
  return opens && /^\p{Lu}/u.test(block.text.slice(start))
    ? newText.charAt(0).toUpperCase() + newText.slice(1)
    : newText;
}

/** The “s” that a bare apostrophe lacks after the new name: “Vellimero’s hat” for “Vellidis’ hat”. */
function possessiveEdits(
  { block, mention: { end } }: PlacedMention,
  edits: readonly Edit[],
): readonly Edit[] {
  const isQuoted = block.quotations.some(({ outer }) => outer.end === end + 1);
  const isPossessive = /^s['’] (?=\p{L})/u.test(block.text.slice(end - 1, end + 3)) && !isQuoted;
  const newText = edits.at(-1)?.newText ?? '';
  if (!isPossessive || newText === '' || /s$/iu.test(newText)) return [];
  return [editOf(block, { start: end + 1, end: end + 1 }, isAllCapitals(newText) ? 'S' : 's')];
}

/** In capitals if the mention is, as in a headline, unless the name itself is written in capitals. */
function inCase(written: string, from: readonly string[], newText: string): string {
  return isAllCapitals(from.join('')) ? newText : matchCase(written, newText);
}

/** The index at which a run of words starts among others; -1 if it does not occur. */
function indexOfRun(words: readonly string[], run: readonly string[]): number {
  return words.findIndex(
    (_, at) =>
      at + run.length <= words.length &&
      run.every((word, index) => isSame(word, words[at + index] ?? '')),
  );
}

function isSame(a: string, b: string): boolean {
  return a === b || fold(a) === fold(b);
}
