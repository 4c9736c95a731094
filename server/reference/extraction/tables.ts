import type { Block, Prose } from '../../prose/prose.js';
import type { Cite } from './citations.js';

/** A cell of a table, with the line on which its row stands. */
interface Cell {
  readonly block: Block;
  readonly line: number;
}

/**
 * What the cells of tables say, in words: the heading of the row, that of the column, and the value
 * (“Pilot boats, 2024: 14”); of words that say something, only that of the row (“12 May: The boats came back”). Headings
 * have an empty text, as they say nothing alone. Cells with sentences of their own are left out, and documents' tables,
 * whose rows are not known.
 */
export function cellTexts({ blocks }: Prose, cite: Cite): ReadonlyMap<Block, string> {
  const cells = blocks.filter(({ kind }) => kind === 'tableCell');
  if (cells.some(({ cell }) => cell !== undefined)) return textsOfPlaced(cells);
  const lines = cells.map((block) => ({ block, line: cite(block, 0).line }));
  return new Map(tablesOf(rowsOf(lines)).flatMap(textsIn));
}

/** The same for a table whose cells have places: its headings are the first row with several cells. */
function textsOfPlaced(cells: readonly Block[]): ReadonlyMap<Block, string> {
  const rows = new Map<number | undefined, Block[]>();
  for (const block of cells) {
    const row = rows.get(block.cell?.row);
    if (row === undefined) rows.set(block.cell?.row, [block]);
    else row.push(block);
  }
  const texts = new Map<Block, string>();
  let columns: ReadonlyMap<number | undefined, string> | undefined;
  for (const row of rows.values()) {
    if (columns === undefined) {
      if (row.length === 1) continue;
      const hasHeadings = !row.some((block) => hasSentences(block));
      columns = new Map(hasHeadings ? row.map(({ cell, text }) => [cell?.column, text]) : []);
      if (hasHeadings) for (const block of row) texts.set(block, '');
      if (hasHeadings) continue;
    }
    const [first] = row;
    const name = first?.cell?.column === 0 ? first : undefined;
    for (const block of row) {
      if (hasSentences(block)) continue;
      const column = columns.get(block.cell?.column);
      if (block !== name) texts.set(block, textWith(name?.text, column, block.text));
      else if (row.length > 1) texts.set(block, '');
    }
  }
  return texts;
}

function rowsOf(cells: readonly Cell[]): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  for (const cell of cells) {
    const row = rows.at(-1);
    if (row?.[0]?.line === cell.line) row.push(cell);
    else rows.push([cell]);
  }
  return rows;
}

/** The line between the first two rows of a table has its rule; all others follow each other. */
function tablesOf(rows: readonly (readonly Cell[])[]): readonly (readonly (readonly Cell[])[])[] {
  const tables: (readonly Cell[])[][] = [];
  for (const row of rows) {
    const table = tables.at(-1);
    const gap = (row[0]?.line ?? 0) - (table?.at(-1)?.[0]?.line ?? 0);
    if (table !== undefined && gap === (table.length === 1 ? 2 : 1)) table.push(row);
    else tables.push([row]);
  }
  return tables;
}

function textsIn([head, ...rows]: readonly (readonly Cell[])[]): readonly [Block, string][] {
  // The cell above the headings of the rows may be empty, and is then not among the cells.
  const columns = head ?? [];
  if (columns.length === 0 || rows.length === 0) return [];
  if (!rows.every(({ length }) => length > 1 && length - columns.length <= 1)) return [];
  if ([...columns, ...rows.flat()].some(({ block }) => hasSentences(block))) return [];
  return [
    ...columns.map(({ block }): [Block, string] => [block, '']),
    ...rows.flatMap((row) => {
      const [name, ...values] = row;
      const shift = row.length - columns.length;
      // With an empty cell somewhere in the row, a value cannot be told its column.
      const isAligned = shift === 0 || shift === 1;
      return row.map(({ block }, at): [Block, string] => {
        if (at === 0) return [block, values.length === 0 ? block.text : ''];
        const column = isAligned ? columns[at - shift]?.block.text : undefined;
        return [block, textWith(name?.block.text, column, block.text)];
      });
    }),
  ];
}

/** A value with the headings of its row and its column; of words that say something, only that of the row. */
function textWith(row: string | undefined, column: string | undefined, text: string): string {
  const says = text.split(' ').length > LONGEST_VALUE;
  const headings = [row, says ? undefined : column].filter(
    (heading) => heading !== undefined && heading.length <= LONGEST_HEADING,
  );
  return headings.length === 0 ? text : `${headings.join(', ')}: ${text}`;
}

/** True for a cell that is more than a value or a heading. */
function hasSentences({ text, sentences }: Block): boolean {
  return sentences.length > 1 || (/[.!?]$/u.test(text) && text.split(' ').length > LONGEST_VALUE);
}

/** More words say something by themselves; if they end like a sentence, they are one. */
const LONGEST_VALUE = 4;

/** No heading is longer, in UTF-16 units; repeated with each value of a large table, it would fill the memory. */
const LONGEST_HEADING = 300;
