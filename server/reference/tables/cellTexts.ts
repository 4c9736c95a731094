import type { CellPlace } from '../../prose/markdown.js';
import type { Block, Prose } from '../../prose/prose.js';
import { inWords } from '../extraction/sourceDate.js';

/** The meaning of a cell in a table, in words. */
export interface CellText {
  /** Empty for a heading, which means nothing alone. */
  readonly text: string;
  /** The 0-based number of its row among the rows of all tables. */
  readonly row: number;
}

/**
 * The meaning of the cells of tables: the subject of their row, the heading of their column, and
 * the value (“Pilot boats, 2024: 14”); for sentences and phrases, only the first of these (“12 May:
 * The boats came back”). The headings are the first row with several cells. The name of a row is
 * its first cell; a figure also gets the words and times between that and the first figure, because
 * only all of them say what is counted (“Lund, Pilot boats, 2024, Number: 14”). A day or month
 * dates every value of its row. Cells with sentences of their own are left out.
 */
export function cellTexts({ blocks }: Prose): ReadonlyMap<Block, CellText> {
  const texts = new Map<Block, CellText>();
  const tables = tablesIn(blocks);
  let number = 0;
  for (const { title, rows } of tables) {
    let columns: Columns | undefined;
    for (const row of rows) {
      number++;
      if (columns === undefined) {
        if (row.length === 1 && row[0]?.cell.column === 0) continue;
        columns = row.every(isHeading) ? headingsOf(row) : NO_HEADINGS;
        if (columns !== NO_HEADINGS) {
          for (const { block } of row) texts.set(block, { text: '', row: number });
          continue;
        }
      }
      const shown = tables.length > 1 ? title : undefined;
      for (const [block, text] of textsOfRow(row, columns, shown))
        texts.set(block, { text, row: number });
    }
  }
  return texts;
}

/** The headings of the columns of cells, by the cell: empty for a column without one. Headings are not among the cells. */
export function headingsOfCells({ blocks }: Prose): ReadonlyMap<Block, string> {
  const headings = new Map<Block, string>();
  for (const { rows } of tablesIn(blocks)) {
    const at = rows.findIndex((row) => row.length > 1);
    const head = rows[at];
    if (head?.every(isHeading) !== true) continue;
    const columns = headingsOf(head);
    for (const { block, cell } of rows.slice(at + 1).flat()) {
      headings.set(block, columns.get(cell.column)?.text ?? '');
    }
  }
  return headings;
}

/** True for a source that is a table of delimited values or a workbook: it has nothing but cells. */
export function isTable({ blocks }: Prose): boolean {
  return blocks.length > 0 && blocks.every(({ cell }) => cell !== undefined);
}

/** A table with each different text of a cell only once; any other text unchanged. */
export function withDistinctCells(prose: Prose): Prose {
  if (!isTable(prose)) return prose;
  const first = new Map([...prose.blocks].reverse().map((block) => [block.content, block]));
  return { ...prose, blocks: prose.blocks.filter((block) => first.get(block.content) === block) };
}

interface PlacedBlock {
  readonly block: Block;
  readonly cell: CellPlace;
}

type Row = readonly PlacedBlock[];

interface Table {
  /** The name of its sheet, or the heading above it. */
  readonly title: string | undefined;
  readonly rows: readonly Row[];
}

function tablesIn(blocks: readonly Block[]): readonly Table[] {
  const tables: { title: string | undefined; rows: PlacedBlock[][] }[] = [];
  let last: CellPlace | undefined;
  let above: Block | undefined;
  for (const block of blocks) {
    const { cell } = block;
    if (cell !== undefined) {
      if (cell.table !== last?.table) tables.push({ title: titleOf(cell, above), rows: [] });
      const rows = tables.at(-1)?.rows;
      if (cell.table === last?.table && cell.row === last.row) rows?.at(-1)?.push({ block, cell });
      else rows?.push([{ block, cell }]);
    }
    last = cell;
    above = cell === undefined ? block : undefined;
  }
  return tables;
}

