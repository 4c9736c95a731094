import type { Piece } from '../../prose/speech/speech.js';
import { countWithNoun } from '../../reference/summary.js';
import type { Span } from '../../prose/span.js';
import { draftSpanOf } from '../../prose/prose.js';
import { excerpt, shortened } from '../excerpt.js';
import type { Edit, Finding } from '../finding.js';
import { RULES } from '../rules.js';
import { editOf } from '../fix.js';
import type { WordDifference } from './compare.js';
import { type QuoteMatch, quoteEvidenceOf } from './records.js';
import { type QuotedWord, spanOfWords } from './words.js';

/** The finding that a quotation's words differ from the record; `words` are the quotation's. */
export function alteredFinding(
  piece: Piece,
  words: readonly QuotedWord[],
  match: QuoteMatch,
): Finding {
  const { quote, alignment } = match;
  const recorded = spanOfWords(match.words, alignment.recorded.from, alignment.recorded.to);
  const quoted = spanOfWords(words, 0, words.length);
  const said = excerpt(quote.text.slice(recorded.start, recorded.end));
  const record =
    quote.speaker === undefined
      ? `${quote.citation.source}, line ${quote.citation.line}, has`
      : `${quote.speaker} said`;
  const [firstDifference] = alignment.differences;
  const shown = shortened(
    quote.text.slice(recorded.start, recorded.end),
    firstDifference && placeIn(recorded, firstDifference, match),
  );
  const [first = '', ...more] = alignment.differences.map((difference) =>
    described(difference, piece, words, match),
  );
  const rest = more.length === 0 ? '' : ` (and ${countWithNoun(more.length, 'more change')})`;
  return {
    code: 'quote/altered',
    severity: RULES['quote/altered'].severity,
    message: `${first}${rest}: ${record} “${shown}”.`,
    span: draftSpanOf(piece.block, piece.outer),
    evidence: [quoteEvidenceOf(quote)],
    fixes: [
      {
        title: `Restore the original words: “${said}”`,
        preferred: true,
        edits: alignment.differences.map((difference) => restored(difference, piece, words, match)),
      },
    ],
    expected: quote.text.slice(recorded.start, recorded.end),
    found: piece.block.text.slice(piece.inner.start + quoted.start, piece.inner.start + quoted.end),
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
  { from, to, recordedFrom, recordedTo }: WordDifference,
  { block, inner }: Piece,
  words: readonly QuotedWord[],
  match: QuoteMatch,
): string {
  const quoted = block.text.slice(inner.start, inner.end);
  const textAt = (text: string, { start, end }: Span): string => shortened(text.slice(start, end));
  const own = textAt(quoted, spanOfWords(words, from, to));
  const recorded = textAt(match.quote.text, spanOfWords(match.words, recordedFrom, recordedTo));
  if (own === '') return `“${recorded}” is missing`;
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
