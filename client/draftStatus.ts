import type { CheckState } from '../protocol/checkState.js';
import type { DraftState } from '../protocol/requests.js';

/** What the status bar shows for a draft. */
export interface DraftStatus {
  /** With the icon, in the notation of the editor: “$(search) 14 to check”. */
  readonly text: string;
  /** The whole state in plain sentences, also for screen readers. */
  readonly tooltip: string;
}

/**
 * A few unread sentences and claims are those that are being written; showing them would flicker
 * with every key.
 */
const MOST_BEING_WRITTEN = 2;

/**
 * The status of a draft that was checked.
 *
 * @param engine Which engine runs the readers, as a sentence; empty before that is known.
 */
export function statusOf(
  draft: Pick<DraftState, 'findings' | 'state' | 'unread'>,
  engine: string,
): DraftStatus {
  const { findings, state } = draft;
  const { error, warning, information, hint } = findings;
  const counts = `Errors: ${error}, warnings: ${warning}, information: ${information}, hints: ${hint}.`;
  const open = state.open === '' ? '' : ` ${state.open}.`;
  const progress = readingProgress(draft);
  return {
    text: textOf(error + warning + information, hint, state, progress !== ''),
    tooltip: `${state.text}${open} ${counts} ${progress === '' ? '' : `${progress} `}Click to show the fact sheet.${engine === '' ? '' : `\n${engine}`}`,
  };
}

/** What the readers have not read yet, in one plain sentence; empty if they have read the draft. */
export function readingProgress({ unread }: Pick<DraftState, 'unread'>): string {
  return unread > MOST_BEING_WRITTEN ? `Sentences and claims still to be read: ${unread}.` : '';
}

/**
 * The most urgent work first: findings, then statements to check, then hints, most of which are
 * names that the sources do not contain. A tick means that statements were checked, all sentences
 * were read, nothing was found and nothing is left to check.
 */
function textOf(findings: number, hints: number, state: CheckState, isReading: boolean): string {
  const reading = isReading ? ' (reading…)' : '';
  if (findings > 0) return `$(checklist) Copydesk: ${findings}${reading}`;
  if (state.open !== '') return `$(search) ${state.open}${reading}`;
  if (hints > 0) {
    return `$(checklist) Copydesk: ${hints === 1 ? '1 hint' : `${hints} hints`}${reading}`;
  }
  return isReading ? '$(loading~spin) Copydesk (reading…)' : `${ICONS[state.kind]} Copydesk`;
}

/** The icon of a draft in which nothing was found and nothing is left to check. */
const ICONS: Readonly<Record<CheckState['kind'], string>> = {
  checked: '$(pass)',
  nothing: '$(circle-outline)',
  uncovered: '$(circle-slash)',
  noSources: '$(circle-outline)',
  unreadable: '$(warning)',
};
