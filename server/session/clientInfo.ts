import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';
import {
  CHECK_CLAIM,
  FIND_IN_SOURCES,
  SECOND_OPINION,
  SHOW_EVIDENCE,
  SHOW_FACT_SHEET,
  STORE_DECISION,
} from '../../protocol/capabilityConstants.js';
import type { URI } from 'vscode-uri';
import { parseUri } from '../workspace/uris.js';

/** A client's introduction, as far as a session uses it. */
export type Introduction = Pick<
  InitializeParams,
  'capabilities' | 'workspaceFolders' | 'initializationOptions'
>;

/** What a client declared about itself. */
export interface ClientInfo {
  readonly capabilities: ClientCapabilities;
  /** True if the client has a command that shows the fact sheet of a draft. */
  readonly hasFactSheet: boolean;
  /** True if the client has a command that opens a source beside the draft. */
  readonly showsEvidence: boolean;
  /**
   * True if it has a command that writes the changes of a quick fix in another file than the draft
   * to disk, and offers Undo.
   */
  readonly storesDecisions: boolean;
  /** True if it has the commands that decide on a claim and find evidence for it. */
  readonly checksClaims: boolean;
  /** True if it has commands that ask the reporter's own model about a claim, and sign one. */
  readonly asksModels: boolean;
  /** The folder in which the server may store its cache. */
  readonly storage: URI | undefined;
}

/**
 * Reads the client's introduction. Its initialization options may list the client's own commands
 * (`commands`) and give the URI of a folder for the cache (`storage`).
 */
export function readClientInfo({
  capabilities,
  initializationOptions,
}: Pick<InitializeParams, 'capabilities' | 'initializationOptions'>): ClientInfo {
  const { commands, storage } = (initializationOptions ?? {}) as Readonly<Record<string, unknown>>;
  const hasCommand = (command: string): boolean =>
    Array.isArray(commands) && commands.includes(command);
  return {
    capabilities,
    hasFactSheet: hasCommand(SHOW_FACT_SHEET),
    showsEvidence: hasCommand(SHOW_EVIDENCE),
    storesDecisions: hasCommand(STORE_DECISION),
    checksClaims: hasCommand(CHECK_CLAIM) && hasCommand(FIND_IN_SOURCES),
    asksModels: hasCommand(SECOND_OPINION),
    storage: typeof storage === 'string' ? parseUri(storage) : undefined,
  };
}

/** True if the client can link the code of a diagnostic to a page. */
export function linksCodes({ textDocument }: ClientCapabilities): boolean {
  const { publishDiagnostics, diagnostic } = textDocument ?? {};
  return [publishDiagnostics, diagnostic].some(
    (diagnostics) => diagnostics?.codeDescriptionSupport,
  );
}

/** True if the client accepts other diagnostics for an unchanged text. */
export function canChangeDiagnostics(capabilities: ClientCapabilities): boolean {
  return (
    !pullsDiagnostics(capabilities) || capabilities.workspace?.diagnostics?.refreshSupport === true
  );
}

/** True if the client pulls diagnostics. None are pushed to it, so that nothing is shown twice. */
export function pullsDiagnostics({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.diagnostic !== undefined;
}
