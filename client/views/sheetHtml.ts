import type { CheckState } from '../../protocol/checkState.js';
import { escapeHtml } from '../../protocol/escapeHtml.js';
import { evidencePlace, webPageOf } from '../../protocol/evidencePlace.js';
import {
  FACT_SHEET_TITLES,
  type FactSheet,
  type FactSheetEvidence,
  type FactSheetGroup,
  type SheetEntry,
  type SignableEntry,
  type WordsAtIssue,
  detailsOfName,
  isDecided,
  isRejected,
} from '../../protocol/factSheet.js';
import { opinionTitle } from '../../protocol/secondOpinion.js';
import { type ChosenEvidence, isSamePassage, signatureText } from '../../protocol/signOff.js';
import {
  FILTER_TITLES,
  type FactSheetFilter,
  type SheetGroup,
  type SheetRow,
  countLeft,
} from './sheetGroups.js';
import { welcomeHtml } from './sheetWelcome.js';

/** What the view shows. */
export interface ShownSheet {
  /** `undefined` while no draft is open. */
  readonly sheet: FactSheet | undefined;
  readonly groups: readonly SheetGroup[];
  readonly filter: FactSheetFilter;
  /** What the readers have not read yet, in a sentence; empty if nothing. */
  readonly progress: string;
  /** True if a model of the reporter's can be asked for its opinion. */
  readonly offersOpinions: boolean;
}

/** The groups that need work. The others are closed at first. */
const NEED_WORK: ReadonlySet<FactSheetGroup> = new Set([
  'corrections',
  'notes',
  'contradicted',
  'unsupported',
  'unclear',
]);

/**
 * The content of the fact sheet's view. Everything that can be clicked has the name of its action
 * in `data-act`.
 */
export function sheetHtml(shown: ShownSheet): string {
  const { sheet, groups, filter, progress } = shown;
  const rest =
    progress === '' ? '' : `<p class="progress" role="status">${escapeHtml(progress)}</p>`;
  if (sheet === undefined) return welcomeHtml('none');
  if (groups.length === 0 && filter === 'all') return `${welcomeHtml(sheet.state.kind)}${rest}`;
  const { headline, state } = sheet;
  const title = headline === '' ? '' : `<p class="headline">${escapeHtml(headline)}</p>`;
  const open = state.open === '' ? '' : `<p class="open">${escapeHtml(state.open)}</p>`;
  const nothing = groups.length === 0 ? '<p class="nothing">Nothing to show.</p>' : '';
  return `<header>${title}${open}${noticeHtml(state)}${rest}${filterHtml(filter)}</header>
${nothing}${groups.map((group) => groupHtml(group, shown)).join('\n')}`;
}

/** The state of a draft that was not checked against the reporter's sources. */
function noticeHtml({ kind, text, isSample }: CheckState): string {
  if (kind === 'checked' && !isSample) return '';
  const add =
    kind === 'noSources' || kind === 'uncovered'
      ? ' <button type="button" class="link" data-act="command" data-command="copydesk.addSource">Add Source…</button>'
      : '';
  return `<p class="notice">${escapeHtml(text)}${add}</p>`;
}

function filterHtml(filter: FactSheetFilter): string {
  const options = Object.entries(FILTER_TITLES).map(
    ([value, title]) =>
      `<option value="${value}"${value === filter ? ' selected' : ''}>${title}</option>`,
  );
  return `<label class="filter">Show <select id="filter">${options.join('')}</select></label>`;
}

function groupHtml({ group, rows }: SheetGroup, { filter, offersOpinions }: ShownSheet): string {
  const entries = rows.map(({ entry }) => entry);
  // Entries to be corrected have been decided on, but still need work.
  const isChecklist = filter === 'all' && group !== 'corrections';
  const count = isChecklist ? countLeft(entries) : String(rows.length);
  const open = NEED_WORK.has(group) || filter !== 'all' ? ' open' : '';
  return `<details class="group ${group}" data-group="${filter} ${group}"${open}><summary><h2><span class="sign" aria-hidden="true">${SIGNS[group]}</span>${FACT_SHEET_TITLES[group]} <span class="count">${count}</span></h2></summary>
<ul>${rows.map((row) => rowHtml(row, offersOpinions)).join('\n')}</ul></details>`;
}

