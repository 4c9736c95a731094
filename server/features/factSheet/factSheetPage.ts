import { factSheetSections, factSheetTitle } from './factSheet.js';
import { longDay } from '../../../protocol/longTime.js';
import { type EvidencePlace, evidencePlace, webPageOf } from '../../../protocol/evidencePlace.js';
import { signatureText } from '../../../protocol/signOff.js';
import {
  FACT_SHEET_TITLES,
  type DismissedEntry,
  type FactSheet,
  type FactSheetEntry,
  type FactSheetGroup,
  type FactSheetVerdict,
  type NameEntry,
  type NoteEntry,
  type SheetEntry,
  detailsOfName,
} from '../../../protocol/factSheet.js';
import { factSheetSummary, signOffSummary } from './factSheetMarkdown.js';

/**
 * A fact sheet as a self-contained page, for screens of any width (light or dark) and for printing. Each
 * statement and quote has a checkbox and fields for the date, the checker's initials and a note. The page runs no
 * script and loads nothing; its content security policy allows only the style below. Sources are named by
 * their paths in the draft's folder, so the page reveals nothing about the machine it was made on.
 *
 * @param date When the draft was checked; the page shows its day.
 */
export function factSheetPage(sheet: FactSheet, date: Date): string {
  const { draft, title } = factSheetTitle(sheet);
  const signed = signOffSummary(sheet);
  const sections = factSheetSections(sheet).map(
    ({ group, entries }) => `<section class="${group}" aria-labelledby="${group}">
<h2 id="${group}">${FACT_SHEET_TITLES[group]} (${entries.length})</h2>
<ul class="entries">
${entries.map((entry, index) => itemOf(entry, group, index)).join('\n')}
</ul>
</section>
`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Copydesk">
<title>Fact sheet: ${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>Fact sheet: ${escapeHtml(title)}</h1>
<p>${escapeHtml(draft)}, checked on <time datetime="${isoDay(date)}">${longDay(date)}</time>. ${escapeHtml(factSheetSummary(sheet))}</p>${signed === '' ? '' : `\n<p>${escapeHtml(signed)}</p>`}
</header>
<main>
${sections.join('')}</main>
</body>
</html>
`;
}

/** The day in local time, as the visible date has it. */
function isoDay(date: Date): string {
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

function itemOf(entry: SheetEntry, group: FactSheetGroup, index: number): string {
  const id = `${group}-${index + 1}`;
  if (entry.kind === 'note') return noteItem(entry, id);
  const { range, text, messages, evidence } = entry;
  const reason = 'decisions' in entry ? entry.reason : undefined;
  const details = 'figures' in entry ? detailsOfName(entry) : [];
  const notes = [
    ...details.map((detail) => `<p class="detail">${escapeHtml(detail)}</p>`),
    ...messages.map(
      (message) =>
        `<p class="message">${group === 'dismissed' ? 'Dismissed: ' : ''}${escapeHtml(message)}</p>`,
    ),
    ...(reason === undefined ? [] : [`<p>Reason: ${escapeHtml(reason)}</p>`]),
  ].join('');
  const passages = evidence
    .map((one) => `<li>${escapeHtml(one.text)} <cite>${linkedPlace(one)}</cite></li>`)
    .join('');
  const sources =
    passages === '' ? `<p>${NO_EVIDENCE_TEXT[basisOf(entry)]}</p>` : `<ul>${passages}</ul>`;
  return `<li class="entry">
<p class="line" id="${id}">Line ${range.start.line + 1}</p>
<div class="draft"><p>${escapeHtml(text)}</p>${notes}</div>
<div class="sources"><p class="label">In the sources</p>${sources}</div>
<div class="fields" role="group" aria-labelledby="${id}">${signOffHtml(entry)}</div>
</li>`;
}

function linkedPlace(place: EvidencePlace): string {
  const text = escapeHtml(evidencePlace(place));
  const page = webPageOf(place);
  return page === undefined ? text : `<a href="${escapeHtml(page)}" rel="noreferrer">${text}</a>`;
}

/** Who checked an entry, or the fields to fill in on paper or on screen. */
function signOffHtml(entry: FactSheetEntry | NameEntry | DismissedEntry): string {
  const { signatures = [], reopened } = 'signOff' in entry ? entry.signOff : {};
  if (signatures.length > 0) {
    const texts = signatures.map((one) => `<p>${escapeHtml(signatureText(one))}</p>`);
    return `<div class="signed">${texts.join('')}</div>`;
  }
  const notice = reopened === undefined ? '' : `<p class="reopened">${escapeHtml(reopened)}</p> `;
  return `${notice}<label><input type="checkbox"> Checked</label><label>Date <input type="text" size="8"></label><label>Initials <input type="text" size="4"></label><label class="note">Note <input type="text"></label>`;
}

function noteItem({ text, range, sentence }: NoteEntry, id: string): string {
  const place = sentence === '' ? '' : `<p>In: ${escapeHtml(sentence)}</p>`;
  return `<li class="entry">
<p class="line" id="${id}">Line ${range.start.line + 1}</p>
<div class="draft"><p>${escapeHtml(text)}</p>${place}</div>
<div class="fields" role="group" aria-labelledby="${id}"><label><input type="checkbox"> Done</label><label class="note">Note <input type="text"></label></div>
</li>`;
}

/** What the missing evidence of an entry is explained by. */
function basisOf(
  entry: FactSheetEntry | NameEntry | DismissedEntry,
): FactSheetVerdict | 'name' | 'dismissed' {
  if ('verdict' in entry) return entry.verdict;
  return 'decisions' in entry ? 'dismissed' : 'name';
}

/** Shown in place of evidence. A quote whose words are in the text of a source has no citation. */
const NO_EVIDENCE_TEXT: Readonly<Record<FactSheetVerdict | 'name' | 'dismissed', string>> = {
  supported: 'The same words',
  contradicted: 'See the message',
  unsupported: 'Nothing similar',
  unclear: 'Nothing similar',
  name: 'No such name',
  dismissed: 'See the message',
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (mark) => ENTITIES[mark] ?? mark);
}

/** The content security policy names its SHA-256 hash below; a test prints the right one. */
const STYLE = `
:root { --text: #1d2127; --page: #ffffff; --faint: #57606a; --line: #d0d7de; --field: #767f89; --contradicted: #a4161a; --unsupported: #7a4d00; --unclear: #1f4e96; --supported: #1a6334; }
@media (prefers-color-scheme: dark) {
:root { --text: #e6e8eb; --page: #16181d; --faint: #a5adb8; --line: #3a414b; --field: #8b949e; --contradicted: #ff9c93; --unsupported: #f0c36a; --unclear: #9cc2ff; --supported: #86d9a3; }
}
* { box-sizing: border-box; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: var(--text); background: var(--page); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0; }
h2 { font-size: 1.15rem; margin: 2rem 0 0.5rem; }
p { margin: 0; }
header p { margin-top: 0.5rem; }
header p, cite, .line, .label, .fields { color: var(--faint); }
.contradicted h2, .contradicted .message { color: var(--contradicted); }
.unsupported h2, .unsupported .message { color: var(--unsupported); }
.unclear h2 { color: var(--unclear); }
.supported h2 { color: var(--supported); }
.dismissed h2, .dismissed .message { color: var(--faint); }
.entries { list-style: none; margin: 0; padding: 0; }
.entry { display: grid; grid-template-columns: 4.5rem 1fr 1fr; gap: 0.5rem 1rem; padding: 0.75rem 0; border-top: 1px solid var(--line); }
.message { margin-top: 0.25rem; font-weight: 600; }
.sources ul { margin: 0; padding-left: 1.1rem; }
.sources li + li { margin-top: 0.25rem; }
cite { font-style: normal; }
.label { font-size: 0.875rem; }
.fields { grid-column: 2 / -1; display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 1.25rem; font-size: 0.875rem; }
.fields label { white-space: nowrap; }
.signed p { margin: 0; }
.reopened { flex-basis: 100%; margin: 0; color: var(--text); font-weight: 600; }
.fields input { font: inherit; color: var(--text); }
.fields input[type="text"] { min-width: 0; padding: 0.1rem 0.25rem; background: transparent; border: 0; border-bottom: 1px solid var(--field); border-radius: 0; }
.fields input[type="checkbox"] { width: 1rem; height: 1rem; margin: 0 0.25rem 0 0; vertical-align: -0.125rem; }
.note { display: flex; flex: 1 1 14rem; gap: 0.25rem; }
.note input { flex: 1; }
@media screen and (max-width: 40rem) {
body { margin: 1rem auto; }
.entry { grid-template-columns: minmax(0, 1fr); }
.fields { grid-column: 1; gap: 0.25rem 0.75rem; }
}
@media print {
@page { margin: 15mm; }
:root { --text: #000000; --page: #ffffff; --faint: #333333; --line: #888888; --field: #000000; --contradicted: #000000; --unsupported: #000000; --unclear: #000000; --supported: #000000; }
body { max-width: none; margin: 0; padding: 0; font-size: 10pt; }
.entry { grid-template-columns: 3.5rem 1fr 1fr; break-inside: avoid; }
.fields { padding-top: 0.5rem; }
.label, .fields { font-size: 9pt; }
h2 { break-after: avoid; }
}
`;
const STYLE_HASH = 'sha256-cAiJVRq1FLyKVnK6GjhB37UP04vp/a1xlyLqC9HlMvI=';
