import { WEEKDAYS } from '../lexicon/calendar.js';
import { isRecord } from './isRecord.js';
import type { ListedAddress } from './linkList.js';
import type { BlockKind } from '../prose/markdown.js';
import { type SourceDate, isDate } from './extraction/sourceDate.js';
import {
  type SourceIndex,
  type SourceParagraph,
  NUMBERS_PER_SENTENCE,
  SOURCE_KINDS,
} from './sourceIndex.js';
import type { Citation, Entity, EntityKind, Fact, Problem, Quote, Role } from './model.js';

/** Incremented whenever the format changes. */
const VERSION = 5;

/** Serialises source indexes as JSON, one per line. */
export function storeIndexes(indexes: readonly SourceIndex[]): string {
  const lines = indexes.map((index) =>
    JSON.stringify({
      source: index.source,
      kind: index.kind,
      date: index.date,
      isConfidential: index.isConfidential,
      embargo: index.embargo,
      words: index.words,
      entities: index.entities,
      quotes: index.quotes,
      facts: index.facts,
      paragraphs: index.paragraphs,
      problems: index.problems,
      addresses: index.addresses,
      sentences: Array.from(index.sentences),
      termKeys: Array.from(index.termKeys),
    }),
  );
  return `${HEAD}\n${lines.join(',\n')}\n${FOOT}\n`;
}

const HEAD = `{"copydesk":${VERSION},"indexes":[`;
const FOOT = ']}';

/** More UTF-16 units than the index of the longest source takes. */
const MAX_LENGTH = 48 * 1024 * 1024;

/** The deepest nesting of lists and objects; an index has six levels. */
const MAX_DEPTH = 10;

/**
 * Reads the output of `storeIndexes`; `undefined` if the text is anything else, damaged, or of another version. A file
 * can be truncated or written by anyone, so every item is validated, and only one index is parsed at a time: parsing
 * cannot be interrupted and could exhaust the memory.
 */
export function restoreIndexes(text: string): readonly SourceIndex[] | undefined {
  const indexes: SourceIndex[] = [];
  let at = text.indexOf('\n') + 1;
  if (text.slice(0, at).trim() !== HEAD) return undefined;
  for (;;) {
    const end = text.indexOf('\n', at);
    if (end < 0) return undefined;
    const line = text.slice(at, end).trim();
    at = end + 1;
    if (line === FOOT) return text.slice(at).trim() === '' ? indexes : undefined;
    if (line === '') continue;
    const index = parseIndex(line.endsWith(',') ? line.slice(0, -1) : line);
    if (!isSourceIndex(index)) return undefined;
    indexes.push(index);
  }
}

/** The value of a JSON text; `undefined` if it is invalid or too large for an index. */
function parseIndex(json: string): unknown {
  if (json.length > MAX_LENGTH || isNestedDeeper(json, MAX_DEPTH)) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isNestedDeeper(json: string, limit: number): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < json.length; at++) {
    const unit = json[at];
    if (unit === '"') isText = !isText;
    else if (isText && unit === '\\') at++;
    else if (isText) continue;
    else if (unit === '[' || unit === '{') depth++;
    else if (unit === ']' || unit === '}') depth--;
    if (depth > limit) return true;
  }
  return false;
}

function isSourceIndex(value: unknown): value is SourceIndex {
  return (
    isRecord(value) &&
    isText(value.source) &&
    SOURCE_KINDS.some((kind) => kind === value.kind) &&
    (value.date === undefined || isSourceDate(value.date)) &&
    (value.isConfidential === undefined || value.isConfidential === true) &&
    isOptionalText(value.embargo) &&
    isCount(value.words) &&
    isList(value.entities, isEntity) &&
    isList(value.quotes, isQuote) &&
    isList(value.facts, isFact) &&
    isList(value.paragraphs, isParagraph) &&
    isList(value.sentences, isCount) &&
    areSentences(value.sentences, value.paragraphs) &&
    isList(value.termKeys, isCount) &&
    areTermKeysOf(
      value.termKeys,
      value.sentences.length / NUMBERS_PER_SENTENCE + value.facts.length,
    ) &&
    isList(value.problems, isProblem) &&
    (value.addresses === undefined || isList(value.addresses, isListedAddress))
  );
}

