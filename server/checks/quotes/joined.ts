import { countWithNoun } from '../../reference/summary.js';
import type { Piece } from '../../prose/speech/speech.js';
import { draftSpanOf } from '../../prose/prose.js';
import type { Reference } from '../../reference/reference.js';
import { excerpt, shortened } from '../excerpt.js';
import type { Finding } from '../finding.js';
import { replacementFix } from '../fix.js';
import { RULES } from '../rules.js';
import { type QuoteMatch, quoteEvidenceOf, quoteMatchesOf } from './records.js';
import { type QuotedWord, isContentWord, spanOfWords, writtenWordCount } from './words.js';

/** The words between two ellipses of a quotation, with a record that has them. */
interface Part {
  readonly words: readonly QuotedWord[];
  readonly match: QuoteMatch;
}

/** The words on both sides of an ellipsis that are not together in the sources. */
export interface Join {
  /**
   * How the parts are separated: one record has them in the other order, another statement has the
   * second, much text is between them, or they are in two successive statements, which may be
   * joined.
   */
  readonly kind: 'order' | 'statements' | 'distance' | 'successive';
  readonly before: Part;
  readonly after: Part;
  /** All parts of the quotation, in its order. */
  readonly parts: readonly Part[];
}

/** Fewer words than this may occur anywhere. */
const LEAST_WORDS = 3;

/** The maximum number of words that an ellipsis may leave out, about three sentences. */
const MOST_LEFT_OUT = 60;

/**
 * The first two parts of a quotation, each as recorded, that are not together in the record: `undefined` if it has no
 * ellipsis, or if a part is in no record.
 */
export function joinOf(words: readonly QuotedWord[], reference: Reference): Join | undefined {
  const groups = wordGroups(words);
  if (groups.length < 2) return undefined;
  const candidates = groups.map((group) =>
    writtenWordCount(group) >= LEAST_WORDS && group.some(isContentWord)
      ? quoteMatchesOf(group, reference).filter(
          ({ alignment }) => alignment.differences.length === 0,
        )
      : [],
  );
  const [first = []] = candidates;
  const common = first.find(({ quote }) =>
    candidates.every((matches) => matches.some((match) => match.quote === quote)),
  );
  const parts = groups.flatMap((group, index): readonly Part[] => {
    const matches = candidates[index] ?? [];
    const match = matches.find(({ quote }) => quote === common?.quote) ?? matches[0];
    return match === undefined ? [] : [{ words: group, match }];
  });
  if (parts.length < groups.length) return undefined;
  const joins = parts.flatMap((after, index): readonly Join[] => {
    const before = parts[index - 1];
    if (before === undefined) return [];
    const kind = kindOf(before, after);
    return kind === undefined ? [] : [{ kind, before, after, parts }];
  });
  return joins.find(({ kind }) => kind !== 'successive') ?? joins[0];
}

/** The maximum number of lines from one statement to the next. */
const MOST_LINES = 2;

function kindOf({ match: before }: Part, { match: after }: Part): Join['kind'] | undefined {
  if (before.quote !== after.quote) {
    const [{ citation, speaker }, { citation: next, speaker: other }] = [before.quote, after.quote];
    const lines = next.line - citation.line;
    return citation.source === next.source && speaker === other && lines >= 0 && lines <= MOST_LINES
      ? 'successive'
      : 'statements';
  }
  const between = after.alignment.recorded.from - before.alignment.recorded.to;
  if (between < 0) return 'order';
  return between > MOST_LEFT_OUT ? 'distance' : undefined;
}

/** The words of a quotation between its ellipses. */
function wordGroups(words: readonly QuotedWord[]): readonly (readonly QuotedWord[])[] {
  const starts = words.flatMap(({ afterOmission }, index) =>
    index === 0 || afterOmission ? [index] : [],
  );
  return starts.map((start, index) => words.slice(start, starts[index + 1]));
}

/** The finding that a quotation joins words that are not together in the sources. */
export function joinedFinding(piece: Piece, join: Join): Finding {
  const code = 'quote/joined';
  const { before, after, parts } = join;
  const quotes = new Set(parts.map(({ match }) => match.quote));
  return {
    code,
    severity: RULES[code].severity,
    message: messageOf(piece, join),
    span: draftSpanOf(piece.block, piece.outer),
    evidence: [...quotes].map((quote) => quoteEvidenceOf(quote)),
    fixes: join.kind === 'order' ? [inRecordedOrder(piece, parts)] : [],
    found: `${textOf(piece, before)} … ${textOf(piece, after)}`,
  };
}

function messageOf(piece: Piece, { kind, before, after }: Join): string {
  const [one, other] = [before, after].map((part) => `“${shortened(textOf(piece, part))}”`);
  const words = after.match.alignment.recorded.from - before.match.alignment.recorded.to;
  switch (kind) {
    case 'order':
      return `${other ?? ''} comes before ${one ?? ''} in the source.`;
    case 'statements':
    case 'successive':
      return `${one ?? ''} and ${other ?? ''} are from two statements in the sources.`;
    case 'distance':
      return `${one ?? ''} and ${other ?? ''} are ${countWithNoun(words, 'word')} apart in the source.`;
  }
}

function textOf({ block, inner }: Piece, { words }: Part): string {
  const { start, end } = spanOfWords(words, 0, words.length);
  return block.text.slice(inner.start + start, inner.start + end);
}

/** The fix that puts the parts as the record has them. */
function inRecordedOrder(piece: Piece, parts: readonly Part[]): Finding['fixes'][number] {
  const { block, inner } = piece;
  const text = parts
    .toSorted((a, b) => a.match.alignment.recorded.from - b.match.alignment.recorded.from)
    .map(({ match: { quote, words, alignment } }) => {
      const { start, end } = spanOfWords(words, alignment.recorded.from, alignment.recorded.to);
      return quote.text.slice(start, end);
    })
    .join(' … ');
  const all = parts.flatMap(({ words }) => words);
  const { start, end } = spanOfWords(all, 0, all.length);
  const span = { start: inner.start + start, end: inner.start + end };
  return replacementFix(
    `Quote in the recorded order: “${excerpt(text)}”`,
    block,
    span,
    text,
    false,
  );
}
