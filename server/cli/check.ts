import type { Report } from '../checks/check.js';
import { analyse } from '../session/analysis.js';
import { explainClaims } from '../checks/claims/explanation.js';
import type { Severity } from '../checks/finding.js';
import { type LocatedSuppressions, locateSuppressions } from '../suppressions/findSuppressions.js';
import { atLeast } from '../checks/severity.js';
import { applyAllFixes } from '../features/codeActions/fixAll.js';
import { counted } from '../reference/summary.js';
import { type Prose, type TextFormat, formatOf, readProse } from '../prose/prose.js';
import { type CooperativeTask, runToCompletion } from '../prose/cooperativeTask.js';
import { LineMap } from '../prose/sourceMap.js';
import { LARGEST_TEXT, UnreadableError, decodeText, readUpTo } from '../workspace/workspace.js';
import { STANDARD_INPUT, draftsAt } from './drafts.js';
import type { CheckedFile } from './formats/checkedDraft.js';
import { explainedFormat } from './formats/explained.js';
import { githubFormat } from './formats/github.js';
import { jsonFormat } from './formats/json.js';
import { type Manner, prettyFormat } from './formats/pretty.js';
import { sarifFormat } from './formats/sarif.js';
import { EXIT, type Host, UsageError } from './host.js';
import { type Known, knownFrom } from './known.js';
import { oneOf, readOptions } from './options.js';

const FORMATS = ['pretty', 'json', 'sarif', 'github'] as const;
const BARS = ['error', 'warning', 'information', 'never'] as const;

/**
 * `copydesk check`. Every draft that can be read is checked; those that cannot are told. Resolves to
 * the exit status; rejects with a `UsageError` or an `UnreadableError`.
 */
export async function check(host: Host, args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, {
    sources: { type: 'string', multiple: true },
    cache: { type: 'string' },
    format: { type: 'string', default: 'pretty' },
    fix: { type: 'boolean', default: false },
    hints: { type: 'boolean', default: false },
    explain: { type: 'boolean', default: false },
    'fail-on': { type: 'string', default: 'warning' },
  });
  const format = oneOf('--format', FORMATS, values.format);
  const bar = oneOf('--fail-on', BARS, values['fail-on']);
  if (positionals.length === 0) {
    throw new UsageError('name a draft to check, a folder, or “-” for standard input');
  }
  if (positionals.includes('')) {
    throw new UsageError('the name of a draft is empty, as of a variable that was not set');
  }
  if (values.sources?.includes('') === true) {
    throw new UsageError('--sources is empty, as of a variable that was not set');
  }
  if (values.fix && positionals.includes(STANDARD_INPUT)) {
    throw new UsageError('--fix needs a file to write to; standard input has none');
  }
  if (values.hints && format !== 'pretty') {
    throw new UsageError(`--hints goes with --format pretty, not ${format}`);
  }
  if (values.explain && format !== 'pretty') {
    throw new UsageError(`--explain goes with --format pretty, not ${format}`);
  }

  const known = await knownFrom(host, values.sources, values.cache, positionals);
  const { paths, complete } = await draftsFrom(host, positionals, known);
  const named = new Set(positionals.map((place) => host.workspace.uriOf(place)));
  const drafts: CheckedFile[] = [];
  const decided = new Map<string, LocatedSuppressions>();
  for (const [done, path] of paths.entries()) {
    host.report(`Checked ${done} of ${counted(paths.length, 'draft')}`);
    try {
      const decisions = await locateSuppressions(host.workspace, path);
      if (decisions !== undefined) decided.set(decisions.path, decisions);
      const text = await textOf(host, path, named);
      const desk = deskFor(host, path, known, decisions);
      const draft = await checkFile(host, path, text, desk, values.fix);
      drafts.push(values.explain ? explained(draft, known) : draft);
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      host.tell(`copydesk: ${error.message}`);
    }
  }
  host.report('');
  for (const decisions of decided.values()) tellProblems(host, decisions);
  if (drafts.length > 0)
    await host.write(rendered(drafts, format, known, { ...host, hints: values.hints }));

  const sound = [...decided.values()].every(({ problems }) => problems.length === 0);
  const allRead = complete && drafts.length === paths.length;
  if (!allRead || !known.sound || !sound) return EXIT.unusable;
  return bar !== 'never' && drafts.some((draft) => reaches(draft, bar)) ? EXIT.found : EXIT.clean;
}

/** The drafts that the arguments name, each once; where one leads to none, that is told. */
async function draftsFrom(
  host: Host,
  places: readonly string[],
  { sources }: Known,
): Promise<{ readonly paths: readonly string[]; readonly complete: boolean }> {
  const paths = new Map<string, string>();
  let complete = true;
  for (const place of places) {
    try {
      for (const path of await draftsAt(host.workspace, place, sources)) {
        const address = path === STANDARD_INPUT ? path : host.workspace.uriOf(path);
        if (!paths.has(address)) paths.set(address, path);
      }
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      host.tell(`copydesk: ${error.message}`);
      complete = false;
    }
  }
  return { paths: [...paths.values()], complete };
}

function explained(draft: CheckedFile, { reference }: Known): CheckedFile {
  return { ...draft, explanations: explainClaims(draft.prose, reference) };
}

/** Reads a draft as the desk of its folder does. */
type Desk = (draft: Prose) => CooperativeTask<Report>;

function deskFor(
  { workspace }: Host,
  path: string,
  { reference }: Known,
  found: LocatedSuppressions | undefined,
): Desk {
  return (draft) => analyse(draft, reference, found, workspace.uriOf(path));
}

/** Tells what is wrong with a decisions file, with line. */
function tellProblems(host: Host, { path, text, problems }: LocatedSuppressions): void {
  const lines = new LineMap(text);
  for (const { span, message } of problems) {
    host.tell(`copydesk: ${path}:${lines.position(span.start).line + 1}: ${message}`);
  }
}

async function checkFile(
  host: Host,
  path: string,
  text: string,
  desk: Desk,
  fix: boolean,
): Promise<CheckedFile> {
  const format: TextFormat = path === STANDARD_INPUT ? 'markdown' : formatOf(path);
  const read = readProse(text, format);
  const prose = fix ? runToCompletion(applyAllFixes(read, format, desk)) : read;
  if (prose.text !== text) await host.save(path, prose.text);
  return { path, prose, report: runToCompletion(desk(prose)) };
}

/** The text of a draft; one whose address is not among those that were `named` was found in a folder. */
async function textOf(host: Host, path: string, named: ReadonlySet<string>): Promise<string> {
  const { workspace } = host;
  if (path !== STANDARD_INPUT) {
    return named.has(workspace.uriOf(path)) ? workspace.readNamed(path) : workspace.readText(path);
  }
  const name = 'standard input';
  return decodeText(await readUpTo(host.input, LARGEST_TEXT, name), name);
}

function rendered(
  drafts: readonly CheckedFile[],
  format: (typeof FORMATS)[number],
  known: Known,
  host: Pick<Host, 'version'> & Manner,
): string {
  switch (format) {
    case 'pretty':
      return [explainedFormat(drafts, host.colour), prettyFormat(drafts, known.description, host)]
        .filter((text) => text !== '')
        .join('\n');
    case 'json':
      return jsonFormat(drafts);
    case 'sarif':
      return sarifFormat(drafts, host.version);
    case 'github':
      return githubFormat(drafts);
  }
}

function reaches({ report }: CheckedFile, bar: Severity): boolean {
  return report.findings.some(({ severity }) => atLeast(severity, bar));
}
