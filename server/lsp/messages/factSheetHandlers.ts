import type { CancellationToken, WorkspaceEdit } from 'vscode-languageserver';
import { factSheetOf } from '../../features/factSheet/factSheet.js';
import {
  FACT_SHEET_FORMATS,
  type FactSheet,
  type FactSheetEvidence,
  type FactSheetFormat,
  type SignableEntry,
} from '../../../protocol/factSheet.js';
import type { TiedPassage } from '../../../protocol/signOff.js';
import { factSheetMarkdown } from '../../features/factSheet/factSheetMarkdown.js';
import { factSheetTable } from '../../features/factSheet/factSheetTable.js';
import { factSheetPage } from '../../features/factSheet/factSheetPage.js';
import { entryAt } from '../../features/factSheet/entryAt.js';
import {
  type SignOffContext,
  type SignOffTarget,
  evidenceEdit,
  signOffEdit,
  storedSignOffs,
} from '../../features/factSheet/signOffEdit.js';
import { passagesAt, passagesFor } from '../../features/findPassages.js';
import type { Timeline } from '../../../protocol/timeline.js';
import { draftTimeline } from '../../features/timeline.js';
import { isConfidential, shareablePassage } from '../../reference/confidential.js';
import type { Base } from '../../reference/model.js';
import type {
  DocumentParams,
  FindPassagesParams,
  PlaceParams,
  SignOffParams,
  UseEvidenceParams,
} from '../../../protocol/requests.js';
import type { RequestFailure } from '../requestFailure.js';
import type { Session } from '../../session/session.js';
import { editCapabilities } from './edits.js';

/** “html”, “markdown” … and “text”. */
const FORMATS = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(
  FACT_SHEET_FORMATS.map((format) => `“${format}”`),
);

const NO_SIGN_OFF_FILE =
  'Save the draft into a folder first; if it is in one, its file “.copydesk-signoff.ndjson” cannot be read.';

/** Answers the requests about the fact sheet of a draft: what is in it, and who signs it. */
export class FactSheetHandlers {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  async sheet(
    { textDocument }: DocumentParams,
    token: CancellationToken,
  ): Promise<FactSheet | null> {
    const target = await this.#signOffTarget(textDocument.uri);
    return (await this.#sheetWithBase(textDocument.uri, target, token))?.sheet ?? null;
  }

  #sheetWithBase(
    uri: string,
    target: SignOffTarget | undefined,
    token: CancellationToken,
  ): Promise<{ readonly sheet: FactSheet; readonly base: Base } | undefined> {
    const stored = target === undefined ? [] : storedSignOffs(target);
    return this.#session.drafts.run(uri, token, function* (draft) {
      const sheet = yield* factSheetOf(draft, stored);
      return { sheet, base: draft.reference.base };
    });
  }

  /** `null` if nothing is there. */
  async entryAt(
    { textDocument, position }: PlaceParams,
    token: CancellationToken,
  ): Promise<SignableEntry | null> {
    const sheet = await this.sheet({ textDocument }, token);
    return (sheet && entryAt(sheet, position)) ?? null;
  }

  async export(
    { format, ...params }: DocumentParams & { readonly format: FactSheetFormat },
    token: CancellationToken,
  ): Promise<string | RequestFailure | null> {
    const sheet = await this.sheet(params, token);
    if (sheet === null) return null;
    switch (format) {
      case 'html':
        return factSheetPage(sheet, new Date());
      case 'markdown':
        return factSheetMarkdown(sheet, new Date());
      case 'passages':
        return factSheetMarkdown(sheet, new Date(), true);
      case 'table':
        return factSheetTable(sheet).html;
      case 'text':
        return factSheetTable(sheet).text;
      default:
        return { reason: `A fact sheet can be exported as ${FORMATS}.` };
    }
  }

  /** Without words, the passages for the statement at the place. */
  async findPassages(
    { textDocument, query, position }: FindPassagesParams,
    token: CancellationToken,
  ): Promise<readonly FactSheetEvidence[]> {
    const found = await this.#session.drafts.run(textDocument.uri, token, (draft) =>
      query.trim() === ''
        ? passagesAt(draft.prose.lines.offset(position), draft)
        : passagesFor(query, draft),
    );
    return found ?? [];
  }

  async timeline(
    { textDocument }: DocumentParams,
    token: CancellationToken,
  ): Promise<Timeline | null> {
    return (await this.#session.drafts.run(textDocument.uri, token, draftTimeline)) ?? null;
  }

  /** Fails for a draft that is in no folder, and if the sign-off file cannot be read or created. */
  async signOff(
    { textDocument, ...change }: SignOffParams,
    token: CancellationToken,
  ): Promise<WorkspaceEdit | RequestFailure | null> {
    return this.#editSignOffs(textDocument.uri, token, (sheet, context) =>
      signOffEdit(sheet, change, context),
    );
  }

  /** Fails as `signOff` does. */
  async useEvidence(
    { textDocument, ...change }: UseEvidenceParams,
    token: CancellationToken,
  ): Promise<WorkspaceEdit | RequestFailure | null> {
    return this.#editSignOffs(textDocument.uri, token, (sheet, context) =>
      evidenceEdit(sheet, change, context),
    );
  }

  async #editSignOffs(
    uri: string,
    token: CancellationToken,
    edit: (sheet: FactSheet, context: SignOffContext) => WorkspaceEdit | undefined,
  ): Promise<WorkspaceEdit | RequestFailure | null> {
    const target = await this.#signOffTarget(uri);
    if (target === undefined) return { reason: NO_SIGN_OFF_FILE };
    const found = await this.#sheetWithBase(uri, target, token);
    if (found === undefined) return null;
    const { sheet, base } = found;
    const capabilities = editCapabilities(this.#session.clientInfo);
    const shareable = (passage: TiedPassage): TiedPassage =>
      isConfidential(base, passage.source) ? shareablePassage(passage, base) : passage;
    return edit(sheet, { target, at: new Date(), capabilities, shareable }) ?? null;
  }

  #signOffTarget(uri: string): Promise<SignOffTarget | undefined> {
    return this.#session.fileTargets.signOffTarget(uri, this.#session.folders.of(uri));
  }
}
