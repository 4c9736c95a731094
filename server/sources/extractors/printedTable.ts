import type { Paragraph } from '../../prose/paragraphs.js';
import type { PlacedLine, PrintedPart } from './printedLine.js';

/** A table among printed lines. */
export interface PrintedTable {
  /** Its cells, row by row. */
  readonly cells: readonly Paragraph[];
  /** The index of its first line, and that of the line after its last one. */
  readonly start: number;
  readonly end: number;
}

/** Fewer lines with wide gaps may be the chance of a layout. */
const FEWEST_ROWS = 3;

/** The maximum number of words in a cell, and in the first of its row. */
const LONGEST_CELL = 6;
const LONGEST_NAME = 12;

/** The widest gap between two rows, as a multiple of the font size. */
const WIDEST_GAP = 3;

/** The number of lines above a table that may have separate parts, such as the date of a letter. */
const MOST_ABOVE = 2;

/**
 * The tables whose columns are clear: in each of several successive lines the parts are separate,
 * no two of a line are in one column, and most of a column except its heading is figures.
 */
export function printedTables(lines: readonly PlacedLine[]): readonly PrintedTable[] {
  const tables: PrintedTable[] = [];
  for (let start = 0; start < lines.length; start++) {
    if (!isRow(lines[start])) continue;
    let end = start + 1;
    while (isRow(lines[end]) && isNext(lines[end - 1], lines[end])) end++;
    for (let above = 0; above <= MOST_ABOVE; above++) {
      const cells = cellsOf(lines.slice(start + above, end), tables.length);
      if (cells === undefined) continue;
      tables.push({ cells, start: start + above, end });
      break;
    }
    start = end - 1;
  }
  return tables;
}

/** The cells of these lines; `undefined` if they are no table. `number` is that of the table in its document. */
function cellsOf(rows: readonly PlacedLine[], number: number): readonly Paragraph[] | undefined {
  if (rows.length < FEWEST_ROWS) return undefined;
  const columns = columnsOf(rows.flatMap(({ parts }) => parts));
  const table = rows.map(({ parts }) =>
    parts.map((part) => ({ part, column: columnOf(part, columns) })),
  );
  const isClear = table.every(
    (row) =>
      new Set(row.map(({ column }) => column)).size === row.length &&
      row.every(
        ({ part, column }) => wordCount(part) <= (column === 0 ? LONGEST_NAME : LONGEST_CELL),
      ),
  );
  const hasFigures = columns.some((_, column) => {
    const values = table
      .slice(1)
      .flat()
      .filter((cell) => column > 0 && cell.column === column);
    return (
      values.length > 0 && 2 * values.filter(({ part }) => isFigure(part)).length > values.length
    );
  });
  if (!isClear || !hasFigures) return undefined;
  return table.flatMap((row, at) =>
    row.map(({ part, column }): Paragraph => ({
      kind: 'tableCell',
      level: 0,
      text: part.text.replace(/\s+/gu, ' ').trim(),
      page: rows[at]?.page ?? 1,
      cell: { table: number, row: at, column },
    })),
  );
}

function isRow(line: PlacedLine | undefined): boolean {
  return (line?.parts.length ?? 0) > 1;
}

function isNext(last: PlacedLine | undefined, next: PlacedLine | undefined): boolean {
  if (last === undefined || next?.page !== last.page) return false;
  const drop = last.y - next.y;
  return drop > 0 && drop < WIDEST_GAP * Math.max(last.size, next.size);
}

/** The columns from left to right: parts above each other are in one. */
function columnsOf(parts: readonly PrintedPart[]): readonly PrintedPart[] {
  const columns: PrintedPart[] = [];
  for (const part of [...parts].sort((a, b) => a.x - b.x)) {
    const last = columns.at(-1);
    if (last === undefined || part.x >= last.right) columns.push(part);
    else if (part.right > last.right) columns[columns.length - 1] = { ...last, right: part.right };
  }
  return columns;
}

function columnOf({ x }: PrintedPart, columns: readonly PrintedPart[]): number {
  let [low, high] = [0, columns.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((columns[middle]?.x ?? 0) <= x) low = middle;
    else high = middle - 1;
  }
  return low;
}

function wordCount({ text }: PrintedPart): number {
  return text.trim().split(/\s+/u).length;
}

function isFigure({ text }: PrintedPart): boolean {
  return /^\s*[^\p{L}\d\s]{0,3}\d/u.test(text);
}
