import {
  DEFAULT_PATIENCE_SECONDS,
  DEFAULT_REQUESTS_PER_HOUR,
} from '../../protocol/secondOpinion.js';
import { isOpenNote } from '../checks/sentences/checkSentences.js';
import { atLeast } from '../checks/severity.js';
import { type LocatedStyle, locateStyle } from '../houseStyle/locateStyle.js';
import { NO_READINGS } from '../inference/readings.js';
import { LineMap } from '../prose/sourceMap.js';
import type { SourceIndex } from '../reference/sourceIndex.js';
import { countWithNoun } from '../reference/summary.js';
import { ArchiveSearch } from '../session/archiveSearch.js';
import { isWordDraft } from '../sources/wordDraft.js';
import {
  type LocatedSuppressions,
  locateSuppressions,
} from '../suppressions/locateSuppressions.js';
import { UnreadableError } from '../workspace/workspace.js';
import {
  checkFile,
  draftCheckFor,
  draftText,
  shareableDraft,
  withExplanations,
} from './checkFile.js';
import { FORMATS, rendered } from './checkOutput.js';
import { STANDARD_INPUT, resolveDrafts } from './drafts.js';
import type { CheckedFile } from './formats/checkedDraft.js';
import { type Host, EXIT, UsageError } from './host.js';
import { type LoadedReference, loadReference } from './loadSources.js';
import { CHECKING, checkingOptions, oneOf, positive, readOptions } from './options.js';
import { openArchive } from './quietArchive.js';
import type { CommandOpinions, OpinionOptions } from './secondOpinion.js';

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