/** Precedes the title of a group, so that colour alone does not distinguish it. */
const SIGNS: Readonly<Record<FactSheetGroup, string>> = {
  corrections: '✎',
  notes: '…',
  contradicted: '✕',
  unsupported: '?',
  unclear: '○',
  supported: '✓',
  names: '@',
  checked: '✓',
  dismissed: '–',
};

function rowHtml({ id, group, entry }: SheetRow, offersOpinions: boolean): string {
  const classes = ['row', ...(isDecided(entry) ? ['decided'] : []), ...warningOf(entry)];
  return `<li class="${classes.join(' ')}" data-id="${escapeHtml(id)}">${boxHtml(entry)}<div class="body"><button type="button" class="main" data-act="go" aria-expanded="false">${markedText(entry)}${aboutHtml(entry)}${opinionHtml(entry)}</button><div class="more" hidden>${moreHtml(entry, group, offersOpinions)}</div></div></li>`;
}

/** The words that a row emphasises. */
function warningOf(entry: SheetEntry): readonly string[] {
  if ('signOff' in entry && entry.signOff.reopened !== undefined) return ['reopened'];
  if ('figures' in entry && entry.isContradicted === true) return ['wrong'];
  return [];
}

function boxHtml(entry: SheetEntry): string {
  if (!('signOff' in entry)) return '<span class="nobox"></span>';
  const isChecked = isDecided(entry) && !isRejected(entry);
  return `<input type="checkbox" data-act="tick"${isChecked ? ' checked' : ''} aria-label="Checked: ${escapeHtml(entry.text)}">`;
}

function markedText(entry: SheetEntry): string {
  const { text } = entry;
  const issues = entry.kind === 'note' || isDecided(entry) ? [] : (entry.issues ?? []);
  let [html, at] = ['', 0];
  for (const { start, end } of issues) {
    html += `${escapeHtml(text.slice(at, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>`;
    at = end;
  }
  const quote = entry.kind === 'quote' ? ' quote' : '';
  return `<span class="text${quote}">${html}${escapeHtml(text.slice(at))}</span>`;
}

/**
 * The line below a text: who decided, why it is open again, or what the sources have in place of
 * the words at issue.
 */
function aboutHtml(entry: SheetEntry): string {
  const parts = aboutParts(entry).filter((part) => part !== '');
  const spans = parts.map(
    (part, index) =>
      `<span class="part">${escapeHtml(part)}${index < parts.length - 1 ? ' ·' : ''}</span>`,
  );
  return spans.length === 0 ? '' : `<span class="about">${spans.join(' ')}</span>`;
}

/** The answer of the reporter's own model, with a sign that no verdict has. */
function opinionHtml(entry: SheetEntry): string {
  const opinion = 'verdict' in entry ? entry.opinion : undefined;
  return opinion === undefined
    ? ''
    : `<span class="about opinion"><span class="sign" aria-hidden="true">②</span>${escapeHtml(opinionTitle(opinion))}</span>`;
}

function aboutParts(entry: SheetEntry): readonly string[] {
  if (entry.kind === 'note') return [entry.sentence];
  const { signatures = [], reopened } = 'signOff' in entry ? entry.signOff : {};
  const title = 'figures' in entry ? entry.title : '';
  if (signatures.length > 0) return [...signatures.map(statusText), title];
  if (reopened !== undefined) return ['reopened', title];
  const instead = (entry.issues ?? []).flatMap((issue) => insteadText(issue, entry.text));
  const [place] = entry.evidence;
  if (instead.length > 0) return [...instead, place === undefined ? '' : shortPlace(place)];
  return 'figures' in entry
    ? [title, entry.isContradicted === true ? (entry.messages[0] ?? '') : '']
    : [];
}

/** “checked by MO”, “wrong, says MO: ask the council”. */
function statusText({
  by,
  note,
  decision,
}: SignableEntry['signOff']['signatures'][number]): string {
  if (decision !== 'rejected') return `checked by ${by}`;
  return note === '' ? `wrong, says ${by}` : `wrong, says ${by}: ${note}`;
}

/** “900 → 700”. */
function insteadText({ start, end, instead }: WordsAtIssue, text: string): readonly string[] {
  return instead === undefined ? [] : [`${text.slice(start, end)} → ${instead}`];
}

function shortPlace(place: FactSheetEvidence): string {
  const whole = evidencePlace(place);
  return place.isFromArchive === true ? whole : (whole.split('/').at(-1) ?? whole);
}

