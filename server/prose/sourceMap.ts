import type { Span } from './span.js';

/**
 * A position as in the Language Server Protocol: 0-based line, 0-based UTF-16 unit within the line.
 */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A range as in the Language Server Protocol; `end` is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/**
 * A piece of prose and the span of the draft it came from. If both have the same length, characters
 * correspond one to one; otherwise the piece is atomic (an entity, a line break) and maps only at
 * its edges.
 */
interface Piece {
  readonly prose: number;
  readonly proseLength: number;
  readonly draft: number;
  readonly draftLength: number;
}

/** A piece that can still grow. */
type GrowingPiece = { -readonly [Field in keyof Piece]: Piece[Field] };

/** Builds a block's prose piece by piece, together with its map back to the draft. */
export class SourceMapBuilder {
  readonly #pieces: GrowingPiece[] = [];
  #text = '';
  /** The last character of `#text`, kept so that the growing string need not be flattened. */
  #last = '';

  /**
   * The prose so far, as a copy. Engines represent a substring as a view of the whole string, so a
   * long-lived block would retain the version of the draft in which it was first read.
   */
  get text(): string {
    return ` ${this.#text}`.slice(1);
  }

  /**
   * Appends `text`, which comes from `draftLength` units of the draft at offset `start` (UTF-16).
   */
  append(text: string, start: number, draftLength: number = text.length): void {
    if (text === '') return;
    const last = this.#pieces.at(-1);
    const plain = text.length === draftLength;
    if (
      plain &&
      last !== undefined &&
      last.proseLength === last.draftLength &&
      last.draft + last.draftLength === start
    ) {
      last.proseLength += text.length;
      last.draftLength += text.length;
    } else {
      this.#pieces.push({
        prose: this.#text.length,
        proseLength: text.length,
        draft: start,
        draftLength,
      });
    }
    this.#text += text;
    this.#last = text.at(-1) ?? '';
  }

  /**
   * Appends one space for `draftLength` units of the draft at offset `start`; nothing at the start
   * of the prose or after another space.
   */
  appendSpace(start: number, draftLength: number): void {
    if (this.#text !== '' && this.#last !== ' ') this.append(' ', start, draftLength);
  }

  /** Removes the trailing space, if any; there is never more than one. */
  trimEnd(): void {
    const last = this.#pieces.at(-1);
    if (last === undefined || this.#last !== ' ') return;
    this.#text = this.#text.slice(0, -1);
    this.#last = '';
    const { proseLength, draftLength } = last;
    if (proseLength === 1 || proseLength !== draftLength) {
      this.#pieces.pop();
    } else {
      last.proseLength--;
      last.draftLength--;
    }
  }

  /** The finished map. `fallback` is the draft offset of an empty block. */
  build(fallback: number): SourceMap {
    return new SourceMap(this.#pieces, fallback);
  }
}

/**
 * Maps between the prose of one block and the draft that contains it. All offset conversions go
 * through this class and `LineMap`; all offsets are UTF-16 code units.
 */
export class SourceMap {
  readonly #pieces: readonly Piece[];
  readonly #fallback: number;
  /** Distance from the draft offsets in the pieces to the block's actual position. */
  readonly #shift: number;

  constructor(pieces: readonly Piece[], fallback: number, shift = 0) {
    this.#pieces = pieces;
    this.#fallback = fallback;
    this.#shift = shift;
  }

  /** The map of the same block, `by` units further on in the draft. */
  shiftedBy(by: number): SourceMap {
    return new SourceMap(this.#pieces, this.#fallback, this.#shift + by);
  }

  /**
   * The smallest span of the draft that shows the prose from `start` to `end`. An empty range maps
   * to the position right after the preceding character, where an insertion belongs. Offsets
   * outside the block are clamped.
   */
  toDraft(start: number, end: number): Span {
    if (start >= end) {
      const at = start > 0 ? this.#endOf(start - 1) : this.#startOf(0);
      return { start: at, end: at };
    }
    return { start: this.#startOf(start), end: this.#endOf(end - 1) };
  }

  /**
   * The spans of the draft that show the prose from `start` to `end`, in order and without the
   * markup between them, each with the whole run of text between markup that contains it.
   */
  visibleParts(start: number, end: number): readonly { readonly span: Span; readonly run: Span }[] {
    return this.#piecesIn(start, end)
      .filter((piece) => piece.prose < end && start < piece.prose + piece.proseLength)
      .map(({ prose, proseLength, draft, draftLength }) => {
        const place = draft + this.#shift;
        const run = { start: place, end: place + draftLength };
        const to = Math.min(end, prose + proseLength);
        return { span: this.toDraft(Math.max(start, prose), to), run };
      });
  }

  /**
   * The prose offset of the character shown at draft offset `draft`; within markup, that of the
   * next character.
   */
  toProse(draft: number): number {
    const place = draft - this.#shift;
    for (const piece of this.#pieces) {
      if (place < piece.draft) return piece.prose;
      if (place < piece.draft + piece.draftLength) {
        return piece.proseLength === piece.draftLength
          ? piece.prose + (place - piece.draft)
          : piece.prose;
      }
    }
    const last = this.#pieces.at(-1);
    return last === undefined ? 0 : last.prose + last.proseLength;
  }

  /** The span of the draft from the block's first character to its last. */
  get extent(): Span {
    const last = this.#pieces.at(-1);
    return this.toDraft(0, last === undefined ? 0 : last.prose + last.proseLength);
  }

  /** The map of the prose from `start` to `end` only, with offsets relative to `start`. */
  slice(start: number, end: number): SourceMap {
    const pieces: Piece[] = [];
    for (const piece of this.#piecesIn(start, end)) {
      const from = Math.max(start, piece.prose);
      const to = Math.min(end, piece.prose + piece.proseLength);
      if (from >= to) continue;
      pieces.push({
        prose: from - start,
        proseLength: to - from,
        ...(piece.proseLength === piece.draftLength
          ? { draft: piece.draft + from - piece.prose, draftLength: to - from }
          : { draft: piece.draft, draftLength: piece.draftLength }),
      });
    }
    return new SourceMap(pieces, this.#startOf(start) - this.#shift, this.#shift);
  }

  /** The map of the same prose without the part from `start` to `end`. */
  without(start: number, end: number): SourceMap {
    const after = this.slice(end, Infinity).#pieces.map((piece) => ({
      ...piece,
      prose: piece.prose + start,
    }));
    const before = start > 0 ? this.slice(0, start).#pieces : [];
    return new SourceMap([...before, ...after], this.#fallback, this.#shift);
  }

  /** The pieces from the one at `start` to the last one that begins before `end`. */
  #piecesIn(start: number, end: number): readonly Piece[] {
    return this.#pieces.slice(this.#indexAt(start), this.#indexAt(end - 1) + 1);
  }

  #pieceAt(offset: number): Piece | undefined {
    return this.#pieces[this.#indexAt(offset)];
  }

  /** The index of the last piece that begins at or before a prose offset; 0 if there is none. */
  #indexAt(offset: number): number {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#pieces[middle]?.prose ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #startOf(offset: number): number {
    const piece = this.#pieceAt(offset);
    if (piece === undefined) return this.#fallback + this.#shift;
    const draft = piece.draft + this.#shift;
    if (piece.proseLength !== piece.draftLength) return draft;
    return draft + Math.min(Math.max(offset - piece.prose, 0), piece.draftLength);
  }

  #endOf(offset: number): number {
    const piece = this.#pieceAt(offset);
    if (piece === undefined) return this.#fallback + this.#shift;
    const draft = piece.draft + this.#shift;
    if (piece.proseLength !== piece.draftLength) return draft + piece.draftLength;
    return draft + Math.min(Math.max(offset - piece.prose + 1, 0), piece.draftLength);
  }
}

