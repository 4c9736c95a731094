import { frontMatterIn } from '../../prose/markdownGrammar.js';
import { factSheetSections, factSheetTitle } from './factSheet.js';
import { longDay } from '../../../protocol/longTime.js';
import {
  FACT_SHEET_TITLES,
  type FactSheet,
  type NoteEntry,
  type SheetEntry,
  detailsOfName,
} from '../../../protocol/factSheet.js';
import { type EvidencePlace, evidencePlace, webPageOf } from '../../../protocol/evidencePlace.js';
import { signatureText } from '../../../protocol/signOff.js';
import { escapeMarkdown } from '../hover/markdown.js';
import { type ClaimStatus, claimsSummary } from '../verdictSummary.js';

/**
 * A fact sheet as Markdown with a checkbox for each statement and quote. Its front matter marks it as
 * a fact sheet, so that it is not checked as a draft.
 *
 * @param date When the draft was checked; the text has its day.
 */
export function factSheetMarkdown(sheet: FactSheet, date: Date): string {
  const { draft, title } = factSheetTitle(sheet);
  const sections = factSheetSections(sheet).flatMap(({ group, entries }) => [
    `## ${FACT_SHEET_TITLES[group]} (${entries.length})`,
    entries.map(itemOf).join('\n'),
  ]);
  return `${[
    `---\nfact-sheet: ${JSON.stringify(draft)}\n---`,
    `# Fact sheet: ${escapeMarkdown(title)}`,
    `${escapeMarkdown(draft)}, checked on ${longDay(date)}. ${escapeMarkdown([factSheetSummary(sheet), signOffSummary(sheet)].filter((text) => text !== '').join(' '))}`,
    ...sections,
  ].join('\n\n')}\n`;
}

/** True for a Markdown text whose front matter marks it as a fact sheet. */
export function isFactSheet(text: string): boolean {
  const front = frontMatterIn(text);
  return front !== undefined && /^fact-sheet[ \t]*:/mu.test(text.slice(front.start, front.end));
}

/** The claims of the draft summed up in a sentence, or why none was checked. */
export function factSheetSummary({ state, entries, dismissed }: FactSheet): string {
  const { kind, text, isSample } = state;
  if (kind !== 'checked') return text;
  const statuses: readonly ClaimStatus[] = [
    ...entries.map(({ verdict }) => verdict),
    ...dismissed.filter(({ kind: of }) => of !== 'finding').map(() => 'dismissed' as const),
  ];
  return `${claimsSummary(statuses)}.${isSample ? ` ${text}` : ''}`;
}

/** How many of the claims and names were checked, and by whom; empty if none was. */
export function signOffSummary({ isCovered, entries, names }: FactSheet): string {
  const signable = [...(isCovered ? entries : []), ...names];
  const signed = signable.filter(({ signOff }) => signOff.signatures.length > 0);
  const reopened = signable.filter(({ signOff }) => signOff.reopened !== undefined).length;
  if (signed.length + reopened === 0) return '';
  const initials = signed.flatMap(({ signOff }) => signOff.signatures.map(({ by }) => by));
  const shares = [...new Set(initials)]
    .sort()
    .map((by) => `${by} ${initials.filter((one) => one === by).length}`);
  const who = shares.length === 0 ? '' : ` (${shares.join(', ')})`;
  const again = reopened === 0 ? '' : `, ${reopened} reopened`;
  return `${signed.length} of ${signable.length} claims and names are checked${who}${again}.`;
}

function linkedPlace(place: EvidencePlace): string {
  const text = escapeMarkdown(evidencePlace(place));
  const page = webPageOf(place);
  return page === undefined ? text : `[${text}](${page})`;
}

function noteOf({ text, range, sentence }: NoteEntry): string {
  const place = `- [ ] Line ${range.start.line + 1}: ${escapeMarkdown(text)}`;
  return sentence === '' ? place : `${place}\n  - In: ${escapeMarkdown(sentence)}`;
}

function itemOf(entry: SheetEntry): string {
  if (entry.kind === 'note') return noteOf(entry);
  const { range, text, messages, evidence } = entry;
  const isDismissed = 'decisions' in entry;
  const reason = isDismissed ? entry.reason : undefined;
  const details = 'figures' in entry ? detailsOfName(entry) : [];
  const { signatures = [], reopened } = 'signOff' in entry ? entry.signOff : {};
  return [
    `- [${signatures.length > 0 ? 'x' : ' '}] Line ${range.start.line + 1}: ${escapeMarkdown(text)}`,
    ...signatures.map((one) => `  - ${escapeMarkdown(signatureText(one))}`),
    ...(reopened === undefined ? [] : [`  - ${escapeMarkdown(reopened)}`]),
    ...details.map((detail) => `  - ${escapeMarkdown(detail)}`),
    ...messages.map(
      (message) => `  - ${isDismissed ? 'Dismissed: ' : ''}${escapeMarkdown(message)}`,
    ),
    ...(reason === undefined ? [] : [`  - Reason: ${escapeMarkdown(reason)}`]),
    ...evidence.map((one) => `  - ${escapeMarkdown(one.text)} (${linkedPlace(one)})`),
  ].join('\n');
}
