import type { TextEdit } from 'vscode-languageserver';
import type { Edit } from '../checks/finding.js';
import { editOf } from '../checks/fix.js';
import type { Range } from '../prose/sourceMap.js';
import type { Span } from '../prose/span.js';
import type { Entity } from '../reference/model.js';
import { nameFormsOf } from '../reference/names/forms.js';
import { fold, inCaseOf, isAllCapitals } from '../reference/names/spelling.js';
import type { Draft } from '../checks/draft.js';
import { type PlacedMention, mentionAt, mentionsLike } from './navigation/mentions.js';

/** What a rename begins with. */
export interface Renamed {
  /** The name as the draft writes it there, without honorific and possessive ending. */
  readonly range: Range;
  readonly placeholder: string;
}

/** What can be renamed at a UTF-16 offset of the draft; `undefined` where no known name stands there. */
export function renamedAt(draft: Draft, offset: number): Renamed | undefined {
  const found = mentionAt(draft, offset);
  if (found === undefined) return undefined;
  return { range: draft.prose.lines.range(found.span), placeholder: writtenIn(found) };
}

/** In UTF-16 units; no name is longer, and what is goes into the draft at every place of the old one. */
const LONGEST_NAME = 200;

/** Says what cannot be a name; `undefined` for what can. */
export function faultInName(text: string): string | undefined {
  if (text.length > LONGEST_NAME) return `A name has at most ${LONGEST_NAME} characters.`;
  return /\p{L}/u.test(text) && !/[\r\n\v\f\u0085\u2028\u2029]/u.test(text)
    ? undefined
    : 'A name needs at least one letter, and stands on one line.';
}

/**
 * The edits that give the one whom the name at an offset means another name, in each form in which
 * the draft has it: what stands for a part of the name at the offset gets that part of `newName`.
 * Others of the same surname are left alone, and so are words that are not written as those at the
 * offset. Empty where no known name stands there.
 */
export function renameAt(draft: Draft, offset: number, newName: string): readonly TextEdit[] {
  const found = mentionAt(draft, offset);
  if (found === undefined) return [];
  const { entity } = found.mention;
  const written = wordsIn(found).map(({ text }) => text);
  const change = changeOf(written, wordsToWrite(written, newName, entity), entity);
  return mentionsLike(draft, offset)
    .flatMap((mention) => editsOf(mention, change))
    .filter(({ span, newText }) => span.start < span.end || newText !== '')
    .map(({ span, newText }) => ({ range: draft.prose.lines.range(span), newText }));
}

interface Word extends Span {
  readonly text: string;
}

function writtenIn({ block, mention }: PlacedMention): string {
  return block.text.slice(mention.start, mention.end);
}

/** The words of a name; offsets are UTF-16 units of its block's prose. */
function wordsIn(placed: PlacedMention): readonly Word[] {
  return [...writtenIn(placed).matchAll(/\S+/gu)].map(({ 0: text, index }) => {
    const start = placed.mention.start + index;
    return { text, start, end: start + text.length };
  });
}

/**
 * The words of the new name. Who writes “Maren Oduyo” over a mere “Oduya” means the whole name: the
 * given name then stands for itself, not for a part of the surname.
 */
function wordsToWrite(
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

/** What becomes of a name's words. */
interface Change {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** For each word of `from` the one that takes its place; `undefined` where none plainly does. */
  readonly each: readonly (string | undefined)[];
}

/** Words that both names begin or end with stand for themselves; so do those between, if they are as many. */
function changeOf(from: readonly string[], to: readonly string[], entity: Entity): Change {
  const most = Math.min(from.length, to.length);
  let head = 0;
  while (head < most && from[head] === to[head]) head++;
  let tail = 0;
  while (tail < most - head && from.at(-1 - tail) === to.at(-1 - tail)) tail++;
  const between = from.length - head - tail;
  const asMany = from.length === to.length;
  const each = from.map((word, at) => {
    if (at < head || at >= from.length - tail) return word;
    if (asMany) return to[at];
    if (between === 1) return to.slice(head, to.length - tail).join(' ');
    return at === from.length - 1 ? surnameOf(to.join(' '), entity) : undefined;
  });
  return { from, to, each };
}

function surnameOf(name: string, entity: Entity): string | undefined {
  const forms = nameFormsOf({ ...entity, name, forms: [] });
  return forms.find(({ kind }) => kind === 'short')?.text;
}

/** A name that has all the words gets the new one; what has some of them gets the parts for these. */
function editsOf(placed: PlacedMention, { from, to, each }: Change): readonly Edit[] {
  const words = wordsIn(placed);
  const { block } = placed;
  const at = indexOfRun(
    words.map(({ text }) => text),
    from,
  );
  const first = words[at];
  const last = words[at + from.length - 1];
  // Word by word, markup and line breaks between the words stay.
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
    const newText = each[index];
    // An empty part is an initial that is gone; what stands beside it would need more than its place.
    if (newText === undefined || newText === '') return [];
    return [editOf(block, word, inCase(word.text, from, newText))];
  });
}

/** In capitals where a headline is, not where the name itself is. */
function inCase(written: string, from: readonly string[], newText: string): string {
  return isAllCapitals(from.join('')) ? newText : inCaseOf(written, newText);
}

/** Where a run of words stands among others; -1 where it does not. */
function indexOfRun(words: readonly string[], run: readonly string[]): number {
  return words.findIndex(
    (_, at) =>
      at + run.length <= words.length &&
      run.every((word, by) => isSame(word, words[at + by] ?? '')),
  );
}

function isSame(a: string, b: string): boolean {
  return a === b || fold(a) === fold(b);
}
