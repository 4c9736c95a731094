import type { Piece } from '../../prose/speech/speech.js';
import { type Span } from '../../prose/span.js';
import { placeOf } from '../../prose/prose.js';
import { DEFAULT_SEVERITY, type Edit, type Finding } from '../finding.js';
import { editOf } from '../fix.js';
import type { WordDifference } from './compare.js';
import { type QuoteMatch, quoteEvidenceOf } from './records.js';
import type { QuotedWord } from './words.js';

/** Tells that a quotation's words are not those recorded; `words` are the quotation's. */
export function alteredFinding(
  piece: Piece,
  words: readonly QuotedWord[],
  match: QuoteMatch,
): Finding {
  const { quote, comparison } = match;
  const said = excerpt(
    quote.text,
    stretch(match.words, comparison.recorded.from, comparison.recorded.to),
  );
  const record =
    quote.speaker === undefined
      ? `${quote.citation.source}, line ${quote.citation.line}, has`
      : `${quote.speaker} is recorded with`;
  const changes = comparison.differences.map((difference) =>
    described(difference, piece, words, match),
  );
  return {
    code: 'quote/altered',
    severity: DEFAULT_SEVERITY['quote/altered'],
    message: `${record} “${said}”; the draft ${changes.join(', ')}.`,
    span: placeOf(piece.block, piece.outer),
    evidence: [quoteEvidenceOf(quote)],
    fixes: [
      {
        title: `Quote as recorded: “${said}”`,
        preferred: true,
        edits: comparison.differences.map((difference) =>
          restored(difference, piece, words, match),
        ),
      },
    ],
  };
}

/** What the draft does to the recorded words at one place, both shown. */
function described(
  { from, to, recordedFrom, recordedTo }: WordDifference,
  { block, inner }: Piece,
  words: readonly QuotedWord[],
  match: QuoteMatch,
): string {
  const own = excerpt(block.text.slice(inner.start, inner.end), stretch(words, from, to));
  const recorded = excerpt(match.quote.text, stretch(match.words, recordedFrom, recordedTo));
  if (own === '') return `leaves out “${recorded}”`;
  return recorded === '' ? `adds “${own}”` : `has “${own}” for “${recorded}”`;
}

/** The edit that puts the recorded words in the place of the draft's, the marks around them kept. */
function restored(
  { from, to, recordedFrom, recordedTo }: WordDifference,
  { block, inner }: Piece,
  words: readonly QuotedWord[],
  match: QuoteMatch,
): Edit {
  const recorded = stretch(match.words, recordedFrom, recordedTo);
  const text = match.quote.text.slice(recorded.start, recorded.end);
  const edit = (start: number, end: number, newText: string): Edit =>
    editOf(block, { start: inner.start + start, end: inner.start + end }, newText);
  const first = words[from];
  const last = words[to - 1];
  const before = words[from - 1];
  if (from === to) {
    // What stands around the missing words in the record belongs to them: a comma, a hyphen.
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

/** The recorded words with a first letter as large as the draft's, since a quotation may begin anywhere. */
function withCaseOf(text: string, letter = ''): string {
  const first = text[0] ?? '';
  return /\p{Lu}/u.test(letter) ? first.toUpperCase() + text.slice(1) : text;
}

function stretch(words: readonly QuotedWord[], from: number, to: number): Span {
  const start = words[from]?.start ?? 0;
  return from < to ? { start, end: words[to - 1]?.end ?? start } : { start, end: start };
}

/** The longest stretch of words that a message shows whole, in UTF-16 units. */
const LONGEST_SHOWN = 140;

/** A stretch of a text as a message shows it: a long one is cut in the middle. */
export function excerpt(text: string, { start, end }: Span): string {
  const whole = text.slice(start, end);
  if (whole.length <= LONGEST_SHOWN) return whole;
  const half = LONGEST_SHOWN / 2;
  const head = whole
    .slice(0, half)
    .replace(/\s\S*$/u, '')
    .trimEnd();
  const tail = whole.slice(-half).replace(/^\S*\s+/u, '');
  return `${head} … ${tail}`;
}
