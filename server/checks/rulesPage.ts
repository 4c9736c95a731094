import { memoize } from '../prose/memoize.js';
import { CODES, type Code, FAMILIES, type Family, RULES, familyOf } from './rules.js';

/** Where the page lies in the folder of the extension. */
export const RULES_PAGE = 'docs/rules.md';

const FIXED = CODES.filter((code) => RULES[code].isInFixAll).join(', ');

const INTRODUCTION = `# Rules

<!-- Generated from server/checks/rules.ts: change that, and run \`npm run rules\`. -->

Every finding has a code. Set its severity, or that of a whole family, with \`copydesk.severity\`. To suppress a finding, put a comment such as \`<!-- copydesk-ignore CODE: reason -->\` before its block, or use the quick fixes on its mark. On the command line, \`copydesk rules\` lists the rules and \`copydesk rules CODE\` explains one. “Fix all” applies the preferred fixes of ${FIXED}.`;

/** The page that explains every rule, as Markdown. */
export function rulesPage(): string {
  const families = Object.keys(FAMILIES) as readonly Family[];
  return `${[INTRODUCTION, overview(), ...families.flatMap(familySection)].join('\n\n')}\n`;
}

/** The 1-based line of the page on which the section about a code starts. */
export function lineInRulesPage(code: Code): number {
  return headingLines(CODES).get(code) ?? 1;
}

const headingLines = memoize((codes: readonly Code[]): ReadonlyMap<Code, number> => {
  const lines = rulesPage().split('\n');
  return new Map(codes.map((code) => [code, lines.indexOf(headingOf(code)) + 1]));
});

/** What a rule reports, with an example, as Markdown without a heading. */
export function ruleMarkdown(code: Code): string {
  const { explanation, example } = RULES[code];
  return [
    explanation,
    ...(example.olderSource === undefined
      ? []
      : [`Older source:\n\n${fenced(example.olderSource)}`]),
    ...(example.source === undefined ? [] : [`Source:\n\n${fenced(example.source)}`]),
    ...(example.houseStyle === undefined ? [] : [`House style:\n\n${fenced(example.houseStyle)}`]),
    `Wrong:\n\n${fenced(example.wrong)}`,
    `Right:\n\n${fenced(example.right)}`,
  ].join('\n\n');
}

/** Says in plain sentences which code a rule had before, or which rules were split off from it; empty if neither. */
export function historyOf(code: Code): string {
  const { formerly = [] } = RULES[code];
  const split = CODES.filter((other) => RULES[other].formerly?.includes(code));
  return [
    ...formerly.map(
      (former) => `Formerly part of ${former}; settings and suppressions that name it still apply.`,
    ),
    ...(split.length === 0
      ? []
      : [
          `Settings and suppressions that name it also apply to the rules split from it: ${split.join(', ')}.`,
        ]),
  ].join(' ');
}

function overview(): string {
  const rows = [
    ['code', 'severity', 'reports'],
    ...CODES.map((code) => {
      const { severity, description } = RULES[code];
      return [`[${code}](#${fragmentOf(code)})`, severity, description];
    }),
  ];
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [head, widths.map((width) => '-'.repeat(width)), ...body].map(line).join('\n');
}

function familySection(family: Family): readonly string[] {
  const codes = CODES.filter((code) => familyOf(code) === family);
  return [`## ${FAMILIES[family]}`, ...codes.flatMap(ruleSection)];
}

function ruleSection(code: Code): readonly string[] {
  const { title } = RULES[code];
  const history = historyOf(code);
  return [
    headingOf(code),
    `**${title}.** ${ruleMarkdown(code)}`,
    ...(history === '' ? [] : [history]),
  ];
}

function headingOf(code: Code): string {
  return `### ${code}`;
}

/** The fragment that Markdown renderers derive from the heading. */
function fragmentOf(code: Code): string {
  return code.replace('/', '');
}

function fenced(text: string): string {
  return `\`\`\`text\n${text}\n\`\`\``;
}
