import {
  DEFAULT_PATIENCE_SECONDS,
  DEFAULT_REQUESTS_PER_HOUR,
} from '../../protocol/secondOpinion.js';
import type { Archive, ArchivedPassages } from '../archive/archive.js';
import type { CheckBasis, Report } from '../checks/check.js';
import type { ArchiveEvidence } from '../reference/archiveEvidence.js';
import { ArchiveSearch, type Searched, withArchiveAnswers } from '../session/archiveSearch.js';
import { analyse } from '../session/draftAnalysis.js';
import { withAllReadings } from '../session/readingRounds.js';
import { withArchiveExplanations } from '../checks/archiveExplanation.js';
import { explainClaims } from '../checks/claims/explanation.js';
import { isOpenNote } from '../checks/sentences/checkSentences.js';
import {
  type LocatedSuppressions,
  locateSuppressions,
} from '../suppressions/locateSuppressions.js';
import { type LocatedStyle, locateStyle } from '../houseStyle/locateStyle.js';
import { atLeast } from '../checks/severity.js';
import { shareableExplanation, shareableReport } from '../checks/shareable.js';
import { checkStateOf, referenceNotice } from '../features/checkState.js';
import { applyAllFixes } from '../features/codeActions/fixAll.js';
import type { ReadingQueue } from '../inference/readingQueue.js';
import { NO_READINGS, type Readings } from '../inference/readings.js';
import { NO_REFERENCE } from '../reference/reference.js';
import type { SourceIndex } from '../reference/sourceIndex.js';
import { countWithNoun } from '../reference/summary.js';
import { type Prose, type TextFormat, formatOf, readProse } from '../prose/prose.js';
import { type CooperativeTask, runToCompletion } from '../prose/cooperativeTask.js';
import { LineMap } from '../prose/sourceMap.js';
import { MAX_TEXT_BYTES, UnreadableError, decodeText, readUpTo } from '../workspace/workspace.js';
import { isWordDraft, wordDraft } from '../sources/wordDraft.js';
import { STANDARD_INPUT, resolveDrafts } from './drafts.js';
import type { CheckedFile } from './formats/checkedDraft.js';
import { explainedFormat } from './formats/explained.js';
import { githubFormat } from './formats/github.js';
import { jsonFormat } from './formats/json.js';
import { type PrettyOptions, prettyFormat } from './formats/pretty.js';
import { sarifFormat } from './formats/sarif.js';
import { EXIT, type Host, UsageError } from './host.js';
import { type LoadedReference, loadReference } from './loadSources.js';
import {
  CHECKING,
  type CheckingOptions,
  checkingOptions,
  oneOf,
  positive,
  readOptions,
} from './options.js';
import type { CommandOpinions, OpinionOptions } from './secondOpinion.js';

const FORMATS = ['pretty', 'json', 'sarif', 'github'] as const;
const FAIL_LEVELS = ['error', 'warning', 'information', 'never', 'tk'] as const;

/**
 * `copydesk check`. Checks every draft that can be read and reports those that cannot. Resolves to the
 * exit status; rejects with a `UsageError` or an `UnreadableError`.
 */