function isSourceDate(value: unknown): value is SourceDate {
  if (!isRecord(value)) return false;
  const { year, month, day, weekday } = value;
  return (
    isCount(month) &&
    isCount(day) &&
    (year === undefined ? isDate({ month, day }) : isCount(year) && isDate({ year, month, day })) &&
    (weekday === undefined || (isCount(weekday) && weekday < WEEKDAYS.length))
  );
}

/** True if each sentence lies within one of the paragraphs. */
function areSentences(
  sentences: readonly number[],
  paragraphs: readonly SourceParagraph[],
): boolean {
  for (let at = 0; at < sentences.length; at += NUMBERS_PER_SENTENCE) {
    const [paragraph = -1, start = 0, end = -1, line = 0] = sentences.slice(
      at,
      at + NUMBERS_PER_SENTENCE,
    );
    const length = paragraphs[paragraph]?.text.length ?? -1;
    if (start > end || end > length || line < 1) return false;
  }
  return sentences.length % NUMBERS_PER_SENTENCE === 0;
}

/** True if the keys cover this many facts, each count being followed by that many keys. */
function areTermKeysOf(termKeys: readonly number[], facts: number): boolean {
  let found = 0;
  let at = 0;
  for (; at < termKeys.length; at += 1 + (termKeys[at] ?? 0)) found++;
  return at === termKeys.length && found === facts;
}

const KINDS: ReadonlySet<unknown> = new Set<EntityKind>(['person', 'body', 'place', 'event']);

function isEntity(value: unknown): value is Entity {
  return (
    isRecord(value) &&
    KINDS.has(value.kind) &&
    isText(value.name) &&
    isList(value.forms, isText) &&
    (value.avoided === undefined || isList(value.avoided, isText)) &&
    isList(value.demonyms, isText) &&
    isList(value.roles, isRole) &&
    isText(value.bio) &&
    isOptionalText(value.seat) &&
    isCitation(value.citation)
  );
}

function isRole(value: unknown): value is Role {
  return (
    isRecord(value) &&
    isText(value.title) &&
    isOptionalText(value.affiliation) &&
    isCitation(value.citation)
  );
}

function isFact(value: unknown): value is Fact {
  return (
    isRecord(value) &&
    isText(value.text) &&
    typeof value.unreliable === 'boolean' &&
    isCitation(value.citation)
  );
}

function isQuote(value: unknown): value is Quote {
  return isFact(value) && 'speaker' in value ? isOptionalText(value.speaker) : isFact(value);
}

const BLOCK_KINDS: ReadonlySet<unknown> = new Set<BlockKind>([
  'heading',
  'paragraph',
  'listItem',
  'quotation',
  'tableCell',
  'footnote',
  'caption',
]);

function isParagraph(value: unknown): value is SourceParagraph {
  return (
    isRecord(value) &&
    BLOCK_KINDS.has(value.kind) &&
    isText(value.text) &&
    isOptionalText(value.passage) &&
    (value.passages === undefined || isList(value.passages, isPlacedPassage)) &&
    (value.row === undefined || isCount(value.row)) &&
    isOptionalText(value.speaker) &&
    isOptionalText(value.written)
  );
}

function isListedAddress(value: unknown): value is ListedAddress {
  return isRecord(value) && isText(value.address) && isCount(value.line);
}

function isPlacedPassage(value: unknown): value is readonly [number, string] {
  return Array.isArray(value) && value.length === 2 && isCount(value[0]) && isText(value[1]);
}

function isProblem(value: unknown): value is Problem {
  return isRecord(value) && isText(value.message) && isCitation(value.citation);
}

function isCitation(value: unknown): value is Citation {
  return (
    isRecord(value) &&
    isText(value.source) &&
    Number.isSafeInteger(value.line) &&
    isOptionalText(value.passage)
  );
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isOptionalText(value: unknown): value is string | undefined {
  return value === undefined || isText(value);
}

function isList<Item>(
  value: unknown,
  isItem: (item: unknown) => item is Item,
): value is readonly Item[] {
  return Array.isArray(value) && value.every(isItem);
}
