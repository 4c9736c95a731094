import { type RawBlock, appendPlain } from './markdown.js';
import { SourceMapBuilder } from './sourceMap.js';

/** The characters that may separate cells. */
const DELIMITERS = ['\t', ';', ','] as const;

/**
 * Splits a table of delimited values (RFC 4180: `.csv`, `.tsv`) into its cells, each with its place. The delimiter is
 * the most frequent in the first line with any. A quoted cell may contain delimiters, line breaks and doubled quotation
 * marks. One that does not end where a cell ends (`"5" pipe, …`, or never) is text with quotation marks in it.
 */
export function readDelimitedTable(text: string): readonly RawBlock[] {
  const blocks: RawBlock[] = [];
  for (const { start, end, isQuoted, row, column } of cellsIn(text)) {
    const builder = new SourceMapBuilder();
    if (isQuoted) appendQuoted(builder, text.slice(start + 1, end - 1), start + 1);
    else appendPlain(builder, text.slice(start, end), start);
    builder.trimEnd();
    if (builder.text === '') continue;
    blocks.push({
      kind: 'tableCell',
      level: 0,
      text: builder.text,
      map: builder.build(start),
      emphasised: false,
      cell: { table: 0, row, column },
    });
  }
  return blocks;
}

/** The number of cells of a table of delimited values that contain anything, counted only up to `limit`. */
export function countCells(text: string, limit = Infinity): number {
  let count = 0;
  for (const { start, end } of cellsIn(text)) {
    if (count >= limit) break;
    if (end > start) count++;
  }
  return count;
}

/** A cell with its quotation marks, in UTF-16 units of the text. */
interface Cell {
  readonly start: number;
  readonly end: number;
  readonly isQuoted: boolean;
  readonly row: number;
  readonly column: number;
}

function* cellsIn(text: string): Generator<Cell> {
  const delimiter = delimiterOf(text);
  let [at, row, column] = [text.startsWith('\uFEFF') ? 1 : 0, 0, 0];
  while (at < text.length) {
    const start = at;
    const quoted = text[start] === '"' ? closingQuote(text, start + 1, delimiter) : undefined;
    if (quoted === undefined) while (at < text.length && !endsCell(text[at], delimiter)) at++;
    else at = quoted + 1;
    yield { start, end: at, isQuoted: quoted !== undefined, row, column };
    if (text[at] === delimiter) column++;
    else [row, column] = [row + 1, 0];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
}

function delimiterOf(text: string): string {
  for (const [line] of text.slice(0, TOP_LENGTH).matchAll(/[^\r\n]+/gu)) {
    const unquoted = line.replace(/"[^"]*"/gu, '');
    const counts = DELIMITERS.map((delimiter) => unquoted.split(delimiter).length);
    const most = Math.max(...counts);
    if (most > 1) return DELIMITERS[counts.indexOf(most)] ?? ',';
  }
  return ',';
}

/** How much of a text is searched for its delimiter, in UTF-16 units. */
const TOP_LENGTH = 100_000;

function endsCell(character: string | undefined, delimiter: string): boolean {
  return character === delimiter || character === '\n' || character === '\r';
}

/**
 * The offset of the quotation mark that ends a quoted cell, `undefined` if none does. Only an odd number of marks ends
 * the search or opens a cell, so that no part of a text is searched from two cells.
 */
function closingQuote(text: string, from: number, delimiter: string): number | undefined {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  const closes = at + 1 === text.length || endsCell(text[at + 1], delimiter);
  return at >= 0 && closes ? at : undefined;
}

/** Appends the inside of a quoted cell, in which a doubled quotation mark stands for one. */
function appendQuoted(builder: SourceMapBuilder, inside: string, from: number): void {
  let at = 0;
  for (const { index } of inside.matchAll(/""/gu)) {
    appendPlain(builder, inside.slice(at, index), from + at);
    builder.append('"', from + index, 2);
    at = index + 2;
  }
  appendPlain(builder, inside.slice(at), from + at);
}