export async function check(host: Host, args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, {
    sources: { type: 'string', multiple: true },
    cache: { type: 'string' },
    format: { type: 'string', default: 'pretty' },
    fix: { type: 'boolean', default: false },
    hints: { type: 'boolean', default: false },
    explain: { type: 'boolean', default: false },
    archive: { type: 'string' },
    'second-opinion': { type: 'string' },
    model: { type: 'string' },
    'with-confidential': { type: 'boolean', default: false },
    'answer-within': { type: 'string' },
    requests: { type: 'string' },
    'fail-on': { type: 'string', multiple: true },
    ...CHECKING,
  });
  const format = oneOf('--format', FORMATS, values.format);
  const options = checkingOptions(values);
  const fails = failureTest(values['fail-on']);
  const wanted = opinionOptions(values);
  if (positionals.length === 0) {
    throw new UsageError('name a draft or folder to check, or “-” for standard input');
  }
  if (positionals.includes('')) {
    throw new UsageError('the name of a draft is empty; is a variable not set?');
  }
  if (values.sources?.includes('') === true) {
    throw new UsageError('--sources is empty; is a variable not set?');
  }
  if (values.fix && positionals.includes(STANDARD_INPUT)) {
    throw new UsageError('--fix needs a file to write to; standard input has none');
  }
  if (values.fix && positionals.some((path) => isWordDraft(path))) {
    throw new UsageError('--fix does not change Word documents; save the draft as Markdown first');
  }
  if (values.hints && format !== 'pretty') {
    throw new UsageError(`--hints works only with --format pretty, not ${format}`);
  }
  if (values.explain && format !== 'pretty') {
    throw new UsageError(`--explain works only with --format pretty, not ${format}`);
  }

  const loaded = await loadReference(host, values.sources, values.cache, positionals);
  const { paths, complete } = await resolveAllDrafts(host, positionals, loaded);
  const named = new Set(positionals.map((argument) => host.workspace.uriOf(argument)));
  const drafts: CheckedFile[] = [];
  const reader = values['no-reader'] ? undefined : host.reader(values.cache);
  const archive =
    values.archive === undefined ? undefined : await openArchive(host, values.archive);
  const search = archive && new ArchiveSearch(archive);
  const opinions =
    wanted === undefined ? undefined : await openOpinions(host, wanted, loaded.indexes);
  const ownFiles = new Map<string, LocatedSuppressions | LocatedStyle>();
  for (const [done, path] of paths.entries()) {
    host.showProgress(`Checked ${done} of ${countWithNoun(paths.length, 'draft')}`);
    try {
      const suppressions = await locateSuppressions(host.workspace, path);
      const style = await locateStyle(host.workspace, path);
      for (const file of [suppressions, style])
        if (file !== undefined) ownFiles.set(file.path, file);
      const text = await draftText(host, path, named);
      const draftOptions = { ...options, houseStyle: style?.style };
      const draftCheck = draftCheckFor(host, path, loaded, draftOptions, suppressions);
      const checked = await checkFile(host, path, text, draftCheck, reader, values.fix, search);
      const readings = reader?.readings ?? NO_READINGS;
      const draft = opinions === undefined ? checked : await opinions.on(checked, readings);
      drafts.push(shareableDraft(values.explain ? withExplanations(draft, readings) : draft));
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      host.warn(`copydesk: ${error.message}`);
    }
  }
  await reader?.flush();
  reader?.stop();
  await archive?.close();
  host.showProgress('');
  await opinions?.end();
  for (const { path } of drafts.filter((draft) => isWordDraft(draft.path))) {
    host.warn(`copydesk: ${path} was converted to Markdown, whose lines and offsets are given`);
  }
  for (const { path, report } of drafts)
    for (const message of report.leftOut) host.warn(`copydesk: ${path}: ${message}`);
  for (const file of ownFiles.values()) warnAboutProblems(host, file);
  const isArchived = archive !== undefined && !archive.hasFailed;
  if (drafts.length > 0)
    await host.write(
      rendered(drafts, format, loaded, {
        ...host,
        ...{ hints: values.hints, isArchived, askedModel: opinions?.name },
      }),
    );

  const allValid = [...ownFiles.values()].every(({ problems }) => problems.length === 0);
  const allAnswered = isArchived || values.archive === undefined;
  const allRead =
    allAnswered && opinions?.hasFailed !== true && complete && drafts.length === paths.length;
  if (!allRead || !loaded.isComplete || !allValid) return EXIT.unusable;
  return drafts.some(fails) ? EXIT.found : EXIT.clean;
}

/** The model for second opinions; `undefined` for none. Throws a `UsageError`. */
function opinionOptions(values: {
  readonly 'second-opinion'?: string | undefined;
  readonly model?: string | undefined;
  readonly 'with-confidential': boolean;
  readonly 'answer-within'?: string | undefined;
  readonly requests?: string | undefined;
  readonly cache?: string | undefined;
}): OpinionOptions | undefined {
  const { 'second-opinion': url, model, cache } = values;
  if (url === undefined) {
    if (model === undefined) return undefined;
    throw new UsageError('--model needs --second-opinion and the address of a server');
  }
  if (model === undefined || model === '')
    throw new UsageError('--second-opinion needs --model and the name of a model');
  return {
    ...{ url, model, cache },
    sharesConfidential: values['with-confidential'],
    patience: positive('--answer-within', values['answer-within'], DEFAULT_PATIENCE_SECONDS),
    most: positive('--requests', values.requests, DEFAULT_REQUESTS_PER_HOUR),
  };
}

