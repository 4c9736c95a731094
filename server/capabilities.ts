import type {
  ClientCapabilities,
  InitializeParams,
  ServerCapabilities,
} from 'vscode-languageserver';
import { TextDocumentSyncKind } from 'vscode-languageserver';
import { FIX_ALL } from './features/codeActions.js';
import { SHOW_FACT_SHEET } from './features/codeLens.js';
import { TRIGGERS } from './features/completion.js';
import { LEGEND } from './features/semanticTokens.js';

/** What is known of the client at the other end. */
export interface Client {
  readonly capabilities: ClientCapabilities;
  /** True where it has a command that shows the fact sheet of a draft. */
  readonly hasFactSheet: boolean;
  /** The address of the folder that it gives for what is to be kept. */
  readonly storage: string | undefined;
}

/**
 * What a client says of itself. In its options it lists commands of its own as `commands`, and gives the
 * address of a folder for what is to be kept as `storage`. Cannot throw.
 */
export function clientOf({
  capabilities,
  initializationOptions,
}: Pick<InitializeParams, 'capabilities' | 'initializationOptions'>): Client {
  const { commands, storage } = (initializationOptions ?? {}) as Readonly<Record<string, unknown>>;
  return {
    capabilities,
    hasFactSheet: Array.isArray(commands) && commands.includes(SHOW_FACT_SHEET),
    storage: typeof storage === 'string' ? storage : undefined,
  };
}

/**
 * What the server offers to a client: what any can show, and what else this one says that it can. Outline,
 * highlights and references are for any: Helix asks for them and does not say so. Cannot throw.
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
