import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Report, checkDraftTask, withFindings } from '../checks/check.js';
import { NO_SUPPRESSIONS } from '../checks/suppression.js';
import { withoutSuppressed } from '../suppressions/suppress.js';
import { type LocatedSuppressions, pathFrom } from '../suppressions/findSuppressions.js';
import type { Draft } from '../checks/draft.js';
import { isFactSheet } from '../features/factSheet/factSheetMarkdown.js';
import { applyAllFixes } from '../features/codeActions/fixAll.js';
import type { Settings } from './settings.js';
import type { Snapshot } from './referenceStore.js';
import { readPart } from './longDraft.js';
import { type Prose, type TextFormat, formatOf, readProseTask } from '../prose/prose.js';
import type { CooperativeTask } from '../prose/cooperativeTask.js';
import type { Span } from '../prose/span.js';
import { isDossier } from '../reference/dossier.js';
import type { Reference } from '../reference/reference.js';

/** What a draft is held against. */
export interface CheckContext {
  readonly settings: Settings;
  readonly shelf: Snapshot;
  readonly found: LocatedSuppressions | undefined;
}

/** A draft with what it was held against. */
export interface CheckedDraft {
  readonly context: CheckContext;
  readonly draft: Draft;
  /** What was read of a long draft; `undefined` where all was. */
  readonly part: Span | undefined;
}

/**
 * Reads a draft as it is now, or a part of a long one, in slices; of `before`, an earlier version of it, only
 * what has changed.
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

/** Checks what was read of a version of a draft, in slices. */
export function* checkRead(
  { uri, version }: Pick<Draft, 'uri' | 'version'>,
  prose: Prose,
  standard: CheckContext,
  part: Span | undefined,
): CooperativeTask<CheckedDraft> {
  const { reference, addressOf } = standard.shelf;
  const { severities } = standard.settings;
  const report = yield* reportOn(prose, uri, standard);
  const draft = { uri, version, prose, report, reference, severities, addressOf };
  return { context: standard, part, draft };
}

/** A document that was checked, with all mended that can be without thinking, in slices. */
export function fixDraft(
  document: TextDocument,
  { draft, context: standard }: CheckedDraft,
): CooperativeTask<Prose> {
  return applyAllFixes(draft.prose, documentFormat(document), (prose) =>
    reportOn(prose, draft.uri, standard),
  );
}

function reportOn(
  prose: Prose,
  uri: string,
  { shelf, found }: CheckContext,
): CooperativeTask<Report> {
  return analyse(prose, shelf.reference, found, uri);
}

/**
 * Checks a draft against a reference, and leaves out what its own comments and the decisions of its folder suppress:
 * last of all, so that suppressing one finding changes no other. `uri` is the draft's. The same for the editor, the
 * command line and the batch.
 */
export function* analyse(
  prose: Prose,
  reference: Reference,
  found?: LocatedSuppressions,
  uri?: string,
): CooperativeTask<Report> {
  const report = yield* checkDraftTask(prose, reference);
  const path = found === undefined || uri === undefined ? undefined : pathFrom(found.uri, uri);
  const decisions = found?.suppressions ?? NO_SUPPRESSIONS;
  const left = withoutSuppressed(prose, report.findings, decisions, path);
  yield;
  return withFindings(report, left);
}

/** True for a text that is neither a dossier nor a fact sheet. */
export function mayBeDraft(text: string): boolean {
  return !isDossier(text) && !isFactSheet(text);
}

/** True where nothing has changed that a draft is held against. */
export function isSameContext(a: CheckContext, b: CheckContext): boolean {
  return a.settings === b.settings && a.shelf === b.shelf && a.found === b.found;
}

/** How a document is to be read: by its language, and by its name where that says nothing. */
function documentFormat({ languageId, uri }: TextDocument): TextFormat {
  return languageId === 'markdown' ? 'markdown' : formatOf(uri);
}
