import type { BlockKind } from '../prose/markdown.js';
import { type SourceIndex, type SourceParagraph, SENTENCE_NUMBERS } from './sourceIndex.js';
import type { Citation, Entity, EntityKind, Fact, Problem, Quote, Role } from './model.js';

/** Goes up whenever what was stored before can no longer be read. */
const VERSION = 2;

/** Writes lessons down as JSON, one a line. */
export function storeIndexes(lessons: readonly SourceIndex[]): string {
  const lines = lessons.map((lesson) =>
    JSON.stringify({
      source: lesson.source,
      written: lesson.written,
      entities: lesson.entities,
      quotes: lesson.quotes,
      facts: lesson.facts,
      paragraphs: lesson.paragraphs,
      problems: lesson.problems,
      sentences: Array.from(lesson.sentences),
      words: Array.from(lesson.words),
    }),
  );
  return `${HEAD}\n${lines.join(',\n')}\n${FOOT}\n`;
}

const HEAD = `{"copydesk":${VERSION},"lessons":[`;
const FOOT = ']}';

/** More UTF-16 units than the longest source's lesson takes. */
const LONGEST_LESSON = 48 * 1024 * 1024;

/** Lists and records within others; a lesson has six. */
const DEEPEST_LESSON = 10;

/**
 * Reads lessons that `storeIndexes` wrote; `undefined` where the text holds none, is damaged, or of
 * another version. A file can be cut short or written by anybody, so every item is looked at, and never more than a
 * lesson is parsed at once: nothing ends that before its time, and it may take all memory.
 */
export function restoreIndexes(text: string): readonly SourceIndex[] | undefined {
  const lessons: SourceIndex[] = [];
  let at = text.indexOf('\n') + 1;
  if (text.slice(0, at).trim() !== HEAD) return undefined;
  for (;;) {
    const end = text.indexOf('\n', at);
    if (end < 0) return undefined;
    const line = text.slice(at, end).trim();
    at = end + 1;
    if (line === FOOT) return text.slice(at).trim() === '' ? lessons : undefined;
    if (line === '') continue;
    const lesson = parsed(line.endsWith(',') ? line.slice(0, -1) : line);
    if (!isLesson(lesson)) return undefined;
    lessons.push(lesson);
  }
}

/** What JSON says; `undefined` for what is none, or can be no lesson. */
function parsed(json: string): unknown {
  if (json.length > LONGEST_LESSON || isDeeper(json, DEEPEST_LESSON)) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isDeeper(json: string, most: number): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < json.length; at++) {
    const unit = json[at];
    if (unit === '"') isText = !isText;
    else if (isText && unit === '\\') at++;
    else if (isText) continue;
    else if (unit === '[' || unit === '{') depth++;
    else if (unit === ']' || unit === '}') depth--;
    if (depth > most) return true;
  }
  return false;
}

function isLesson(value: unknown): value is SourceIndex {
  return (
    isRecord(value) &&
    isText(value.source) &&
    typeof value.written === 'boolean' &&
    isList(value.entities, isEntity) &&
    isList(value.quotes, isQuote) &&
    isList(value.facts, isFact) &&
    isList(value.paragraphs, isParagraph) &&
    isList(value.sentences, isCount) &&
    areSentences(value.sentences, value.paragraphs) &&
    isList(value.words, isCount) &&
    areWordsOf(value.words, value.sentences.length / SENTENCE_NUMBERS + value.facts.length) &&
    isList(value.problems, isProblem)
  );
}

/** True where each sentence stands in one of the paragraphs. */
function areSentences(
  sentences: readonly number[],
  paragraphs: readonly SourceParagraph[],
): boolean {
  for (let at = 0; at < sentences.length; at += SENTENCE_NUMBERS) {
    const [paragraph = -1, start = 0, end = -1, line = 0] = sentences.slice(
      at,
      at + SENTENCE_NUMBERS,
    );
    const length = paragraphs[paragraph]?.text.length ?? -1;
    if (start > end || end > length || line < 1) return false;
  }
  return sentences.length % SENTENCE_NUMBERS === 0;
}

/** True where there are words of so many facts, each count followed by as many. */
function areWordsOf(words: readonly number[], facts: number): boolean {
  let found = 0;
  let at = 0;
  for (; at < words.length; at += 1 + (words[at] ?? 0)) found++;
  return at === words.length && found === facts;
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
    isTextOrNone(value.seat) &&
    isCitation(value.citation)
  );
}

function isRole(value: unknown): value is Role {
  return (
    isRecord(value) &&
    isText(value.title) &&
    isTextOrNone(value.affiliation) &&
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
  return isFact(value) && 'speaker' in value ? isTextOrNone(value.speaker) : isFact(value);
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
    isTextOrNone(value.passage)
  );
}

function isProblem(value: unknown): value is Problem {
  return isRecord(value) && isText(value.message) && isCitation(value.citation);
}

function isCitation(value: unknown): value is Citation {
  return (
    isRecord(value) &&
    isText(value.source) &&
    Number.isSafeInteger(value.line) &&
    isTextOrNone(value.passage)
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTextOrNone(value: unknown): value is string | undefined {
  return value === undefined || isText(value);
}

function isList<Item>(
  value: unknown,
  isItem: (item: unknown) => item is Item,
): value is readonly Item[] {
  return Array.isArray(value) && value.every(isItem);
}
