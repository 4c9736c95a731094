import { departuresFrom } from '../checks/houseStyle/houseStyle.js';
import { type StyleRule, ruleText } from '../checks/houseStyle/styleRule.js';
import { type LocatedStyle, locateStyle } from '../houseStyle/locateStyle.js';
import { SAMPLE_STYLE } from '../houseStyle/sampleStyle.js';
import { STYLE_FILE, parseStyle } from '../houseStyle/styleFile.js';
import { testStyle } from '../houseStyle/styleTest.js';
import { readValeRule, styleLines } from '../houseStyle/valeRule.js';
import { runToCompletion } from '../prose/cooperativeTask.js';
import { formatOf, readProse } from '../prose/prose.js';
import { LineMap } from '../prose/sourceMap.js';
import { countWithNoun } from '../reference/summary.js';
import { UnreadableError } from '../workspace/workspace.js';
import { type Paint, createPaint, printable } from './colour.js';
import { EXIT, type Host, UsageError } from './host.js';
import { oneOf, readOptions } from './options.js';

const ACTIONS = ['test', 'audit', 'import', 'sample'] as const;

/**
 * `copydesk style`: tests a house style, counts how often its rules fire, imports rules of Vale, or
 * prints the sample. Resolves to the exit status; rejects with a `UsageError` or an
 * `UnreadableError`.
 */
export async function style(host: Host, args: readonly string[]): Promise<number> {
  const [word, ...rest] = args;
  const action = ACTIONS.find((one) => one === word);
  switch (action) {
    case 'test':
      return test(host, rest);
    case 'audit':
      return audit(host, rest);
    case 'import':
      return importVale(host, rest);
    case 'sample':
      await host.write(SAMPLE_STYLE);
      return EXIT.clean;
    case undefined:
      throw new UsageError(
        word === undefined
          ? 'name what to do with a house style: test, audit, import or sample'
          : `style takes test, audit, import or sample, not “${word}”`,
      );
  }
}

async function test(host: Host, args: readonly string[]): Promise<number> {
  const { positionals } = readOptions(args, {});
  const [file, ...others] = positionals;
  if (others.length > 0) throw new UsageError('name one house style');
  const located = await loadStyle(host, file, '.');
  const { examples, incomplete, failures } = testStyle(located.style);
  for (const { rule, message } of failures)
    await host.write(`${printable(`${located.path}:${rule.line}: ${message}`)}\n`);
  const outcome =
    failures.length === 0 ? 'all as they should be' : `${failures.length} not as they should be`;
  await host.write(
    `${countWithNoun(located.style.rules.length, 'rule')}, ${countWithNoun(examples, 'example')}: ${outcome}.` +
      (incomplete.length === 0
        ? '\n'
        : ` ${countWithNoun(incomplete.length, 'rule')} without a wrong and a right example, the first on line ${incomplete[0]?.line ?? 0}.\n`),
  );
  if (located.problems.length > 0) return EXIT.unusable;
  return failures.length === 0 ? EXIT.clean : EXIT.found;
}

/** How often a rule fires. */
interface RuleCount {
  readonly rule: StyleRule;
  findings: number;
  articles: number;
  /** The first place: “old/pier.md:3”, with the words there. */
  first?: { readonly file: string; readonly line: number; readonly words: string };
}

/** Articles in a folder. */
const ARTICLES = ['**/*.md', '**/*.markdown', '**/*.txt'];

async function audit(host: Host, args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, {
    style: { type: 'string' },
    format: { type: 'string', default: 'pretty' },
  });
  const format = oneOf('--format', ['pretty', 'json'], values.format);
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0)
    throw new UsageError('name one folder with old articles');
  const located = await loadStyle(host, values.style, folder);
  const paths = await host.workspace.find(ARTICLES, folder);
  if (paths.length === 0)
    throw new UnreadableError(`${folder} contains no articles (Markdown or text files)`);
  const counts = new Map(
    located.style.rules.map((rule): [StyleRule, RuleCount] => [
      rule,
      { rule, findings: 0, articles: 0 },
    ]),
  );
  let [articles, words] = [0, 0];
  for (const [done, path] of paths.entries()) {
    host.showProgress(`Read ${done} of ${countWithNoun(paths.length, 'article')}`);
    const text = await readArticle(host, path);
    if (text === undefined) continue;
    articles++;
    words += text.match(/\S+/gu)?.length ?? 0;
    count(located, path, text, counts);
  }
  host.showProgress('');
  const rules = [...counts.values()].sort((a, b) => b.findings - a.findings);
  await host.write(
    format === 'json'
      ? `${JSON.stringify(auditJson(articles, words, rules))}\n`
      : prettyAudit(articles, words, rules, located.path, createPaint(host.colour)),
  );
  return articles === paths.length && located.problems.length === 0 ? EXIT.clean : EXIT.unusable;
}

