import type {
  CancellationToken,
  CodeAction,
  CodeActionParams,
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
import type { CheckedDraft } from '../session/analysis.js';
import {
  type EditTarget,
  draftEdit,
  fixAll,
  quickFixes,
  suppressFixes,
} from '../features/codeActions/codeActions.js';
import { codeLensesOf } from '../features/codeLens.js';
import { completionsAt, draftOf, resolvedItem } from '../features/completion/completion.js';
import { suppressionActions } from '../features/codeActions/suppressionActions.js';
import { definitionAt } from '../features/navigation/definition.js';
import { dataOf } from '../features/diagnostics/diagnostics.js';
import { documentSymbolsOf, flatSymbolsOf } from '../features/navigation/documentSymbols.js';
import { dossierActions, selectionActions } from '../features/codeActions/dossierActions.js';
import type { EditAbilities } from '../features/codeActions/fileEdit.js';
import { highlightsAt } from '../features/navigation/highlights.js';
import { factSheetOf } from '../features/factSheet/factSheet.js';
import type { FactSheet } from '../../protocol/factSheet.js';
import { factSheetMarkdown } from '../features/factSheet/factSheetMarkdown.js';
import { factSheetPage } from '../features/factSheet/factSheetPage.js';
import { hoverAt } from '../features/hover/hover.js';
import { FIX_ALL } from '../../protocol/capabilityConstants.js';
import { referenceOverviewOf } from '../features/referenceOverview.js';
import type { ReferenceOverview } from '../../protocol/referenceOverview.js';
import { faultInName, renameAt, renamedAt } from '../features/rename.js';
import { semanticTokensOf } from '../features/semanticTokens.js';
import { workspaceSymbolsOf } from '../features/navigation/workspaceSymbols.js';
import { FileTargets } from '../session/fileTargets.js';
import { type SessionHost } from '../session/referenceStore.js';
import { mentionsAnywhere } from '../session/mentionSearch.js';
import { LineMap } from '../prose/sourceMap.js';
import type { DocumentParams, FactSheetFormat } from '../../protocol/requests.js';
import type { RequestFailure } from './requestFailure.js';
import type { Session } from '../session/session.js';

/** The number alone, as the protocol's library is no part of this bundle. */
const INVOKED: typeof CompletionTriggerKind.Invoked = 1;

/** Answers what the editor asks about the drafts that a server holds. */
export class RequestHandlers {
  readonly #server: Session;
  readonly #targets: FileTargets;

  constructor(server: Session, open: SessionHost['open']) {
    this.#server = server;
    this.#targets = new FileTargets(open, (uri) => server.documentAt(uri));
  }

  async hover(
    { textDocument, position }: TextDocumentPositionParams,
    token: CancellationToken,
  ): Promise<Hover | undefined> {
    const draft = await this.#server.judged(textDocument.uri, token);
    return draft === undefined ? undefined : hoverAt(draft, draft.prose.lines.offset(position));
  }

  async documentSymbols(
    { textDocument }: DocumentSymbolParams,
    token: CancellationToken,
  ): Promise<DocumentSymbol[] | SymbolInformation[]> {
    const draft = await this.#server.judged(textDocument.uri, token);
    if (draft === undefined) return [];
    const { hierarchicalDocumentSymbolSupport } =
      this.#server.client.capabilities.textDocument?.documentSymbol ?? {};
    return hierarchicalDocumentSymbolSupport === true
      ? documentSymbolsOf(draft)
      : flatSymbolsOf(draft);
  }

  async highlights(
    { textDocument, position }: TextDocumentPositionParams,
    token: CancellationToken,
  ): Promise<DocumentHighlight[]> {
    const draft = await this.#server.draft(textDocument.uri, token);
    return draft === undefined ? [] : [...highlightsAt(draft, draft.prose.lines.offset(position))];
  }

  /** In the drafts that are open or lie in the folder, and in the sources. */
  async references(
    { textDocument, position, context }: ReferenceParams,
    token: CancellationToken,
  ): Promise<Location[]> {
    const { uri } = textDocument;
    const checked = await this.#server.checked(uri, token);
    if (checked === undefined) return [];
    const { draft } = checked;
    const drafts = await this.#server.draftsBeside(checked);
    const offset = draft.prose.lines.offset(position);
    const { includeDeclaration } = context;
    return mentionsAnywhere(draft, offset, drafts, this.#server.files, includeDeclaration);
  }

  /** Where nothing can be renamed, a refusal. */
  async prepareRename(
    { textDocument, position }: TextDocumentPositionParams,
    token: CancellationToken,
  ): Promise<PrepareRenameResult | RequestFailure | undefined> {
    const draft = await this.#server.draft(textDocument.uri, token);
    if (draft === undefined) return undefined;
    const renamed = renamedAt(draft, draft.prose.lines.offset(position));
    const refused = 'Only a name that your sources know can be renamed, and none stands here.';
    return renamed ?? { refused };
  }

  /** Where the new name is none, a refusal. */
  async rename(
    { textDocument, position, newName }: RenameParams,
    token: CancellationToken,
  ): Promise<WorkspaceEdit | RequestFailure | undefined> {
    const draft = await this.#server.draft(textDocument.uri, token);
    if (draft === undefined) return undefined;
    const refused = faultInName(newName);
    if (refused !== undefined) return { refused };
    const edits = renameAt(draft, draft.prose.lines.offset(position), newName);
    return edits.length === 0 ? undefined : draftEdit(this.#target(draft), edits);
  }

  /** Those of the bases of all folders; of the one that ships where no folder is open. */
  async workspaceSymbols({ query }: WorkspaceSymbolParams): Promise<SymbolInformation[]> {
    const shelves = await this.#server.shelves();
    return shelves.flatMap(({ reference, addressOf }) =>
      workspaceSymbolsOf(reference, addressOf, query),
    );
  }

  async semanticTokens(
    { textDocument, range }: SemanticTokensParams & Partial<SemanticTokensRangeParams>,
    token: CancellationToken,
  ): Promise<SemanticTokens> {
    const draft = await this.#server.draft(textDocument.uri, token);
    return { data: draft === undefined ? [] : semanticTokensOf(draft, range) };
  }

  async codeLenses(
    { textDocument }: CodeLensParams,
    token: CancellationToken,
  ): Promise<CodeLens[]> {
    const draft = await this.#server.judged(textDocument.uri, token);
    return draft === undefined ? [] : codeLensesOf(draft, this.#server.client.hasFactSheet);
  }

  async factSheet(
    { textDocument }: DocumentParams,
    token: CancellationToken,
  ): Promise<FactSheet | null> {
    return (await this.#server.inTurns(textDocument.uri, token, factSheetOf)) ?? null;
  }

  async exportFactSheet(
    { format, ...params }: DocumentParams & { readonly format: FactSheetFormat },
    token: CancellationToken,
  ): Promise<string | RequestFailure | null> {
    const sheet = await this.factSheet(params, token);
    if (sheet === null) return null;
    switch (format) {
      case 'html':
        return factSheetPage(sheet);
      case 'markdown':
        return factSheetMarkdown(sheet);
      default:
        return { refused: 'A fact sheet can be had as “html” and as “markdown”.' };
    }
  }

  async reference({ textDocument }: DocumentParams): Promise<ReferenceOverview> {
    const { reference, addressOf } = await this.#server.shelfFor(textDocument.uri);
    return referenceOverviewOf(reference, addressOf);
  }

  /** From the last version that was checked, so that no key waits for a check. */
  async completions(
    { textDocument: { uri }, position, context }: CompletionParams,
    token: CancellationToken,
  ): Promise<CompletionList | undefined> {
    const draft = this.#server.lastDraft(uri) ?? (await this.#server.draft(uri, token));
    const text = this.#server.document(uri)?.getText();
    if (draft === undefined || text === undefined) return undefined;
    const lines = new LineMap(text);
    const asked = (context?.triggerKind ?? INVOKED) === INVOKED;
    return completionsAt(draft, { text, lines, offset: lines.offset(position), asked });
  }

  resolveCompletion(item: CompletionItem): CompletionItem {
    const uri = draftOf(item);
    return uri === undefined ? item : resolvedItem(item, this.#server.lastDraft(uri));
  }

  async definition(
    { textDocument, position }: TextDocumentPositionParams,
    token: CancellationToken,
  ): Promise<LocationLink[] | Location[]> {
    const draft = await this.#server.judged(textDocument.uri, token);
    if (draft === undefined) return [];
    const links = definitionAt(draft, draft.prose.lines.offset(position));
    return this.#server.client.capabilities.textDocument?.definition?.linkSupport === true
      ? [...links]
      : links.map(({ targetUri, targetRange }) => ({ uri: targetUri, range: targetRange }));
  }

  async codeActions(params: CodeActionParams, token: CancellationToken): Promise<CodeAction[]> {
    const { diagnostics, only } = params.context;
    const { uri } = params.textDocument;
    const document = this.#server.document(uri);
    if (document === undefined) return [];
    const target = this.#target(document);
    const wants = (kind: string): boolean =>
      only?.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`)) ?? false;

    const quick: CodeAction[] = [];
    if (only === undefined || wants('quickfix')) {
      quick.push(...quickFixes(target, diagnostics));
      // Diagnostics of this version tell that it was checked, so nothing is checked for a lightbulb.
      const fresh = diagnostics.filter((told) => dataOf(told, document.version) !== undefined);
      const checked = fresh.length === 0 ? undefined : await this.#server.checked(uri, token);
      if (checked !== undefined) quick.push(...(await this.#standing(checked, fresh)));
    }
    const { start, end } = params.range;
    const isSelection = start.line !== end.line || start.character !== end.character;
    // Of what is told the quick fixes know more, and a range that has a diagnostic may be nobody's selection.
    const isPlain = isSelection && diagnostics.length === 0;
    if (isPlain && (only === undefined || wants(CodeActionKind.Refactor))) {
      quick.push(...(await this.#forSelection(uri, params.range)));
    }
    const whole = wants(FIX_ALL) ? await this.#server.mended(uri, token) : undefined;
    if (whole === undefined) return quick;
    const all = fixAll(this.#target(whole.draft), whole.draft.prose, whole.mended);
    return all === undefined ? quick : [...quick, all];
  }

  /** What can be done with what is selected, in a draft that was checked. */
  async #forSelection(uri: string, range: Range): Promise<readonly CodeAction[]> {
    const checked = this.#server.lastChecked(uri);
    if (checked === undefined) return [];
    const dossier = await this.#targets.dossier(checked.context.shelf);
    return dossier === undefined
      ? []
      : selectionActions(checked.draft, range, dossier, this.#editAbilities);
  }

  get #editAbilities(): EditAbilities {
    const { resourceOperations, documentChanges } =
      this.#server.client.capabilities.workspace?.workspaceEdit ?? {};
    const versioned = documentChanges === true;
    return { versioned, creates: versioned && resourceOperations?.includes('create') === true };
  }

  /** The quick fixes that let findings stand: in the draft, in the decisions, by a dossier. */
  async #standing(
    { draft, context: { shelf, found } }: CheckedDraft,
    diagnostics: readonly Diagnostic[],
  ): Promise<readonly CodeAction[]> {
    const abilities = this.#editAbilities;
    const { uri } = draft;
    const folder = this.#server.folderOf(uri) ?? uri.slice(0, Math.max(uri.lastIndexOf('/'), 0));
    const decisions = this.#targets.decisions(uri, folder, found);
    const dossier = await this.#targets.dossier(shelf);
    return [
      ...(decisions === undefined
        ? []
        : suppressionActions(draft, diagnostics, decisions, abilities)),
      ...(dossier === undefined ? [] : dossierActions(draft, diagnostics, dossier, abilities)),
      ...suppressFixes(this.#target(draft), draft, diagnostics),
    ];
  }

  #target({ uri, version }: { readonly uri: string; readonly version: number }): EditTarget {
    const versioned =
      this.#server.client.capabilities.workspace?.workspaceEdit?.documentChanges === true;
    return { uri, version, versioned };
  }
}
