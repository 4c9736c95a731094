import {
  FACT_SHEET_ORDER,
  type FactSheet,
  type FactSheetGroup,
  type SheetEntry,
  isDecided,
  isRejected,
} from '../../protocol/factSheet.js';

/** Which entries of the fact sheet are shown. */
export type FactSheetFilter = 'all' | 'open' | 'checked' | 'corrections' | 'dismissed';

/** The name of each filter, as the reporter sees it. */
export const FILTER_TITLES: Readonly<Record<FactSheetFilter, string>> = {
  all: 'All',
  open: 'Open',
  checked: 'Checked',
  corrections: 'To correct',
  dismissed: 'Dismissed',
};

/** An entry of the sheet. */
export interface SheetRow {
  /** The same for the same text, so that what is expanded stays expanded while someone types. */
  readonly id: string;
  readonly group: FactSheetGroup;
  readonly entry: SheetEntry;
}

/** A group of the sheet and its entries. */
export interface SheetGroup {
  readonly group: FactSheetGroup;
  readonly rows: readonly SheetRow[];
}

/** The order of the groups: decided entries stay where they were, except those to be corrected. */
const GROUP_ORDER: readonly FactSheetGroup[] = [
  'corrections',
  'notes',
  ...FACT_SHEET_ORDER,
  'names',
  'dismissed',
];

/** The groups of a sheet with entries that a filter shows, in order. */
export function sheetGroups(sheet: FactSheet, filter: FactSheetFilter): readonly SheetGroup[] {
  const seen = new Map<string, number>();
  const rowOf = (entry: SheetEntry, group: FactSheetGroup): SheetRow => {
    // A claim that is found wrong keeps its row in another group.
    const key = `${entry.kind} ${entry.text}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return { id: `${key} ${count}`, group, entry };
  };
  return GROUP_ORDER.map((group): SheetGroup => ({
    group,
    rows: entriesOf(sheet, group)
      .filter((entry) => isShown(entry, filter))
      .map((entry) => rowOf(entry, group)),
  })).filter(({ rows }) => rows.length > 0);
}

function entriesOf(
  { isCovered, notes, entries, names, dismissed }: FactSheet,
  group: FactSheetGroup,
): readonly SheetEntry[] {
  const judged = isCovered ? entries : [];
  switch (group) {
    case 'corrections':
      return [...judged, ...names].filter(isRejected);
    case 'notes':
      return notes;
    case 'names':
      return names.filter((entry) => !isRejected(entry));
    case 'dismissed':
      return dismissed;
    case 'checked':
      return [];
    default:
      return judged.filter((entry) => entry.verdict === group && !isRejected(entry));
  }
}

function isShown(entry: SheetEntry, filter: FactSheetFilter): boolean {
  return filter === 'all' || filter === statusOf(entry);
}

function statusOf(entry: SheetEntry): FactSheetFilter {
  if ('decisions' in entry) return 'dismissed';
  if (isRejected(entry)) return 'corrections';
  return isDecided(entry) ? 'checked' : 'open';
}

/**
 * The number of entries that are left to check: “18”, or “15 of 18 left” once some of them are
 * decided.
 */
export function countLeft(entries: readonly SheetEntry[]): string {
  const left = entries.filter((entry) => !isDecided(entry));
  return left.length === entries.length
    ? String(entries.length)
    : `${left.length} of ${entries.length} left`;
}
