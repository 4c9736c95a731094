import type { Span } from '../span.js';

/** A stretch of direct speech or a quoted title in one block's prose, in UTF-16 units of the prose. */
export interface Quotation {
  /** From the opening mark to the closing one, both included. */
  readonly outer: Span;
  /** The words between the marks. */
  readonly inner: Span;
  /** False where no closing mark stands before the next quotation or the end of the block. */
  readonly closed: boolean;
}

/**
 * The outermost quoted stretches of a block's prose, in order: curly, straight, low-high and angle
 * marks (“ ”, " ", „ “, « »), and single ones (‘ ’, ' '). A double mark left open runs to the next
 * quotation, as in speech that goes on in a new paragraph, or to the end of the block; a single mark
 * left open is an apostrophe.
 */
export function findQuotations(text: string): readonly Quotation[] {
  const double = findDouble(text);
  const single = findSingle(text, double);
  return single.length === 0 ? double : outermost(double, single);
}

/** Both kinds in order, those left out that stand inside another. */
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

/** What a mark can do where it stands; a straight mark between two spaces or two letters can do either. */
type Turn = 'opens' | 'closes' | 'either' | 'none';

interface Mark {
  readonly at: number;
  readonly turn: Turn;
}

function findDouble(text: string): readonly Quotation[] {
  const marks = [...text.matchAll(/["“”„«»]/gu)].map(({ 0: sign, index }): Mark => ({
    at: index,
    turn: turnOf(sign, text, index),
  }));
  const found: Quotation[] = [];
  let open = -1;
  let depth = 0;
  for (const [index, { at, turn }] of marks.entries()) {
    if (open < 0) {
      if (turn !== 'closes') open = at;
    } else if (turn === 'opens') {
      if (marks[index + 1]?.turn === 'closes' && marks[index + 2]?.turn === 'closes') {
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

function turnOf(sign: string, text: string, at: number): Turn {
  const place = placeOf(text, at);
  if (sign === '„' || sign === '«') return 'opens';
  if (sign === '”' || sign === '»') return 'closes';
  // A “ that hangs on the end of a word closes: „so“, or a slip of the autocorrection.
  if (sign === '“') return place === 'closes' ? 'closes' : 'opens';
  return place;
}

/** What the characters around a mark let it do. */
function placeOf(text: string, at: number): Turn {
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  const afterBoundary = /[\s([{—–/-]|["“„«'‘]/u.test(before);
  if (/\s/u.test(before) && /\s/u.test(after)) return at + 1 < text.length ? 'either' : 'closes';
  if (afterBoundary && /[^\s.,;:!?)\]}]/u.test(after)) return 'opens';
  return /[\p{L}\p{N}]/u.test(after) ? 'either' : 'closes';
}

/** True for the sign in `a 9" pan`: it follows a digit, and another mark closes after it before one opens. */
function isInchMark(text: string, at: number, next: Mark | undefined): boolean {
  return text[at] === '"' && /\d/u.test(text[at - 1] ?? '') && next?.turn === 'closes';
}

/** Elisions that begin with an apostrophe, as ’em and ’90s do. */
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
      // Around a double quotation a mark may be a mere apostrophe, unless it ends a sentence's part.
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
  const place = placeOf(text, at);
  if (place === 'opens') return sign === '’' ? 'none' : 'opens';
  if (place === 'closes') return sign === '‘' ? 'none' : 'closes';
  // Between two spaces a mark can only open; between two letters it is an apostrophe.
  return /\s/u.test(text[at - 1] ?? ' ') && sign !== '’' ? 'opens' : 'none';
}

/** True for the mark in “the players’ union”, where the quotation around it closes later. */
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
