import type { TextEdit } from 'vscode-languageserver';
import type { Edit } from '../checks/finding.js';
import { editOf } from '../checks/fix.js';
import type { Range } from '../prose/sourceMap.js';
import type { Span } from '../prose/span.js';
import type { Entity } from '../reference/model.js';
import { nameFormsOf } from '../reference/names/forms.js';
import { fold, matchCase, isAllCapitals } from '../reference/names/spelling.js';
import type { Draft } from '../checks/draft.js';
import { type PlacedMention, mentionAt, mentionsOfSameEntity } from './navigation/mentions.js';

/** The name that a rename starts from. */
export interface RenameTarget {
  /** Without honorific and possessive ending. */
  readonly range: Range;
  /** The name as the draft writes it. */
  readonly placeholder: string;
}

/** The name that can be renamed at a UTF-16 offset of the draft; `undefined` if no known name is there. */
export function renameTargetAt(draft: Draft, offset: number): RenameTarget | undefined {
  const found = mentionAt(draft, offset);
  if (found === undefined) return undefined;
  return { range: draft.prose.lines.range(found.span), placeholder: writtenName(found) };
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
  const change = nameChange(written, wordsOfNewName(written, newName, entity), entity);
  return mentionsOfSameEntity(draft, offset)
    .flatMap((mention) => editsOf(mention, change))
    .filter(({ span, newText }) => span.start < span.end || newText !== '')
    .map(({ span, newText }) => ({ range: draft.prose.lines.range(span), newText }));
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

/**
 * The words of the new name that replace the written ones. A user who types “Maren Oduyo” over a mere
 * “Oduya” means the whole name, so the given name is not taken for a part of the surname.
 */
function wordsOfNewName(
  written: readonly string[],
  newName: string,
  { name }: Entity,
): readonly string[] {
  const words = newName.trim().split(/\s+/u);
  const whole = name.split(/\s+/u);
  const at = indexOfRun(whole, written);
  const before = whole.slice(0, Math.max(at, 0));
  const isWhole =
    before.length > 0 && words.length > before.length && indexOfRun(words, before) === 0;
  return isWhole ? words.slice(before.length) : words;
}

/** How each word of a name changes. */
interface NameChange {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** What replaces each word of `from`; `undefined` if that is unclear. */
  readonly replacements: readonly (string | undefined)[];
}

/** Pairs the words that both names begin or end with, and those between if their number is equal. */
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
  return { from, to, replacements };
}

function surnameOf(name: string, entity: Entity): string | undefined {
  const forms = nameFormsOf({ ...entity, name, forms: [] });
  return forms.find(({ kind }) => kind === 'short')?.text;
}

/** Replaces a mention that has all the words as a whole, and one that has some of them word by word. */
function editsOf(placed: PlacedMention, { from, to, replacements }: NameChange): readonly Edit[] {
  const words = wordsIn(placed);
  const { block } = placed;
  const at = indexOfRun(
    words.map(({ text }) => text),
    from,
  );
  const first = words[at];
  const last = words[at + from.length - 1];
  // Names of equal length are replaced word by word, which keeps markup and line breaks between them.
  if (first !== undefined && last !== undefined && from.length !== to.length) {
    const span = { start: first.start, end: last.end };
    const written = block.text.slice(span.start, span.end);
    return [editOf(block, span, inCase(written, from, to.join(' ')))];
  }
  let next = 0;
  return words.flatMap((word) => {
    const index = from.findIndex((other, place) => place >= next && isSame(other, word.text));
    if (index < 0) return [];
    next = index + 1;
    const newText = replacements[index];
    // An empty part is a dropped initial; removing it would also have to remove the space beside it.
    if (newText === undefined || newText === '') return [];
    return [editOf(block, word, inCase(word.text, from, newText))];
  });
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