async function readArticle(host: Host, path: string): Promise<string | undefined> {
  try {
    return await host.workspace.readText(path);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    host.warn(`copydesk: ${error.message}`);
    return undefined;
  }
}

function count(
  { style }: LocatedStyle,
  file: string,
  text: string,
  counts: ReadonlyMap<StyleRule, RuleCount>,
): void {
  const prose = readProse(text, formatOf(file));
  const fired = new Set<StyleRule>();
  for (const { block, departure } of runToCompletion(departuresFrom(style, prose))) {
    const { rule, span } = departure;
    const counted = counts.get(rule);
    if (counted === undefined) continue;
    counted.findings++;
    if (!fired.has(rule)) counted.articles++;
    fired.add(rule);
    counted.first ??= {
      file,
      line: prose.lines.position(block.map.toDraft(span.start, span.end).start).line + 1,
      words: block.text.slice(span.start, span.end),
    };
  }
}

function auditJson(articles: number, words: number, rules: readonly RuleCount[]): object {
  return {
    ...{ version: 1, articles, words },
    rules: rules.map(({ rule, findings, articles: inArticles, first }) => ({
      ...{ code: `house/${rule.kind}`, rule: ruleText(rule), line: rule.line },
      ...{ findings, articles: inArticles, ...(first === undefined ? {} : { first }) },
    })),
  };
}

function prettyAudit(
  articles: number,
  words: number,
  rules: readonly RuleCount[],
  path: string,
  paint: Paint,
): string {
  const widths = [7, 'articles'.length];
  const row = (cells: readonly (string | number)[], rest: string): string =>
    `${cells.map((cell, index) => String(cell).padStart(widths[index] ?? 0)).join('  ')}  ${rest}\n`;
  return [
    `${countWithNoun(articles, 'article')}, ${words.toLocaleString('en')} words\n\n`,
    row(['times', 'articles'], 'rule'),
    ...rules.map(({ rule, findings, articles: inArticles, first }) => {
      const where =
        first === undefined
          ? ''
          : paint.dim(`, first “${first.words}” in ${first.file}:${first.line}`);
      return row(
        [findings, inArticles],
        `${printable(`${ruleText(rule)} (${path}:${rule.line})`)}${where}`,
      );
    }),
  ].join('');
}

async function importVale(host: Host, args: readonly string[]): Promise<number> {
  const { positionals } = readOptions(args, {});
  if (positionals.length === 0) throw new UsageError('name rules of Vale, or folders of them');
  const lines = ['rules:'];
  let [imported, isComplete] = [0, true];
  for (const argument of positionals) {
    const isFolder = (await host.workspace.kind(argument)) === 'folder';
    const paths = isFolder ? await host.workspace.find(['**/*.yml'], argument) : [argument];
    if (paths.length === 0) throw new UnreadableError(`${argument} contains no rules (.yml files)`);
    for (const path of paths) {
      const { rules, leftOut } = readValeRule(await host.workspace.readText(path));
      for (const reason of leftOut) host.warn(`copydesk: ${path}: left out: ${reason}`);
      isComplete &&= leftOut.length === 0;
      imported += rules.length;
      if (rules.length > 0) lines.push(`  # ${path}`, ...styleLines(rules));
    }
  }
  await host.write(`${lines.join('\n')}\n`);
  host.warn(`copydesk: ${countWithNoun(imported, 'rule')} imported`);
  return isComplete ? EXIT.clean : EXIT.found;
}

/**
 * The house style in a file, otherwise the nearest one of a folder; its problems are printed.
 * Rejects with an `UnreadableError`.
 */
async function loadStyle(
  host: Host,
  file: string | undefined,
  folder: string,
): Promise<LocatedStyle> {
  const { workspace } = host;
  const located =
    file === undefined
      ? ((await locateStyle(workspace, `${folder}/article.md`)) ??
        (await locateStyle(workspace, 'article.md')))
      : await readStyle(host, file);
  if (located === undefined)
    throw new UnreadableError(
      `there is no ${STYLE_FILE} with “rules:” here or above; “copydesk style sample” prints one to start from`,
    );
  const lines = new LineMap(located.text);
  for (const { span, message } of located.problems)
    host.warn(`copydesk: ${located.path}:${lines.position(span.start).line + 1}: ${message}`);
  return located;
}

async function readStyle({ workspace }: Host, path: string): Promise<LocatedStyle> {
  const text = await workspace.readNamed(path);
  const { style: read, problems } = parseStyle(text);
  if (read === undefined) throw new UnreadableError(`${path} has no “rules:”`);
  return { path, uri: workspace.uriOf(path), text, style: read, problems };
}
