import {
  type ClientCapabilities,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import {
  FIX_ALL,
  SEMANTIC_TOKENS_LEGEND,
  COMPLETION_TRIGGERS,
} from '../../protocol/capabilityConstants.js';

/**
 * What the server offers to a client: what any can show, and what else this one says that it can. Outline,
 * highlights and references are for any: Helix asks for them and does not say so.
 */
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
    referencesProvider: true,
    documentHighlightProvider: true,
    documentSymbolProvider: { label: 'Copydesk' },
    codeActionProvider: { codeActionKinds: ['quickfix', 'refactor', FIX_ALL] },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...offers(textDocument?.rename, {
      renameProvider:
        textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true,
    }),
    ...offers(workspace?.symbol, { workspaceSymbolProvider: true }),
    ...offers(textDocument?.completion, {
      completionProvider: { triggerCharacters: [...COMPLETION_TRIGGERS], resolveProvider: true },
    }),
    ...offers(textDocument?.semanticTokens, {
      semanticTokensProvider: { legend: SEMANTIC_TOKENS_LEGEND, full: true, range: true },
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
