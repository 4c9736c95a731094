import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Report, checkDraftInSlices, withFindings } from '../checks/check.js';
import { NO_DECISIONS } from '../checks/suppression.js';
import { withoutIgnored } from '../suppressions/suppress.js';
import { type FoundDecisions, pathFrom } from '../suppressions/findSuppressions.js';
import type { Draft } from '../checks/draft.js';
import { isFactSheet } from '../features/factSheet/factSheetMarkdown.js';
import { mendAll } from '../features/codeActions/fixAll.js';
import type { Settings } from './settings.js';
import type { Shelf } from './referenceStore.js';
import { readPart } from './longDraft.js';
import { type Prose, type TextFormat, formatOf, readProseInSlices } from '../prose/prose.js';
import type { Slices } from '../prose/cooperativeTask.js';
import type { Span } from '../prose/span.js';
import { isDossier } from '../reference/dossier.js';
import type { Reference } from '../reference/reference.js';

/** What a draft is held against. */
export interface Standard {
  readonly settings: Settings;
  readonly shelf: Shelf;
  readonly found: FoundDecisions | undefined;
}

/** A draft with what it was held against. */
export interface CheckedDraft {
  readonly standard: Standard;
  readonly draft: Draft;
  /** What was read of a long draft; `undefined` where all was. */
  readonly part: Span | undefined;
}

/**
 * Reads a draft as it is now, or a part of a long one, in slices; of `before`, an earlier version of it, only
 * what has changed. Cannot throw.
 */
export function readDraft(
  document: TextDocument,
  part: Span | undefined,
  before?: Prose,
): Slices<Prose> {
  const [text, format] = [document.getText(), documentFormat(document)];
  return part === undefined
    ? readProseInSlices(text, format, before)
    : readPart(text, part, format, before);
}

/** Checks what was read of a version of a draft, in slices. Cannot throw. */
export function* checkRead(
  { uri, version }: Pick<Draft, 'uri' | 'version'>,
  prose: Prose,
  standard: Standard,
  part: Span | undefined,
): Slices<CheckedDraft> {
  const { reference, addressOf } = standard.shelf;
  const { severities } = standard.settings;
  const report = yield* reportOn(prose, uri, standard);
  const draft = { uri, version, prose, report, reference, severities, addressOf };
  return { standard, part, draft };
}

/** A document that was checked, with all mended that can be without thinking, in slices. Cannot throw. */
export function mendDraft(
  document: TextDocument,
  { draft, standard }: CheckedDraft,
): Slices<Prose> {
  return mendAll(draft.prose, documentFormat(document), (prose) =>
    reportOn(prose, draft.uri, standard),
  );
}

function reportOn(prose: Prose, uri: string, { shelf, found }: Standard): Slices<Report> {
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
  found?: FoundDecisions,
  uri?: string,
): Slices<Report> {
  const report = yield* checkDraftInSlices(prose, reference);
  const path = found === undefined || uri === undefined ? undefined : pathFrom(found.uri, uri);
  const decisions = found?.decisions ?? NO_DECISIONS;
  const left = withoutIgnored(prose, report.findings, decisions, path);
  yield;
  return withFindings(report, left);
}

/** True for a text that is neither a dossier nor a fact sheet. Cannot throw. */
export function mayBeDraft(text: string): boolean {
  return !isDossier(text) && !isFactSheet(text);
}

/** True where nothing has changed that a draft is held against. Cannot throw. */
export function isSameStandard(a: Standard, b: Standard): boolean {
  return a.settings === b.settings && a.shelf === b.shelf && a.found === b.found;
}

/** How a document is to be read: by its language, and by its name where that says nothing. */
function documentFormat({ languageId, uri }: TextDocument): TextFormat {
  return languageId === 'markdown' ? 'markdown' : formatOf(uri);
}