/** The names that spreadsheets give to sheets. */
const DEFAULT_SHEET = /^(?:sheet|tabelle|feuille?|hoja|foglio) ?\d*$/iu;

/** The maximum number of words in a line above a table that is its title. */
const LONGEST_TITLE = 12;

function titleOf({ sheet }: CellPlace, above: Block | undefined): string | undefined {
  if (sheet !== undefined) return DEFAULT_SHEET.test(sheet) ? undefined : sheet;
  const text = above?.text.replace(/:$/u, '') ?? '';
  const isTitle = text !== '' && !/[.!?]$/u.test(text) && wordCount(text) <= LONGEST_TITLE;
  return isTitle ? text : undefined;
}

/** The heading of a column: “Height (m)” is “Height”, and its figures are in metres. */
interface Heading {
  readonly text: string;
  readonly unit: string | undefined;
}

/** The headings of columns, by their number. */
type Columns = ReadonlyMap<number, Heading>;

const NO_HEADINGS: Columns = new Map();

/** A unit in brackets: “m”, “€m”, “km²”, “days”, “tonnes per day”. */
const WITH_UNIT =
  /^([^()]*[^\s()])\s*\(([£$€%‰°]\p{L}{0,3}|(?:\p{L}{1,4}[²³]?|\p{L}+s)(?: per \p{L}+)?)\)$/u;

function headingsOf(row: Row): Columns {
  const columns = new Map<number, Heading>();
  for (const { block, cell } of row) {
    const before = columns.get(cell.column)?.text;
    const whole = before === undefined ? block.text : `${before} ${block.text}`;
    const [, text = whole, unit] = WITH_UNIT.exec(whole) ?? [];
    columns.set(cell.column, { text, unit });
  }
  return columns;
}

/** The maximum number of a row's dates that each of its values gets. */
const MOST_DATES = 2;

/** `title` is that of the table, if there are several. */
function textsOfRow(
  row: Row,
  columns: Columns,
  title: string | undefined,
): readonly (readonly [Block, string])[] {
  const isNamed = row[0]?.cell.column === 0;
  const end = row.findIndex((cell, at) => (at > 0 || !isNamed) && !isLabel(cell, columns));
  const labels = row.slice(0, end < 0 ? row.length : end);
  const name = isNamed ? labels.slice(0, 1) : [];
  const dates = labels
    .filter((label) => isPeriod(label, columns) && !name.includes(label))
    .slice(0, MOST_DATES);
  const full = [title, ...labels.map((label) => labelText(label, columns))]
    .filter((label) => label !== undefined)
    .join(', ');
  return row.flatMap((placed, at): [Block, string][] => {
    const { block, cell } = placed;
    if (hasSentences(block)) return [];
    if (at === 0 && isNamed) return row.length > 1 ? [[block, '']] : [];
    // Without headings, the third value of a row has no known meaning.
    if (columns.size === 0 && row.length > 2 && isFigure(block.text)) return [[block, '']];
    const named = [...name, ...dates.filter((label) => label !== placed)].map((label) =>
      labelText(label, columns),
    );
    const isCounted = end > 0 && at >= end && full.length <= LONGEST_HEADING;
    const label = isCounted ? full : named.join(', ');
    return [[block, textWith(label, columns.get(cell.column), shownText(placed))]];
  });
}

/**
 * A value with the headings of its row and its column; sentences and phrases only get that of the
 * row.
 */
function textWith(row: string, column: Heading | undefined, text: string): string {
  const says = wordCount(text) > LONGEST_VALUE;
  const headings = [row, says ? '' : (column?.text ?? '')].filter(
    (heading) => heading !== '' && heading.length <= LONGEST_HEADING,
  );
  const value = withUnit(text, column?.unit);
  return headings.length === 0 ? value : `${headings.join(', ')}: ${value}`;
}