async function openOpinions(
  host: Host,
  options: OpinionOptions,
  indexes: readonly SourceIndex[],
): Promise<CommandOpinions> {
  const { CommandOpinions } = await host.loadOpinions();
  const opened = await CommandOpinions.open(host, options, indexes);
  if ('refusal' in opened) throw new UsageError(`--second-opinion: ${opened.refusal}`);
  return opened;
}

/**
 * The drafts that the arguments name, without duplicates. Warns about an argument that names none.
 */
async function resolveAllDrafts(
  host: Host,
  args: readonly string[],
  { sources }: LoadedReference,
): Promise<{ readonly paths: readonly string[]; readonly complete: boolean }> {
  const paths = new Map<string, string>();
  let complete = true;
  for (const argument of args) {
    try {
      for (const path of await resolveDrafts(host.workspace, argument, sources)) {
        const uri = path === STANDARD_INPUT ? path : host.workspace.uriOf(path);
        if (!paths.has(uri)) paths.set(uri, path);
      }
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      host.warn(`copydesk: ${error.message}`);
      complete = false;
    }
  }
  return { paths: [...paths.values()], complete };
}

function withExplanations(draft: CheckedFile, readings: Readings): CheckedFile {
  const { prose, report, archive } = draft;
  const local = explainClaims(prose, report.reference, readings);
  return {
    ...draft,
    explanations:
      archive === undefined
        ? local
        : withArchiveExplanations(prose, report.claims, local, archive, readings),
  };
}

/**
 * A checked draft without confidential text, because others may see the terminal and the output.
 */
function shareableDraft(draft: CheckedFile): CheckedFile {
  const { report, explanations } = draft;
  const { base } = report.reference;
  return {
    ...draft,
    report: shareableReport(report),
    ...(explanations === undefined
      ? {}
      : { explanations: explanations.map((one) => shareableExplanation(one, base)) }),
  };
}

/** Checks a draft with the reference and the suppressions of its folder. */
type DraftCheck = (
  draft: Prose,
  readings: Readings,
  archive: ArchiveEvidence | undefined,
) => CooperativeTask<Report>;

function draftCheckFor(
  { workspace }: Host,
  path: string,
  { reference }: LoadedReference,
  options: CheckingOptions & Pick<CheckBasis, 'houseStyle'>,
  found: LocatedSuppressions | undefined,
): DraftCheck {
  const uri = workspace.uriOf(path);
  return (draft, readings, archive) =>
    analyse(
      draft,
      { reference, readings, ...options, ...(archive === undefined ? {} : { archive }) },
      found,
      uri,
    );
}

/** Prints the problems of a suppressions file or a house style, with their lines. */
function warnAboutProblems(
  host: Host,
  { path, text, problems }: LocatedSuppressions | LocatedStyle,
): void {
  const lines = new LineMap(text);
  for (const { span, message } of problems) {
    host.warn(`copydesk: ${path}:${lines.position(span.start).line + 1}: ${message}`);
  }
}

async function checkFile(
  host: Host,
  path: string,
  text: string,
  check: DraftCheck,
  reader: ReadingQueue | undefined,
  fix: boolean,
  search: ArchiveSearch | undefined,
): Promise<CheckedFile> {
  const isMarkdown = path === STANDARD_INPUT || isWordDraft(path);
  const format: TextFormat = isMarkdown ? 'markdown' : formatOf(path);
  const read = readProse(text, format);
  const checkWith = (evidence: ArchiveEvidence | undefined): Promise<CheckedFile> =>
    withAllReadings(reader, (readings, ask): CheckedFile => {
      const checkAsking: (draft: Prose) => CooperativeTask<Report> = function* (draft) {
        const report = yield* check(draft, readings, evidence);
        ask(report.unread);
        return report;
      };
      const prose = fix ? runToCompletion(applyAllFixes(read, format, checkAsking)) : read;
      const report = runToCompletion(checkAsking(prose));
      return { path, prose, report, ...(evidence === undefined ? {} : { archive: evidence }) };
    });
  const checked = await (search === undefined
    ? checkWith(undefined)
    : withArchiveAnswers(search, checkWith, ({ report }) => report.queries ?? []));
  if (checked.prose.text !== text) await host.save(path, checked.prose.text);
  return checked;
}

