import type { Evidence, Finding, Severity, Verdict } from '../../checks/finding.js';
import { counted } from '../../reference/summary.js';
import { type Paint, createPaint, printable } from '../colour.js';
import type { CheckedFile } from './checkedDraft.js';

const VERDICTS: readonly Verdict[] = ['supported', 'contradicted', 'unsupported'];

/** How findings are to be shown. */
export interface Manner {
  readonly colour: boolean;
  /** False where hints are for the editor, and only counted. */
  readonly hints: boolean;
}

/**
 * The findings for a person at a terminal, draft by draft, then a summary. `against` says what the
 * drafts were held against.
 */
export function prettyFormat(
  drafts: readonly CheckedFile[],
  against: string,
  { colour, hints }: Manner,
): string {
  const paint = createPaint(colour);
  const blocks = drafts.flatMap((draft) =>
    draft.report.findings
      .filter(({ severity }) => hints || severity !== 'hint')
      .map((finding) => findingBlock(finding, draft, paint)),
  );
  return [
    ...blocks,
    `${summary(drafts, paint, hints)}\n${paint.dim(`Held against ${against}.`)}\n`,
  ].join('\n');
}

function findingBlock(finding: Finding, { path, prose }: CheckedFile, paint: Paint): string {
  const { line, character } = prose.lines.position(finding.span.start);
  const place = `${path === '-' ? 'standard input' : path}:${line + 1}:${character + 1}`;
  const excerpt = printable(prose.text.slice(finding.span.start, finding.span.end));
  return [
    `${paint.bold(printable(place))}  ${severityWord(finding.severity, paint)}  ${paint.dim(finding.code)}`,
    ...(excerpt === '' ? [] : [`  ${paint.dim(shorten(excerpt))}`]),
    `  ${printable(finding.message)}`,
    ...finding.evidence.map((evidence) => evidenceLine(evidence, paint)),
    ...finding.fixes.map(({ title }) => `    ${paint.green('mend')}    ${printable(title)}`),
    '',
  ].join('\n');
}

function evidenceLine({ source, line, text }: Evidence, paint: Paint): string {
  return `    ${paint.blue('source')}  ${printable(`${source}:${line}`)}  ${paint.dim(printable(text))}`;
}

function severityWord(severity: Severity, paint: Paint): string {
  if (severity === 'error') return paint.red(severity);
  return severity === 'warning' ? paint.yellow(severity) : severity;
}

/** Long enough to know the place by, in UTF-16 units. */
const EXCERPT = 100;

function shorten(text: string): string {
  if (text.length <= EXCERPT) return text;
  const head = text.slice(0, EXCERPT);
  return `${head.slice(0, Math.max(head.lastIndexOf(' '), EXCERPT / 2))} …`;
}

function summary(drafts: readonly CheckedFile[], paint: Paint, hints: boolean): string {
  const findings = drafts.flatMap(({ report }) => report.findings);
  const claims = drafts.flatMap(({ report }) => report.claims);
  const many = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const told = [
    { count: many('error'), text: counted(many('error'), 'error') },
    { count: many('warning'), text: counted(many('warning'), 'warning') },
    { count: many('information'), text: counted(many('information'), 'note') },
    { count: many('hint'), text: `${counted(many('hint'), 'hint')}${hints ? '' : ' not shown'}` },
  ]
    .filter(({ count }) => count > 0)
    .map(({ text }) => text);
  const verdicts = VERDICTS.map(
    (verdict) => `${claims.filter((claim) => claim.verdict === verdict).length} ${verdict}`,
  );
  const marked = drafts.filter(({ report }) => report.findings.length > 0).length;
  const some = marked > 0 && marked < drafts.length ? `${marked} of ` : '';
  const where = `${some}${counted(drafts.length, 'draft')}`;
  return [
    `${told.length === 0 ? paint.green('Nothing to tell') : paint.bold(told.join(', '))} in ${where}.`,
    ...(claims.length === 0 ? [] : [`${counted(claims.length, 'claim')}: ${verdicts.join(', ')}.`]),
  ].join(' ');
}
