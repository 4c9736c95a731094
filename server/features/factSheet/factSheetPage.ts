import { factSheetSections, factSheetTitle } from './factSheet.js';
import type { FactSheet, FactSheetEntry } from '../../../protocol/factSheet.js';
import { factSheetSummary } from './factSheetMarkdown.js';
import { VERDICT_TITLES } from '../../checks/verdictSummary.js';

/**
 * A fact sheet as a self-contained page, for screens (light or dark) and for printing, with a checkbox
 * for each statement and quote. It runs no script and loads nothing; its content security policy
 * allows only the style below. Sources are named by their paths in the draft's folder, so the page
 * reveals nothing about the machine it was made on.
 */
export function factSheetPage(sheet: FactSheet): string {
  const { draft, title } = factSheetTitle(sheet);
  const sections = factSheetSections(sheet).map(
    ({ verdict, entries }) => `<section class="${verdict}" aria-labelledby="${verdict}">
<h2 id="${verdict}">${VERDICT_TITLES[verdict]} (${entries.length})</h2>
<table aria-labelledby="${verdict}">
<thead><tr><th scope="col">Line</th><th scope="col">In the draft</th><th scope="col">In the sources</th><th scope="col">Checked</th></tr></thead>
<tbody>
${entries.map(rowOf).join('\n')}
</tbody>
</table>
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
<p>${escapeHtml(draft)}. ${escapeHtml(factSheetSummary(sheet))}</p>
</header>
<main>
${sections.join('')}</main>
</body>
</html>
`;
}

function rowOf({ range, text, verdict, messages, evidence }: FactSheetEntry): string {
  const problems = messages
    .map((message) => `<p class="message">${escapeHtml(message)}</p>`)
    .join('');
  const items = evidence
    .map(
      (one) =>
        `<li>${escapeHtml(one.text)} <cite>${escapeHtml(one.source)}:${one.line}</cite></li>`,
    )
    .join('');
  const sources = items === '' ? NO_EVIDENCE_TEXT[verdict] : `<ul>${items}</ul>`;
  return `<tr><th scope="row">${range.start.line + 1}</th><td>${escapeHtml(text)}${problems}</td><td>${sources}</td><td class="box">☐</td></tr>`;
}

/** Shown in place of evidence. A quote whose words are in the text of a source has no citation. */
const NO_EVIDENCE_TEXT: Readonly<Record<FactSheetEntry['verdict'], string>> = {
  supported: 'The same words',
  contradicted: 'See the message',
  unsupported: 'Nothing similar',
  unclear: 'Nothing similar',
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
:root { --text: #1d2127; --page: #ffffff; --faint: #57606a; --line: #d0d7de; --contradicted: #a4161a; --unsupported: #7a4d00; --supported: #1a6334; }
@media (prefers-color-scheme: dark) {
:root { --text: #e6e8eb; --page: #16181d; --faint: #a5adb8; --line: #3a414b; --contradicted: #ff9c93; --unsupported: #f0c36a; --supported: #86d9a3; }
}
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: var(--text); background: var(--page); font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0; }
h2 { font-size: 1.15rem; margin: 2rem 0 0.5rem; }
header p, cite { color: var(--faint); }
.contradicted h2, .contradicted .message { color: var(--contradicted); }
.unsupported h2, .unsupported .message { color: var(--unsupported); }
.supported h2, .supported .message { color: var(--supported); }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { padding: 0.5rem; border-top: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th:nth-child(1) { width: 2.5rem; }
th:nth-child(4) { width: 5.5rem; text-align: center; }
thead th { color: var(--faint); font-weight: 600; border-top: 0; }
tbody th { font-weight: 400; }
.message { margin: 0.25rem 0 0; font-weight: 600; }
ul { margin: 0; padding-left: 1.1rem; }
li + li { margin-top: 0.25rem; }
cite { font-style: normal; }
.box { font-size: 1.25rem; line-height: 1.2; text-align: center; }
@media print {
@page { margin: 15mm; }
:root { --text: #000000; --page: #ffffff; --faint: #333333; --line: #888888; --contradicted: #000000; --unsupported: #000000; --supported: #000000; }
body { max-width: none; margin: 0; padding: 0; font-size: 10pt; }
h2 { break-after: avoid; }
tr { break-inside: avoid; }
}
`;
const STYLE_HASH = 'sha256-r+WulOlnIYxjnpBgQM9SzPSdJQ2JZZLI+jC2TMsMI+s=';
