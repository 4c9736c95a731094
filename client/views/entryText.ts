import {
  FACT_SHEET_TITLES,
  type FactSheetEvidence,
  type FactSheetGroup,
  type SheetEntry,
  detailsOfName,
  sharedEntry,
} from '../../protocol/factSheet.js';
import { evidencePlace, webPageOf } from '../../protocol/evidencePlace.js';
import { signatureText } from '../../protocol/signOff.js';

/** The passages of the sources that an entry rests on. */
export function evidenceOf(entry: SheetEntry): readonly FactSheetEvidence[] {
  return entry.kind === 'note' ? [] : entry.evidence;
}

/**
 * Who checked an entry or why it is open again, what was reported about it and why the reporter
 * dismissed it, or where a note is.
 */
export function messagesOf(entry: SheetEntry): readonly string[] {
  if (entry.kind === 'note') return entry.sentence === '' ? [] : [entry.sentence];
  const reason = 'decisions' in entry ? entry.reason : undefined;
  const { signatures = [], reopened = '' } = 'signOff' in entry ? entry.signOff : {};
  return [
    ...signatures.map(signatureText),
    ...(reopened === '' ? [] : [reopened]),
    ...entry.messages,
    ...(reason === undefined ? [] : [`Reason: ${reason}`]),
  ];
}

/** An entry as plain text with its evidence, for a note or a message, without confidential text. */
export function withEvidence(shown: SheetEntry, group: FactSheetGroup): string {
  const entry = sharedEntry(shown);
  return [
    entry.text,
    [FACT_SHEET_TITLES[group], ...messagesOf(entry)].join('. '),
    ...('figures' in entry ? detailsOfName(entry) : []),
    ...evidenceOf(entry).map((one) => {
      const page = webPageOf(one);
      return `– ${one.text} (${evidencePlace(one)}${page === undefined ? '' : `, ${page}`})`;
    }),
  ].join('\n');
}
