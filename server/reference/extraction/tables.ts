import type { CellPlace } from '../../prose/markdown.js';
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
  if (cells[0]?.cell !== undefined) return textsOfPlaced(cells);
  const lines = cells.map((block) => ({ block, line: cite(block, 0).line }));
  return new Map(tablesOf(rowsOf(lines)).flatMap(textsIn));
}

/** True for a source that is a table of delimited values or a workbook, of which every cell has its place. */
export function isTable({ blocks }: Prose): boolean {
  return blocks[0]?.cell !== undefined;
}

/** A table with each different text of a cell only once; any other text as it is. */
export function withDistinctCells(prose: Prose): Prose {
  if (!isTable(prose)) return prose;
  const first = new Map([...prose.blocks].reverse().map((block) => [block.content, block]));
  return { ...prose, blocks: prose.blocks.filter((block) => first.get(block.content) === block) };
}

/**
 * The same for a table whose cells have places: its headings are the first row with several cells. The name of a row is
 * its first cell; of its figures, also the words and times between that and the first figure, as only all of them say
 * what is counted (“Lund, Pilot boats, 2024, Number: 14”).
 */
function textsOfPlaced(cells: readonly Block[]): ReadonlyMap<Block, string> {
  const rows = new Map<string, PlacedBlock[]>();
  for (const block of cells) {
    const { cell } = block;
    if (cell === undefined) continue;
    const key = `${cell.sheet ?? ''} ${cell.row}`;
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [{ block, cell }]);
    else row.push({ block, cell });
  }
  const texts = new Map<Block, string>();
  const hasSheets = cells.some(({ cell }) => cell?.sheet !== cells[0]?.cell?.sheet);
  let sheet: string | undefined;
  let columns: Columns | undefined;
  for (const row of rows.values()) {
    const [first] = row;
    if (first?.cell.sheet !== sheet) columns = undefined;
    sheet = first?.cell.sheet;
    if (columns === undefined) {
      if (row.length === 1) continue;
      const hasHeadings = row.every(isHeading);
      columns = new Map(hasHeadings ? row.map(({ block, cell }) => [cell.column, block.text]) : []);
      if (hasHeadings) for (const { block } of row) texts.set(block, '');
      if (hasHeadings) continue;
    }
    const title = hasSheets && !DEFAULT_SHEET.test(sheet ?? '') ? sheet : undefined;
    for (const [block, text] of textsOfRow(row, columns, title)) texts.set(block, text);
  }
  return texts;
}

interface PlacedBlock {
  readonly block: Block;
  readonly cell: CellPlace;
}

/** The headings of columns, by their number. */
type Columns = ReadonlyMap<number, string>;

/** `title` is the name of the sheet, where there are several. */
function textsOfRow(
  row: readonly PlacedBlock[],
  columns: Columns,
  title: string | undefined,
): readonly [Block, string][] {
  const [first] = row;
  const name = first?.cell.column === 0 ? first.block.text : undefined;
  const end = row.findIndex(({ block, cell }, at) => at > 0 && !isLabel(block, columns, cell));
  const names = row.slice(0, Math.max(end, 1)).map(({ block }) => block.text);
  const full = (title === undefined ? names : [title, ...names]).join(', ');
  return row.flatMap(({ block, cell }, at): [Block, string][] => {
    if (hasSentences(block)) return [];
    if (at === 0 && name !== undefined) return row.length > 1 ? [[block, '']] : [];
    // Without headings, the third value of a row is a value of nobody knows what.
    if (columns.size === 0 && row.length > 2 && isFigure(block.text)) return [[block, '']];
    const label = end > 0 && at >= end && full.length <= LONGEST_HEADING ? full : name;
    return [[block, textWith(label, columns.get(cell.column), block.text)]];
  });
}

/** True for a cell that can head its column: no sentence, and no figure but that of a year or day. */
function isHeading({ block }: PlacedBlock): boolean {
  return !hasSentences(block) && (!isFigure(block.text) || TIME.test(block.text));
}

/** True for a cell that says what the figures to its right are about. */
function isLabel(block: Block, columns: Columns, { column }: CellPlace): boolean {
  const isShort = block.text.split(' ').length <= LONGEST_VALUE;
  return isShort && (!isFigure(block.text) || TIME_HEADING.test(columns.get(column) ?? ''));
}

/** The names that spreadsheets give to sheets. */
const DEFAULT_SHEET = /^(?:sheet|tabelle|feuille?|hoja|foglio) ?\d*$/iu;

function isFigure(text: string): boolean {
  return /^[^\p{L}\d]{0,3}\d/u.test(text);
}

/** What heads a column although it begins with a figure: “2024”, “2023-24 (est.)”, “12 May 2024”. */
const TIME =
  /^(?:\d{1,2} \p{Lu}\p{Ll}+ )?(?:1[5-9]|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?(?: \([^()]*\))?$/u;

const TIME_HEADING = /\b(?:year|season|quarter|month|week|day|date|period)\b/iu;

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
