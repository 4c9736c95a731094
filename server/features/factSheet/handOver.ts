import { type EvidencePlace } from '../../../protocol/evidencePlace.js';
import {
  type FactSheetGroup,
  type SheetEntry,
  detailsOfName,
  isDecided,
} from '../../../protocol/factSheet.js';
import { signatureText } from '../../../protocol/signOff.js';

// The content of an entry in every format of an exported fact sheet: one row, in which only the
// passages may be left out.

/** A passage of a row. */
export interface RowPassage extends EvidencePlace {
  readonly text: string;
  /** True if a checker chose it. */
  readonly isChosen: boolean;
  /** Why it may no longer be evidence; empty if it is. */
  readonly stale: string;
}

/** An entry in a row. */
export interface HandOverRow {
  /** 1-based, in the draft. */
  readonly line: number;
  readonly text: string;
  /** The places of the words at issue in the text, in UTF-16 units. */
  readonly issues: readonly { readonly start: number; readonly end: number }[];
  /** The remarks on it, a sentence or a line each. */
  readonly notes: readonly string[];
  /** Why it is open again; empty if it is not. */
  readonly reopened: string;
  /** Who decided on it; empty if it is open. */
  readonly signatures: readonly string[];
  /** Passages that checkers chose come first. */
  readonly passages: readonly RowPassage[];
}

/** The row of an entry, without confidential text. */
export function rowOf(entry: SheetEntry, group: FactSheetGroup): HandOverRow {
  const { text, range } = entry;
  const line = range.start.line + 1;
  if (entry.kind === 'note') {
    const notes = entry.sentence === '' ? [] : [`In: ${entry.sentence}`];
    return { line, text, issues: [], notes, reopened: '', signatures: [], passages: [] };
  }
  const { issues = [], messages } = entry;
  const signOff = 'signOff' in entry ? entry.signOff : undefined;
  const reason = 'decisions' in entry ? entry.reason : undefined;
  return {
    line,
    text,
    issues: isDecided(entry) && group !== 'corrections' ? [] : issues,
    notes: [
      ...('figures' in entry ? [detailsOfName(entry).join('; ')] : []),
      ...messages.map((message) => (group === 'dismissed' ? `Dismissed: ${message}` : message)),
      ...(reason === undefined ? [] : [`Reason: ${reason}`]),
    ].filter((note) => note !== ''),
    reopened: signOff?.reopened ?? '',
    signatures: (signOff?.signatures ?? []).map(signatureText),
    passages: passagesOf(entry),
  };
}

function passagesOf(entry: Exclude<SheetEntry, { readonly kind: 'note' }>): readonly RowPassage[] {
  const chosen = ('signOff' in entry ? (entry.signOff.evidence ?? []) : []).map(
    ({ stale = '', ...one }): RowPassage => {
      const same = entry.evidence.find(
        ({ source, text }) => one.source === source && one.text === text,
      );
      const place = same?.passage === undefined ? {} : { passage: same.passage };
      return { ...one, ...place, isChosen: true, stale };
    },
  );
  const others = entry.evidence
    .filter(({ source, text }) => !chosen.some((one) => one.source === source && one.text === text))
    .map((passage): RowPassage => ({ ...passage, isChosen: false, stale: '' }));
  return [...chosen, ...others];
}

/**
 * The places of the passages of a row, each once: those that a checker chose and that are still
 * evidence, otherwise all.
 */
export function placesOf({ passages }: HandOverRow): readonly RowPassage[] {
  const chosen = passages.filter(({ isChosen, stale }) => isChosen && stale === '');
  const shown = chosen.length > 0 ? chosen : passages;
  return shown.filter(
    ({ source, line }, at) =>
      shown.findIndex((one) => one.source === source && one.line === line) === at,
  );
}
