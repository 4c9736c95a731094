import type { CheckState } from '../protocol/checkState.js';
import type { DraftState } from '../protocol/requests.js';

/** What the status bar says of a draft. */
export interface DraftStatus {
  /** With the icon, in the notation of the editor: “$(search) 14 to check”. */
  readonly text: string;
  /** The whole state in plain sentences, also for screen readers. */
  readonly tooltip: string;
}

/** The status of a draft that was checked. */
export function statusOf({ findings, state }: Pick<DraftState, 'findings' | 'state'>): DraftStatus {
  const { error, warning, information, hint } = findings;
  const counts = `Errors: ${error}, warnings: ${warning}, information: ${information}, hints: ${hint}.`;
  const open = state.open === '' ? '' : ` ${state.open}.`;
  return {
    text: textOf(error + warning + information, hint, state),
    tooltip: `${state.text}${open} ${counts} Click to show the fact sheet.`,
  };
}

/**
 * What needs work first: findings, then statements to check, then hints, most of which are names that the sources do
 * not contain. A tick means that statements were checked, nothing was found and nothing is left to check.
 */
function textOf(findings: number, hints: number, state: CheckState): string {
  if (findings > 0) return `$(checklist) Copydesk: ${findings}`;
  if (state.open !== '') return `$(search) ${state.open}`;
  if (hints > 0) return `$(checklist) Copydesk: ${hints === 1 ? '1 hint' : `${hints} hints`}`;
  return `${ICONS[state.kind]} Copydesk`;
}

/** The icon of a draft in which nothing was found and nothing is left to check. */
const ICONS: Readonly<Record<CheckState['kind'], string>> = {
  checked: '$(pass)',
  nothing: '$(circle-outline)',
  uncovered: '$(circle-slash)',
  noSources: '$(circle-outline)',
  unreadable: '$(warning)',
};
