import { type QuickPickItem, window } from 'vscode';
import type { SheetEntry } from '../../protocol/factSheet.js';

/** Which entries of the fact sheet are shown. */
export type FactSheetFilter = 'all' | 'open' | 'checked' | 'dismissed';

/** What the view says of a filter; nothing while it shows everything. */
export const FILTER_TITLES: Readonly<Record<FactSheetFilter, string>> = {
  all: '',
  open: 'open only',
  checked: 'checked only',
  dismissed: 'dismissed only',
};

const PICKS: readonly (QuickPickItem & { readonly filter: FactSheetFilter })[] = [
  { filter: 'all', label: 'All' },
  { filter: 'open', label: 'Open', detail: 'What nobody has marked as checked yet' },
  { filter: 'checked', label: 'Checked', detail: 'What somebody has marked as checked' },
  { filter: 'dismissed', label: 'Dismissed', detail: 'What you dismissed' },
];

/** True for an entry that a filter shows. */
export function isShown(entry: SheetEntry, filter: FactSheetFilter): boolean {
  return filter === 'all' || filter === statusOf(entry);
}

function statusOf(entry: SheetEntry): FactSheetFilter {
  if ('decisions' in entry) return 'dismissed';
  return 'signOff' in entry && entry.signOff.signatures.length > 0 ? 'checked' : 'open';
}

/** Asks which entries to show; `undefined` if there is no answer. */
export async function askForFilter(current: FactSheetFilter): Promise<FactSheetFilter | undefined> {
  const picks = PICKS.map((pick) =>
    pick.filter === current ? { ...pick, description: 'shown now' } : pick,
  );
  const answer = await window.showQuickPick(picks, {
    title: 'Filter Fact Sheet',
    placeHolder: 'What do you want to see?',
  });
  return answer?.filter;
}
