import { evidencePlace } from '../../../protocol/evidencePlace.js';
import { FACT_SHEET_TITLES, type FactSheet } from '../../../protocol/factSheet.js';
import { escapeHtml } from '../../../protocol/escapeHtml.js';
import { factSheetSections, factSheetTitle } from './factSheet.js';
import { factSheetSummary } from './factSheetMarkdown.js';
import { type HandOverRow, placesOf, rowOf } from './handOver.js';

/** A table to paste: with its borders, and as plain text with a tab between cells. */
export interface CopiedTable {
  readonly html: string;
  readonly text: string;
}

const HEADINGS = ['Line', 'In the draft', 'What is left', 'In the sources'];

/**
 * The entries of a fact sheet that are open or to be corrected as a table for a mail, one row each.
 * Mail programs keep only styles on the elements themselves.
 */
export function factSheetTable(sheet: FactSheet): CopiedTable {
  const rows = factSheetSections(sheet)
    .filter(({ group }) => group !== 'checked' && group !== 'dismissed')
    .flatMap(({ group, entries }) =>
      entries.map((entry) => cellsOf(rowOf(entry, group), FACT_SHEET_TITLES[group])),
    );
  const title = `${factSheetTitle(sheet).title}: ${factSheetSummary(sheet)}`;
  const html = [HEADINGS, ...rows].map((cells, at) => rowHtml(cells, at === 0 ? 'th' : 'td'));
  return {
    html: `<p>${escapeHtml(title)}</p><table style="border-collapse:collapse">${html.join('')}</table>`,
    text: [[title], HEADINGS, ...rows].map((cells) => cells.join('\t')).join('\n'),
  };
}

function cellsOf(row: HandOverRow, title: string): readonly string[] {
  const { line, text, notes, reopened, signatures } = row;
  const left = [`${title}.`, reopened, ...signatures.map((one) => `${one}.`), ...notes];
  const places = placesOf(row).map(evidencePlace).join(', ');
  return [String(line), text, left.filter((one) => one !== '').join(' '), places];
}

function rowHtml(cells: readonly string[], element: 'th' | 'td'): string {
  const style = 'border:1px solid #888888;padding:4px;text-align:left;vertical-align:top';
  const html = cells.map((cell) => `<${element} style="${style}">${escapeHtml(cell)}</${element}>`);
  return `<tr>${html.join('')}</tr>`;
}
