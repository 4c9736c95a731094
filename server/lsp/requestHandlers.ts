import type {
  CancellationToken,
  CodeAction,
  CodeActionParams,
  CodeActionTriggerKind,
  CodeLens,
  CodeLensParams,
  CompletionItem,
  CompletionList,
  CompletionParams,
  CompletionTriggerKind,
  Diagnostic,
  DocumentHighlight,
  DocumentSymbol,
  DocumentSymbolParams,
  Hover,
  Location,
  LocationLink,
  PrepareRenameResult,
  Range,
  ReferenceParams,
  RenameParams,
  SemanticTokens,
  SemanticTokensParams,
  SemanticTokensRangeParams,
  SymbolInformation,
  TextDocumentPositionParams,
  WorkspaceEdit,
  WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver-types';
import { SharedReference } from '../assistants/sharedReference.js';
import type { CheckedDraft } from '../session/draftAnalysis.js';
import {
  type EditTarget,
  commentActions,
  draftEdit,
  fixAllAction,
  noteActions,
  quickFixes,
} from '../features/codeActions/codeActions.js';
import { type QuickFixes, quickFixList } from '../features/codeActions/actionList.js';
import { evidenceActions } from '../features/codeActions/evidenceActions.js';
import { areAboutClaims, claimActions } from '../features/codeActions/claimActions.js';
import { codeLensesOf } from '../features/codeLens.js';
import { completionsAt, draftOf, resolvedItem } from '../features/completion/completion.js';
import { suppressionActions } from '../features/codeActions/suppressionActions.js';
import { definitionAt } from '../features/navigation/definition.js';
import { dataOf } from '../features/diagnostics/diagnostics.js';
import { documentSymbolsOf, flatSymbolsOf } from '../features/navigation/documentSymbols.js';
import { dossierActions, selectionActions } from '../features/codeActions/dossierActions.js';
import type { EditCapabilities } from '../features/codeActions/fileEdit.js';
import { highlightsAt } from '../features/navigation/highlights.js';
import { factSheetOf } from '../features/factSheet/factSheet.js';
import {
  FACT_SHEET_FORMATS,
  type FactSheet,
  type FactSheetEvidence,
  type FactSheetFormat,
  type SignableEntry,
} from '../../protocol/factSheet.js';
import type { TiedPassage } from '../../protocol/signOff.js';
import { factSheetMarkdown } from '../features/factSheet/factSheetMarkdown.js';
import { factSheetTable } from '../features/factSheet/factSheetTable.js';
import { factSheetPage } from '../features/factSheet/factSheetPage.js';
import { entryAt } from '../features/factSheet/entryAt.js';
import {
  type SignOffContext,
  type SignOffTarget,
  evidenceEdit,
  signOffEdit,
  storedSignOffs,
} from '../features/factSheet/signOffEdit.js';
import { passagesAt, passagesFor } from '../features/findPassages.js';
import { hoverAt } from '../features/hover/hover.js';
import { FIX_ALL } from '../../protocol/capabilityConstants.js';
import { referenceOverviewOf } from '../features/referenceOverview.js';
import type { ReferenceOverview } from '../../protocol/referenceOverview.js';
import type { Timeline } from '../../protocol/timeline.js';
import { invalidNameReason, renameEdits, renameTargetAt } from '../features/rename.js';
import { draftComments } from '../features/draftComments.js';
import { draftTimeline } from '../features/timeline.js';
import { takeBackEdit } from '../features/codeActions/takeBack.js';
import { semanticTokensOf } from '../features/semanticTokens.js';
import { workspaceSymbolsOf } from '../features/navigation/workspaceSymbols.js';
import { commentedDocument } from '../session/commentedDocument.js';
import { draftOfDocument } from '../session/documentDraft.js';
import { sourceText } from '../session/sourceText.js';
import { FileTargets } from '../session/fileTargets.js';
import { type SessionHost } from '../session/referenceStore.js';
import { findMentions } from '../session/mentionSearch.js';
import { LineMap } from '../prose/sourceMap.js';
import { isConfidential, shareablePassage } from '../reference/confidential.js';
import type { Base } from '../reference/model.js';
import type {
  AssistantParams,
  CommentedDocument,
  CommentedDocumentParams,
  DocumentParams,
  FindPassagesParams,
  PlaceParams,
  SignOffParams,
  TakeBackParams,
  UseEvidenceParams,
} from '../../protocol/requests.js';
import { folderDesk } from './folderDesk.js';
import { type OpinionClient, OpinionHandlers } from './opinionHandlers.js';
import type { RequestFailure } from './requestFailure.js';
import type { Session } from '../session/session.js';

/** Only the numbers, because the protocol's library is not part of this bundle. */
const INVOKED: typeof CompletionTriggerKind.Invoked = 1;
const AUTOMATIC: typeof CodeActionTriggerKind.Automatic = 2;

const NO_OTHERS: QuickFixes = {
  fixes: [],
  evidence: [],
  notes: [],
  closest: [],
  checks: [],
  names: [],
  dismissals: [],
};

/** “html”, “markdown” … and “text”. */
const FORMATS = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(
  FACT_SHEET_FORMATS.map((format) => `“${format}”`),
);

const NO_SIGN_OFF_FILE =
  'Save the draft into a folder first; if it is in one, its file “.copydesk-signoff.ndjson” cannot be read.';

/** Answers the editor's requests about the drafts of a session. */
export class RequestHandlers {
  readonly #session: Session;
  readonly #host: Pick<SessionHost, 'open' | 'readDocument'>;
  readonly #targets: FileTargets;
  readonly #shared = new SharedReference();
  /** Those about second opinions. */
  readonly opinions: OpinionHandlers;

  constructor(
    session: Session,
    host: Pick<SessionHost, 'open' | 'readDocument'>,
    client: OpinionClient,
  ) {
    this.#session = session;
    this.#host = host;
    this.opinions = new OpinionHandlers(session, client);
    this.#targets = new FileTargets(host.open, (uri) => session.documents.get(uri));
  }

  async hover(
    { textDocument, position }: TextDocumentPositionParams,
    token: CancellationToken,
  ): Promise<Hover | undefined> {
    const draft = await this.#session.drafts.withClaims(textDocument.uri, token);
    if (draft === undefined) return undefined;
    // The server knows what else the editor shows in a hover only for our own extension.
    const { hasFactSheet: showsFindings, asksModels } = this.#session.clientInfo;
    const model = asksModels ? await this.opinions.modelFor(textDocument.uri) : undefined;
    return hoverAt(draft, draft.prose.lines.offset(position), { showsFindings, model });
  }

  async documentSymbols(
    { textDocument }: DocumentSymbolParams,
    token: CancellationToken,
  ): Promise<DocumentSymbol[] | SymbolInformation[]> {
    const draft = await this.#session.drafts.withClaims(textDocument.uri, token);
    if (draft === undefined) return [];
    const { hierarchicalDocumentSymbolSupport } =
      this.#session.clientInfo.capabilities.textDocument?.documentSymbol ?? {};
    return hierarchicalDocumentSymbolSupport === true
      ? documentSymbolsOf(draft)
      : flatSymbolsOf(draft);
  }

  async highlights(
    { textDocument, position }: TextDocumentPositionParams,
    token: CancellationToken,
  ): Promise<DocumentHighlight[]> {
    const draft = await this.#session.drafts.of(textDocument.uri, token);
    return draft === undefined ? [] : [...highlightsAt(draft, draft.prose.lines.offset(position))];
  }

  /** Searches the drafts that are open or in the folder, and the sources. */
  async references(
    { textDocument, position, context }: ReferenceParams,
    token: CancellationToken,
  ): Promise<Location[]> {
    const { uri } = textDocument;
    const checked = await this.#session.drafts.checked(uri, token);
    if (checked === undefined) return [];
    const { draft } = checked;
    const drafts = await this.#session.folderDrafts.inFolderOf(checked);
    const offset = draft.prose.lines.offset(position);
    const { includeDeclaration } = context;
    return findMentions(draft, offset, drafts, this.#session.files, includeDeclaration);
  }

  /** Fails if there is no name to rename. */
  async prepareRename(
    { textDocument, position }: TextDocumentPositionParams,
    token: CancellationToken,
  ): Promise<PrepareRenameResult | RequestFailure | undefined> {
    const draft = await this.#session.drafts.of(textDocument.uri, token);
    if (draft === undefined) return undefined;
    const renamed = renameTargetAt(draft, draft.prose.lines.offset(position));
    const reason = 'Only names that appear in your sources can be renamed.';
    return renamed ?? { reason };
  }

  /** Fails if the new name is not a name. */
  async rename(
    { textDocument, position, newName }: RenameParams,
    token: CancellationToken,
  ): Promise<WorkspaceEdit | RequestFailure | undefined> {
    const draft = await this.#session.drafts.of(textDocument.uri, token);
    if (draft === undefined) return undefined;
    const reason = invalidNameReason(newName);
    if (reason !== undefined) return { reason };
    const edits = renameEdits(draft, draft.prose.lines.offset(position), newName);
    return edits.length === 0 ? undefined : draftEdit(this.#target(draft), edits);
  }

  /** Searches the references of all folders, and the sample if a draft is checked against it. */
  async workspaceSymbols({ query }: WorkspaceSymbolParams): Promise<SymbolInformation[]> {
    const snapshots = await this.#session.sources.all(this.#session.drafts.references);
    return snapshots.flatMap(({ reference, uriOfSource }) =>
      workspaceSymbolsOf(reference, uriOfSource, query),
    );
  }

  async semanticTokens(
    { textDocument, range }: SemanticTokensParams & Partial<SemanticTokensRangeParams>,
    token: CancellationToken,
  ): Promise<SemanticTokens> {
    const draft = await this.#session.drafts.of(textDocument.uri, token);
    return { data: draft === undefined ? [] : semanticTokensOf(draft, range) };
  }

  async codeLenses(
    { textDocument }: CodeLensParams,
    token: CancellationToken,
  ): Promise<CodeLens[]> {
    const draft = await this.#session.drafts.withClaims(textDocument.uri, token);
    if (draft === undefined) return [];
    const stored = await this.#session.signOffs.of(draft.uri);
    return codeLensesOf(draft, this.#session.clientInfo.hasFactSheet, stored);
  }

  async factSheet(
    { textDocument }: DocumentParams,
    token: CancellationToken,
  ): Promise<FactSheet | null> {
    const target = await this.#signOffTarget(textDocument.uri);
    return this.#factSheet(textDocument.uri, target, token);
  }

  async #factSheet(
    uri: string,
    target: SignOffTarget | undefined,
    token: CancellationToken,
  ): Promise<FactSheet | null> {
    return (await this.#sheetWithBase(uri, target, token))?.sheet ?? null;
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
    const sheet = await this.factSheet({ textDocument }, token);
    return (sheet && entryAt(sheet, position)) ?? null;
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

  #signOffTarget(uri: string): Promise<SignOffTarget | undefined> {
    return this.#targets.signOffTarget(uri, this.#session.folders.of(uri));
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
    const capabilities = this.#editCapabilities;
    const shareable = (passage: TiedPassage): TiedPassage =>
      isConfidential(base, passage.source) ? shareablePassage(passage, base) : passage;
    return edit(sheet, { target, at: new Date(), capabilities, shareable }) ?? null;
  }

  async timeline(
    { textDocument }: DocumentParams,
    token: CancellationToken,
  ): Promise<Timeline | null> {
    return (await this.#session.drafts.run(textDocument.uri, token, draftTimeline)) ?? null;
  }

  /** Fails if the document cannot be read. */
  draftOfDocument({ textDocument: { uri } }: DocumentParams): Promise<string | RequestFailure> {
    return draftOfDocument(this.#host, uri);
  }

  /** Fails if the source cannot be read. */
  sourceText({ textDocument: { uri } }: DocumentParams): Promise<string | RequestFailure> {
    return sourceText(this.#host, uri);
  }

  /** Fails if the Word document cannot be read. */
  async commentedDocument(
    { textDocument, document }: CommentedDocumentParams,
    token: CancellationToken,
  ): Promise<CommentedDocument | RequestFailure | null> {
    const { uri } = textDocument;
    const target = await this.#signOffTarget(uri);
    const stored = target === undefined ? [] : storedSignOffs(target);
    const found = await this.#session.drafts.run(uri, token, function* (draft) {
      const sheet = yield* factSheetOf(draft, stored);
      return { prose: draft.prose, comments: draftComments(draft, sheet) };
    });
    return found === undefined
      ? null
      : commentedDocument(this.#host, document, found.prose, found.comments);
  }

  async exportFactSheet(
    { format, ...params }: DocumentParams & { readonly format: FactSheetFormat },
    token: CancellationToken,
  ): Promise<string | RequestFailure | null> {
    const sheet = await this.factSheet(params, token);
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

  /** Fails if nothing is left of the decisions. */
  async takeBack(
    { textDocument, decisions }: TakeBackParams,
    token: CancellationToken,
  ): Promise<WorkspaceEdit | RequestFailure | null> {
    const checked = await this.#session.drafts.checked(textDocument.uri, token);
    if (checked === undefined) return null;
    const { draft, context } = checked;
    const folder = this.#session.folders.of(draft.uri);
    const files = {
      draft: this.#target(draft),
      suppressions: this.#targets.suppressionsTarget(draft.uri, folder, context.suppressions),
      dossier: await this.#targets.dossierTarget(context.snapshot),
    };
    const edit = takeBackEdit(draft, decisions, files, this.#editCapabilities);
    const reason = 'There is nothing to undo: it was taken back already, or changed since.';
    return edit ?? { reason };
  }

  /**
   * For a draft, the reference that it is checked against; for another document, the reference of
   * the sources that it belongs to.
   */
  async reference(
    { textDocument }: DocumentParams,
    token: CancellationToken,
  ): Promise<ReferenceOverview> {
    const draft = await this.#session.drafts.of(textDocument.uri, token);
    const { reference, uriOfSource } = draft ?? (await this.#session.sources.of(textDocument.uri));
    return referenceOverviewOf(reference, uriOfSource);
  }

  /** Answers an assistant about the folder of a document, as JSON. */
  async askAssistant({
    textDocument: { uri },
    tool,
    input,
  }: AssistantParams): Promise<string | RequestFailure> {
    const desk = folderDesk(this.#session, await this.#session.folderContext(uri), this.#shared);
    const answer = await desk.answer(tool, input);
    return 'refusal' in answer ? { reason: answer.refusal } : JSON.stringify(answer.value);
  }

  /** Uses the last version that was checked, so that typing does not wait for a check. */
  async completions(
    { textDocument: { uri }, position, context }: CompletionParams,
    token: CancellationToken,
  ): Promise<CompletionList | undefined> {
    const draft =
      this.#session.drafts.last(uri)?.draft ?? (await this.#session.drafts.of(uri, token));
    const text = this.#session.documents.get(uri)?.getText();
    if (draft === undefined || text === undefined) return undefined;
    const lines = new LineMap(text);
    const asked = (context?.triggerKind ?? INVOKED) === INVOKED;
    return completionsAt(draft, { text, lines, offset: lines.offset(position), explicit: asked });
  }

  resolveCompletion(item: CompletionItem): CompletionItem {
    const uri = draftOf(item);
    return uri === undefined ? item : resolvedItem(item, this.#session.drafts.last(uri)?.draft);
  }

  async definition(
    { textDocument, position }: TextDocumentPositionParams,
    token: CancellationToken,
  ): Promise<LocationLink[] | Location[]> {
    const draft = await this.#session.drafts.withClaims(textDocument.uri, token);
    if (draft === undefined) return [];
    const links = definitionAt(draft, draft.prose.lines.offset(position));
    return this.#session.clientInfo.capabilities.textDocument?.definition?.linkSupport === true
      ? [...links]
      : links.map(({ targetUri, targetRange }) => ({ uri: targetUri, range: targetRange }));
  }

  async codeActions(params: CodeActionParams, token: CancellationToken): Promise<CodeAction[]> {
    const { diagnostics, only } = params.context;
    const { uri } = params.textDocument;
    const document = this.#session.documents.get(uri);
    if (document === undefined) return [];
    const target = this.#target(document);
    const wants = (kind: string): boolean =>
      only?.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`)) ?? false;

    const actions: CodeAction[] = [];
    if (only === undefined || wants('quickfix')) {
      const fixes = quickFixes(target, diagnostics);
      // Diagnostics of this version exist only if it was checked, so the light bulb starts no check.
      const fresh = diagnostics.filter((one) => dataOf(one, document.version) !== undefined);
      const checked =
        fresh.length === 0 ? undefined : await this.#session.drafts.checked(uri, token);
      const others = checked === undefined ? NO_OTHERS : await this.#otherThanFixes(checked, fresh);
      const checks = await this.#claimActions(params, token);
      const all = { ...others, fixes: [...fixes, ...others.fixes], checks };
      actions.push(...quickFixList(all, params.range));
    }
    const { start, end } = params.range;
    const isSelection = start.line !== end.line || start.character !== end.character;
    // A range with diagnostics may come from the light bulb, and their quick fixes are more
    // specific.
    const isPlain = isSelection && diagnostics.length === 0;
    if (isPlain && (only === undefined || wants(CodeActionKind.Refactor))) {
      actions.push(...(await this.#forSelection(uri, params.range)));
    }
    const result = wants(FIX_ALL) ? await this.#session.drafts.fixed(uri, token) : undefined;
    if (result === undefined) return actions;
    const all = fixAllAction(this.#target(result.draft), result.draft.prose, result.fixed);
    return all === undefined ? actions : [...actions, all];
  }

  /**
   * The actions for the claim under the cursor, if the client supports them. An unfinished check is
   * not waited for.
   */
  async #claimActions(
    { textDocument: { uri }, range: { start }, context }: CodeActionParams,
    token: CancellationToken,
  ): Promise<readonly CodeAction[]> {
    const isAsked = context.triggerKind !== AUTOMATIC || context.diagnostics.length > 0;
    const { checksClaims } = this.#session.clientInfo;
    if (!checksClaims || !isAsked || !areAboutClaims(context.diagnostics)) return [];
    if (this.#session.drafts.lastOfText(uri) === undefined) return [];
    const draft = await this.#session.drafts.withClaims(uri, token);
    if (draft === undefined) return [];
    return claimActions(draft, start, await this.#session.signOffs.of(draft.uri));
  }

  /** The actions for selected words in a checked draft. */
  async #forSelection(uri: string, range: Range): Promise<readonly CodeAction[]> {
    const checked = this.#session.drafts.lastOfText(uri);
    if (checked === undefined) return [];
    const dossier = await this.#targets.dossierTarget(checked.context.snapshot);
    return dossier === undefined
      ? []
      : selectionActions(checked.draft, range, dossier, this.#editCapabilities);
  }

  get #editCapabilities(): EditCapabilities {
    const { resourceOperations, documentChanges } =
      this.#session.clientInfo.capabilities.workspace?.workspaceEdit ?? {};
    const versioned = documentChanges === true;
    return {
      versionedEdits: versioned,
      createsFiles: versioned && resourceOperations?.includes('create') === true,
      deletesFiles: versioned && resourceOperations?.includes('delete') === true,
      storesDecisions: this.#session.clientInfo.storesDecisions,
    };
  }

  /**
   * The quick fixes without a diagnostic: those about the sources, and those that suppress
   * findings.
   */
  async #otherThanFixes(
    { draft, context: { snapshot, suppressions } }: CheckedDraft,
    diagnostics: readonly Diagnostic[],
  ): Promise<QuickFixes> {
    const capabilities = this.#editCapabilities;
    const { uri } = draft;
    const target = this.#target(draft);
    const folder = this.#session.folders.of(uri);
    const file = this.#targets.suppressionsTarget(uri, folder, suppressions);
    const dossier = await this.#targets.dossierTarget(snapshot);
    const inFile =
      file === undefined ? [] : suppressionActions(draft, diagnostics, file, capabilities);
    const { evidence, closest } = this.#session.clientInfo.showsEvidence
      ? evidenceActions(draft, diagnostics)
      : NO_OTHERS;
    return {
      // Only the removal of an entry without effect is a fix.
      fixes: inFile.filter(({ isPreferred }) => isPreferred),
      evidence,
      notes: noteActions(target, draft, diagnostics),
      closest,
      checks: [],
      names: dossier === undefined ? [] : dossierActions(draft, diagnostics, dossier, capabilities),
      dismissals: [
        ...inFile.filter(({ isPreferred }) => isPreferred !== true),
        ...commentActions(target, draft, diagnostics),
      ],
    };
  }

  #target({ uri, version }: { readonly uri: string; readonly version: number }): EditTarget {
    const versioned =
      this.#session.clientInfo.capabilities.workspace?.workspaceEdit?.documentChanges === true;
    return { uri, version, versionedEdits: versioned };
  }
}
