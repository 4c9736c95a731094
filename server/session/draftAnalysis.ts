import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type CheckBasis, type Report, checkDraftTask, withFindings } from '../checks/check.js';
import type { LocatedStyle } from '../houseStyle/locateStyle.js';
import { NO_SUPPRESSIONS } from '../checks/suppressionData.js';
import { applySuppressions } from '../suppressions/suppress.js';
import { type LocatedSuppressions, draftPathFrom } from '../suppressions/locateSuppressions.js';
import type { Draft } from '../checks/draft.js';
import { isFactSheet } from '../features/factSheet/factSheetMarkdown.js';
import { applyAllFixes } from '../features/codeActions/fixAll.js';
import type { Settings } from './settings.js';
import type { Snapshot } from './snapshot.js';
import { readPart } from './longDraft.js';
import { type Prose, type TextFormat, formatOf, readProseTask } from '../prose/prose.js';
import type { Readings, ReadingRequest } from '../inference/readings.js';
import type { CooperativeTask } from '../prose/cooperativeTask.js';
import type { Span } from '../prose/span.js';
import type { ArchiveEvidence } from '../reference/archiveEvidence.js';
import { isDossier } from '../reference/dossier.js';

/** Everything that a draft is checked against. */
export interface CheckContext {
  readonly settings: Settings;
  readonly snapshot: Snapshot;
  readonly suppressions: LocatedSuppressions | undefined;
  readonly houseStyle: LocatedStyle | undefined;
  /** The readings so far; the same table as long as the readers are on. */
  readonly readings: Readings;
  /**
   * The answers of the newsroom's archive so far; `undefined` if it is not asked about the draft.
   */
  readonly archive?: ArchiveEvidence | undefined;
}

/** A checked draft and the context of its check. */
export interface CheckedDraft {
  readonly context: CheckContext;
  readonly draft: Draft;
  /** The part of a long draft that was read; `undefined` if all of it was. */
  readonly part: Span | undefined;
}

/**
 * Reads the current text of a draft, or a part of a long one. Unchanged parts of `before`, an
 * earlier version, are reused.
 */
export function readDraft(
  document: TextDocument,
  part: Span | undefined,
  before?: Prose,
): CooperativeTask<Prose> {
  const [text, format] = [document.getText(), documentFormat(document)];
  return part === undefined
    ? readProseTask(text, format, before)
    : readPart(text, part, format, before);
}

/** Checks the prose of one version of a draft. */
export function* checkProse(
  { uri, version }: Pick<Draft, 'uri' | 'version'>,
  prose: Prose,
  context: CheckContext,
  part: Span | undefined,
): CooperativeTask<CheckedDraft> {
  const { uriOfSource, recordingOf } = context.snapshot;
  const { severities } = context.settings;
  const report = yield* reportOn(prose, uri, context);
  const { reference } = report;
  const draft = { uri, version, prose, report, reference, severities, uriOfSource, recordingOf };
  return { context, part, draft };
}

/**
 * A checked document with every fix applied that needs no decision by the reporter. `ask` receives
 * the sentences that were not read yet; once they are read, other fixes may follow.
 */
export function fixDraft(
  document: TextDocument,
  { draft, context }: CheckedDraft,
  ask: (unread: readonly ReadingRequest[]) => void,
): CooperativeTask<Prose> {
  return applyAllFixes(draft.prose, documentFormat(document), function* (prose) {
    const report = yield* reportOn(prose, draft.uri, context);
    ask(report.unread);
    return report;
  });
}

function reportOn(
  prose: Prose,
  uri: string,
  { settings, snapshot, suppressions, houseStyle, readings, archive }: CheckContext,
): CooperativeTask<Report> {
  const { reference } = snapshot;
  const { spelling } = settings;
  const basis = { reference, readings, spelling, archive, houseStyle: houseStyle?.style };
  return analyse(prose, basis, suppressions, uri);
}

/**
 * Checks a draft and removes the findings that its own comments or the suppressions
 * of its folder suppress. These are removed last, so that suppressing one finding changes no other.
 * `uri` is the draft's. The editor, the command line and the batch all call this function.
 */
export function* analyse(
  prose: Prose,
  basis: CheckBasis,
  located?: LocatedSuppressions,
  uri?: string,
): CooperativeTask<Report> {
  const report = yield* checkDraftTask(prose, basis);
  const path =
    located === undefined || uri === undefined ? undefined : draftPathFrom(located.uri, uri);
  const suppressions = located?.suppressions ?? NO_SUPPRESSIONS;
  const applied = applySuppressions(prose, report.findings, suppressions, path);
  yield;
  return withFindings(report, applied);
}

/** True for text that is neither a dossier nor a fact sheet. */
export function mayBeDraft(text: string): boolean {
  return !isDossier(text) && !isFactSheet(text);
}

/**
 * True if a draft would be checked against the same settings, sources, archive, suppressions and house style, with or
 * without the reader.
 */
export function isSameContext(a: CheckContext, b: CheckContext): boolean {
  return (
    a.settings === b.settings &&
    a.snapshot === b.snapshot &&
    a.suppressions === b.suppressions &&
    a.houseStyle === b.houseStyle &&
    a.readings === b.readings &&
    a.archive === b.archive
  );
}

/** The format of a document: by its language, otherwise by its name. */
function documentFormat({ languageId, uri }: TextDocument): TextFormat {
  return languageId === 'markdown' || languageId === 'fountain' ? languageId : formatOf(uri);
}
