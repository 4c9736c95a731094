import { evidencePlace } from '../../../protocol/evidencePlace.js';
import { claimsSummary, statusOfClaims } from '../../features/verdictSummary.js';
import type { Claim, Evidence, Finding, FoundBy, Opinion } from '../../checks/finding.js';
import { opinionTexts } from '../../features/opinionTexts.js';
import type { Severity } from '../../checks/rules.js';
import type { Prose } from '../../prose/prose.js';
import type { Span } from '../../prose/span.js';
import { countWithNoun } from '../../reference/summary.js';
import { type Paint, createPaint, printable } from '../colour.js';
import type { CheckedFile } from './checkedDraft.js';

/** How findings are shown. */
export interface PrettyOptions {
  readonly colour: boolean;
  /** False to count hints without showing them. */
  readonly hints: boolean;
}

/**
 * The findings for a reader at a terminal, draft by draft, then a summary. `basis` says in a
 * sentence what the drafts were checked against.
 */
export function prettyFormat(
  drafts: readonly CheckedFile[],
  basis: string,
  { colour, hints }: PrettyOptions,
): string {
  const paint = createPaint(colour);
  const blocks = drafts.flatMap((draft) => [
    ...draft.report.findings
      .filter(({ severity }) => hints || severity !== 'hint')
      .map((finding) => findingBlock(finding, draft, paint)),
    ...draft.report.claims
      .filter(({ isFromArchive }) => isFromArchive)
      .map((claim) => archiveBlock(claim, draft, paint)),
    ...draft.report.claims.flatMap(({ span, opinion }) =>
      opinion === undefined ? [] : [opinionBlock(span, opinion, draft, paint)],
    ),
  ]);
  return [...blocks, `${summary(drafts, paint, hints)}\n${paint.dim(basis)}\n`].join('\n');
}

function findingBlock(
  finding: Finding,
  { path, prose, explanations }: CheckedFile,
  paint: Paint,
): string {
  const place = placeOf(finding.span, path, prose);
  const excerpt = printable(prose.text.slice(finding.span.start, finding.span.end));
  return [
    `${paint.bold(printable(place))}  ${severityWord(finding.severity, paint)}  ${paint.dim(finding.code)}`,
    ...(excerpt === '' ? [] : [`  ${paint.dim(shorten(excerpt))}`]),
    `  ${printable(finding.message)}`,
    ...(finding.related ?? []).map(
      ({ span, text }) =>
        `    ${paint.blue('draft')}   ${printable(`${nameOf(path)}:${prose.lines.position(span.start).line + 1}`)}  ${paint.dim(printable(text))}`,
    ),
    ...finding.evidence.map((evidence) => evidenceLine(evidence, paint)),
    ...(explanations === undefined || finding.foundBy === undefined
      ? []
      : [`    ${paint.dim('found')}   ${FINDERS[finding.foundBy]}`]),
    ...finding.fixes.map(({ title }) => `    ${paint.green('fix')}     ${printable(title)}`),
    '',
  ].join('\n');
}

/** The passages of the newsroom's archive for a claim that no source answers. */
function archiveBlock(
  { span, note = '', evidence }: Claim,
  { path, prose }: CheckedFile,
  paint: Paint,
): string {
  return [
    `${paint.bold(printable(placeOf(span, path, prose)))}  archive`,
    `  ${paint.dim(shorten(printable(prose.text.slice(span.start, span.end))))}`,
    `  ${printable(note)}`,
    ...evidence.map((one) => evidenceLine(one, paint)),
    '',
  ].join('\n');
}

/** The opinion of the reporter's own model about a claim. */
function opinionBlock(
  span: Span,
  opinion: Opinion,
  { path, prose }: CheckedFile,
  paint: Paint,
): string {
  return [
    `${paint.bold(printable(placeOf(span, path, prose)))}  second opinion`,
    `  ${paint.dim(shorten(printable(prose.text.slice(span.start, span.end))))}`,
    `  ${printable(opinionTexts(opinion).join(' '))}`,
    ...opinion.evidence.map((one) => evidenceLine(one, paint)),
    '',
  ].join('\n');
}

function placeOf({ start }: Span, path: string, prose: Prose): string {
  const { line, character } = prose.lines.position(start);
  return `${nameOf(path)}:${line + 1}:${character + 1}`;
}

function nameOf(path: string): string {
  return path === '-' ? 'standard input' : path;
}

const FINDERS: Readonly<Record<FoundBy, string>> = {
  rule: 'by a rule',
  reader: 'by the sentence reader',
};

function evidenceLine(evidence: Evidence, paint: Paint): string {
  return `    ${paint.blue('source')}  ${printable(placeWithLink(evidence))}  ${paint.dim(printable(evidence.text))}`;
}

/** “notes.md:3”, “archive, 12 March 2021, Two ferries (https://news.example/1)”. */
export function placeWithLink(evidence: Evidence): string {
  const { link } = evidence;
  return link === undefined ? evidencePlace(evidence) : `${evidencePlace(evidence)} (${link})`;
}

function severityWord(severity: Severity, paint: Paint): string {
  if (severity === 'error') return paint.red(severity);
  return severity === 'warning' ? paint.yellow(severity) : severity;
}

/** In UTF-16 units; enough to recognise the passage. */
const MAX_EXCERPT_LENGTH = 100;

function shorten(text: string): string {
  if (text.length <= MAX_EXCERPT_LENGTH) return text;
  const head = text.slice(0, MAX_EXCERPT_LENGTH);
  return `${head.slice(0, Math.max(head.lastIndexOf(' '), MAX_EXCERPT_LENGTH / 2))} …`;
}

function summary(drafts: readonly CheckedFile[], paint: Paint, hints: boolean): string {
  const findings = drafts.flatMap(({ report }) => report.findings);
  const claims = drafts.flatMap(({ report }) => report.claims.map(statusOfClaims(report)));
  const countOf = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const counts = [
    { count: countOf('error'), text: countWithNoun(countOf('error'), 'error') },
    { count: countOf('warning'), text: countWithNoun(countOf('warning'), 'warning') },
    { count: countOf('information'), text: countWithNoun(countOf('information'), 'note') },
    {
      count: countOf('hint'),
      text: `${countWithNoun(countOf('hint'), 'hint')}${hints ? '' : ' not shown'}`,
    },
  ]
    .filter(({ count }) => count > 0)
    .map(({ text }) => text);
  const withFindings = drafts.filter(({ report }) => report.findings.length > 0).length;
  const share = withFindings > 0 && withFindings < drafts.length ? `${withFindings} of ` : '';
  const where = `${share}${countWithNoun(drafts.length, 'draft')}`;
  return [
    `${counts.length === 0 ? paint.green('No problems') : paint.bold(counts.join(', '))} in ${where}.`,
    ...(claims.length === 0 ? [] : [`${claimsSummary(claims)}.`]),
  ].join(' ');
}
