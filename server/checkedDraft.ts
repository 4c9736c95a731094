import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Report, checkDraftInSlices } from './checks/check.js';
import { type FoundDecisions, pathFrom } from './decisions.js';
import type { Draft } from './features/draft.js';
import { isFactSheet } from './features/factSheetMarkdown.js';
import { mendAll } from './features/fixAll.js';
import type { Settings } from './features/settings.js';
import type { Shelf } from './library.js';
import { readPart } from './longDraft.js';
import { type Prose, type TextFormat, formatOf, readProseInSlices } from './prose/prose.js';
import type { Slices } from './prose/slices.js';
import type { Span } from './prose/span.js';
import { isDossier } from './reference/dossier.js';

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
  const { settings, shelf } = standard;
  const { reference, addressOf } = shelf;
  const report = yield* reportOn(prose, uri, standard);
  return { standard, part, draft: { uri, version, prose, report, reference, settings, addressOf } };
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
  return checkDraftInSlices(prose, shelf.reference, found?.decisions, pathOf(uri, found));
}

function pathOf(uri: string, found: FoundDecisions | undefined): string | undefined {
  return found === undefined ? undefined : pathFrom(found.uri, uri);
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
