import type { Span } from '../../prose/span.js';
import { type GrammarError, grammarFix } from './grammarError.js';
import type { Passage } from './structure/passage.js';

/**
 * What writers leave in a draft to fill in later: TK and similar abbreviations, a row of Xs, a
 * bracketed word for the missing text, filler Latin, a row of question marks or underscores.
 */
const PLACEHOLDER =
  /\b(?:TKTK(?:TK)*|TK|tktk|TKs?|TBC|TBD|TODO|FIXME|XXX*)\b|\[(?:TK|XX+|name|names|first name|surname|date|day|month|year|city|town|place|country|title|job title|age|number|figure|amount|percentage|quote|link|source|photo|picture|caption|byline|insert[^\]]{0,40}|add [^\]]{0,40}|check[^\]]{0,40}|tbc|tbd|to come|\?+)\]|\blorem ipsum\b|(?<!\S)\?{3,}(?!\S)|\b_{3,}/giu;

/** Abbreviations that are placeholders only in capitals. */
const CAPITALS_ONLY = /^(?:tk|tks|tbc|tbd|todo|fixme|xx+)$/u;

/** How much text around a match is examined, in UTF-16 units. */
const CONTEXT_LENGTH = 40;

/** “CHECK” in capitals, as in “CHECK with police” and “aged 43 (CHECK)”. */
const CHECK = /(?<![\p{L}\p{N}-])CHECK(?![\p{L}\p{N}_-])/gu;

/**
 * Text that may precede a note that does not begin a sentence: a mark, or the figure to be checked.
 */
const BEFORE_CHECK = /(?:^|[.!?:;,([/–—]|\s-|\d)\s*$/u;

/** Words that may follow “CHECK” in a note, in any position. */
const AFTER_CHECK = /^(?:\s?[:?]|\s+with\b)/u;

/** Finds placeholders that were not filled in, and notes that something is to be checked. */
export function findPlaceholders({ sentence, text }: Passage): readonly GrammarError[] {
  const placeholders = [...sentence.text.matchAll(PLACEHOLDER)].flatMap((match) => {
    const start = sentence.start + match.index;
    return isPlaceholder(match[0], start, text)
      ? [placeholderError(match[0], start, `“${match[0]}” is a placeholder: fill it in.`)]
      : [];
  });
  const notes = checkNotesIn(sentence.text).map(({ start, end }) => {
    const note = sentence.text.slice(start, end);
    const message = `“${note.replace(/[.!?]$/u, '')}” is an open note: settle it, then delete it.`;
    return placeholderError(note, sentence.start + start, message);
  });
  return [...placeholders, ...notes];
}

function placeholderError(words: string, start: number, message: string): GrammarError {
  const end = start + words.length;
  return {
    kind: 'placeholder',
    span: { start, end },
    message,
    confidence: 0.95,
    fixes: [grammarFix(`Delete “${words}”`, start, end, '')],
    isFirstFixPreferred: false,
  };
}

/**
 * The notes in a sentence that begin with “CHECK” in capitals, each with its words: “CHECK with
 * police.”, “(CHECK age)”. “FACT CHECK” and “the CHECK scheme” are none, nor is a line in capitals.
 */
function checkNotesIn(sentence: string): readonly Span[] {
  return [...sentence.matchAll(CHECK)].flatMap(({ index }): readonly Span[] => {
    const [before, after] = [sentence.slice(0, index), sentence.slice(index + 'CHECK'.length)];
    if (/\p{Lu}{2}\s$/u.test(before)) return [];
    if (/^\s\p{Lu}{2}/u.test(after) && !/\p{Ll}/u.test(sentence)) return [];
    if (!BEFORE_CHECK.test(before) && !AFTER_CHECK.test(after)) return [];
    const words = wordsOfNote(before, after);
    const end = index + 'CHECK'.length + words.trimEnd().length;
    const isBracketed = before.endsWith('(') && sentence.startsWith(')', end);
    return [isBracketed ? { start: index - 1, end: end + 1 } : { start: index, end }];
  });
}

/**
 * The part of a note after “CHECK”: the rest of its sentence or clause, or nothing in “900 CHECK
 * pounds”.
 */
function wordsOfNote(before: string, after: string): string {
  if (/\d\s*$/u.test(before) && !AFTER_CHECK.test(after)) return '';
  const extent = before.trim() === '' ? /^[^()[\]–—]*/u : /^\s?[:?]?[^.!?:;,()[\]“”–—]*/u;
  return extent.exec(after)?.[0] ?? '';
}

/** True if a name or figure, as written, has a placeholder in it. */
export function hasPlaceholder(words: string): boolean {
  return (
    [...words.matchAll(PLACEHOLDER)].some(({ 0: match, index }) =>
      isPlaceholder(match, index, words),
    ) || checkNotesIn(words).length > 0
  );
}

function isPlaceholder(match: string, start: number, text: string): boolean {
  const end = start + match.length;
  const before = text.slice(Math.max(0, start - CONTEXT_LENGTH), start);
  return (
    !CAPITALS_ONLY.test(match) &&
    !isNumeralOrName(match, before, text.slice(end, end + CONTEXT_LENGTH))
  );
}

/**
 * True for Roman numerals and names: “Super Bowl XXX”, “the XXX Olympiad”, “TK Maxx”, “Malcolm XX”.
 */
function isNumeralOrName(match: string, before: string, after: string): boolean {
  if (/^T[BK]|^TODO|^\[/iu.test(match))
    return /^TKs?$/u.test(match) && /^\s?\p{Lu}\p{Ll}/u.test(after) && !/\p{L}\s$/u.test(before);
  return (
    /^X+$/iu.test(match) &&
    (/(?<![\p{L}.])(?!X+\s$)\p{Lu}[\p{L}.]*\s$/u.test(before) ||
      /^[\s-]?(?!X+\b)\p{Lu}/u.test(after) ||
      /^(?!-(?:year|month|week|day|hour|minute|X+)\b)[-’'.]\p{L}/u.test(after))
  );
}
