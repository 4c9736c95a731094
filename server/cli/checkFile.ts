import { withArchiveExplanations } from '../checks/archiveExplanation.js';
import type { CheckBasis, Report } from '../checks/check.js';
import { explainClaims } from '../checks/claims/explanation.js';
import { shareableExplanation, shareableReport } from '../checks/shareable.js';
import { applyAllFixes } from '../features/codeActions/fixAll.js';
import type { ReadingQueue } from '../inference/readingQueue.js';
import type { Readings } from '../inference/readings.js';
import { type CooperativeTask, runToCompletion } from '../prose/cooperativeTask.js';
import { type Prose, type TextFormat, formatOf, readProse } from '../prose/prose.js';
import type { ArchiveEvidence } from '../reference/archiveEvidence.js';
import { type ArchiveSearch, withArchiveAnswers } from '../session/archiveSearch.js';
import { analyse } from '../session/draftAnalysis.js';
import { withAllReadings } from '../session/readingRounds.js';
import { isWordDraft, wordDraft } from '../sources/wordDraft.js';
import type { LocatedSuppressions } from '../suppressions/locateSuppressions.js';
import { MAX_TEXT_BYTES, decodeText, readUpTo } from '../workspace/workspace.js';
import { STANDARD_INPUT } from './drafts.js';
import type { CheckedFile } from './formats/checkedDraft.js';
import type { Host } from './host.js';
import type { LoadedReference } from './loadSources.js';
import type { CheckingOptions } from './options.js';

/** A checked draft with the reasons for the verdict on each claim. */
export function withExplanations(draft: CheckedFile, readings: Readings): CheckedFile {
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
export function shareableDraft(draft: CheckedFile): CheckedFile {
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

/** The check of the draft at a path, with the suppressions that were found for it. */
export function draftCheckFor(
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

/** Checks a draft until nothing is unread; with `fix`, also applies and saves all fixes. */
export async function checkFile(
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

/** The text of a draft. One whose URI is not in `named` was found in a folder or by a glob. */
export async function draftText(
  host: Host,
  path: string,
  named: ReadonlySet<string>,
): Promise<string> {
  const { workspace } = host;
  if (isWordDraft(path)) return wordDraft(workspace, host.readDocument, path);
  if (path !== STANDARD_INPUT) {
    return named.has(workspace.uriOf(path)) ? workspace.readNamed(path) : workspace.readText(path);
  }
  const name = 'standard input';
  return decodeText(await readUpTo(host.input, MAX_TEXT_BYTES, name), name);
}
