import type { Piece } from '../../prose/speech/speech.js';
import { countWithNoun } from '../../reference/summary.js';
import type { Span } from '../../prose/span.js';
import { draftSpanOf } from '../../prose/prose.js';
import { excerpt, shortened } from '../excerpt.js';
import type { Edit, Finding } from '../finding.js';
import { RULES } from '../rules.js';
import { editOf } from '../fix.js';
import { type WordDifference, partLengthFrom } from './compare.js';
import { type QuoteMatch, quoteEvidenceOf } from './records.js';
import { type QuotedWord, spanOfWords } from './words.js';

/**
 * The finding that a quotation's words differ from the record; `words` are the quotation's. If
 * several matches are equally near, none of them is preferred.
 */
export function alteredFinding(
  piece: Piece,
  words: readonly QuotedWord[],
  [nearest, ...equal]: readonly [QuoteMatch, ...(readonly QuoteMatch[])],
): Finding {
  const matches = [nearest, ...equal].map((match) => withEnd(piece, words, match));
  const [match = nearest] = matches;
  return {
    code: 'quote/altered',
    severity: RULES['quote/altered'].severity,
    message:
      equal.length === 0
        ? messageOf(piece, words, match)
        : `“${shortened(textOf(piece, words))}” is equally near several recorded quotes: ${listed(matches)}.`,
    span: draftSpanOf(piece.block, piece.outer),
    evidence: matches.map(({ quote }) => quoteEvidenceOf(quote)),
    fixes: matches.map((one) => ({
      title: `Restore the ${equal.length === 0 ? 'original words' : `words of line ${one.quote.citation.line}`}: “${excerpt(recordedText(one))}”`,
      preferred: equal.length === 0,
      edits: one.alignment.differences.map((difference) => restored(difference, piece, words, one)),
    })),
    expected: recordedText(match),
    found: textOf(piece, words),
  };
}

function textOf({ block, inner }: Piece, words: readonly QuotedWord[]): string {
  const { start, end } = spanOfWords(words, 0, words.length);
  return block.text.slice(inner.start + start, inner.start + end);
}

/** The recorded words of several matches, each speaker named once. */
function listed(matches: readonly QuoteMatch[]): string {
  return matches
    .map((match, index) => {
      const { speaker } = match.quote;
      const isNamed = speaker !== undefined && speaker !== matches[index - 1]?.quote.speaker;
      return `${isNamed ? `${speaker} said ` : ''}“${shortened(recordedText(match))}”`;
    })
    .join(' and ');
}

function messageOf(piece: Piece, words: readonly QuotedWord[], match: QuoteMatch): string {
  const { quote, alignment } = match;
  const record =
    quote.speaker === undefined
      ? `${quote.citation.source}, line ${quote.citation.line}, has`
      : `${quote.speaker} said`;
  const [firstDifference] = alignment.differences;
  const shown = shortened(
    recordedText(match),
    firstDifference && placeIn(recordedSpan(match), firstDifference, match),
  );
  const [first = '', ...more] = alignment.differences.map((difference) =>
    described(difference, piece, words, match),
  );
  const rest = more.length === 0 ? '' : ` (and ${countWithNoun(more.length, 'more change')})`;
  return `${first}${rest}: ${record} “${shown}”.`;
}

/** The place of the quoted words in the record, in UTF-16 units of it. */
function recordedSpan({ words, alignment: { recorded } }: QuoteMatch): Span {
  return spanOfWords(words, recorded.from, recorded.to);
}

function recordedText(match: QuoteMatch): string {
  const { start, end } = recordedSpan(match);
  return match.quote.text.slice(start, end);
}

/**
 * The maximum number of words of a quotation after a change that may have cut off the end of its
 * sentence.
 */
const MOST_AFTER_CHANGE = 2;

/** The longest end of a sentence that is restored, in words. */
const LONGEST_END = 12;

/**
 * A match that continues to the end of that part of the record's sentence, if the quotation is a
 * sentence, ends within it, and was changed just before: “not for sale at any price” has changed “a
 * price that was set in May” in “not for sale at a price that was set in May”.
 */
