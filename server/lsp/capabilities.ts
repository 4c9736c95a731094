import {
  type ClientCapabilities,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { ASK_SECOND_OPINION } from '../../protocol/secondOpinion.js';
import {
  FIX_ALL,
  SEMANTIC_TOKENS_LEGEND,
  COMPLETION_TRIGGERS,
} from '../../protocol/capabilityConstants.js';

/**
 * The server's capabilities for a client: those that every client can use, and those that this client
 * declares support for. Outline, highlights and references are offered to every client because Helix
 * requests them without declaring support.
 *
 * @param hasOwnModel True if the environment names a model of the reporter's, whose opinion can be asked for.
 */
export function capabilitiesFor(
  { textDocument, workspace }: ClientCapabilities,
  hasOwnModel = false,
): ServerCapabilities {
  const whenSupported = (support: unknown, capability: ServerCapabilities): ServerCapabilities =>
    support === undefined ? {} : capability;
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentSymbolProvider: { label: 'Copydesk' },
    codeActionProvider: { codeActionKinds: ['quickfix', 'refactor', FIX_ALL] },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(hasOwnModel ? { executeCommandProvider: { commands: [ASK_SECOND_OPINION] } } : {}),
    ...whenSupported(textDocument?.rename, {
      renameProvider:
        textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true,
    }),
    ...whenSupported(workspace?.symbol, { workspaceSymbolProvider: true }),
    ...whenSupported(textDocument?.completion, {
      completionProvider: { triggerCharacters: [...COMPLETION_TRIGGERS], resolveProvider: true },
    }),
    ...whenSupported(textDocument?.semanticTokens, {
      semanticTokensProvider: { legend: SEMANTIC_TOKENS_LEGEND, full: true, range: true },
    }),
    ...whenSupported(textDocument?.codeLens, { codeLensProvider: {} }),
    ...whenSupported(textDocument?.diagnostic, {
      diagnosticProvider: {
        identifier: 'copydesk',
        interFileDependencies: false,
        workspaceDiagnostics: true,
      },
    }),
  };
}
