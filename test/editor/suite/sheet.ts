import assert from 'node:assert/strict';
import { parseHTML } from 'linkedom';
import { extensions } from 'vscode';
import type { Views } from '../../../client/activation.js';
import type { FactSheetGroup } from '../../../protocol/factSheet.js';
import { until } from '../until.js';

/** The part of an element that the tests read. */
interface Part {
  readonly textContent: string;
  readonly querySelector: (selector: string) => Part | null;
  readonly querySelectorAll: (selector: string) => Iterable<Part>;
}

/** The view of the fact sheet. */
export function factSheet(): Views['factSheet'] {
  const views = extensions.getExtension<Views>('copydesk.copydesk')?.exports;
  assert.ok(views !== undefined, 'the extension is active');
  return views.factSheet;
}

/** A row of the fact sheet. */
export type SheetRow = Views['factSheet']['groups'][number]['rows'][number];

/** The separator between the parts of a row. */
const BETWEEN = ' — ';

/**
 * The content of the view as an indented text: the titles of the groups, and below each its rows
 * and their details.
 */
export function printedSheet(): string {
  const { document } = parseHTML(`<body>${factSheet().html}</body>`) as unknown as {
    readonly document: Part;
  };
  const groups = [...document.querySelectorAll('.group')];
  if (groups.length === 0) return document.querySelector('body')?.textContent ?? '';
  return groups
    .map((group) => {
      const rows = [...group.querySelectorAll('.row')].map(
        (row) =>
          `  ${joined(row, '.text, .about')}\n${[...row.querySelectorAll('.more > p, blockquote')]
            .map(({ textContent }) => `    ${textContent}\n`)
            .join('')}`,
      );
      return `${joined(group, 'summary')}\n${rows.join('')}`;
    })
    .join('');
}

function joined(part: Part, selector: string): string {
  return [...part.querySelectorAll(selector)].map(({ textContent }) => textContent).join(BETWEEN);
}

/** Resolves when `holds` is true of the sheet as a text. */
export async function untilSheet(what: string, holds: (text: string) => boolean): Promise<void> {
  await until(what, () => holds(printedSheet()), { state: printedSheet });
}

/** The titles of the groups with their counts, and the signs before them. */
export function sheetTitles(): readonly string[] {
  return printedSheet()
    .split('\n')
    .filter((line) => /^\S/u.test(line));
}

/** The row of a group whose text starts with these words. Throws if there is none. */
export function sheetRow(group: FactSheetGroup, words: string): SheetRow {
  const row = factSheet()
    .groups.filter((one) => one.group === group)
    .flatMap(({ rows }) => rows)
    .find(({ entry }) => entry.text.startsWith(words));
  assert.ok(row !== undefined, `no row “${words}” in the group ${group} of:\n${printedSheet()}`);
  return row;
}