function withEnd(
  { block, inner, outer, closed }: Piece,
  words: readonly QuotedWord[],
  match: QuoteMatch,
): QuoteMatch {
  const { alignment } = match;
  const last = alignment.differences.at(-1);
  const { to } = alignment.recorded;
  const isSentence =
    closed &&
    (/[.,!?]\s*$/u.test(block.text.slice(inner.start, inner.end)) ||
      /^[.,!?]?\s*(?:$|\p{Lu})/u.test(block.text.slice(outer.end)));
  if (!isSentence || last === undefined || last.to === words.length) return match;
  if (last.to < words.length - MOST_AFTER_CHANGE) return match;
  const count = partLengthFrom(match.words, to);
  if (count === 0 || count > LONGEST_END) return match;
  const end = { from: words.length, to: words.length, recordedFrom: to, recordedTo: to + count };
  return {
    ...match,
    alignment: {
      ...alignment,
      differences: [...alignment.differences, end],
      recorded: { ...alignment.recorded, to: to + count },
    },
  };
}

/** The recorded words of a difference, in UTF-16 units of the record's part that is quoted. */
function placeIn(
  quoted: Span,
  { recordedFrom, recordedTo }: WordDifference,
  { words }: QuoteMatch,
): Span {
  const { start, end } = spanOfWords(words, recordedFrom, recordedTo);
  return { start: start - quoted.start, end: end - quoted.start };
}

/** Describes one difference, with the words of both. */
function described(
  { from, to, recordedFrom, recordedTo, isOmission }: WordDifference,
  { block, inner }: Piece,
  words: readonly QuotedWord[],
  match: QuoteMatch,
): string {
  const quoted = block.text.slice(inner.start, inner.end);
  const textAt = (text: string, { start, end }: Span): string => shortened(text.slice(start, end));
  const own = textAt(quoted, spanOfWords(words, from, to));
  const recorded = textAt(match.quote.text, spanOfWords(match.words, recordedFrom, recordedTo));
  if (own === '') return `“${recorded}” is ${isOmission === true ? 'left out' : 'missing'}`;
  return recorded === '' ? `“${own}” is added` : `“${own}” should be “${recorded}”`;
}

/**
 * The edit that replaces the draft's words by the recorded ones and keeps the marks around them.
 */
function restored(
  { from, to, recordedFrom, recordedTo }: WordDifference,
  { block, inner }: Piece,
  words: readonly QuotedWord[],
  match: QuoteMatch,
): Edit {
  const recorded = spanOfWords(match.words, recordedFrom, recordedTo);
  const text = match.quote.text.slice(recorded.start, recorded.end);
  const edit = (start: number, end: number, newText: string): Edit =>
    editOf(block, { start: inner.start + start, end: inner.start + end }, newText);
  const first = words[from];
  const last = words[to - 1];
  const before = words[from - 1];
  if (from === to) {
    // Punctuation around the missing words belongs to them: a comma, a hyphen.
    const left = match.words[recordedFrom - 1];
    const right = match.words[recordedTo];
    if (before !== undefined && first !== undefined && left !== undefined && right !== undefined) {
      return edit(before.end, first.start, match.quote.text.slice(left.end, right.start));
    }
    if (before !== undefined) return edit(before.end, before.end, ` ${text}`);
    return edit(first?.start ?? 0, first?.start ?? 0, `${text} `);
  }
  const start = first?.start ?? 0;
  const end = last?.end ?? start;
  if (text !== '') {
    return edit(start, end, from === 0 ? withCaseOf(text, block.text[inner.start + start]) : text);
  }
  const after = words[to];
  return after === undefined ? edit(before?.end ?? start, end, '') : edit(start, after.start, '');
}

/** The recorded words, capitalised if the draft's are, as a quotation may start anywhere. */
function withCaseOf(text: string, letter = ''): string {
  const first = text[0] ?? '';
  return /\p{Lu}/u.test(letter) ? first.toUpperCase() + text.slice(1) : text;
}
