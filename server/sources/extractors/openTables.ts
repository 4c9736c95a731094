import type { CellPlace } from '../../prose/markdown.js';
import type { Paragraph } from '../../prose/paragraphs.js';

/** A table under way. */
interface OpenTable {
  readonly table: number;
  row: number;
  /** The column of the current cell, and the number of columns that it spans. */
  column: number;
  width: number;
  /** For each column the row before which a cell from above ends. */
  readonly filled: Map<number, number>;
}

/** The maximum number of rows or columns that a cell can span. */
const WIDEST = 1000;

/** Follows the tables of a document while it is read from start to end: tables may be nested. */
export class OpenTables {
  readonly #open: OpenTable[] = [];
  /** The tables that contain others. */
  readonly #layouts = new Set<number>();
  #count = 0;

  openTable(): void {
    const outer = this.#open.at(-1);
    if (outer !== undefined) this.#layouts.add(outer.table);
    this.#open.push({ table: this.#count++, row: -1, column: -1, width: 1, filled: new Map() });
  }

  closeTable(): void {
    this.#open.pop();
  }

  openRow(): void {
    const table = this.#open.at(-1);
    if (table === undefined) return;
    table.row++;
    table.column = -1;
    table.width = 1;
  }

  /** Opens a cell that spans this many columns and rows. */
  openCell(columns = 1, rows = 1): void {
    const table = this.#open.at(-1);
    if (table === undefined) return;
    table.column += table.width;
    while ((table.filled.get(table.column) ?? 0) > table.row) table.column++;
    this.widenCell(columns);
    if (rows <= 1) return;
    for (let column = table.column; column < table.column + table.width; column++)
      table.filled.set(column, table.row + Math.min(rows, WIDEST));
  }

  /** Sets the number of columns of the current cell, if that is known only after it was opened. */
  widenCell(columns: number): void {
    const table = this.#open.at(-1);
    if (table !== undefined) table.width = Math.min(Math.max(Math.floor(columns) || 1, 1), WIDEST);
  }

  /** The place of the current cell of the innermost table; `undefined` outside tables. */
  get cell(): CellPlace | undefined {
    const table = this.#open.at(-1);
    if (table === undefined || table.row < 0 || table.column < 0) return undefined;
    return { table: table.table, row: table.row, column: table.column };
  }

  /**
   * The paragraphs of the document. Only those in tables of several rows and columns keep the place
   * of their cell: other tables, and those that contain tables, are only layout.
   */
  withDataTables(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
    const sizes = new Map<number, { readonly rows: Set<number>; readonly columns: Set<number> }>();
    for (const { cell } of paragraphs) {
      if (cell === undefined || this.#layouts.has(cell.table)) continue;
      const size = sizes.get(cell.table) ?? { rows: new Set(), columns: new Set() };
      sizes.set(cell.table, size);
      size.rows.add(cell.row);
      size.columns.add(cell.column);
    }
    return paragraphs.map((paragraph) => {
      const { cell, ...rest } = paragraph;
      if (cell === undefined) return paragraph;
      const size = sizes.get(cell.table);
      return size !== undefined && size.rows.size > 1 && size.columns.size > 1 ? paragraph : rest;
    });
  }
}
