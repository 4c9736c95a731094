import type {
  CancellationToken,
  DocumentHighlight,
  DocumentSymbol,
  DocumentSymbolParams,
  Location,
  LocationLink,
  ReferenceParams,
  SymbolInformation,
  TextDocumentPositionParams,
  WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { definitionAt } from '../../features/navigation/definition.js';
import { documentSymbolsOf, flatSymbolsOf } from '../../features/navigation/documentSymbols.js';
import { highlightsAt } from '../../features/navigation/highlights.js';
import { workspaceSymbolsOf } from '../../features/navigation/workspaceSymbols.js';
import { findMentions } from '../../session/mentionSearch.js';
import type { Session } from '../../session/session.js';

/** Answers the requests for places: in a draft, in the other drafts of its folder and in the sources. */
export class NavigationHandlers {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
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

  /** Searches the references of all folders, and the sample if a draft is checked against it. */
  async workspaceSymbols({ query }: WorkspaceSymbolParams): Promise<SymbolInformation[]> {
    const snapshots = await this.#session.sources.all(this.#session.drafts.references);
    return snapshots.flatMap(({ reference, uriOfSource }) =>
      workspaceSymbolsOf(reference, uriOfSource, query),
    );
  }
}
