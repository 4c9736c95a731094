import { frontMatterIn } from '../../prose/markdownGrammar.js';
import { factSheetSections, factSheetTitle, longDay } from './factSheet.js';
import {
  FACT_SHEET_TITLES,
  type DismissedEntry,
  type FactSheet,
  type FactSheetEntry,
  type NameEntry,
  type NoteEntry,
  detailsOfName,
} from '../../../protocol/factSheet.js';
import { escapeMarkdown } from '../hover/markdown.js';
import { type ClaimStatus, claimsSummary } from '../../checks/verdictSummary.js';

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
    `${escapeMarkdown(draft)}, checked on ${longDay(date)}. ${escapeMarkdown(factSheetSummary(sheet))}`,
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

function noteOf({ text, range, sentence }: NoteEntry): string {
  const place = `- [ ] Line ${range.start.line + 1}: ${escapeMarkdown(text)}`;
  return sentence === '' ? place : `${place}\n  - In: ${escapeMarkdown(sentence)}`;
}

function itemOf(entry: NoteEntry | FactSheetEntry | NameEntry | DismissedEntry): string {
  if (entry.kind === 'note') return noteOf(entry);
  const { range, text, messages, evidence } = entry;
  const isDismissed = 'decisions' in entry;
  const reason = isDismissed ? entry.reason : undefined;
  const details = 'figures' in entry ? detailsOfName(entry) : [];
  return [
    `- [ ] Line ${range.start.line + 1}: ${escapeMarkdown(text)}`,
    ...details.map((detail) => `  - ${escapeMarkdown(detail)}`),
    ...messages.map(
      (message) => `  - ${isDismissed ? 'Dismissed: ' : ''}${escapeMarkdown(message)}`,
    ),
    ...(reason === undefined ? [] : [`  - Reason: ${escapeMarkdown(reason)}`]),
    ...evidence.map(
      (one) => `  - ${escapeMarkdown(one.text)} (${escapeMarkdown(`${one.source}:${one.line}`)})`,
    ),
  ].join('\n');
}
