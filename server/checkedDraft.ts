import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Report, checkDraft } from './checks/check.js';
import { type FoundDecisions, pathFrom } from './decisions.js';
import type { Draft } from './features/draft.js';
import { isFactSheet } from './features/factSheetMarkdown.js';
import type { Settings } from './features/settings.js';
import type { Shelf } from './library.js';
import { readPart } from './longDraft.js';
import { type Prose, type TextFormat, formatOf, readProse } from './prose/prose.js';
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
 * Reads and checks a draft, or a part of a long one; of `before`, an earlier version of it, only what has
 * changed. Cannot throw.
 */
export function checkedDraft(
  document: TextDocument,
  standard: Standard,
  part?: Span,
  before?: CheckedDraft,
): CheckedDraft {
  const { uri, version } = document;
  const { settings, shelf } = standard;
  const { reference, addressOf } = shelf;
  const [text, format] = [document.getText(), documentFormat(document)];
  const prose =
    part === undefined
      ? readProse(text, format, before?.draft.prose)
      : readPart(text, part, format, before?.draft.prose);
  const report = reportOn(prose, uri, standard);
  return { standard, part, draft: { uri, version, prose, report, reference, settings, addressOf } };
}

/** Checks what was read of a draft, or of another text in its place. Cannot throw. */
export function reportOn(prose: Prose, uri: string, { shelf, found }: Standard): Report {
  const path = found === undefined ? undefined : pathFrom(found.uri, uri);
  return checkDraft(prose, shelf.reference, found?.decisions, path);
}

/** True for a text that is neither a dossier nor a fact sheet. Cannot throw. */
export function mayBeDraft(text: string): boolean {
  return !isDossier(text) && !isFactSheet(text);
}

/** True where nothing has changed that a draft is held against. Cannot throw. */
export function isSameStandard(a: Standard, b: Standard): boolean {
  return a.settings === b.settings && a.shelf === b.shelf && a.found === b.found;
}

/** How a document is to be read: by its language, and by its name where that says nothing. Cannot throw. */
export function documentFormat({ languageId, uri }: TextDocument): TextFormat {
  return languageId === 'markdown' ? 'markdown' : formatOf(uri);
}