/** “£12” for 12 in pounds, “180 m” for 180 in metres; any other value has its own unit. */
function withUnit(text: string, unit: string | undefined): string {
  if (unit === undefined || !/^[-–−]?\d[\d.,\s]*$/u.test(text)) return text;
  const [, sign = '', scale = ''] = /^([£$€])(.*)$/u.exec(unit) ?? [];
  if (sign !== '') return `${sign}${text}${scale}`;
  return /^[%‰°]/u.test(unit) ? `${text}${unit}` : `${text} ${unit}`;
}

/**
 * The text of a cell that names its row; a number or a code means little without its heading:
 * “Turbine T4”.
 */
function labelText(placed: PlacedBlock, columns: Columns): string {
  const text = shownText(placed);
  const { cell } = placed;
  const heading = cell.column === 0 && CODE.test(text) ? columns.get(cell.column)?.text : undefined;
  const isShort = heading !== undefined && wordCount(heading) <= 2 && !isPeriod(placed, columns);
  return isShort ? `${heading} ${text}` : text;
}

/** “SL-0071”, “T4”, “17”. */
const CODE = /^\p{Lu}{0,4}[-./]?\d[\p{Lu}\d./-]*$/u;

/** The text of a cell; a day such as “2026-08-11” in words. */
function shownText({ block: { text } }: PlacedBlock): string {
  return ISO_DAY.test(text) ? inWords(text) : text;
}

/** True for a cell that can head its column: no sentence, and no figure except a year or day. */
function isHeading({ block }: PlacedBlock): boolean {
  return !hasSentences(block) && (!isFigure(block.text) || TIME.test(block.text));
}

/** True for a cell that describes the figures to its right. */
function isLabel(placed: PlacedBlock, columns: Columns): boolean {
  const { text } = placed.block;
  return wordCount(text) <= LONGEST_VALUE && (!isFigure(text) || isPeriod(placed, columns));
}

function isFigure(text: string): boolean {
  return /^[^\p{L}\d]{0,3}\d/u.test(text);
}

/** A heading of a column that begins with a figure: “2024”, “2023-24 (est.)”, “12 May 2024”. */
const TIME =
  /^(?:\d{1,2} \p{Lu}\p{Ll}+ )?(?:1[5-9]|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?(?: \([^()]*\))?$/u;

/**
 * A heading of days or years, but not of things counted in them: “Visits per day”, “A year
 * earlier”.
 */
const TIME_HEADING =
  /^(?:(?!an? |per )\p{L}+ )?(?:year|season|quarter|month|week|day|date|period)(?: (?:of|to|from|ending|beginning)\b.*)?$/iu;

const ISO_DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u;

/** A day, a month or a quarter: “4 May 2026”, “2026-05-04”, “4.5.2026”, “May 2026”, “Q1 2026”. */
const PERIOD =
  /^(?:\d{4}-\d\d(?:-\d\d)?|\d{1,2}([./])\d{1,2}\1\d{2,4}|(?:\d{1,2} )?\p{Lu}\p{Ll}{2,8}\.? (?:\d{1,2}, )?(?:19|20)\d\d|Q[1-4] (?:19|20)\d\d)$/u;

/** True for a cell that dates its row. */
function isPeriod({ block: { text }, cell }: PlacedBlock, columns: Columns): boolean {
  if (PERIOD.test(text)) return true;
  const isCounted = isFigure(text) && !/^\d{1,4}(?:[-–/]\d{1,4})?$/u.test(text);
  return !isCounted && TIME_HEADING.test(columns.get(cell.column)?.text ?? '');
}

/** True for a cell that is more than a value or a heading. */
function hasSentences({ text, sentences }: Block): boolean {
  return sentences.length > 1 || (/[.!?]$/u.test(text) && wordCount(text) > LONGEST_VALUE);
}

function wordCount(text: string): number {
  return text.split(' ').length;
}

/** A longer text has a meaning by itself; if it ends like a sentence, it is one. */
const LONGEST_VALUE = 4;

/** No heading is longer, in UTF-16 units; repeated with each value of a large table, it would fill the memory. */
const LONGEST_HEADING = 300;
