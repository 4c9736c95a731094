import type { Span } from './span.js';

/** A position as the Language Server Protocol counts it: 0-based line, 0-based UTF-16 unit in the line. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A range as the Language Server Protocol counts it; `end` is not included. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/**
 * A piece of prose and the stretch of the draft it came from. Where both have one length the
 * characters match one to one; otherwise the piece is a whole (an entity, a line break) that maps
 * only at its edges.
 */
interface Piece {
  readonly prose: number;
  readonly proseLength: number;
  readonly draft: number;
  readonly draftLength: number;
}

/** A piece that may still grow. */
type GrowingPiece = { -readonly [Field in keyof Piece]: Piece[Field] };

/** Builds a block's prose piece by piece, and with it the map back into the draft. */
export class SourceMapBuilder {
  readonly #pieces: GrowingPiece[] = [];
  #text = '';
  /** Its last character, so that the growing text need not be looked into. */
  #last = '';

  /**
   * The prose so far, in memory of its own. To the engine a part of a text is a window on all of it, so that a block
   * which lasts would keep the version of the draft that it was first read in.
   */
  get text(): string {
    return ` ${this.#text}`.slice(1);
  }

  /** Appends `text`, which stands in the draft from `start` (UTF-16 offset) over `draftLength` units. */
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
   * Appends one space for the stretch of the draft from `start` over `draftLength` units; nothing at
   * the head of the prose or after another space.
   */
  appendSpace(start: number, draftLength: number): void {
    if (this.#text !== '' && this.#last !== ' ') this.append(' ', start, draftLength);
  }

  /** Takes back the space that the prose ends with, if it does; there is never more than one. */
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

  /** The finished map. `fallback` is the draft offset that an empty block stands at. */
  build(fallback: number): SourceMap {
    return new SourceMap(this.#pieces, fallback);
  }
}

/**
 * Maps between the prose of one block and the draft it stands in. With `LineMap` this is the one
 * place where offsets are converted; all offsets are UTF-16 code units.
 */
export class SourceMap {
  readonly #pieces: readonly Piece[];
  readonly #fallback: number;
  /** How far behind its place the block stands that the pieces tell. */
  readonly #shift: number;

  constructor(pieces: readonly Piece[], fallback: number, shift = 0) {
    this.#pieces = pieces;
    this.#fallback = fallback;
    this.#shift = shift;
  }

  /** The map of the same block, standing so many units further behind. */
  moved(by: number): SourceMap {
    return new SourceMap(this.#pieces, this.#fallback, this.#shift + by);
  }

  /**
   * The smallest stretch of the draft that shows the prose from `start` to `end`. An empty stretch
   * maps to the place right after the character before it, where an insertion belongs. Offsets
   * beyond the block are moved to its edge.
   */
  toDraft(start: number, end: number): Span {
    if (start >= end) {
      const at = start > 0 ? this.#endOf(start - 1) : this.#startOf(0);
      return { start: at, end: at };
    }
    return { start: this.#startOf(start), end: this.#endOf(end - 1) };
  }

  /**
   * The stretches of the draft that show the prose from `start` to `end`, in order and without the
   * markup between them; each with the whole stretch free of markup that it lies in.
   */
  shown(start: number, end: number): readonly { readonly span: Span; readonly whole: Span }[] {
    return this.#piecesIn(start, end)
      .filter((piece) => piece.prose < end && start < piece.prose + piece.proseLength)
      .map(({ prose, proseLength, draft, draftLength }) => {
        const place = draft + this.#shift;
        const whole = { start: place, end: place + draftLength };
        const to = Math.min(end, prose + proseLength);
        return { span: this.toDraft(Math.max(start, prose), to), whole };
      });
  }

  /** The prose offset of the character that shows draft offset `draft`; the nearest one after it, where markup stands there. */
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

  /** The stretch of the draft from the block's first character to its last. */
  get whole(): Span {
    const last = this.#pieces.at(-1);
    return this.toDraft(0, last === undefined ? 0 : last.prose + last.proseLength);
  }

  /** The map of the prose from `start` to `end` alone, whose offsets count from `start`. */
  part(start: number, end: number): SourceMap {
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

  /** The pieces from the one at `start` to the last that begins before `end`. */
  #piecesIn(start: number, end: number): readonly Piece[] {
    return this.#pieces.slice(this.#indexAt(start), this.#indexAt(end - 1) + 1);
  }

  #pieceAt(offset: number): Piece | undefined {
    return this.#pieces[this.#indexAt(offset)];
  }

  /** Of the last piece that begins at or before an offset of the prose; 0 where none does. */
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

/** Maps between offsets of a whole text and lines. A line ends at LF, CRLF or a lone CR. */
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

  /** The position of a UTF-16 offset; offsets outside the text are moved to its edge. */
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

  /** The UTF-16 offset of a position; a position outside the text is moved to its edge. */
  offset(position: Position): number {
    const start = this.#starts[position.line];
    if (start === undefined) return position.line < 0 ? 0 : this.#length;
    const next = this.#starts[position.line + 1] ?? this.#length;
    return Math.min(start + Math.max(position.character, 0), next);
  }
}

/** Adds the lines that a lone CR ends in a stretch of a text. */
function addReturns(starts: number[], text: string, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) !== 10) starts.push(at + 1);
  }
}