/** Maps between the offsets of a text and its lines. A line ends at LF, CRLF or a lone CR. */
export class LineMap {
  readonly #starts: readonly number[];
  readonly #length: number;

  constructor(text: string) {
    const starts = [0];
    const returns = text.includes('\r');
    for (let at = 0; ;) {
      const feed = text.indexOf('\n', at);
      if (returns) addReturns(starts, text, at, feed < 0 ? text.length : feed);
      if (feed < 0) break;
      starts.push((at = feed + 1));
    }
    this.#starts = starts;
    this.#length = text.length;
  }

  /** The position of a UTF-16 offset; offsets outside the text are clamped. */
  position(offset: number): Position {
    const at = Math.min(Math.max(offset, 0), this.#length);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: at - (this.#starts[low] ?? 0) };
  }

  /** The range of a span. */
  range(span: Span): Range {
    return { start: this.position(span.start), end: this.position(span.end) };
  }

  /** The UTF-16 offset of a position; positions outside the text are clamped. */
  offset(position: Position): number {
    const start = this.#starts[position.line];
    if (start === undefined) return position.line < 0 ? 0 : this.#length;
    const next = this.#starts[position.line + 1] ?? this.#length;
    return Math.min(start + Math.max(position.character, 0), next);
  }
}

/** Adds the lines that end in a lone CR between two offsets. */
function addReturns(starts: number[], text: string, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) !== 10) starts.push(at + 1);
  }
}
