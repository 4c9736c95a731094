import { escapeHtml } from '../../../protocol/escapeHtml.js';
import { factSheetSections, factSheetTitle } from './factSheet.js';
import { longDay } from '../../../protocol/longTime.js';
import { type EvidencePlace, evidencePlace, webPageOf } from '../../../protocol/evidencePlace.js';
import {
  FACT_SHEET_TITLES,
  type FactSheet,
  type FactSheetGroup,
} from '../../../protocol/factSheet.js';
import { countWithNoun } from '../../reference/summary.js';
import { factSheetSummary, signOffSummary } from './factSheetMarkdown.js';
import { type HandOverRow, placesOf, rowOf } from './handOver.js';

/**
 * A fact sheet as a self-contained page, for screens of any width (light or dark) and for printing:
 * entries to be corrected come first, each entry has a row, and the passages of a row are shown on
 * demand. Open entries have a checkbox and fields for the checker's initials and a note. The page
 * runs no script and loads nothing; its content security policy allows only the style below.
 * Sources are named by their paths in the draft's folder, so the page reveals nothing about the
 * machine it was made on.
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
${entries.map((entry, index) => itemOf(rowOf(entry, group), group, index)).join('\n')}
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

/** The day in local time, like the visible date. */
function isoDay(date: Date): string {
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

function itemOf(row: HandOverRow, group: FactSheetGroup, index: number): string {
  const id = `${group}-${index + 1}`;
  const isOpen = row.signatures.length === 0;
  const box = isOpen
    ? `<input type="checkbox" aria-label="${group === 'notes' ? 'Done' : 'Checked'}" aria-describedby="${id}"> `
    : '';
  const field = `<input type="text" aria-label="Initials and note" aria-describedby="${id}" placeholder="Initials, note">`;
  const texts = [
    ...(row.reopened === '' ? [] : [`<p class="reopened">${escapeHtml(row.reopened)}</p>`]),
    ...row.notes.map((note) => `<p class="note">${escapeHtml(note)}</p>`),
  ];
  return `<li class="entry">
<p class="line">${box}<span id="${id}">Line ${row.line}</span></p>
<div class="draft"><p>${markedText(row)}</p>${texts.join('')}${passagesHtml(row, group)}</div>
<div class="sources">${placesHtml(row, group)}</div>
<div class="signed">${isOpen ? field : row.signatures.map((one) => `<p>${escapeHtml(one)}</p>`).join('')}</div>
</li>`;
}

function markedText({ text, issues }: HandOverRow): string {
  let [html, at] = ['', 0];
  for (const { start, end } of issues) {
    html += `${escapeHtml(text.slice(at, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>`;
    at = end;
  }
  return html + escapeHtml(text.slice(at));
}

function placesHtml(row: HandOverRow, group: FactSheetGroup): string {
  const places = placesOf(row).map(
    (one) => `<li>${one.isChosen ? '✓ ' : ''}<cite>${linkedPlace(one)}</cite></li>`,
  );
  return places.length === 0 ? NO_PASSAGE[group] : `<ul>${places.join('')}</ul>`;
}

/**
 * The passages are shown on demand, except for the writer, who reads the entries to be corrected
 * and should not have to ask.
 */
function passagesHtml({ passages }: HandOverRow, group: FactSheetGroup): string {
  if (passages.length === 0) return '';
  const texts = passages.map(({ stale, ...one }) => {
    const notice = stale === '' ? '' : ` <strong>${escapeHtml(stale)}</strong>`;
    return `<li>${escapeHtml(one.text)} <cite>${linkedPlace(one)}</cite>${notice}</li>`;
  });
  const open = group === 'corrections' ? ' open' : '';
  return `<details${open}><summary>${countWithNoun(passages.length, 'passage')}</summary><ul>${texts.join('')}</ul></details>`;
}

function linkedPlace(place: EvidencePlace): string {
  const text = escapeHtml(evidencePlace(place));
  const page = webPageOf(place);
  return page === undefined ? text : `<a href="${escapeHtml(page)}" rel="noreferrer">${text}</a>`;
}

/** Shown in place of passages. A quote whose words are in the text of a source has no citation. */
const NO_PASSAGE: Readonly<Record<FactSheetGroup, string>> = {
  corrections: '',
  notes: '',
  contradicted: '',
  unsupported: '<p>No close passage</p>',
  unclear: '<p>No close passage</p>',
  supported: '<p>The same words</p>',
  names: '<p>No such name</p>',
  checked: '',
  dismissed: '',
};

/** The content security policy names its SHA-256 hash below; a test prints the right one. */
const STYLE = `
:root { --text: #1d2127; --page: #ffffff; --faint: #57606a; --line: #d0d7de; --field: #767f89; --mark: #fff3c4; --contradicted: #a4161a; --unsupported: #7a4d00; --unclear: #1f4e96; --supported: #1a6334; }
@media (prefers-color-scheme: dark) {
:root { --text: #e6e8eb; --page: #16181d; --faint: #a5adb8; --line: #3a414b; --field: #8b949e; --mark: #5a4a12; --contradicted: #ff9c93; --unsupported: #f0c36a; --unclear: #9cc2ff; --supported: #86d9a3; }
}
* { box-sizing: border-box; }
body { max-width: 68rem; margin: 2rem auto; padding: 0 1rem; color: var(--text); background: var(--page); font: 1rem/1.45 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0; }
h2 { font-size: 1.15rem; margin: 1.5rem 0 0.25rem; }
p, ul { margin: 0; }
header p { margin-top: 0.5rem; }
header p, cite, .line, .signed, .note, summary { color: var(--faint); }
mark { color: inherit; background: var(--mark); font-weight: 600; }
.corrections h2, .contradicted h2, .contradicted .note, .corrections .note { color: var(--contradicted); }
.unsupported h2 { color: var(--unsupported); }
.unclear h2 { color: var(--unclear); }
.supported h2, .checked h2 { color: var(--supported); }
.dismissed h2 { color: var(--faint); }
.entries { list-style: none; padding: 0; }
.entry { display: grid; grid-template-columns: 5.5rem minmax(0, 1fr) minmax(0, 12rem) minmax(0, 13rem); gap: 0.25rem 1rem; padding: 0.4rem 0; border-top: 1px solid var(--line); }
.line, .note, .sources, .signed, details { font-size: 0.875rem; }
.sources ul { list-style: none; padding: 0; }
details ul { padding-left: 1.1rem; }
summary { cursor: pointer; }
cite { font-style: normal; }
.reopened { font-weight: 600; }
input { font: inherit; color: var(--text); }
input[type="text"] { width: 100%; padding: 0 0.25rem; background: transparent; border: 0; border-bottom: 1px solid var(--field); border-radius: 0; }
input[type="checkbox"] { width: 1rem; height: 1rem; margin: 0 0.25rem 0 0; vertical-align: -0.125rem; }
::placeholder { color: var(--faint); opacity: 1; }
@media screen and (max-width: 50rem) {
body { margin: 1rem auto; }
.entry { grid-template-columns: minmax(0, 1fr); }
}
@media print {
@page { margin: 12mm; }
:root { --text: #000000; --page: #ffffff; --faint: #333333; --line: #888888; --field: #000000; --mark: #ffffff; --contradicted: #000000; --unsupported: #000000; --unclear: #000000; --supported: #000000; }
body { max-width: none; margin: 0; padding: 0; font-size: 9pt; line-height: 1.25; }
h1 { font-size: 14pt; }
h2 { font-size: 11pt; margin-top: 0.6rem; break-after: avoid; }
mark { text-decoration: underline; }
.entry { grid-template-columns: 4.25rem minmax(0, 1fr) minmax(0, 7.5rem) minmax(0, 9rem); gap: 0.1rem 0.6rem; padding: 0.15rem 0; break-inside: avoid; }
.line, .note, .sources, .signed, details { font-size: 8pt; }
input[type="checkbox"] { width: 0.75rem; height: 0.75rem; }
::placeholder { color: transparent; }
details:not([open]), summary { display: none; }
}
`;
const STYLE_HASH = 'sha256-E3smlZnfDkxrr7psjW/TYdHRhA+paGJ7QHP8YMTC+c4=';