/** An archive that is not asked again after it has failed. */
class QuietArchive implements Searched {
  readonly #archive: Archive;
  readonly #warn: (reason: string) => void;
  hasFailed = false;

  constructor(archive: Archive, warn: (reason: string) => void) {
    this.#archive = archive;
    this.#warn = warn;
  }

  async search(words: readonly string[]): Promise<readonly ArchivedPassages[]> {
    if (this.hasFailed) return [];
    try {
      return await this.#archive.search(words);
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      // Other searches may be under way.
      if (!this.#fail()) this.#warn(error.message);
      return [];
    }
  }

  close(): Promise<void> {
    return this.#archive.close();
  }

  /** True if it has failed before. */
  #fail(): boolean {
    const before = this.hasFailed;
    this.hasFailed = true;
    return before;
  }
}

/** The archive to ask; none, and a warning, if the address is wrong. */
async function openArchive(host: Host, address: string): Promise<QuietArchive | undefined> {
  const warn = (reason: string): void =>
    host.warn(`copydesk: ${reason}; the drafts were checked without the archive`);
  try {
    return new QuietArchive(await host.openArchive(address), warn);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    warn(error.message);
    return undefined;
  }
}

/** The text of a draft. One whose URI is not in `named` was found in a folder or by a glob. */
async function draftText(host: Host, path: string, named: ReadonlySet<string>): Promise<string> {
  const { workspace } = host;
  if (isWordDraft(path)) return wordDraft(workspace, host.readDocument, path);
  if (path !== STANDARD_INPUT) {
    return named.has(workspace.uriOf(path)) ? workspace.readNamed(path) : workspace.readText(path);
  }
  const name = 'standard input';
  return decodeText(await readUpTo(host.input, MAX_TEXT_BYTES, name), name);
}

function rendered(
  drafts: readonly CheckedFile[],
  format: (typeof FORMATS)[number],
  loaded: LoadedReference,
  host: Pick<Host, 'version'> & PrettyOptions & Asked,
): string {
  switch (format) {
    case 'pretty':
      return [
        explainedFormat(drafts, host.colour),
        prettyFormat(drafts, basisOf(drafts, loaded, host), host),
      ]
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

/** Who else was asked about drafts. */
interface Asked {
  readonly isArchived: boolean;
  /** The reporter's own model: “mistral at 127.0.0.1:11434”; absent if none was asked. */
  readonly askedModel: string | undefined;
}

/**
 * The sources that drafts were checked against, in a sentence. Without sources, that depends on
 * each draft.
 */
function basisOf(
  drafts: readonly CheckedFile[],
  { description, reference }: LoadedReference,
  { isArchived, askedModel }: Asked,
): string {
  const known = drafts.filter(({ report }) => report.reference.origin !== 'none');
  if (known.length === 0)
    return isArchived ? 'Checked against your archive.' : referenceNotice(NO_REFERENCE);
  const [state] = known.map(({ report }) => checkStateOf(report));
  if (state?.kind === 'unreadable' && !isArchived) return state.text;
  const share =
    reference.origin === 'sample' && drafts.length > 1
      ? ` (${known.length} of ${countWithNoun(drafts.length, 'draft')})`
      : '';
  const opinion = askedModel === undefined ? '' : ` ${askedModel} was asked for second opinions.`;
  return `Checked against ${description}${share}${isArchived ? ' and your archive' : ''}.${opinion}`;
}

/**
 * A test of whether a draft makes the command fail, from the values of `--fail-on`: the last
 * severity, and “tk” in addition or alone. Throws a `UsageError` if a value is neither.
 */
function failureTest(values: readonly string[] = ['warning']): (draft: CheckedFile) => boolean {
  const levels = values.map((value) => oneOf('--fail-on', FAIL_LEVELS, value));
  const failsOnNotes = levels.includes('tk');
  const threshold = levels.findLast((level) => level !== 'tk') ?? 'never';
  return ({ report }) =>
    report.findings.some(
      (finding) =>
        (failsOnNotes && isOpenNote(finding)) ||
        (threshold !== 'never' && atLeast(finding.severity, threshold)),
    );
}
