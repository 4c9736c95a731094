import type { Span } from '../span.js';

/** Direct speech or a quoted title in a block's prose, in UTF-16 units. */
export interface Quotation {
  /** From the opening mark to the closing mark, inclusive. */
  readonly outer: Span;
  /** The words between the marks. */
  readonly inner: Span;
  /** False if there is no closing mark before the next quotation or the end of the block. */
  readonly closed: boolean;
}

/**
 * The outermost quotations in a block's prose, in order: in curly, straight, low-high and angle
 * marks (“ ”, " ", „ “, « ») and in single ones (‘ ’, ' '). An unclosed double mark extends to the
 * next quotation, as in speech that continues in a new paragraph, or to the end of the block; an
 * unclosed single mark is an apostrophe.
 */
export function findQuotations(text: string): readonly Quotation[] {
  const double = findDouble(text);
  const single = findSingle(text, double);
  return single.length === 0 ? double : outermost(double, single);
}

/** Both kinds in order, without those nested in others. */
function outermost(
  double: readonly Quotation[],
  single: readonly Quotation[],
): readonly Quotation[] {
  const found: Quotation[] = [];
  for (const quotation of [...double, ...single].sort((a, b) => a.outer.start - b.outer.start)) {
    if (quotation.outer.start >= (found.at(-1)?.outer.end ?? 0)) found.push(quotation);
  }
  return found;
}

/**
 * The possible functions of a mark at its position; a straight mark between two spaces or two
 * letters can open or close.
 */
type Turn = 'opens' | 'closes' | 'either' | 'none';

interface Mark {
  readonly at: number;
  readonly turn: Turn;
}

function findDouble(text: string): readonly Quotation[] {
  const marks = [...text.matchAll(/["“”„«»]/gu)].map(({ 0: sign, index }): Mark => ({
    at: index,
    turn: doubleTurn(sign, text, index),
  }));
  const unopened = unopenedFrom(marks);
  const found: Quotation[] = [];
  let open = -1;
  let depth = 0;
  for (const [index, { at, turn }] of marks.entries()) {
    if (open < 0) {
      if (turn !== 'closes') open = at;
    } else if (turn === 'opens') {
      if ((unopened[index] ?? 0) > depth) {
        depth++;
        continue;
      }
      found.push(unclosed(text, open, at));
      open = at;
      depth = 0;
    } else if (depth > 0) {
      depth--;
    } else if (!isInchMark(text, at, marks[index + 1])) {
      found.push(closed(open, at));
      open = -1;
    }
  }
  if (open >= 0) found.push(unclosed(text, open, text.length));
  return found.filter(({ inner }) => inner.start < inner.end);
}

/** For each mark, the number of marks from it on that close one opened before it. */
function unopenedFrom(marks: readonly Mark[]): readonly number[] {
  const counts: number[] = [];
  let count = 0;
  for (const { turn } of [...marks].reverse()) {
    if (turn === 'closes') count++;
    else if (turn === 'opens') count = Math.max(0, count - 1);
    counts.push(count);
  }
  return counts.reverse();
}

function doubleTurn(sign: string, text: string, at: number): Turn {
  const place = contextTurn(text, at);
  if (sign === '„' || sign === '«') return 'opens';
  if (sign === '”' || sign === '»') return 'closes';
  // A “ right after a word closes a quotation: „so“, or an autocorrection error.
  if (sign === '“') return place === 'closes' ? 'closes' : 'opens';
  return place;
}

/** The functions that the surrounding characters allow a mark. */
function contextTurn(text: string, at: number): Turn {
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  const afterBoundary = /[\s([{—–/-]|["“„«'‘]/u.test(before);
  if (/\s/u.test(before) && /\s/u.test(after)) return at + 1 < text.length ? 'either' : 'closes';
  if (afterBoundary && /[^\s.,;:!?)\]}]/u.test(after)) return 'opens';
  return /[\p{L}\p{N}]/u.test(after) ? 'either' : 'closes';
}

/** True for the mark in `a 9" pan`: it follows a digit, and the next mark is a closing one. */
function isInchMark(text: string, at: number, next: Mark | undefined): boolean {
  return (
    /["”]/u.test(text[at] ?? '') && /[\d½¼¾]/u.test(text[at - 1] ?? '') && next?.turn === 'closes'
  );
}

/** Elisions that begin with an apostrophe, such as ’em and ’90s. */
const ELISION = /^['‘’](?:\d\ds?|em|til|tis|twas|cause|bout|round|n)(?![\p{L}\p{N}])/iu;

function findSingle(text: string, double: readonly Quotation[]): readonly Quotation[] {
  const marks = [...text.matchAll(/['‘’]/gu)].flatMap(({ 0: sign, index }): Mark[] => {
    const turn = singleTurn(sign, text, index);
    return turn === 'none' ? [] : [{ at: index, turn }];
  });
  const found: Quotation[] = [];
  let open = -1;
  let next = 0;
  let around = false;
  for (const [index, { at, turn }] of marks.entries()) {
    for (; (double[next]?.outer.end ?? Infinity) <= at; next++) {
      around ||= open >= 0 && (double[next]?.outer.start ?? 0) > open;
    }
    if ((double[next]?.outer.start ?? Infinity) <= at) continue;
    if (turn === 'opens') {
      open = at;
      around = false;
    } else if (open >= 0 && !isPluralPossessive(text, at, marks[index + 1])) {
      // If a double quotation lies in between, the mark may just be an apostrophe, unless it
      // follows punctuation.
      if (at > open + 1 && (!around || /[.,?!…]/u.test(text[at - 1] ?? ''))) {
        found.push(closed(open, at));
      }
      open = -1;
    }
  }
  return found;
}

function singleTurn(sign: string, text: string, at: number): Turn {
  if (ELISION.test(text.slice(at, at + 8))) return 'none';
  const place = contextTurn(text, at);
  if (place === 'opens') return sign === '’' ? 'none' : 'opens';
  if (place === 'closes') return sign === '‘' ? 'none' : 'closes';
  // Between two spaces a mark can only open; between two letters it is an apostrophe.
  return /\s/u.test(text[at - 1] ?? ' ') && sign !== '’' ? 'opens' : 'none';
}

/** True for the mark in “the players’ union” if the surrounding quotation closes later. */
function isPluralPossessive(text: string, at: number, next: Mark | undefined): boolean {
  return (
    next?.turn === 'closes' &&
    /s/iu.test(text[at - 1] ?? '') &&
    /^ \p{Ll}/u.test(text.slice(at + 1, at + 3))
  );
}

function closed(start: number, end: number): Quotation {
  return {
    outer: { start, end: end + 1 },
    inner: { start: start + 1, end },
    closed: true,
  };
}

function unclosed(text: string, start: number, limit: number): Quotation {
  let end = limit;
  while (end > start + 1 && /\s/u.test(text[end - 1] ?? '')) end--;
  return { outer: { start, end }, inner: { start: start + 1, end }, closed: false };
}
