import { frontMatterIn } from '../../prose/markdownGrammar.js';
import { factSheetSections, factSheetTitle } from './factSheet.js';
import { longDay } from '../../../protocol/longTime.js';
import {
  FACT_SHEET_TITLES,
  type FactSheet,
  type FactSheetGroup,
  type SignableEntry,
} from '../../../protocol/factSheet.js';
import { type EvidencePlace, evidencePlace, webPageOf } from '../../../protocol/evidencePlace.js';
import { decisionOn } from '../../../protocol/signOff.js';
import { escapeMarkdown } from '../hover/markdown.js';
import { type HandOverRow, type RowPassage, placesOf, rowOf } from './handOver.js';
import { type ClaimStatus, claimsSummary } from '../verdictSummary.js';

/**
 * A fact sheet as Markdown with a row and a checkbox for each entry, beginning with those to be
 * corrected. Its front matter marks it as a fact sheet, so that it is not checked as a draft.
 *
 * @param date When the draft was checked; the text has its day.
 * @param hasPassages True to list the passages of the sources too, and not only where they are.
 */
export function factSheetMarkdown(sheet: FactSheet, date: Date, hasPassages = false): string {
  const { draft, title } = factSheetTitle(sheet);
  const sections = factSheetSections(sheet).flatMap(({ group, entries }) => [
    `## ${FACT_SHEET_TITLES[group]} (${entries.length})`,
    entries.map((entry) => itemOf(rowOf(entry, group), group, hasPassages)).join('\n'),
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

/** A summary of the draft's claims in a sentence, or why none was checked. */
export function factSheetSummary({ state, entries, dismissed }: FactSheet): string {
  const { kind, text, isSample } = state;
  if (kind !== 'checked') return text;
  const statuses: readonly ClaimStatus[] = [
    ...entries.map(({ verdict }) => verdict),
    ...dismissed.filter(({ kind: of }) => of !== 'finding').map(() => 'dismissed' as const),
  ];
  return `${claimsSummary(statuses)}.${isSample ? ` ${text}` : ''}`;
}

/**
 * The number of claims and names that were checked or found wrong, and by whom; empty if nobody has
 * begun.
 */
export function signOffSummary({ isCovered, entries, names }: FactSheet): string {
  const signable = [...(isCovered ? entries : []), ...names];
  const decidedAs = (decision: 'checked' | 'rejected'): readonly SignableEntry[] =>
    signable.filter(({ signOff }) => decisionOn(signOff) === decision);
  const [checked, rejected] = [decidedAs('checked'), decidedAs('rejected')];
  const reopened = signable.filter(({ signOff }) => signOff.reopened !== undefined).length;
  if (checked.length + rejected.length + reopened === 0) return '';
  const initials = checked.flatMap(({ signOff }) => signOff.signatures.map(({ by }) => by));
  const shares = [...new Set(initials)]
    .sort()
    .map((by) => `${by} ${initials.filter((one) => one === by).length}`);
  const who = shares.length === 0 ? '' : ` (${shares.join(', ')})`;
  const wrong = rejected.length === 0 ? '' : `, ${rejected.length} to correct`;
  const again = reopened === 0 ? '' : `, ${reopened} reopened`;
  return `${checked.length} of ${signable.length} claims and names are checked${who}${wrong}${again}.`;
}

function itemOf(row: HandOverRow, group: FactSheetGroup, hasPassages: boolean): string {
  const isListed = hasPassages || group === 'corrections';
  const notes = row.notes.map(escapeMarkdown).join(' ');
  const places = placesOf(row).map(linkedPlace).join(', ');
  const about = [
    notes === '' ? '' : ` — ${notes}`,
    isListed || places === '' ? '' : ` (${places})`,
  ].join('');
  return [
    `- [${row.signatures.length > 0 && group !== 'corrections' ? 'x' : ' '}] Line ${row.line}: ${markedText(row)}${about}`,
    ...(row.reopened === '' ? [] : [`  - ${escapeMarkdown(row.reopened)}`]),
    ...row.signatures.map((one) => `  - ${escapeMarkdown(one)}`),
    ...(isListed ? row.passages.map((one) => `  - ${passageText(one)}`) : []),
  ].join('\n');
}

function markedText({ text, issues }: HandOverRow): string {
  let [markdown, at] = ['', 0];
  for (const { start, end } of issues) {
    markdown += `${escapePart(text.slice(at, start))}**${escapePart(text.slice(start, end))}**`;
    at = end;
  }
  return markdown + escapePart(text.slice(at));
}

/** Escaping trims a text, of which this may be a part. */
function escapePart(text: string): string {
  const before = text.slice(0, text.length - text.trimStart().length);
  const after = text.slice(text.trimEnd().length);
  return before + escapeMarkdown(text) + after;
}

function passageText({ stale, ...one }: RowPassage): string {
  const notice = stale === '' ? '' : ` ${escapeMarkdown(stale)}`;
  return `${one.isChosen ? 'Evidence: ' : ''}${escapeMarkdown(one.text)} (${linkedPlace(one)})${notice}`;
}

function linkedPlace(place: EvidencePlace): string {
  const text = escapeMarkdown(evidencePlace(place));
  const page = webPageOf(place);
  return page === undefined ? text : `[${text}](${page})`;
}
