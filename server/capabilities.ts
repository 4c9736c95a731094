import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver';
import { TextDocumentSyncKind } from 'vscode-languageserver';
import { FIX_ALL } from './features/codeActions.js';
import { TRIGGERS } from './features/completion.js';
import { LEGEND } from './features/semanticTokens.js';

/** What the server offers to a client: what that can show, and nothing that it would not ask for. Cannot throw. */
export function capabilitiesFor({
  textDocument,
  workspace,
}: ClientCapabilities): ServerCapabilities {
  const offers = (asked: unknown, offer: ServerCapabilities): ServerCapabilities =>
    asked === undefined ? {} : offer;
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    definitionProvider: true,
    codeActionProvider: { codeActionKinds: ['quickfix', 'refactor', FIX_ALL] },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...offers(textDocument?.documentSymbol, { documentSymbolProvider: { label: 'Copydesk' } }),
    ...offers(textDocument?.documentHighlight, { documentHighlightProvider: true }),
    ...offers(textDocument?.references, { referencesProvider: true }),
    ...offers(textDocument?.rename, {
      renameProvider:
        textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true,
    }),
    ...offers(workspace?.symbol, { workspaceSymbolProvider: true }),
    ...offers(textDocument?.completion, {
      completionProvider: { triggerCharacters: [...TRIGGERS], resolveProvider: true },
    }),
    ...offers(textDocument?.semanticTokens, {
      semanticTokensProvider: { legend: LEGEND, full: true, range: true },
    }),
    ...offers(textDocument?.codeLens, { codeLensProvider: {} }),
    ...offers(textDocument?.diagnostic, {
      diagnosticProvider: {
        identifier: 'copydesk',
        interFileDependencies: false,
        workspaceDiagnostics: true,
      },
    }),
  };
}

/** True for a client that asks for diagnostics itself; to it none are sent, so that nothing shows twice. Cannot throw. */
export function pullsDiagnostics({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.diagnostic !== undefined;
}
