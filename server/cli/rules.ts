import { CODES, type Code, RULES, familyOf, isCode, isCodeOrFamily } from '../checks/rules.js';
import { historyOf } from '../checks/rulesPage.js';
import { type Paint, createPaint } from './colour.js';
import { EXIT, type Host, UsageError } from './host.js';
import { oneOf, readOptions } from './options.js';

const RULE_FORMATS = ['pretty', 'json'] as const;

/** `copydesk rules`. Resolves to the exit status; rejects with a `UsageError`. */
export async function rules(host: Host, args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, {
    format: { type: 'string', default: 'pretty' },
  });
  const format = oneOf('--format', RULE_FORMATS, values.format);
  if (positionals.length > 1) throw new UsageError('rules takes one code');
  const [selector] = positionals;
  if (selector !== undefined && !isCodeOrFamily(selector)) {
    throw new UsageError(`there is no rule “${selector}”; “copydesk rules” lists them all`);
  }
  const codes = CODES.filter(
    (code) => selector === undefined || [code, familyOf(code)].includes(selector),
  );
  const paint = createPaint(host.colour);
  if (format === 'json') await host.write(rulesJson(codes));
  else if (selector !== undefined && isCode(selector))
    await host.write(explanationOf(selector, paint));
  else await host.write(list(codes, paint));
  return EXIT.clean;
}

function rulesJson(codes: readonly Code[]): string {
  const rules = codes.map((code) => {
    const { isInFixAll, formerly = [], ...rule } = RULES[code];
    return { code, ...rule, fixAll: isInFixAll, formerly };
  });
  return `${JSON.stringify({ version: 1, rules }, undefined, 2)}\n`;
}

function list(codes: readonly Code[], paint: Paint): string {
  const width = Math.max(...codes.map((code) => code.length));
  return codes
    .map((code) => {
      const { severity, description } = RULES[code];
      return `${paint.bold(code.padEnd(width))}  ${severity.padEnd('information'.length)}  ${description}\n`;
    })
    .join('');
}

function explanationOf(code: Code, paint: Paint): string {
  const { title, severity, explanation, example, isInFixAll } = RULES[code];
  const fixAll = isInFixAll ? '“Fix all” applies its preferred fix.' : '“Fix all” leaves it alone.';
  const parts = [
    `${paint.bold(code)}  ${severity}  ${paint.dim(title)}`,
    ...explanation.split('\n\n').map(wrapped),
    wrapped(`${fixAll} ${historyOf(code)}`.trim()),
    ...(example.olderSource === undefined
      ? []
      : [exampleBlock('older', example.olderSource, paint.blue)]),
    ...(example.source === undefined ? [] : [exampleBlock('source', example.source, paint.blue)]),
    ...(example.houseStyle === undefined
      ? []
      : [exampleBlock('style', example.houseStyle, paint.blue)]),
    exampleBlock('wrong', example.wrong, paint.red),
    exampleBlock('right', example.right, paint.green),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The maximum width of a paragraph's line, in characters. */
const WIDTH = 80;

function wrapped(paragraph: string): string {
  const lines: string[] = [];
  for (const word of paragraph.split(/\s+/u)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trimStart();
    if (lines.length === 0 || longer.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.join('\n');
}

function exampleBlock(label: string, text: string, paint: (label: string) => string): string {
  const indent = ' '.repeat('  source  '.length);
  const block = text.replace(/^(?=.)/gmu, indent);
  return `  ${paint(label)}${block.slice(label.length + 2)}`;
}