/** The content of an expanded entry. */
function moreHtml(entry: SheetEntry, group: FactSheetGroup, offersOpinions: boolean): string {
  const line = `<p class="line">Line ${entry.range.start.line + 1}</p>`;
  if (entry.kind === 'note') return line;
  const signOff = 'signOff' in entry ? entry.signOff : undefined;
  const reason = 'decisions' in entry ? entry.reason : undefined;
  const texts = [
    ...(signOff?.signatures ?? []).map(signatureText),
    signOff?.reopened ?? '',
    ...('figures' in entry ? detailsOfName(entry) : []),
    ...entry.messages,
    reason === undefined ? '' : `Reason: ${reason}`,
  ].filter((text) => text !== '');
  const chosen = signOff?.evidence ?? [];
  const others = entry.evidence.filter((one) => !chosen.some((own) => isSamePassage(own, one)));
  const passages = [
    ...chosen.map((one, index) => passageHtml(one, 'chosen', index)),
    ...others.map((one) =>
      passageHtml(one, signOff === undefined ? 'plain' : 'shown', entry.evidence.indexOf(one)),
    ),
  ];
  return `${line}${texts.map((text) => `<p>${escapeHtml(text)}</p>`).join('')}${passages.join('')}<div class="actions">${actionsHtml(entry, group, offersOpinions)}</div>`;
}

/**
 * A passage with its place, and for an entry that can be signed a button that attaches it to the
 * entry or detaches it.
 */
function passageHtml(
  one: FactSheetEvidence | ChosenEvidence,
  kind: 'chosen' | 'shown' | 'plain',
  index: number,
): string {
  const stale = 'stale' in one ? `<p class="stale">${escapeHtml(one.stale ?? '')}</p>` : '';
  const icon = one.isConfidential === true ? 'confidential, ' : '';
  const place = escapeHtml(`${icon}${evidencePlace(one)}`);
  const canOpen = one.uri !== undefined || webPageOf(one) !== undefined;
  const opened = `data-list="${kind === 'chosen' ? 'chosen' : 'evidence'}" data-index="${index}"`;
  const cite = canOpen
    ? `<button type="button" class="link" data-act="open" ${opened}>${place}</button>`
    : `<span class="place">${place}</span>`;
  const play =
    'recording' in one
      ? `<button type="button" class="link" data-act="play" ${opened}>Play Recording</button> `
      : '';
  const tie =
    kind === 'plain' || one.isFromArchive === true
      ? ''
      : kind === 'chosen'
        ? `<button type="button" class="link" data-act="untie" ${opened}>Remove</button>`
        : `<button type="button" class="link" data-act="tie" ${opened}>Use as Evidence</button>`;
  const title = kind === 'chosen' ? '<span class="chosen">Evidence</span> ' : '';
  return `<blockquote class="${kind}">${title}${escapeHtml(one.text)}${stale}<footer>${cite} ${play}${tie}</footer></blockquote>`;
}

/** The buttons of an entry. The letter of each works as a key on its row. */
function actionsHtml(entry: SheetEntry, group: FactSheetGroup, offersOpinions: boolean): string {
  if (group === 'dismissed')
    return buttons([
      ['restore', 'Restore', 'r'],
      ['copy', 'Copy', 'y'],
    ]);
  const decide: readonly Button[] = isDecided(entry)
    ? [['reopen', 'Reopen', 'o']]
    : [
        ['check', 'Checked', 'c'],
        ['note', 'Checked, with a Note…', 'n'],
        ['reject', 'Wrong…', 'w'],
      ];
  return buttons([
    ...decide,
    ['find', 'Find in Sources…', 'f'],
    ...(offersOpinions && entry.kind === 'statement'
      ? ([['opinion', 'Second Opinion', 's']] as const)
      : []),
    ...('verdict' in entry ? ([['fix', 'Quick Fix…', 'x']] as const) : []),
    ['copy', 'Copy', 'y'],
  ]);
}

type Button = readonly [act: string, title: string, key: string];

function buttons(all: readonly Button[]): string {
  return all
    .map(
      ([act, title, key]) =>
        `<button type="button" data-act="${act}" data-key="${key}" aria-keyshortcuts="${key}">${title}</button>`,
    )
    .join('');
}
